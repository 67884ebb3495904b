import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { CommandError, UsageError } from '../command.ts'
import type { InputItem } from './page-to-send.ts'
import { listPageFiles, readFolder, type FolderOptions } from './read-folder.ts'
import { readNdjson } from './read-ndjson.ts'

export interface Input {
  /** Names the input in the state file: the absolute path, or `-`. */
  readonly path: string
  readonly items: AsyncIterable<InputItem>
  /** How many there are, where that is known before reading them. */
  readonly total: number | undefined
}

export interface InputOptions extends FolderOptions {
  /** Ends the reading of a stream, even while it waits for more. */
  readonly signal: AbortSignal
}

/** Opens a folder, an NDJSON file, or stdin for `-`. @throws CommandError, UsageError */
export async function openInput(raw: string, options: InputOptions): Promise<Input> {
  if (raw === '-') {
    return {
      path: raw,
      items: readNdjson(addAbortSignal(options.signal, process.stdin), options.availability),
      total: undefined,
    }
  }
  const path = resolve(raw)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(error.code === 'ENOENT' ? `${raw} does not exist` : `${raw} can't be read (${error.code})`)
  })
  if (found.isDirectory()) {
    const files = await listPageFiles(path)
    if (files.length === 0) throw new CommandError(`${raw} holds no .md, .markdown, .html or .htm file`)
    return { path, items: readFolder(path, files, options), total: files.length }
  }
  if (/\.(md|markdown|html?)$/i.test(path)) {
    throw new UsageError(`${raw} is a single page; give the folder that holds it, or an NDJSON file`)
  }
  if (options.urlBase !== undefined) throw new UsageError('--url-base is for folders; lines of a file have a url each')
  const stream = createReadStream(path, { signal: options.signal })
  return { path, items: readNdjson(stream, options.availability), total: undefined }
}
