import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Logger } from 'pino'
import { DorsalError, type Clock } from '../kernel/index.ts'
import { requireScope, type Principal, type Scope, type TokenVerifier } from './access-tokens.ts'
import { parseVersion, type ApiVersion } from './api-version.ts'
import { handleClientError, handleError, useErrorHandler } from './error-handler.ts'
import { parseJsonBody, requireStorable } from './json-body.ts'
import { RateLimiter, refuseForRate, type RateLimitState } from './rate-limit.ts'
import { useValidation } from './validation.ts'

/** A Fastify instance whose routes are typed by their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route inside `authenticated`. */
    workspaceId: number
    principal: Principal
    rateLimit: RateLimitState
    apiVersion: ApiVersion
  }
  interface FastifyContextConfig {
    /** What the token must allow; every authenticated route states it. */
    scope?: Scope
  }
}

export interface ServerOptions {
  readonly verifier: Pick<TokenVerifier, 'verify'>
  readonly clock: Clock
  readonly log: Logger
  readonly bodyLimitBytes: number
  readonly requestsPerMinute: number
  /** Routes that check for themselves who calls. */
  readonly open?: readonly ((api: Api) => void)[]
  /** Routes that need a token. */
  readonly authenticated: readonly ((api: Api) => void)[]
  /** Whether the program can serve now. */
  readonly isReady: () => Promise<boolean>
}

/** Builds the HTTP server; nothing listens yet. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: options.log,
    // Requests are logged by the hook below, in one line each.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    bodyLimit: options.bodyLimitBytes,
    requestTimeout: 0, // bulk uploads may take as long as they send; idle ones end by the connection timeout
    connectionTimeout: 120_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    // Such a request reaches no route, and so no hook.
    frameworkErrors(error, request, reply) {
      identify(request, reply)
      reply.raw.once('finish', () => logRequest(request, reply))
      return handleError(error, request, reply)
    },
    clientErrorHandler: (error, socket) => handleClientError(error, socket, options.log),
    rewriteUrl: (request) => originForm(request.url ?? '/'),
  }) as unknown as FastifyInstance

  useErrorHandler(app)
  useValidation(app)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/([\w.-]+\+)?json\s*(;|$)/i, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      const parsed = parseJsonBody(body as Buffer)
      requireStorable(parsed)
      done(null, parsed)
    } catch (error) {
      done(error as Error)
    }
  })
  app.addHook('onRequest', async (request, reply) => identify(request, reply))
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply))

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    if (!(await options.isReady())) throw new DorsalError('service_unavailable', 'The database is not available')
    return { status: 'ready' }
  })
  app.register(async (scope) => {
    for (const register of options.open ?? []) register(scope as unknown as Api)
  })
  app.register(async (scope) => {
    useAuthentication(scope, options)
    for (const register of options.authenticated) register(scope as unknown as Api)
  })
  return app
}

function identify(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('X-Request-Id', request.id)
}

function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info(
    {
      method: request.method,
      url: withoutValues(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    'request',
  )
}

/** What a query asks for may be a token or a person. */
function withoutValues(url: string): string {
  return url.replace(/=[^&]*/g, '')
}

/** Token, rate limit, version: in this order, so that a stranger learns nothing and costs nothing. */
function useAuthentication(app: FastifyInstance, options: ServerOptions): void {
  const limiter = new RateLimiter(options.requestsPerMinute, options.clock)
  app.decorateRequest('workspaceId', 0)
  app.decorateRequest('principal')
  app.decorateRequest('rateLimit')
  app.decorateRequest('apiVersion', 0)
  app.addHook('onRoute', (route) => {
    if (route.config?.scope === undefined) throw new Error(`${route.method} ${route.url} states no scope`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const principal = await options.verifier.verify(request.headers.authorization)
    request.workspaceId = principal.workspaceId
    request.principal = principal
    const state = limiter.take(principal.workspaceId)
    request.rateLimit = state
    reply.header('X-RateLimit-Limit', state.limit)
    reply.header('X-RateLimit-Remaining', state.remaining)
    reply.header('X-RateLimit-Reset', state.resetAt)
    if (state.isExceeded) refuseForRate(reply, state)
    const version = request.headers['intercom-version']
    request.apiVersion = parseVersion(Array.isArray(version) ? version[0] : version)
    const scope = request.routeOptions.config.scope
    if (scope !== undefined) requireScope(principal, scope)
  })
}

/** The Ruby client sends the absolute `pages.next` as its request target (facts §8.4). */
function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'
}
