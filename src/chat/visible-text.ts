const BEGIN = '<think>'
const END = '</think>'

/**
 * A reply without what the model thought aloud. Some servers leave the thoughts in the text, and some chat templates
 * write the opening mark themselves, so that only the closing one is seen.
 */
export function visibleText(raw: string): string {
  const end = raw.lastIndexOf(END)
  const rest = end === -1 ? raw : raw.slice(end + END.length)
  const begin = rest.indexOf(BEGIN)
  return (begin === -1 ? rest : rest.slice(0, begin)).trimStart()
}
