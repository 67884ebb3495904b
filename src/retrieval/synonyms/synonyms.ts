import type { Language, QueryTerm } from '../../analysis/index.ts'
import type { Database } from '../../db/index.ts'
import type { Clock } from '../../kernel/index.ts'
import type { SynonymList } from './schemas.ts'
import { makeSynonymRules, withSynonyms, type SynonymRules } from './synonym-rules.ts'

/** Another process may have changed the list since. */
const REFRESH_MS = 10_000
/** As many languages as a question's words are analysed in. */
const MAX_LANGUAGES = 6

interface Loaded {
  readonly list: SynonymList
  readonly stored: string
  /** Made when a question first needs them. */
  readonly rules: Map<Language, SynonymRules>
}

const EMPTY: SynonymList = { groups: [], one_way: [] }

/** What else counts as a word of a question: a list of each workspace, remembered for a few seconds. */
export class Synonyms {
  readonly #db: Database
  readonly #clock: Clock
  readonly #known = new Map<number, { loaded: Promise<Loaded>; until: number }>()

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  async read(workspaceId: number): Promise<SynonymList> {
    const row = await this.#db.reader
      .selectFrom('synonym_list')
      .select('list')
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst()
    return (row?.list as SynonymList | undefined) ?? EMPTY
  }

  /** Replaces the list; the next question uses it, in other processes after ten seconds. */
  async write(workspaceId: number, list: SynonymList): Promise<void> {
    const content = { list: JSON.stringify(list), updated_at: new Date(this.#clock.now()) }
    await this.#db.transact((tx) =>
      tx
        .insertInto('synonym_list')
        .values({ workspace_id: workspaceId, ...content })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(content))
        .execute(),
    )
    this.forget(workspaceId)
  }

  /** Makes the next question read the list again. */
  forget(workspaceId: number): void {
    this.#known.delete(workspaceId)
  }

  /**
   * The terms of a question with their synonyms.
   * @param languages of what is searched, most common first
   */
  async addTo(
    workspaceId: number,
    question: string,
    terms: readonly QueryTerm[],
    languages: readonly Language[],
  ): Promise<QueryTerm[]> {
    const { list, rules } = await this.#load(workspaceId)
    if (list.groups.length + list.one_way.length === 0) return [...terms]
    const applying = languages.slice(0, MAX_LANGUAGES).map((language) => {
      const known = rules.get(language) ?? makeSynonymRules(list, language)
      rules.set(language, known)
      return known
    })
    return withSynonyms(terms, question, applying)
  }

  #load(workspaceId: number): Promise<Loaded> {
    const known = this.#known.get(workspaceId)
    if (known !== undefined && known.until > this.#clock.now()) return known.loaded
    const loaded = this.#refresh(workspaceId, known?.loaded)
    this.#known.set(workspaceId, { loaded, until: this.#clock.now() + REFRESH_MS })
    loaded.catch(() => this.#known.delete(workspaceId))
    return loaded
  }

  /** What was made of the list stays good while the list stays the same. */
  async #refresh(workspaceId: number, before: Promise<Loaded> | undefined): Promise<Loaded> {
    const list = await this.read(workspaceId)
    const stored = JSON.stringify(list)
    const last = await before
    return last?.stored === stored ? last : { list, stored, rules: new Map() }
  }
}
