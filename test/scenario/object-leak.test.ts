import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeContacts, writeContact } from '../../src/contacts/index.ts'
import { SCOPES, storeToken } from '../../src/http/index.ts'
import { insertInstance, insertType } from '../support/objects.ts'
import { FinWorld } from './fin-world.ts'

const RUNS = 25
const SEED = 20_260_103
const OTHER = 2
const OTHER_TOKEN = 'token-of-the-other-workspace'
/** A contact, and a lead that turns out to be the first of them. */
const PEOPLE = 3
const LEAD = 2

let world: FinWorld
let runs = 0
beforeAll(async () => {
  world = await FinWorld.open()
  const now = new Date(world.app.clock.now())
  await world.app.app.db.transact(async (tx) => {
    await tx.insertInto('workspace').values({ id: OTHER, name: 'other', created_at: now }).execute()
    await storeToken(tx, { workspaceId: OTHER, name: 'test', token: OTHER_TOKEN, scopes: SCOPES }, now)
  })
})
afterAll(() => world[Symbol.asyncDispose]())

interface Plan {
  types: { attributes: { isUsable: boolean; isArchived: boolean; isList: boolean }[] }[]
  /** Each refers to some contacts, and to some by a reference attribute that is archived. */
  instances: { type: number; contacts: number[]; formerly: number[]; empty: boolean }[]
}

const often = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const seldom = often.map((is) => !is)
const people = fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 2 })
const plan: fc.Arbitrary<Plan> = fc.record({
  types: fc.array(
    fc.record({
      attributes: fc.array(fc.record({ isUsable: often, isArchived: seldom, isList: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  instances: fc.array(
    fc.record({
      type: fc.nat(1),
      contacts: people,
      formerly: people.filter(({ length }) => length < 2),
      empty: seldom,
    }),
    { minLength: 2, maxLength: 6 },
  ),
})

interface Planted {
  readonly id: number
  readonly externalId: string
  readonly type: string
  readonly owners: ReadonlySet<number>
  /** What its owners may be told. */
  readonly usable: readonly string[]
}

/** The plan as rows, newest last. What people are told is a word of its own for each value. */
async function plant(run: string, { types, instances }: Plan, contactIds: readonly number[]): Promise<Planted[]> {
  const db = world.app.app.db.reader
  const made = []
  for (const [index, { attributes }] of types.entries()) {
    const identifier = `Kind${run}x${index}`
    const { id, attributeIds } = await insertType(db, {
      identifier,
      attributes: [
        ...attributes.map(({ isUsable, isArchived, isList }, at) => ({
          name: `a${at}`,
          label: `Label ${at}`,
          type: isList ? ('list' as const) : ('text' as const),
          options: isList
            ? instances.map((_, which) => ({ id: `o${which}`, label: `zq${run}i${which}a${at}`, is_archived: false }))
            : [],
          isUsable,
          isArchived,
        })),
        { name: 'owner', target: 'contact' as const, isUsable: true },
        { name: 'former', target: 'contact' as const, isUsable: true, isArchived: true },
      ],
    })
    made.push({ id, identifier, attributeIds, attributes })
  }
  const planted: Planted[] = []
  for (const [which, { type: index, contacts, formerly, empty }] of instances.entries()) {
    const type = made[index % made.length]
    if (type === undefined) throw new Error('a plan has a type')
    const valueAt = (at: number) => `zq${run}i${which}a${at}`
    const refer = (name: string, whom: readonly number[]) =>
      whom.map((person) => ({ attributeId: type.attributeIds[name] ?? 0, contactId: contactIds[person] ?? 0 }))
    const externalId = `E${run}-${which}`
    const id = await insertInstance(db, {
      typeId: type.id,
      externalId,
      updatedAt: new Date(1_000 * which),
      attributes: Object.fromEntries(
        type.attributes.flatMap(({ isList }, at) => (empty ? [] : [[`a${at}`, isList ? `o${which}` : valueAt(at)]])),
      ),
      contacts: [...refer('owner', contacts), ...refer('former', formerly)],
    })
    const isTellable = type.attributes.some(({ isUsable, isArchived }) => isUsable && !isArchived)
    planted.push({
      id,
      externalId,
      type: type.identifier,
      // The lead is the first contact.
      owners: new Set(isTellable ? contacts.map((person) => (person === LEAD ? 0 : person)) : []),
      usable: type.attributes.flatMap(({ isUsable, isArchived }, at) =>
        !empty && isUsable && !isArchived ? [valueAt(at)] : [],
      ),
    })
  }
  return planted
}

/** The same rows with the same ids in another workspace, where everything may be told; its values begin with `zw`. */
async function mirror(run: string): Promise<void> {
  const copy = (table: string, where: string, change: string) => {
    const given = `jsonb_build_object('workspace_id', ${OTHER}, ${change})`
    const row = `jsonb_populate_record(t, ${given})`
    return sql`insert into ${sql.raw(table)} select (${sql.raw(row)}).* from ${sql.raw(table)} t
      where workspace_id = 1 and ${sql.raw(where)}`.execute(world.app.app.db.reader)
  }
  const types = `type_id in (select id from object_type where identifier like 'Kind${run}x%')`
  await copy('contact', `external_id like 'p${run}x%'`, `'role', role`)
  await copy('contact_identity', `external_id like 'p${run}x%'`, `'contact_id', contact_id`)
  await copy('object_type', `identifier like 'Kind${run}x%'`, `'id', id`)
  const open = `'ai_agent_availability', true, 'is_archived', false, 'options', replace(options::text, 'zq', 'zw')::jsonb`
  await copy('object_attribute', types, open)
  await copy('object_instance', types, `'attributes', replace(attributes::text, 'zq', 'zw')::jsonb`)
  await copy('object_reference', `instance_id in (select id from object_instance where ${types})`, `'ordinal', ordinal`)
}

/** Says these as this contact. @returns for each all that was kept and told of it */
async function ask(externalId: string, token: string, ...texts: string[]): Promise<string[]> {
  const id = world.newId()
  const told = []
  let seen = 0
  for (const [index, text] of texts.entries()) {
    const send = index === 0 ? world.start.bind(world) : world.reply.bind(world)
    const { status, body } = await send(id, text, { user: { id: externalId } }, { token })
    expect(status, JSON.stringify(body)).toBe(200)
    await world.idle()
    const { rows } = await sql<{ id: number; said: string }>`
      select p.id, p.body_html || p.body_text || p.metadata::text as said from conversation_part p
      join conversation c on c.workspace_id = p.workspace_id and c.id = p.conversation_id
      where c.external_id = ${id} and p.author = 'fin' and p.id > ${seen} order by p.id`.execute(
      world.app.app.db.reader,
    )
    seen = rows.at(-1)?.id ?? seen
    told.push(rows.map(({ said }) => said).join(' '))
  }
  return told
}

const valuesIn = (text: string) => [...new Set(text.match(/z[qw]\w+/g))].toSorted()
const idsIn = (text: string) => [...new Set(text.match(/E\d+-\d+/g))].toSorted()

/** Exactly these instances are told of, with all of their usable values. */
function expectTold(text: string, instances: readonly Planted[], question: string): void {
  expect(idsIn(text), question).toEqual(instances.map(({ externalId }) => externalId).toSorted())
  expect(valuesIn(text), question).toEqual(instances.flatMap(({ usable }) => usable).toSorted())
}

test(
  'an asker is told the usable values of the own instances, and nothing else of any',
  { timeout: 300_000 },
  async () => {
    const { db } = world.app.app
    const property = fc.asyncProperty(plan, async (drawn) => {
      const run = String(++runs)
      const now = new Date(world.app.clock.now())
      const names = Array.from({ length: PEOPLE }, (_, index) => `p${run}x${index}`)
      const contacts = await db.transact(async (tx) => {
        const all = []
        for (const [index, externalId] of names.entries()) {
          const role = index === LEAD ? ('lead' as const) : ('user' as const)
          const given = { role, externalId, name: undefined, email: undefined, attributes: {} }
          all.push((await writeContact(tx, 1, given, now)).contact)
        }
        return all
      })
      const planted = await plant(
        run,
        drawn,
        contacts.map(({ id }) => id),
      )
      await mirror(run)
      await db.transact(async (tx) => {
        const [from, into] = [contacts[LEAD], contacts[0]]
        if (from !== undefined && into !== undefined) await mergeContacts(tx, from, into, now)
      })

      for (const person of [0, 1]) {
        const own = planted.filter(({ owners }) => owners.has(person)).toReversed()
        const asker = names[person] ?? ''
        for (const type of new Set(planted.map((each) => each.type))) {
          const question = `Where is my ${type}?`
          const newest = own.filter((each) => each.type === type).slice(0, 3)
          const [told = '', after = ''] = await ask(asker, world.app.token, question, 'And when will it arrive?')
          expectTold(told, newest, question)
          expectTold(after, newest, 'follow-up')
        }
        for (const each of planted.slice(0, 3)) {
          const question = `Where is ${each.externalId}?`
          const [told = ''] = await ask(asker, world.app.token, question)
          expectTold(told, own.includes(each) ? [each] : [], question)
        }
      }
      // The other workspace is told its own, so that there was something to leak.
      const [first] = planted
      const [told = ''] = await ask(names[1] ?? '', OTHER_TOKEN, `Where is my ${first?.type}?`)
      expect(told).not.toContain('zq')
    })
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
    const { rows } = await sql<{ told: number }>`select count(*)::int as told from conversation_part
    where workspace_id = ${OTHER} and body_text like '%zw%'`.execute(db.reader)
    expect(rows[0]?.told).toBeGreaterThan(0)
  },
)
