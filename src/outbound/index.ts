export { allowOrigin, parseAllowList, type AllowList } from './allow-list.ts'
export {
  OutgoingRequestError,
  type OutgoingFailure,
  type OutgoingRequest,
  type OutgoingResponse,
  type SafeFetch,
  type SafeStream,
} from './outgoing-request.ts'
export { makeSafeFetch } from './safe-fetch.ts'
