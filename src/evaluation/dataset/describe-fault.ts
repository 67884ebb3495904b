import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** The first thing that keeps a value from being what the schema says, with the place of it; undefined: nothing does. */
export function describeFault(schema: TSchema, value: unknown): string | undefined {
  const [error] = Value.Errors(schema, value)
  if (error === undefined) return undefined
  const place = error.instancePath.slice(1).replaceAll('/', '.')
  return `${place === '' ? '' : `${place} `}${explain(error)}`
}

function explain({ keyword, params, message }: { keyword: string; params: object; message: string }): string {
  const limits = params as Readonly<Record<string, unknown>>
  switch (keyword) {
    case 'required':
      return `lacks ${(limits['requiredProperties'] as string[]).join(', ')}`
    case 'enum':
      return `must be one of ${(limits['allowedValues'] as unknown[]).join(', ')}`
    case 'pattern':
      return 'must not be blank'
    default:
      return message
  }
}
