import { expect, test } from 'vitest'
import { readAnswerStream } from './read-answer-stream.ts'

async function* linesOf(text: string) {
  yield* text.split('\n')
}

test('each text so far is told, and the answer ends it', async () => {
  const texts: string[] = []
  const stream = ': hello\n\nevent: text\ndata: {"text":"One."}\n\nevent: answer\ndata: {"status":"answered"}\n\n'
  expect(await readAnswerStream(linesOf(stream), (text) => texts.push(text))).toEqual({ status: 'answered' })
  expect(texts).toEqual(['One.'])
})

test('an error is told in the words of the server, and so is an end without an answer', async () => {
  const error = 'event: error\ndata: {"errors":[{"message":"No."}]}\n\n'
  await expect(readAnswerStream(linesOf(error), () => {})).rejects.toThrow('No.')
  await expect(readAnswerStream(linesOf(': hello\n'), () => {})).rejects.toThrow('in the middle')
})
