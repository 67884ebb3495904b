import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { makeBodyValidator } from './validation.ts'

const validate = makeBodyValidator(
  Type.Object({
    name: Type.String({ minLength: 1, maxLength: 5, pattern: '\\S' }),
    link: Type.Optional(Type.String({ pattern: '^https', description: 'a link' })),
    kind: Type.Optional(Type.Unsafe<'a' | 'b'>({ type: 'string', enum: ['a', 'b'] })),
    list: Type.Optional(Type.Array(Type.Object({ id: Type.Integer() }))),
  }),
)

test.each<[unknown, string, string | undefined, string]>([
  [undefined, 'parameter_invalid', undefined, 'Body is required and must be a JSON object'],
  [[], 'parameter_invalid', undefined, 'Body is required and must be a JSON object'],
  [{}, 'parameter_not_found', 'name', 'name is a required parameter'],
  [{ name: 1 }, 'parameter_invalid', 'name', 'name must be string'],
  [{ name: '' }, 'parameter_invalid', 'name', 'name must not be blank'],
  [{ name: ' ' }, 'parameter_invalid', 'name', 'name must not be blank'],
  [{ name: 'x', link: 'y' }, 'parameter_invalid', 'link', 'link must be a link'],
  [{ name: 'x', kind: 'c' }, 'parameter_invalid', 'kind', 'kind must be one of a, b'],
  [{ name: 'x', list: [{ id: 1 }, {}] }, 'parameter_not_found', 'list.1.id', 'list.1.id is a required parameter'],
  [{ name: 'x', list: [{ id: '1' }] }, 'parameter_invalid', 'list.0.id', 'list.0.id must be integer'],
])('%j is refused with the field and in words', (body, code, field, message) => {
  expect(validate(body)).toMatchObject({ code, field, message })
})

test('a good body has no fault, and is not changed', () => {
  const body = { name: 'x', list: [{ id: 1 }], extra: '1' }
  expect(validate(body)).toBeUndefined()
  expect(body).toEqual({ name: 'x', list: [{ id: 1 }], extra: '1' })
})
