/** Answers what assistants ask of a site: its questions, its claims, and the evidence for and against. */
import { absolute } from '../corpus/address.ts'
import { markdownOf } from '../corpus/exports/markdown.ts'
import type { CitedSource, Evidence, InquiryEntry, NoteEntry, ServedInquiry } from '../corpus/model/entry.ts'
import { isInquiry, type Parsed } from '../corpus/model/parsed.ts'
import { topicKey } from '../corpus/topic-key.ts'
import type { FilePath, Stance } from '../corpus/vocabulary.ts'
import { entryNamed } from '../site/entry-named.ts'
import type { LazyEntry } from '../site/entry-store.ts'
import type { Site } from '../site/site.ts'
import { UsageError } from '../site/usage-error.ts'
import { indexOf, type Find } from './find.ts'
import type { Claim, Question, QuestionWithEvidence, Weighed, WholeClaim, Work } from './answers.ts'

/** An entry with its file, which is rendered when it is opened. */
interface Listed<E extends InquiryEntry | NoteEntry> {
  readonly parsed: Parsed
  readonly lazyEntry: LazyEntry<E>
}

/** How a question is narrowed. */
export interface Narrowing {
  readonly topic?: string | undefined
  readonly status?: string | undefined
}

/** A site as assistants ask it. Drafts are no part of a site. */
export class Library {
  readonly #site: Site
  readonly #questions: ReadonlyMap<FilePath, Listed<InquiryEntry>>
  readonly #claims: ReadonlyMap<FilePath, Listed<NoteEntry>>
  #find: Find | undefined

  /** @param site A site whose references are formatted. */
  constructor(site: Site) {
    this.#site = site
    this.#questions = this.#listed(site.collection('inquiry'))
    this.#claims = this.#listed(site.collection('note'))
  }

  /** Finds questions. Without words, all of them come in the order of their files. */
  findQuestions(words: string | undefined, { topic, status }: Narrowing, limit: number): Question[] {
    const isWanted = ({ parsed }: Listed<InquiryEntry>): boolean =>
      (topic === undefined || parsed.topics.some((name) => topicKey(name) === topicKey(topic))) &&
      (status === undefined || (isInquiry(parsed) && parsed.data.status === status))
    const found = this.#ordered(words, 'inquiry', this.#questions).filter(isWanted)
    // An entry is rendered when it is opened, so only those that are given are.
    return found.slice(0, limit).map(({ lazyEntry }) => this.#questionOf(lazyEntry.open()))
  }

  /** Finds claims. Without words, all of them come in the order of their files. */
  findClaims(words: string | undefined, role: Stance | undefined, limit: number): Claim[] {
    const { evidenceByNote } = this.#site.corpus
    const isWanted = ({ parsed: { path } }: Listed<NoteEntry>): boolean =>
      role === undefined || (evidenceByNote.get(path) ?? []).some((each) => each.role === role)
    const found = this.#ordered(words, 'note', this.#claims).filter(isWanted)
    return found.slice(0, limit).map(({ lazyEntry }) => this.#claimOf(lazyEntry.open()))
  }

  /** Reads a question with the notes that bear on it. */
  question(name: string): QuestionWithEvidence {
    const { parsed, lazyEntry } = this.#named(name, this.#questions, 'question')
    const inquiry = lazyEntry.open()
    const evidence = inquiry.evidence.map((each) => this.#weighed(each))
    return {
      ...this.#questionOf(inquiry),
      supports: evidence.filter(({ role }) => role === 'supports'),
      disputes: evidence.filter(({ role }) => role === 'disputes'),
      others: evidence.filter(({ role }) => role !== 'supports' && role !== 'disputes'),
      next: inquiry.next.map(({ inquiry: to }) => to.title),
      markdown: this.#markdownOf(parsed, inquiry),
    }
  }

  /** Reads a claim with the whole of its note. */
  claim(name: string): WholeClaim {
    const { parsed, lazyEntry } = this.#named(name, this.#claims, 'claim')
    const note = lazyEntry.open()
    return { ...this.#claimOf(note), markdown: this.#markdownOf(parsed, note) }
  }

  /** Finds the files of entries. */
  #listed<E extends InquiryEntry | NoteEntry>(lazyEntries: readonly LazyEntry<E>[]): Map<FilePath, Listed<E>> {
    const { entries, addresses } = this.#site.corpus
    const byAddress = new Map([...entries.values()].map((parsed) => [addresses.get(parsed.path), parsed]))
    return new Map(
      lazyEntries.map((lazyEntry) => {
        const parsed = byAddress.get(lazyEntry.address)!
        return [parsed.path, { parsed, lazyEntry }]
      }),
    )
  }

  #ordered<E extends InquiryEntry | NoteEntry>(
    words: string | undefined,
    kind: 'inquiry' | 'note',
    all: ReadonlyMap<FilePath, Listed<E>>,
  ): Listed<E>[] {
    if (words === undefined || words.trim() === '') return [...all.values()]
    const { corpus, settings } = this.#site
    this.#find ??= indexOf([...corpus.entries.values()], settings.language)
    return this.#find(words, kind).flatMap((path) => all.get(path) ?? [])
  }

  /** Finds an entry by its file, its address, its title or another name. */
  #named<E extends InquiryEntry | NoteEntry>(
    name: string,
    all: ReadonlyMap<FilePath, Listed<E>>,
    what: string,
  ): Listed<E> {
    const found = entryNamed(
      name,
      [...all.values()].map(({ parsed }) => parsed),
      this.#site.corpus,
    )
    if ('path' in found) return all.get(found.path)!
    throw new UsageError(`There is no ${what} "${name}".${found.didYouMean}`)
  }

  #questionOf({ path, title, answer, status, topics, evidence, href }: InquiryEntry): Question {
    const count = (role: Stance): number =>
      evidence.filter((each) => each.role === role && each.retracted === undefined).length
    return {
      ...{ file: path, question: title, status, address: absolute(this.#site.settings, href) },
      ...(answer !== undefined && { answer }),
      topics: topics.map(({ name }) => name),
      supportCount: count('supports'),
      disputeCount: count('disputes'),
    }
  }

  #claimOf({ path, title, claim, quote, href, references, serves }: NoteEntry): Claim {
    return {
      ...{ file: path, title, address: absolute(this.#site.settings, href) },
      ...(claim !== undefined && { claim }),
      ...(quote !== undefined && { quote }),
      works: references.map((work) => this.#workOf(work)),
      bearsOn: serves.map((each) => this.#bearing(each)),
    }
  }

  #bearing({ inquiry, role, because }: ServedInquiry): Claim['bearsOn'][number] {
    return {
      ...{ question: inquiry.title, address: absolute(this.#site.settings, inquiry.href) },
      ...(role !== undefined && { role }),
      ...(because !== undefined && { because }),
    }
  }

  #weighed({ note, claim, role, because, sources, retracted }: Evidence): Weighed {
    return {
      ...{ title: note.title, address: absolute(this.#site.settings, note.href) },
      ...(claim !== undefined && { claim }),
      ...(role !== undefined && { role }),
      ...(because !== undefined && { because }),
      ...(retracted !== undefined && { retracted }),
      works: sources.map((work) => this.#workOf(work)),
    }
  }

  #workOf({ key, short, title, links, update }: CitedSource): Work {
    const [link] = links
    return {
      ...{ cited: short, title },
      ...(key !== undefined && { key }),
      ...(link !== undefined && { address: link.href }),
      ...(update !== undefined && { update: update.status }),
    }
  }

  /** Gives what readers can download, which has no comments and leads to nothing private. */
  #markdownOf(parsed: Parsed, entry: InquiryEntry | NoteEntry): string {
    return markdownOf(this.#site.corpus, parsed, entry)
  }
}
