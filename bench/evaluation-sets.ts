import { join } from 'node:path'

/** Public question sets, beside the checkout and no part of it. */
export const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
export const SETS = ['emanual', 'mtrag_mini', 'squad2_dev', 'scifact'] as const
