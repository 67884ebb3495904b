export { generateToken, requireScope, SCOPES, storeToken, TokenVerifier, type Scope } from './access-tokens.ts'
export { atLeast, requireVersion, type ApiVersion } from './api-version.ts'
export { presentError } from './error-handler.ts'
export { buildServer, type Api, type ServerOptions } from './server.ts'
