/** A stream read as a browser's script would by `fetch`. */
export class EventStream {
  readonly status: number
  readonly headers: Headers
  readonly frames: { readonly id: string; readonly data: string }[] = []
  /** Everything that came, comments included. */
  text = ''
  /** How the stream ended. */
  readonly ended: Promise<'ended' | 'broken'>
  readonly #abort: AbortController
  #onText: (() => void)[] = []

  constructor(response: Response, abort: AbortController) {
    this.status = response.status
    this.headers = response.headers
    this.#abort = abort
    this.ended = this.#read(response)
  }

  /** @param lastEventId sent as the header */
  static async open(url: string, lastEventId?: string | number): Promise<EventStream> {
    const abort = new AbortController()
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
    return new EventStream(await fetch(url, { headers, signal: abort.signal }), abort)
  }

  get ids(): number[] {
    return this.frames.map(({ id }) => Number(id))
  }

  get data(): string[] {
    return this.frames.map(({ data }) => data)
  }

  /** Resolves when so many events have come; rejects when the stream is over before. */
  async received(count: number): Promise<this> {
    await this.#when(() => this.frames.length >= count)
    return this
  }

  async contains(text: string): Promise<void> {
    await this.#when(() => this.text.includes(text))
  }

  /** All that comes until the server ends it. */
  async all(): Promise<number[]> {
    if ((await this.ended) !== 'ended') throw new Error('the stream broke')
    return this.ids
  }

  close(): void {
    this.#abort.abort()
  }

  async #when(condition: () => boolean): Promise<void> {
    while (!condition()) {
      const more = new Promise<true>((resolve) => this.#onText.push(() => resolve(true)))
      const isMore = await Promise.race([more, this.ended.then(() => false)])
      if (!isMore && !condition()) throw new Error(`the stream is over after ${this.frames.length} events`)
    }
  }

  async #read(response: Response): Promise<'ended' | 'broken'> {
    let rest = ''
    try {
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        this.text += text
        rest += text
        const blocks = rest.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const [, id, data] = /^id: (\d+)\ndata: (.*)$/s.exec(block) ?? []
          if (id !== undefined && data !== undefined) this.frames.push({ id, data })
        }
        for (const tell of this.#onText.splice(0)) tell()
      }
      return 'ended'
    } catch {
      return 'broken'
    }
  }
}
