/** Asks the registries of DOIs what became of works. Beside this, `metadata.ts`, `quotes/` and `links/` nothing uses the network. */
import type { WorkRecord } from '../../corpus/model/updates.ts'
import { inOrder } from '../../corpus/updates/standing.ts'
import { CROSSREF, DATACITE, OPENALEX, type Registry } from './registries.ts'
import { requestJson } from './request.ts'

/** What the registries answered about some works, by their DOIs. */
export interface Answers {
  readonly records: ReadonlyMap<string, WorkRecord>
  /** The DOIs of which no registry has a record. */
  readonly unknown: readonly string[]
  /** The DOIs about which nothing is known because a registry could not be asked, each with the reason. */
  readonly failed: ReadonlyMap<string, string>
}

/** The number of works in one request. Their DOIs have to fit into an address of some thousand characters. */
const BATCH = 50
/** A registry that cannot be reached this many times in a row is not asked any more. */
const MAX_FAILURES = 2

/** Asks registries one request at a time, as Crossref wants it of those who ask about many works. */
export class Asker {
  readonly #mailto: string | undefined
  /** How many requests to a registry failed in a row, and the last reason. */
  readonly #failures = new Map<Registry, { count: number; reason: string }>()

  /** @param mailto The address by which the people of a registry can reach whoever asks. */
  constructor(mailto: string | undefined) {
    this.#mailto = mailto
  }

  /** The registries that could not be reached, each with the last reason. */
  get unreachable(): readonly { readonly name: string; readonly reason: string }[] {
    return [...this.#failures].flatMap(([{ name }, { count, reason }]) => (count > 0 ? [{ name, reason }] : []))
  }

  /**
   * Asks about works, some at a time, and yields each time what was answered. It never rejects because of a work.
   *
   * Crossref is asked first. What it does not know is asked of DataCite, and of OpenAlex, which tells of retractions of
   * such works. What none of them has in a list is asked of Crossref by itself, which then answers about a DOI that was
   * replaced by another one as well.
   */
  async *ask(dois: readonly string[]): AsyncGenerator<Answers> {
    for (let at = 0; at < dois.length; at += BATCH) yield await this.#askAbout(dois.slice(at, at + BATCH))
  }

  async #askAbout(dois: readonly string[]): Promise<Answers> {
    const crossref = await this.#askOne(CROSSREF, dois)
    const others = dois.filter((doi) => !crossref.records.has(doi))
    const [datacite, openalex] = [await this.#askOne(DATACITE, others), await this.#askOne(OPENALEX, others)]
    const known = new Map([...crossref.records, ...merged(datacite.records, openalex.records)])
    const rest = others.filter((doi) => !known.has(doi) && !crossref.failed.has(doi) && !CROSSREF.alone.test(doi))
    for (const doi of rest) {
      const single = await this.#askOne(CROSSREF, [doi])
      for (const [found, record] of single.records) known.set(found, record)
      for (const [lost, reason] of single.failed) crossref.failed.set(lost, reason)
    }
    const lost = others.filter((doi) => !known.has(doi))
    const reasonOf = (doi: string): string | undefined => crossref.failed.get(doi) ?? datacite.failed.get(doi)
    return {
      records: known,
      unknown: lost.filter((doi) => reasonOf(doi) === undefined),
      failed: new Map(lost.flatMap((doi) => (reasonOf(doi) === undefined ? [] : [[doi, reasonOf(doi)!]]))),
    }
  }

  /** Asks one registry about works. Where it refuses a list of them, it is asked about halves of the list. */
  async #askOne(registry: Registry, dois: readonly string[]): Promise<OneRegistry> {
    const alone = dois.length > 1 ? dois.filter((doi) => registry.alone.test(doi)) : []
    if (alone.length > 0) {
      const together = dois.filter((doi) => !alone.includes(doi))
      return this.#askAll(registry, [together, ...alone.map((doi) => [doi])])
    }
    if (dois.length === 0) return { records: new Map(), failed: new Map() }
    const failure = this.#failures.get(registry)
    if (failure !== undefined && failure.count >= MAX_FAILURES) return allFailed(dois, failure.reason)
    const [asked] = dois.length === 1 ? dois : []
    const response = await requestJson(registry.address(dois, this.#mailto), this.#mailto)
    if (response === 'missing') return { records: new Map(), failed: new Map() }
    if ('error' in response) {
      if (!response.isRefused) return this.#unreached(registry, dois, response.error)
      if (dois.length === 1) return allFailed(dois, response.error)
      const middle = Math.ceil(dois.length / 2)
      return this.#askAll(registry, [dois.slice(0, middle), dois.slice(middle)])
    }
    this.#failures.delete(registry)
    return readAnswer(registry, dois, response.answer, asked)
  }

  async #askAll(registry: Registry, lists: readonly (readonly string[])[]): Promise<OneRegistry> {
    const all: OneRegistry = { records: new Map(), failed: new Map() }
    for (const list of lists) {
      const { records, failed } = await this.#askOne(registry, list)
      for (const [doi, record] of records) all.records.set(doi, record)
      for (const [doi, reason] of failed) all.failed.set(doi, reason)
    }
    return all
  }

  #unreached(registry: Registry, dois: readonly string[], reason: string): OneRegistry {
    this.#failures.set(registry, { count: (this.#failures.get(registry)?.count ?? 0) + 1, reason })
    return allFailed(dois, reason)
  }
}

/** What one registry answered. Works that are in neither of the two are not known to it. */
interface OneRegistry {
  readonly records: Map<string, WorkRecord>
  readonly failed: Map<string, string>
}

const allFailed = (dois: readonly string[], reason: string): OneRegistry => ({
  records: new Map(),
  failed: new Map(dois.map((doi) => [doi, reason])),
})

/** Reads an answer. One that is not in the form that the registry documents tells nothing. */
function readAnswer(
  { name, read }: Registry,
  dois: readonly string[],
  answer: unknown,
  asked: string | undefined,
): OneRegistry {
  try {
    const wanted = new Set(dois)
    const records = [...read(answer, asked)].filter(([doi]) => wanted.has(doi))
    return { records: new Map(records), failed: new Map() }
  } catch {
    return allFailed(dois, `${name} answered in an unknown form`)
  }
}

/** Puts what two registries say of the same works together. */
function merged(one: ReadonlyMap<string, WorkRecord>, other: ReadonlyMap<string, WorkRecord>): Map<string, WorkRecord> {
  const all = new Map(one)
  for (const [doi, { updates, versions }] of other) {
    const known = all.get(doi) ?? { updates: [], versions: [] }
    all.set(doi, {
      updates: inOrder([...known.updates, ...updates]),
      versions: [...known.versions, ...versions],
    })
  }
  return all
}
