import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameOf } from './stream-frame.ts'

/** What a reader makes of a stream, by the rules of the HTML standard. */
function read(stream: string) {
  const messages: { id: string; data: string }[] = []
  let data: string[] = []
  let id = ''
  for (const line of stream.split(/\r\n|\r|\n/)) {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    if (line === '') {
      if (data.length > 0) messages.push({ id, data: data.join('\n') })
      data = []
    } else if (field === 'data') data.push(value)
    else if (field === 'id') id = value
    else throw new Error(`unexpected line ${JSON.stringify(line)}`)
  }
  return messages
}

test('a frame without line breaks is the payload word for word', () => {
  const payload = JSON.stringify({ body: 'one\ntwo \u2028 \u0085 "quoted" 😀', data: ': id: 7' })
  expect(frameOf({ id: 12, payload })).toBe(`id: 12\ndata: ${payload}\n\n`)
})

test('a reader gets one message for each event, whatever is in the payload', () => {
  const anyText = fc.string({ unit: fc.constantFrom('\r', '\n', ' ', ':', 'data: ', 'id: 1', 'x', '😀', '{"a":1}') })
  fc.assert(
    fc.property(fc.array(anyText), (payloads) => {
      const stream = payloads.map((payload, index) => frameOf({ id: index + 1, payload })).join('')
      const expected = payloads.map((payload, index) => ({
        id: String(index + 1),
        data: payload.replaceAll(/\r\n?/g, '\n'),
      }))
      expect(read(stream)).toEqual(expected)
    }),
  )
})
