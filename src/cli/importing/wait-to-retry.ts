import { ApiError, UnreachableError } from '../api-client.ts'
import { pause, type Retries } from '../retry.ts'

/** Waits as long as the failure asks for. @throws the failure itself when the request is not worth another try */
export async function waitToRetry(error: unknown, retries: Retries, signal: AbortSignal): Promise<void> {
  const delay =
    error instanceof ApiError
      ? retries.delayAfter(error)
      : error instanceof UnreachableError
        ? retries.delayAfter({ status: undefined, retryAfterMs: undefined })
        : undefined
  if (delay === undefined) throw error
  await pause(delay, signal)
}
