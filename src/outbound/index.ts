export { makeSafeFetch, OutgoingRequestError, type SafeFetch } from './safe-fetch.ts'
