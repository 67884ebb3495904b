import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCOPES, storeToken } from '../../src/http/index.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { attributes, isIn, rule, type Attributes, type Rule } from './audience-rules.ts'

const LIBRARIES = 500
const SEED = 20_260_102
const WORKSPACES = [1, 2, 3]
const URL_BASE = 'https://help.example.com'
/** A word that no page has. */
const UNKNOWN = 'zyxunwrittenk'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000000' })
  const now = new Date(app.clock.now())
  await app.app.db.transact(async (tx) => {
    for (const id of WORKSPACES.slice(1)) {
      await tx
        .insertInto('workspace')
        .values({ id, name: `workspace ${id}`, created_at: now })
        .execute()
      await storeToken(tx, { workspaceId: id, name: 'test', token: tokenOf(id), scopes: SCOPES }, now)
    }
  })
})
afterAll(() => app[Symbol.asyncDispose]())

function tokenOf(workspaceId: number): string {
  return workspaceId === 1 ? app.token : `token-of-workspace-${workspaceId}`
}

interface Plan {
  workspace: number
  audiences: Rule[]
  sources: { active: boolean; audiences: number[] }[]
  pages: { source: number; agent: boolean; copilot: boolean }[]
  askers: { attributes: Attributes; agent: 'ai_agent' | 'ai_copilot'; sources: number[] | undefined; wanted: number }[]
  changes: Change[]
}
type Change =
  | { kind: 'page'; index: number; agent: boolean; copilot: boolean; source: number; remove: boolean }
  | { kind: 'source'; index: number; active: boolean; audiences: number[] }
  | { kind: 'audience'; index: number; rule: Rule }

const often = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const index = fc.nat(11)
const some = fc.array(index, { maxLength: 2 })
const plan: fc.Arbitrary<Plan> = fc.record({
  workspace: fc.constantFrom(...WORKSPACES),
  audiences: fc.array(rule, { minLength: 1, maxLength: 2 }),
  sources: fc.array(fc.record({ active: often, audiences: some }), { minLength: 1, maxLength: 3 }),
  pages: fc.array(fc.record({ source: index, agent: often, copilot: often }), { minLength: 2, maxLength: 5 }),
  askers: fc.array(
    fc.record({
      attributes,
      agent: fc.constantFrom('ai_agent' as const, 'ai_copilot' as const),
      sources: fc.option(fc.array(index, { maxLength: 2 }), { freq: 3, nil: undefined }),
      wanted: index,
    }),
    { minLength: 2, maxLength: 2 },
  ),
  changes: fc.array(
    fc.oneof<fc.Arbitrary<Change>[]>(
      fc.record({
        kind: fc.constant('page'),
        index,
        agent: fc.boolean(),
        copilot: fc.boolean(),
        source: index,
        remove: fc.nat(5).map((number) => number === 0),
      }),
      fc.record({ kind: fc.constant('source'), index, active: often, audiences: some }),
      fc.record({ kind: fc.constant('audience'), index, rule }),
    ),
    { minLength: 2, maxLength: 3 },
  ),
})

/** A page as the test believes it to be. */
interface PageState {
  id: string
  secret: string
  source: SourceState
  agent: boolean
  copilot: boolean
}
interface SourceState {
  id: number
  active: boolean
  audiences: AudienceState[]
}
interface AudienceState {
  id: number
  rule: Rule
}

let conversations = 0
let secrets = 0
/** A word that stands in one page only. Two of them differ in three letters at least: neither is the other misspelt. */
function nextSecret(): string {
  return `qv${(secrets++).toString().replaceAll(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)]?.repeat(3) ?? '')}wuk`
}

function pick<T>(items: readonly T[], at: number): T {
  return items[at % items.length] as T
}

/** One library, built, asked, changed and asked again. */
class World {
  readonly #workspace: number
  readonly #sources: SourceState[] = []
  readonly #audiences: AudienceState[] = []
  #pages: PageState[] = []

  constructor(workspace: number) {
    this.#workspace = workspace
  }

  async call(method: 'POST' | 'PUT' | 'DELETE', url: string, body: object): Promise<any> {
    const headers = { authorization: `Bearer ${tokenOf(this.#workspace)}`, 'intercom-version': '2.15' }
    const response = await app.app.server.inject({ method, url, headers, payload: body })
    expect(response.statusCode, response.body).toBe(200)
    return response.json()
  }

  async build({ audiences, sources, pages }: Plan): Promise<void> {
    const workspace_id = this.#workspace
    const now = new Date(app.clock.now())
    const times = { created_at: now, updated_at: now }
    await app.app.db.transact(async (tx) => {
      for (const each of audiences) {
        const row = { workspace_id, name: 'audience', rule: JSON.stringify(each), ...times }
        const { id } = await tx.insertInto('audience').values(row).returning('id').executeTakeFirstOrThrow()
        this.#audiences.push({ id, rule: each })
      }
      for (const { active, audiences: held } of sources) {
        const status = active ? ('active' as const) : ('deactivated' as const)
        const row = {
          workspace_id,
          url: URL_BASE,
          sync_behavior: 'api' as const,
          status,
          last_synced_at: now,
          ...times,
        }
        const { id } = await tx.insertInto('source').values(row).returning('id').executeTakeFirstOrThrow()
        const state = { id, active, audiences: this.#held(held) }
        this.#sources.push(state)
        for (const audience of state.audiences) {
          await tx
            .insertInto('source_audience')
            .values({ workspace_id, source_id: id, audience_id: audience.id })
            .execute()
        }
      }
    })
    this.#pages = await Promise.all(
      pages.map(async (each) => {
        const state = { ...each, id: '', secret: nextSecret(), source: pick(this.#sources, each.source) }
        return { ...state, id: (await this.call('POST', '/ai/external_pages', this.#body(state))).id }
      }),
    )
  }

  async change(change: Change): Promise<void> {
    switch (change.kind) {
      case 'page': {
        const page = this.#pages[change.index % Math.max(1, this.#pages.length)]
        if (page === undefined) return
        if (change.remove) {
          await this.call('DELETE', `/ai/external_pages/${page.id}`, {})
          this.#pages = this.#pages.filter((each) => each !== page)
          return
        }
        Object.assign(page, {
          agent: change.agent,
          copilot: change.copilot,
          source: pick(this.#sources, change.source),
        })
        await this.call('PUT', `/ai/external_pages/${page.id}`, this.#body(page))
        return
      }
      case 'source': {
        const source = pick(this.#sources, change.index)
        Object.assign(source, { active: change.active, audiences: this.#held(change.audiences) })
        await this.call('PUT', `/ai/content_import_sources/${source.id}`, {
          sync_behavior: 'api',
          url: URL_BASE,
          status: source.active ? 'active' : 'deactivated',
          audience_ids: source.audiences.map(({ id }) => id),
        })
        return
      }
      case 'audience': {
        const audience = pick(this.#audiences, change.index)
        audience.rule = change.rule
        await this.call('PUT', `/dorsal/v1/audiences/${audience.id}`, { name: 'audience', rule: change.rule })
        return
      }
      default:
        change satisfies never
    }
  }

  /** What nobody may see stays unseen, and what the asker may see is found. Gives how many pages were of each kind. */
  async ask(asker: Plan['askers'][number], isExplained: boolean): Promise<{ visible: number; hidden: number }> {
    const chosen = asker.sources?.map((at) => pick(this.#sources, at).id)
    const maySee = ({ agent, copilot, source }: PageState) =>
      (asker.agent === 'ai_agent' ? agent : copilot) &&
      source.active &&
      (chosen === undefined || chosen.includes(source.id)) &&
      (source.audiences.length === 0 || source.audiences.some((each) => isIn(each.rule, asker.attributes)))
    const visible = this.#pages.filter(maySee)
    const hidden = this.#pages.filter((page) => !maySee(page))
    const who = {
      agent: asker.agent,
      user: { attributes: asker.attributes },
      ...(chosen === undefined ? {} : { source_ids: chosen }),
    }
    const expectNothingHidden = (shown: unknown) => {
      const text = JSON.stringify(shown)
      for (const { secret } of hidden) expect(text).not.toContain(secret)
    }

    const words = this.#pages.map(({ secret }) => secret)
    const searched = await this.call('POST', '/dorsal/v1/search', {
      query: ['lantern', UNKNOWN, ...words].join(' '),
      limit: 100,
      explain: isExplained ? { page_ids: this.#pages.map(({ id }) => id) } : true,
      ...who,
    })
    const ids = visible.map(({ id }) => id).toSorted()
    expect(searched.results.map(({ page_id }: { page_id: string }) => page_id).toSorted()).toEqual(ids)
    expectNothingHidden(searched.results)
    const { terms, hits, absent } = searched.explain
    expect(hits.map(({ page_id }: { page_id: string }) => page_id).toSorted()).toEqual(ids)
    const impactOf = (word: string) => terms.find((term: { word: string }) => term.word === word)?.impact
    // A word that only hidden pages have looks like one that nobody ever wrote.
    expect(impactOf(UNKNOWN)).toBeNull()
    for (const { secret } of hidden) expect(impactOf(secret)).toBeNull()
    for (const { secret } of visible) expect(impactOf(secret)).toBeGreaterThan(0)
    for (const { page_id, matched } of hits) {
      const own = visible.find(({ id }) => id === page_id)?.secret
      const found = matched.map(({ word }: { word: string }) => word)
      expect(found.toSorted()).toEqual(['lantern', own].toSorted())
    }
    if (isExplained) {
      for (const { page_id, reason } of absent) expect(reason === 'is_a_hit').toBe(ids.includes(page_id))
    }

    const wanted = this.#pages[asker.wanted % Math.max(1, this.#pages.length)]
    if (wanted !== undefined) {
      const answer = await this.call('POST', '/dorsal/v1/answers', { question: wanted.secret, ...who })
      expectNothingHidden(answer)
      const cited = answer.citations.map(({ page_id }: { page_id: string }) => page_id)
      if (maySee(wanted)) {
        expect(answer.status).toBe('answered')
        expect(answer.body_text).toContain(wanted.secret)
        expect(cited).toContain(wanted.id)
      } else {
        expect(answer).toMatchObject({ status: 'refused', citations: [] })
      }
    }
    if (isExplained && wanted !== undefined && asker.agent === 'ai_agent' && chosen === undefined) {
      const told = await this.#converse(asker.attributes, wanted.secret)
      expectNothingHidden(told)
      // What may be seen is answered; what may not is as unknown as what nobody ever wrote.
      expect(JSON.stringify(told).includes(wanted.secret)).toBe(maySee(wanted))
    }
    return { visible: visible.length, hidden: hidden.length }
  }

  /** Asks for a page in a conversation. @returns all that the agent said, used and told, in parts and in events */
  async #converse(ownAttributes: Attributes, secret: string): Promise<unknown> {
    const id = `conversation about ${secret} ${conversations++}`
    const now = new Date(app.clock.now())
    await app.app.db.transact(async (tx) => {
      const { id: contact_id } = await tx
        .insertInto('contact')
        .values({
          workspace_id: this.#workspace,
          role: 'user',
          external_id: id,
          name: null,
          email: null,
          attributes: JSON.stringify(ownAttributes),
          created_at: now,
          updated_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('contact_identity')
        .values({ workspace_id: this.#workspace, external_id: id, contact_id })
        .execute()
    })
    const started = await this.call('POST', '/fin/start', {
      conversation_id: id,
      message: { author: 'user', body: `What is the word ${secret} in the harbour?` },
      user: { id },
    })
    await app.app.idle()
    const parts = await sql<{ body: string }>`
      select p.body_html, p.body_text, s.title, s.url, s.quote from conversation_part p
      left join part_source s on s.workspace_id = p.workspace_id and s.part_id = p.id
      where p.author = 'fin' and p.conversation_id = ${Number(started.intercom_conversation_id)}`.execute(
      app.app.db.reader,
    )
    const events = await sql<{ said: unknown }>`
      select payload::json -> 'message' as said from event
      where conversation_id = ${Number(started.intercom_conversation_id)}`.execute(app.app.db.reader)
    expect(parts.rows.length).toBeGreaterThan(0)
    expect(events.rows.length).toBeGreaterThan(0)
    return [parts.rows, events.rows]
  }

  async clear(): Promise<void> {
    await sql`delete from source where workspace_id = ${this.#workspace}`.execute(app.app.db.reader)
  }

  #held(indexes: readonly number[]): AudienceState[] {
    return [...new Set(indexes.map((at) => pick(this.#audiences, at)))]
  }

  #body({ secret, source, agent, copilot }: PageState): object {
    return {
      source_id: source.id,
      external_id: `key-${secret}`,
      title: `About ${secret}`,
      html: `<h1>About</h1><p>The lantern in the harbour is opened with the word ${secret}.</p>`,
      url: `${URL_BASE}/${secret}`,
      locale: 'en',
      ai_agent_availability: agent,
      ai_copilot_availability: copilot,
    }
  }
}

test(`of ${LIBRARIES} libraries nobody gets what they may not see, and everybody what they may`, async () => {
  const counted = { visible: 0, hidden: 0 }
  let run = 0
  await fc.assert(
    fc.asyncProperty(plan, async (each) => {
      const world = new World(each.workspace)
      try {
        await world.build(each)
        if (run++ % 50 === 0) await sql`vacuum (analyze) chunk`.execute(app.app.db.reader)
        const ask = async (asker: Plan['askers'][number]) => {
          const { visible, hidden } = await world.ask(asker, run % 5 === 0)
          counted.visible += visible
          counted.hidden += hidden
        }
        await ask(pick(each.askers, 1))
        for (const [at, change] of each.changes.entries()) {
          await world.change(change)
          await ask(pick(each.askers, at))
        }
      } finally {
        await world.clear()
      }
    }),
    { seed: SEED, numRuns: LIBRARIES, endOnFailure: true },
  )
  // Both promises were put to the test.
  expect(counted.visible).toBeGreaterThan(500)
  expect(counted.hidden).toBeGreaterThan(500)
}, 300_000)
