import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const SUFFIX = '.csv.gz'
const DRAFT_SUFFIX = '.csv.gz.part'

/** The files of exports, compressed, each named by its job. */
export class ExportFiles {
  readonly #directory: string

  /** @param directory is made when the first file is written */
  constructor(directory: string) {
    this.#directory = directory
  }

  /**
   * Writes a file whole or not at all: it is on the disk when this resolves, and nothing of it remains when it rejects.
   * @param draft tells apart those who write the same file
   * @returns its compressed size in bytes
   */
  async write(id: string, draft: number, lines: AsyncIterable<string>): Promise<number> {
    await mkdir(this.#directory, { recursive: true })
    const path = join(this.#directory, `${id}.${draft}${DRAFT_SUFFIX}`)
    try {
      // Fast rather than small: nobody keeps these files.
      const compressed = createGzip({ level: 1 })
      await pipeline(Readable.from(lines), compressed, createWriteStream(path, { mode: 0o600, flush: true }))
      const { size } = await stat(path)
      await rename(path, this.#path(id))
      return size
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  /** The compressed file; undefined when there is none. */
  async open(id: string): Promise<Readable | undefined> {
    try {
      const file = await open(this.#path(id), 'r')
      return file.createReadStream()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true })
  }

  /** Removes files that no job stands for any more. @param keep the ids of those that stay, of these */
  async sweep(keep: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
    const names = await readdir(this.#directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    const kept = await keep(names.map(idOf))
    for (const name of names) if (!kept.has(idOf(name))) await rm(join(this.#directory, name), { force: true })
  }

  #path(id: string): string {
    return join(this.#directory, `${id}${SUFFIX}`)
  }
}

function idOf(name: string): string {
  return name.split('.')[0] ?? ''
}
