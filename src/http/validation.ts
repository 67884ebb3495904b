import { Ajv, type ErrorObject } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { DorsalError, parameterInvalid } from '../kernel/index.ts'

/** Bodies are taken as they are: a compatible server must not quietly turn "1" into 1. Query strings hold only text. */
const bodyAjv = new Ajv({ coerceTypes: false, allowUnionTypes: true, verbose: true })
const textAjv = new Ajv({ coerceTypes: true, useDefaults: true, allowUnionTypes: true, verbose: true })

export function useValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? bodyAjv : textAjv).compile(schema as object),
  )
  app.setSchemaErrorFormatter((errors, part) => toDorsalError(errors as unknown as ErrorObject[], part))
}

/** For the routes of the Fin Agent API: a missing field is `parameter_invalid`, "X is required" (facts §4.2). */
export function sayShortly(app: FastifyInstance): void {
  app.setSchemaErrorFormatter((errors, part) => {
    const error = toDorsalError(errors as unknown as ErrorObject[], part)
    const isMissing = error.code === 'parameter_not_found' || error.message.endsWith(' must not be blank')
    return isMissing && error.field !== undefined ? parameterInvalid(error.field, `${error.field} is required`) : error
  })
}

/** Checks a body that did not come as a request of its own, as the request would be. Gives the fault, if any. */
export function makeBodyValidator(schema: object): (body: unknown) => DorsalError | undefined {
  const validate = bodyAjv.compile(schema)
  return (body) => (validate(body) ? undefined : toDorsalError(validate.errors ?? [], 'body'))
}

/** The first fault, with the field that it is in (facts §2.1: one error for the first failure). */
function toDorsalError(errors: readonly ErrorObject[], part: string): DorsalError {
  const error = errors[0]
  if (error === undefined) return new DorsalError('parameter_invalid', 'The request is not valid')
  const parent = error.instancePath.slice(1).replaceAll('/', '.')
  if (error.keyword === 'required') {
    const missing = String(error.params['missingProperty'])
    const field = parent === '' ? missing : `${parent}.${missing}`
    return new DorsalError('parameter_not_found', `${field} is a required parameter`, { field })
  }
  if (parent === '') {
    const message = part === 'body' ? 'Body is required and must be a JSON object' : 'The request is not valid'
    return new DorsalError('parameter_invalid', message)
  }
  return new DorsalError('parameter_invalid', `${parent} ${describe(error)}`, { field: parent })
}

function describe(error: ErrorObject): string {
  switch (error.keyword) {
    case 'enum':
      return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`
    case 'const':
      return `must be ${JSON.stringify(error.params['allowedValue'])}`
    case 'minLength':
      return error.params['limit'] === 1 ? 'must not be blank' : (error.message ?? '')
    case 'pattern': {
      // A schema says in its description what its pattern means.
      const { description } = error.parentSchema as { description?: string }
      return description === undefined ? 'must not be blank' : `must be ${description}`
    }
    default:
      return error.message ?? 'is not valid'
  }
}
