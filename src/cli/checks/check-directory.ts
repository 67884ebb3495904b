import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, warn, type Finding } from './check.ts'

const GIGABYTE = 1024 ** 3
const LITTLE_SPACE = GIGABYTE
const NO_SPACE = GIGABYTE / 10

/** The data directory: there, ours to write, with room. Changes nothing. */
export function checkDirectory(dataDir: string): Finding[] {
  if (!existsSync(dataDir)) {
    const parent = nearestExisting(dataDir)
    return isWritable(parent)
      ? [warn('data directory', `${dataDir} does not exist yet; the first start makes it`), checkSpace(parent)]
      : [fail('data directory', `${dataDir} does not exist and ${parent} can't be written; set DORSAL_DATA_DIR`)]
  }
  if (!statSync(dataDir).isDirectory()) {
    return [fail('data directory', `${dataDir} is a file; set DORSAL_DATA_DIR to a directory`)]
  }
  if (!isWritable(dataDir)) {
    return [fail('data directory', `${dataDir} can't be written by this user; change its owner or DORSAL_DATA_DIR`)]
  }
  return [ok('data directory', dataDir), checkSpace(dataDir)]
}

function checkSpace(directory: string): Finding {
  const { bavail, bsize } = statfsSync(directory)
  const free = bavail * bsize
  const text = `${(free / GIGABYTE).toFixed(1)} GB free`
  if (free < NO_SPACE) return fail('disk', `${text}; writes will fail soon: make room`)
  if (free < LITTLE_SPACE) return warn('disk', `${text}; make room before it runs out`)
  return ok('disk', text)
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function nearestExisting(path: string): string {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    if (existsSync(directory) || directory === dirname(directory)) return directory
  }
}
