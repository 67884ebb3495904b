import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { detectLanguage } from '../analysis/index.ts'
import {
  answerRoutes,
  customAnswerRoutes,
  CustomAnswers,
  guidanceRoutes,
  makeCustomAnswerer,
  makeExtractiveAnswerer,
  makeReplayAnswer,
  recordAnswers,
  storedAnswerRoutes,
} from '../answers/index.ts'
import type { ChatTimeouts } from '../chat/index.ts'
import { readIntent } from '../dialogue/index.ts'
import { embeddingRoutes } from '../embedding/index.ts'
import { readHtmlBody, releaseTurns } from '../conversations/index.ts'
import { embeddedEngine, openDatabase, serverEngine, type Database } from '../db/index.ts'
import { EventSignal, Outbox } from '../events/index.ts'
import { buildServer, TokenVerifier } from '../http/index.ts'
import { makePageIndexer } from '../ingest/index.ts'
import { joinWorkers } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import {
  aiContentRoutes,
  audienceRoutes,
  Audiences,
  bulkRoutes,
  indexedPageRoutes,
  Pages,
  PageWriter,
  Sources,
} from '../library/index.ts'
import { objectInstanceRoutes, ObjectInstances, objectTypeRoutes, ObjectTypes } from '../objects/index.ts'
import { makeSafeFetch } from '../outbound/index.ts'
import { exportRoutes, releaseExports, reportRoutes } from '../reporting/index.ts'
import {
  makeAnalyzeQuestion,
  makeSearch,
  makeExplain,
  makeLibraryLanguages,
  searchRoutes,
  type QueryEmbedder,
  type PassageReranker,
  synonymRoutes,
  Synonyms,
  Vocabulary,
} from '../retrieval/index.ts'
import { makeStreamAddresses, StreamHub, streamRoutes, type StreamFaults } from '../streams/index.ts'
import { failingAnswerer, failingEmbedder, openTestKit, streamFaultsOf, testKitRoutes } from '../testkit/index.ts'
import { releaseDeliveries } from '../webhooks/index.ts'
import type { Config } from './config.ts'
import { answerSettings } from './answer-settings.ts'
import { startBackground } from './background.ts'
import { startConversations } from './conversations.ts'
import { makeEmbedding } from './embedding.ts'
import { makeExports } from './exports.ts'
import { makeModel } from './model.ts'
import { statusRoutes } from './status.ts'
import { startWebhooks, type Sending } from './webhooks.ts'
import { ensureWorkspace } from './workspace.ts'

export interface AppOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  /** The database died under the program, which can only end. */
  readonly onFatal: (error: Error) => void
  /** Opens another database than the settings name: for tests. */
  readonly openEngine?: typeof embeddedEngine
  /** What goes wrong with event streams on purpose: for tests. */
  readonly streamFaults?: () => StreamFaults | undefined
  /** How webhooks' receivers are asked: for tests. */
  readonly sending?: Partial<Sending>
  /** How long the language model may take: for tests. */
  readonly chatTimeouts?: ChatTimeouts
}

export interface App {
  readonly server: FastifyInstance
  readonly db: Database
  readonly outbox: Outbox
  /** Present when a token was generated just now; it can't be shown again. */
  readonly generatedToken: string | undefined
  /** Listens. @returns the URL that clients use */
  listen(): Promise<string>
  /** Resolves when nothing is left to do at this moment: for tests. */
  idle(): Promise<void>
  /** Lets running requests end, stops the jobs, closes the database: in this order, within two seconds. */
  close(): Promise<void>
}

/** Requests still running when this much of the shutdown has passed are cut off. */
const DRAIN_MS = 1_000

/** Puts the program together; the only place that knows every part. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, log } = options
  const kit = config.testKit ? openTestKit(options.clock, log) : undefined
  const clock = kit?.clock ?? options.clock
  const db = await openDatabase(await openConfiguredEngine(options), {
    onUnreadableIndex: (error) => log.warn({ err: error }, 'the ranking index was unreadable and is built anew'),
  })
  try {
    const generatedToken = await ensureWorkspace(db, config.accessToken, clock)
    const libraryLanguages = makeLibraryLanguages(db.reader, clock)
    const synonyms = new Synonyms({ db, clock })
    const analyzeQuestion = makeAnalyzeQuestion({ libraryLanguages, synonyms, vocabulary: new Vocabulary(db) })
    const searchWith = (embedder: QueryEmbedder | undefined, reranker?: PassageReranker) =>
      makeSearch({ db, analyzeQuestion, embedder, reranker })
    const embedding = await makeEmbedding({
      db,
      clock,
      log,
      config,
      searchWith: (embedder) => searchWith(embedder),
      queue: (tx, job) => background.queue(tx, job),
    })
    const exports = makeExports({ db, clock, log, config })
    // Without a way to other processes there are none.
    if (db.notifications === undefined) await Promise.all([releaseTurns(db), releaseDeliveries(db), releaseExports(db)])
    const background = await startBackground({
      db,
      clock,
      log,
      embed: embedding.vectors?.job,
      answerDays: config.answerDays,
      jobs: exports.jobs,
    })
    const indexer = makePageIndexer({
      onIndexed: (tx) => background.onIndexed(tx),
      onStale: (tx, pages, cause) => background.onStale(tx, pages, cause),
    })
    const search = searchWith(failingEmbedder(embedding.vectors?.embedder, kit), embedding.reranker?.rerank)
    let listeningUrl = config.publicUrl ?? ''
    const publicUrl = () => listeningUrl
    const writer = new PageWriter({ db, indexer, clock })
    const audiences = new Audiences({ db, clock })
    const sources = new Sources({ db, clock })
    const customAnswers = new CustomAnswers({ db, clock, readHtml: readHtmlBody })
    const types = new ObjectTypes({ db, clock })
    const signal = new EventSignal(db.notifications)
    const hub = new StreamHub({ db: db.reader, signal, clock, log })
    const outbox = new Outbox({ db, clock, signal })
    const addresses = makeStreamAddresses({ db: db.reader, clock, publicUrl })
    const extractive = makeExtractiveAnswerer({ db, search })
    const model = makeModel(config, log, options.chatTimeouts)
    const fromLibrary = failingAnswerer(model?.answerFrom(extractive) ?? extractive, kit)
    const answerUnstored = makeCustomAnswerer({ db, synonyms, next: fromLibrary })
    const readSettings = () => answerSettings(db, embedding, model)
    const answer =
      config.answerDays === 0 ? answerUnstored : recordAnswers({ db, clock, log, answer: answerUnstored, readSettings })
    const fetch = makeSafeFetch({ allow: config.outgoingAllow })
    const conversations = startConversations({
      db,
      clock,
      log,
      answer,
      outbox,
      addresses,
      fetch,
      publicUrl,
      onErase: exports.withdraw,
    })
    const webhooks = startWebhooks({ db, clock, log, signal, sending: { fetch, ...options.sending }, publicUrl })
    const work = joinWorkers([...conversations.workers, webhooks.worker])
    const server = buildServer({
      verifier: new TokenVerifier(db.reader, clock),
      clock,
      log,
      bodyLimitBytes: config.bodyLimitBytes,
      requestsPerMinute: config.requestsPerMinute,
      isReady: () => isAlive(db),
      open: [
        streamRoutes({ db: db.reader, clock, addresses, hub, faults: options.streamFaults ?? streamFaultsOf(kit) }),
      ],
      authenticated: [
        aiContentRoutes({
          sources,
          pages: new Pages({ db, indexer, clock }),
          writer,
          audiences,
          publicUrl,
        }),
        audienceRoutes({ audiences }),
        indexedPageRoutes({ db: db.reader, publicUrl }),
        bulkRoutes({ writer, bodyLimitBytes: config.bodyLimitBytes }),
        searchRoutes({ search, explain: makeExplain(db) }),
        answerRoutes({ answer, db, clock }),
        storedAnswerRoutes({
          db,
          replay: makeReplayAnswer({ db, answer: answerUnstored, readSettings, answerByModel: model?.answerFrom }),
        }),
        statusRoutes({ db, models: embedding.vectors?.models, config }),
        embeddingRoutes({
          db,
          clock,
          models: embedding.vectors?.models,
          swap: config.models.embeddingSwap,
          reranker: embedding.reranker?.id,
        }),
        customAnswerRoutes({ customAnswers, publicUrl }),
        guidanceRoutes({ db, clock }),
        synonymRoutes({ synonyms }),
        ...conversations.routes,
        exportRoutes({ ...exports, db, clock, queueExports: (tx) => background.queue(tx, exports.job), publicUrl }),
        reportRoutes({ db, clock, timeZone: config.timeZone, publicUrl }),
        objectTypeRoutes({ types }),
        objectInstanceRoutes({ instances: new ObjectInstances({ db, clock }), publicUrl }),
        ...webhooks.routes,
        ...(kit === undefined
          ? []
          : [
              testKitRoutes({
                kit,
                db,
                clock,
                sources,
                audiences,
                writer,
                customAnswers,
                types,
                signal,
                synonyms,
                work,
              }),
            ]),
      ],
    })
    return {
      server,
      db,
      outbox,
      generatedToken,
      idle: () => work.idle(),
      async listen() {
        await server.listen({ host: config.host, port: config.port })
        const address = server.server.address() as AddressInfo
        const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
        const url = `http://${host}:${address.port}`
        listeningUrl = config.publicUrl ?? url
        // What is made at first use, the language detector's model, the dialogue's patterns and local models, is made
        // now: the first question should not wait for it.
        setImmediate(() => {
          void embedding.warmUp()
          const question = 'Which language is this sentence written in?'
          readIntent(question, detectLanguage(question))
        })
        return url
      },
      async close() {
        hub.close()
        const cutOff = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS)
        await server.close()
        clearTimeout(cutOff)
        await work.stop()
        await background.stop()
        await fetch.close()
        await embedding.close()
        await model?.close()
        await db.close()
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

function openConfiguredEngine({ config, onFatal, openEngine = embeddedEngine }: AppOptions) {
  if (config.databaseUrl !== undefined) return serverEngine(config.databaseUrl)
  return openEngine({ dataDir: config.dataDir, onFatal })
}

async function isAlive(db: Database): Promise<boolean> {
  try {
    await db.reader.selectFrom('workspace').select('id').limit(1).execute()
    return true
  } catch {
    return false
  }
}
