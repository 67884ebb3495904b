import { Type, type Static } from 'typebox'
import { oneOf } from '../http/index.ts'
import { DorsalError, parameterInvalid } from '../kernel/index.ts'

/** What each kind of fault needs, and what else it takes besides `kind` and `times`. */
const KINDS = {
  rate_limit: { needs: [], takes: ['path_prefix', 'method'] },
  error: { needs: ['status'], takes: ['path_prefix', 'method'] },
  slow: { needs: ['delay_ms'], takes: ['path_prefix', 'method'] },
  stream: { needs: [], takes: ['delay_ms', 'drop_after_frames'] },
  model: { needs: [], takes: [] },
} as const
export type FaultKind = keyof typeof KINDS

export const FaultBody = Type.Object({
  kind: oneOf(Object.keys(KINDS) as FaultKind[]),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  path_prefix: Type.Optional(Type.String({ pattern: '^/', maxLength: 2_048, description: 'a path, from its first /' })),
  method: Type.Optional(oneOf(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])),
  // What clients try again (facts §2.4).
  status: Type.Optional(Type.Unsafe<500 | 502 | 503 | 504>({ type: 'integer', enum: [500, 502, 503, 504] })),
  delay_ms: Type.Optional(Type.Integer({ minimum: 1, maximum: 60_000 })),
  drop_after_frames: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
})
type FaultBody = Static<typeof FaultBody>

export type Fault = FaultBody & { readonly times: number }

/**
 * Checks that the parts make a fault of their kind: one that was misspelled must not hit everything.
 * @throws `parameter_not_found`, `parameter_invalid`
 */
export function parseFault(body: FaultBody): Fault {
  const { needs, takes }: { needs: readonly string[]; takes: readonly string[] } = KINDS[body.kind]
  const given = Object.keys(body)
  for (const field of needs) {
    if (given.includes(field)) continue
    throw new DorsalError('parameter_not_found', `${field} is a required parameter`, { field })
  }
  const known = ['kind', 'times', ...needs, ...takes]
  for (const field of given) {
    if (!known.includes(field)) throw parameterInvalid(field, `${field} is no part of a ${body.kind} fault`)
  }
  if (body.kind === 'stream' && body.delay_ms === undefined && body.drop_after_frames === undefined) {
    throw parameterInvalid('kind', 'A stream fault needs delay_ms or drop_after_frames')
  }
  return { ...body, times: body.times ?? 1 }
}
