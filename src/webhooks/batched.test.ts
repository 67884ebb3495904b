import { expect, test } from 'vitest'
import { batched } from './batched.ts'

test('items that come while others are written are written together after them', async () => {
  const batches: (readonly number[])[] = []
  let finish = () => {}
  const write = batched<number>((items) => {
    batches.push(items)
    return new Promise((resolve) => (finish = resolve))
  })
  const first = write(1)
  const later = [write(2), write(3)]
  expect(batches).toEqual([[1]])
  finish()
  await first
  expect(batches).toEqual([[1], [2, 3]])
  finish()
  await Promise.all(later)
})

test('a batch that fails fails its items alone', async () => {
  const write = batched<number>(async (items) => {
    if (items.includes(1)) throw new Error('no')
  })
  const results = await Promise.allSettled([write(1), write(2), write(3)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  await expect(write(4)).resolves.toBeUndefined()
})
