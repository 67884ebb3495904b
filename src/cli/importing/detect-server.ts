import { ApiError, type ApiClient } from '../api-client.ts'

/** Whether the server is a Dorsal; anything else is spoken to as Intercom. @throws ApiError for a refused token */
export async function isDorsal(client: ApiClient): Promise<boolean> {
  try {
    const status = await client.json<{ version?: unknown; index?: unknown } | undefined>('GET', '/dorsal/v1/status')
    return status?.version !== undefined && status.index !== undefined
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401 || error.status === 429 || error.status >= 500) throw error
    // A Dorsal whose token may not see its status; Intercom knows no such path.
    return error.status === 403
  }
}
