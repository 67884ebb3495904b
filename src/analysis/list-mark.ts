/** What a list's item begins with, in a line of a page's text: a bullet, or a number of up to three digits. */
export const LIST_MARK = /^\s*(?:[-•*]|\d{1,3}[.)])\s+/
