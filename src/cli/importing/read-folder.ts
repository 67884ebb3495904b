import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isPageFile, pageFromFile, urlOf } from './page-from-file.ts'
import type { Availability, InputItem } from './page-to-send.ts'

export interface FolderOptions {
  readonly availability: Availability
  /** Undefined: the pages have no public address, and are not cited. */
  readonly urlBase: string | undefined
}

/** Paths of the page files below a folder, sorted, with `/` between their parts; hidden ones and links are left out. */
export async function listPageFiles(folder: string): Promise<string[]> {
  const paths: string[] = []
  const pending = [folder]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(next, entry.name)
      if (entry.isDirectory()) pending.push(path)
      else if (entry.isFile() && isPageFile(entry.name)) paths.push(relative(folder, path).split(sep).join('/'))
    }
  }
  return paths.toSorted()
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The folder's files as pages; a file that can't be read as one is a fault of its own. */
export async function* readFolder(
  folder: string,
  paths: readonly string[],
  { availability, urlBase }: FolderOptions,
): AsyncGenerator<InputItem> {
  for (const path of paths) {
    const text = await readText(join(folder, path))
    if (typeof text !== 'string') {
      yield { origin: path, fault: text.fault }
      continue
    }
    yield {
      origin: path,
      page: {
        external_id: path,
        ...pageFromFile(path, text),
        ...(urlBase === undefined ? {} : { url: urlOf(path, urlBase) }),
        locale: 'en',
        ai_agent_availability: availability.agent ?? true,
        ai_copilot_availability: availability.copilot ?? true,
      },
    }
  }
}

async function readText(file: string): Promise<string | { fault: string }> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return { fault: `can't be read (${(error as NodeJS.ErrnoException).code})` }
  }
  try {
    return utf8.decode(bytes)
  } catch {
    return { fault: 'not valid UTF-8' }
  }
}
