import { foldText } from './fold-text.ts'

/** Shorter runs hold no sentence. */
const BASE64 = /(?<![\w+/-])[A-Za-z0-9+/_-]{24,}(?:\s?[A-Za-z0-9+/_-]{24,})*={0,2}/g
const HEX = /(?<!\w)(?:(?:\\x|0x|%|&#x)?[0-9a-f]{2}[;,\s:]{0,2}){16,}/gi
const PERCENT = /(?:[\w.-]{0,20}%[0-9a-f]{2}){3,}[\w.-]*/gi
/** Words that instructions need, turned round and by 13 letters. */
const ROT13 = /vtaber|qvfertneq|cebzcg|vafgehpgvba|nffvfgnag/i
const REVERSED = /erongi|dragersid|tpmorp|noitcurtsni|tnatsissa/i
const LEET = /[a-z][013457@$][a-z]/i
const LEET_ORDER = /[i1]gn[o0]r[e3]|d[i1][s5$]r[e3]g[a4@]rd|f[o0]rg[e3]t|[i1]n[s5$][t7]ruc[t7]|pr[o0]mp[t7]/i
const LEET_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
/** Letters with something between them: `i g n o r e`, `i-g-n-o-r-e`. */
const SPACED = /(?<![a-z0-9])(?:[a-z][\s._*|-]{1,3}){10,}[a-z](?![a-z0-9])/gi
const SPACED_ORDER =
  /(?:ignore|disregard|forget)(?:all|any|the|your|every|of)*(?:previous|prior|above|earlier|system|instructions)|systemprompt/

/** What a run of bytes says; undefined when it is no text. */
function readable(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8')
  if (text.length < 12) return undefined
  const letters = text.match(/[\p{L}\p{M}\p{N}\s.,;:!?'"()<>[\]|/-]/gu)?.length ?? 0
  return letters >= 0.95 * [...text].length ? text : undefined
}

function percentDecoded(run: string): string | undefined {
  try {
    return decodeURIComponent(run)
  } catch {
    return undefined // it only looks like an encoded text
  }
}

/** The texts that a text may hold in another spelling. Few texts hold any. */
export function decodings(text: string): string[] {
  const found: (string | undefined)[] = []
  for (const [run] of text.matchAll(BASE64)) found.push(readable(Buffer.from(run.replace(/\s/g, ''), 'base64')))
  for (const [run] of text.matchAll(HEX)) {
    found.push(readable(Buffer.from(run.replace(/\\x|0x|[^0-9a-f]/gi, ''), 'hex')))
  }
  if (text.includes('%')) for (const [run] of text.matchAll(PERCENT)) found.push(percentDecoded(run))
  if (ROT13.test(text)) {
    found.push(
      text.replace(/[a-z]/gi, (letter) => {
        const base = letter <= 'Z' ? 65 : 97
        return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
      }),
    )
  }
  if (REVERSED.test(text)) found.push([...text].toReversed().join(''))
  if (LEET.test(text) && LEET_ORDER.test(text))
    found.push(text.replace(/[013457@$]/g, (sign) => LEET_LETTERS[sign] ?? sign))
  return found.filter((each) => each !== undefined)
}

/** True for an instruction with its letters pulled apart. */
export function hasSpacedInstructions(text: string): boolean {
  const runs = text.match(SPACED) ?? []
  return runs.some((run) => SPACED_ORDER.test(foldText(run).replace(/[ .]/g, '')))
}
