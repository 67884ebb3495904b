/** The part of the package that is used: it ships no types, and each export named here is a list of words. */
declare module 'stopword' {
  const lists: Readonly<Record<string, unknown>>
  export = lists
}
