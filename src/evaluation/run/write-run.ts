import { access, constants, rename, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Run } from './run-schema.ts'

/** Why a run could not be kept in this file; undefined: nothing is known against it. */
export async function findWriteFault(file: string): Promise<string | undefined> {
  const folder = dirname(resolve(file))
  try {
    await access(folder, constants.W_OK)
    return undefined
  } catch {
    return `${file}: can't be written, ${folder} is no folder that can be written to`
  }
}

/** The file is there as a whole or not at all. */
export async function writeRun(file: string, run: Run): Promise<void> {
  const unfinished = `${file}.part`
  await writeFile(unfinished, `${JSON.stringify(run, null, 1)}\n`)
  await rename(unfinished, file)
}
