import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { describe } from 'vitest'
import { parse } from 'yaml'
import type { Reply, RequestOptions, TestApp } from '../support/test-app.ts'

/** Intercom's description of 2.14. It is not part of this project: it lies beside it where the tests are to use it. */
const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'intercom-2.14.yaml')

type Json = Record<string, any>

/** Groups of operations that Dorsal serves, by the beginning of their paths. */
const GROUPS = [
  '/ai/',
  '/fin/',
  '/custom_channel_events/',
  '/export/reporting_data/',
  '/download/reporting_data/',
  '/custom_object_instances/',
] as const
export type Group = (typeof GROUPS)[number]

/** Events of the Fin Agent API, by `event_name`, with the name of their schema. */
const EVENTS = {
  fin_replied: 'fin_agent_replied_event',
  fin_status_updated: 'fin_agent_status_updated_event',
  fin_reply_chunk: 'fin_agent_reply_chunk_event',
  csat_requested: 'fin_agent_csat_requested_event',
} as const
export type EventName = keyof typeof EVENTS

export interface Operation {
  readonly group: Group
  readonly operationId: string
  readonly method: string
  readonly path: RegExp
  readonly requestExamples: readonly unknown[]
  readonly responseExamples: readonly { readonly status: number; readonly body: unknown }[]
  readonly statuses: readonly number[]
}

interface Contract {
  readonly operations: readonly Operation[]
  readonly validateRequest: (operationId: string, body: unknown) => string[]
  readonly validateResponse: (operationId: string, status: number, body: unknown) => string[]
  readonly validateEvent: (name: EventName, payload: unknown) => string[]
}

const contract = existsSync(FILE) ? loadContract(parse(readFileSync(FILE, 'utf8')) as Json) : undefined

/** A group of tests that needs the description. */
export const describeContract: typeof describe | typeof describe.skip =
  contract === undefined ? describe.skip : describe
if (contract === undefined) console.log(`The contract tests are skipped: there is no ${FILE}`)

/** The operations of a group, as Intercom describes them. */
export function operations(group: Group = '/ai/'): readonly Operation[] {
  return required().operations.filter((operation) => operation.group === group)
}

/** What the description says against a request body; empty when it is allowed. */
export function validateRequest(operationId: string, body: unknown): string[] {
  return required().validateRequest(operationId, body)
}

/** What the description says against a response; empty when it is right. Statuses it does not list are errors. */
export function validateResponse(operationId: string, status: number, body: unknown): string[] {
  return required().validateResponse(operationId, status, body)
}

/** What the description says against an event; empty when it is right. Fields that it does not name are errors. */
export function validateEvent(name: EventName, payload: unknown): string[] {
  return required().validateEvent(name, payload)
}

function required(): Contract {
  if (contract === undefined) throw new Error(`there is no ${FILE}`)
  return contract
}

/** Requests of the described operations; each response is held against the description before the test sees it. */
export class CheckedApi {
  readonly #app: TestApp
  readonly #defaults: RequestOptions

  constructor(app: TestApp, defaults: RequestOptions = {}) {
    this.#app = app
    this.#defaults = defaults
  }

  async request(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Reply<any>> {
    const reply = await this.#app.request(method, path, body, { ...this.#defaults, ...options })
    if (contract === undefined) return reply
    const [pathname = ''] = path.split('?')
    const matching = contract.operations.filter((each) => each.method === method && each.path.test(pathname))
    // `/get_datasets` is no id.
    const operation = matching.find((each) => each.path.source === `^${pathname}$`) ?? matching[0]
    if (operation === undefined) throw new Error(`the description has no ${method} ${pathname}`)
    const problems = contract.validateResponse(operation.operationId, reply.status, reply.body)
    if (problems.length > 0) throw new Error(`${method} ${path} -> ${reply.status}: ${problems.join('; ')}`)
    return reply
  }

  get(path: string, options?: RequestOptions) {
    return this.request('GET', path, undefined, options)
  }

  post(path: string, body?: unknown, options?: RequestOptions) {
    return this.request('POST', path, body, options)
  }

  put(path: string, body?: unknown, options?: RequestOptions) {
    return this.request('PUT', path, body, options)
  }

  delete(path: string, options?: RequestOptions) {
    return this.request('DELETE', path, undefined, options)
  }
}

function loadContract(description: Json): Contract {
  amend(description['components'].schemas)
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  for (const [name, schema] of Object.entries<Json>(description['components'].schemas)) {
    ajv.addSchema(toJsonSchema(schema) as Json, `#/components/schemas/${name}`)
  }
  const error = compile(ajv, description['components'].schemas.error)
  const events = Object.entries(EVENTS).map(([name, schema]) => {
    return [name, compile(ajv, closed(description['components'].schemas[schema]))] as const
  })
  const eventValidators = new Map<string, ValidateFunction>(events)
  const found = listOperations(description)
  const requests = new Map<string, ValidateFunction>()
  const responses = new Map<string, Map<number, ValidateFunction | undefined>>()
  for (const { raw, operation } of found) {
    if (raw['requestBody'] !== undefined) {
      requests.set(operation.operationId, compile(ajv, jsonContent(raw['requestBody'])?.schema))
    }
    const byStatus = new Map<number, ValidateFunction | undefined>()
    for (const [status, response] of responsesOf(description, raw)) {
      const content = jsonContent(response)
      byStatus.set(Number(status), content === undefined ? undefined : compile(ajv, content.schema))
    }
    responses.set(operation.operationId, byStatus)
  }
  return {
    operations: found.map(({ operation }) => operation),
    validateRequest(operationId, body) {
      const validate = requests.get(operationId)
      if (validate === undefined) throw new Error(`the description has no request body for ${operationId}`)
      return problemsOf(validate, body)
    },
    validateResponse(operationId, status, body) {
      const byStatus = responses.get(operationId)
      if (byStatus === undefined) throw new Error(`the description has no operation ${operationId}`)
      if (byStatus.has(status)) {
        const validate = byStatus.get(status)
        if (validate !== undefined) return problemsOf(validate, body)
        return body === undefined ? [] : ['the body must be empty']
      }
      return status >= 400 ? problemsOf(error, body) : [`status ${status} is not described`]
    },
    validateEvent(name, payload) {
      const validate = eventValidators.get(name)
      if (validate === undefined) return [`the description has no event ${String(name)}`]
      return problemsOf(validate, payload)
    },
  }
}

/** Values of custom objects are described as strings, and are numbers in the examples of the same description. */
function amend(schemas: Json): void {
  for (const name of ['custom_object_instance', 'create_or_update_custom_object_instance_request']) {
    schemas[name].properties.custom_attributes.additionalProperties = {}
  }
}

function listOperations(description: Json): { raw: Json; operation: Operation }[] {
  return Object.entries<Json>(description['paths']).flatMap(([path, item]) => {
    const group = GROUPS.find((start) => path.startsWith(start))
    if (group === undefined) return []
    return Object.entries<Json>(item)
      .filter(([method]) => ['get', 'post', 'put', 'delete'].includes(method))
      .map(([method, raw]) => ({
        raw,
        operation: {
          group,
          // Some have none.
          operationId: String(raw['operationId'] ?? `${method.toUpperCase()} ${path}`),
          method: method.toUpperCase(),
          path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          requestExamples: examplesOf(jsonContent(raw['requestBody'])),
          responseExamples: responsesOf(description, raw).flatMap(([status, response]) =>
            examplesOf(jsonContent(response)).map((body) => ({ status: Number(status), body })),
          ),
          statuses: Object.keys(raw['responses']).map(Number),
        },
      }))
  })
}

/** Some operations share their responses: `#/components/responses/Unauthorized`. */
function responsesOf(description: Json, operation: Json): [string, Json][] {
  return Object.entries<Json>(operation['responses']).map(([status, response]) => {
    const name = /^#\/components\/responses\/(\w+)$/.exec(String(response['$ref']))?.[1]
    return [status, name === undefined ? response : description['components'].responses[name]]
  })
}

function jsonContent(part: Json | undefined): Json | undefined {
  return part?.['content']?.['application/json']
}

function examplesOf(content: Json | undefined): unknown[] {
  return Object.values<Json>(content?.['examples'] ?? {}).map((example) => complete(example['value']))
}

/** Examples cut long values short; of a file's base64 what is left without the dots is base64 again. */
function complete(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\.\.\.$/, '')
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(complete)
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, complete(child)]))
}

/** The schema without room for fields that it does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const children = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in schema ? { additionalProperties: false, ...children } : children
}

function compile(ajv: Ajv, schema: unknown): ValidateFunction {
  return ajv.compile(toJsonSchema(schema) as Json)
}

function problemsOf(validate: ValidateFunction, body: unknown): string[] {
  if (validate(body)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim())
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type `null`, and calls its unix seconds a `date-time`. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, example: _example, ...rest } = schema as Json
  const converted: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]))
  if (converted['type'] === 'integer' && converted['format'] === 'date-time') delete converted['format']
  if (nullable === true && typeof converted['type'] === 'string') {
    converted['type'] = [converted['type'], 'null']
    if (Array.isArray(converted['enum'])) converted['enum'] = [...converted['enum'], null]
  }
  return converted
}
