import { Type } from 'typebox'
import type { Api } from '../http/index.ts'
import { DorsalError, parameterInvalid, type MovableClock } from '../kernel/index.ts'
import { moveClock, settle, type Work } from './move-clock.ts'
import { TEST_KIT_PATH } from './watch-requests.ts'

const config = { scope: 'admin' } as const
/** Later years have five digits, which not everyone reads. */
const LATEST = Date.UTC(9999, 11, 31)

const ClockBody = Type.Object({
  advance_seconds: Type.Optional(Type.Number({ minimum: 0 })),
  now: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$',
      description: 'a time such as 2026-01-31T12:00:00Z',
    }),
  ),
})

/** The clock, and waiting for what is due by it. */
export function clockRoutes(app: Api, clock: MovableClock, work: Work): void {
  const present = () => ({ now: new Date(clock.now()).toISOString(), offset_seconds: clock.offset / 1_000 })

  app.get(`${TEST_KIT_PATH}/clock`, { config }, async () => present())

  app.post(`${TEST_KIT_PATH}/clock`, { config, schema: { body: ClockBody } }, async ({ body }) => {
    const isIdle = await moveClock(clock, work, targetOf(body.advance_seconds, body.now, clock.now()))
    return { ...present(), is_idle: isIdle }
  })

  app.post(`${TEST_KIT_PATH}/idle`, { config }, async () => {
    if (await settle(work)) return { is_idle: true }
    throw new DorsalError('service_unavailable', 'There was still work to do after 5 seconds')
  })
}

/** @throws `parameter_invalid` for a time that is none, has passed or is too far away, and for two times */
function targetOf(advanceSeconds: number | undefined, time: string | undefined, now: number): number {
  if ((advanceSeconds === undefined) === (time === undefined)) {
    throw parameterInvalid('advance_seconds', 'One of advance_seconds and now is required')
  }
  const [field, target] =
    time === undefined
      ? (['advance_seconds', now + (advanceSeconds ?? 0) * 1_000] as const)
      : (['now', Date.parse(time)] as const)
  if (Number.isNaN(target)) throw parameterInvalid(field, `${field} is no time that exists`)
  if (target < now)
    throw parameterInvalid(field, `${field} must not be before the present time: time only goes forward`)
  if (target > LATEST) throw parameterInvalid(field, `${field} must not lead beyond the year 9999`)
  return target
}
