import { seeded } from '../support/random.ts'
import { call } from '../support/server-process.ts'
import { TEST_TOKEN } from '../support/data-template.ts'

/** What a page of this key may be after a crash; `null` is "not there". */
export interface Tracked {
  readonly sourceId: number
  /** Last acknowledged version. */
  acknowledged: Version | null
  /** Versions (or the deletion) sent and not answered yet. */
  readonly pending: (Version | null)[]
  /** The page's id, once known. */
  id?: string
  /** Words that acknowledged states of the page no longer contain. */
  readonly gone: string[]
}

export interface Version {
  readonly title: string
  readonly html: string
  /** In this version of this page and nowhere else. */
  readonly word: string
}

const LETTERS = 'bcdfghjklm'

/**
 * A word of consonants that no stemmer shortens and that no other page has. Two of them differ in three letters at least, or
 * search would take one that is gone for another one misspelt.
 */
export function uniqueWord(number: number): string {
  return `w${[...String(number)].map((digit) => LETTERS[Number(digit)]?.repeat(3)).join('')}k`
}

const FILLER = 'The machine keeps its settings when the power fails and starts again with the last program. '

/** The clients of a library, and what they were promised. */
export class LibraryModel {
  readonly pages = new Map<string, Tracked>()
  acknowledgements = 0
  readonly #random = seeded(7)
  #counter = 0

  version(): Version {
    const word = uniqueWord(this.#counter++)
    const paragraphs = Array.from({ length: 1 + Math.floor(this.#random() * 6) }, () => `<p>${FILLER.repeat(4)}</p>`)
    return { title: `Title ${word}`, html: `<h1>${word}</h1>${paragraphs.join('')}<p>End of ${word}.</p>`, word }
  }

  track(key: string, sourceId: number): Tracked {
    let page = this.pages.get(key)
    if (page === undefined) this.pages.set(key, (page = { sourceId, acknowledged: null, pending: [], gone: [] }))
    return page
  }

  /** Pushes one page; whatever became of it is noted. */
  async upsert(url: string, key: string, sourceId: number): Promise<void> {
    const page = this.track(key, sourceId)
    const version = this.version()
    page.pending.push(version)
    const reply = await call(url, 'POST', '/ai/external_pages', toBody(key, sourceId, version))
    if (reply === undefined) return
    if (reply.status !== 200) throw new Error(`upsert answered ${reply.status}: ${JSON.stringify(reply.body)}`)
    this.#acknowledge(page, version, reply.body.id)
  }

  async remove(url: string, key: string): Promise<void> {
    const page = this.pages.get(key)
    if (page?.id === undefined || page.acknowledged === null) return
    page.pending.push(null)
    const reply = await call(url, 'DELETE', `/ai/external_pages/${page.id}`)
    if (reply === undefined) return
    if (reply.status !== 200) throw new Error(`delete answered ${reply.status}: ${JSON.stringify(reply.body)}`)
    this.#acknowledge(page, null, page.id)
  }

  async removeSource(url: string, sourceId: number): Promise<void> {
    const pages = [...this.pages.values()].filter((page) => page.sourceId === sourceId)
    for (const page of pages) page.pending.push(null)
    const reply = await call(url, 'DELETE', `/ai/content_import_sources/${sourceId}`)
    if (reply === undefined) return
    if (reply.status !== 204) throw new Error(`source delete answered ${reply.status}`)
    for (const page of pages) this.#acknowledge(page, null, page.id)
  }

  /** Pushes several pages as NDJSON; each result line is an acknowledgement of its own. */
  async bulk(url: string, keys: readonly string[], sourceId: number): Promise<void> {
    const sent = keys.map((key) => ({ key, page: this.track(key, sourceId), version: this.version() }))
    for (const { page, version } of sent) page.pending.push(version)
    try {
      const response = await fetch(`${url}/dorsal/v1/external_pages/bulk`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TEST_TOKEN}`, 'content-type': 'application/x-ndjson' },
        body: sent.map(({ key, version }) => `${JSON.stringify(toBody(key, sourceId, version))}\n`).join(''),
      })
      let rest = ''
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          const result = JSON.parse(line)
          const item = sent[result.line - 1]
          if (item === undefined || !['created', 'updated'].includes(result.status)) throw new ResultError(line)
          this.#acknowledge(item.page, item.version, result.id)
        }
      }
    } catch (error) {
      if (error instanceof ResultError) throw error // otherwise the server went away
    }
  }

  #acknowledge(page: Tracked, version: Version | null, id: string | undefined): void {
    if (page.acknowledged !== null) page.gone.push(page.acknowledged.word)
    page.acknowledged = version
    page.pending.splice(page.pending.indexOf(version), 1)
    if (id !== undefined) page.id = id
    this.acknowledgements++
  }
}

class ResultError extends Error {}

function toBody(key: string, sourceId: number, { title, html }: Version) {
  return {
    source_id: sourceId,
    external_id: key,
    title,
    html,
    url: `https://help.example.com/${key}`,
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
  }
}
