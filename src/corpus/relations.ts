/** What entries declare of one another, in frontmatter and in inline fields: services, relations, next lines. */
import { placeOfField, type KeyPath } from './frontmatter/place.ts'
import { bareName } from './identity.ts'
import { fieldProblem } from './link-problems.ts'
import type {
  FilePath,
  Kind,
  Lead,
  Outcome,
  Parsed,
  ParsedInquiry,
  ParsedNote,
  Problem,
  Relation,
  Role,
  Service,
} from './model.ts'
import { isInquiry, isNote } from './model.ts'
import { compareText, problem } from './problem.ts'
import { RELATION_FIELDS, RELATION_NAMES, type RelationField } from './relation-words.ts'
import type { Names } from './names.ts'
import { resolveField } from './resolve.ts'
import { SCHEMAS } from './schema.ts'

type Report = (found: Problem | undefined) => void

/** One entry bears on another; which way round it was written no longer matters. */
interface Bearing {
  readonly from: Parsed
  readonly to: Parsed
  readonly role: Role
}

/** The relations that entries declare, resolved; what does not resolve is reported at its field. */
export class Declared {
  readonly #names: Names
  readonly #entries: readonly Parsed[]
  readonly #byPath: ReadonlyMap<FilePath, Parsed>
  readonly #outcomes: ReadonlyMap<FilePath, readonly Outcome[]>
  readonly #report: Report
  readonly #bearings: readonly Bearing[]

  constructor(
    names: Names,
    entries: readonly Parsed[],
    outcomes: ReadonlyMap<FilePath, readonly Outcome[]>,
    report: Report,
  ) {
    this.#names = names
    this.#entries = entries
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]))
    this.#outcomes = outcomes
    this.#report = report
    this.#bearings = entries.flatMap((entry) => this.#bearingsOf(entry))
  }

  /** Declared services first, then the notes that an essay cites without their saying why. In the order of the essay, then by title. */
  services(cited: ReadonlyMap<ParsedInquiry, ReadonlyMap<FilePath, number>>): Service[] {
    const listed = this.#entries.filter(isNote).flatMap((note) => this.#listedBy(note))
    const declared = this.#once([...listed, ...this.#bearings.flatMap(asService)])
    const pairs = new Set(declared.map(pairOf))
    const undeclared = [...cited].flatMap(([inquiry, notes]) =>
      [...notes.keys()].flatMap((path) => {
        const note = this.#byPath.get(path)
        return note?.kind === 'note' && !pairs.has(pairOf({ note, inquiry })) ? [{ note, inquiry }] : []
      }),
    )
    return [...declared, ...undeclared]
      .map((service) => ({ ...service, ...at(cited.get(service.inquiry)?.get(service.note.path)) }))
      .sort(inReadingOrder)
  }

  relations(): Relation[] {
    const between = this.#bearings.flatMap(({ from, to, role }) =>
      from.kind === 'note' && to.kind !== 'inquiry' ? [{ from, to, role }] : [],
    )
    return distinct(between, ({ from, to, role }) => `${from.path}\n${to.path}\n${role}`)
  }

  leads(): Lead[] {
    const listed = this.#entries.filter(isInquiry).flatMap((from) => this.#leadsOf(from))
    const borne = this.#bearings.flatMap(({ from, to }) =>
      from.kind === 'inquiry' && to.kind === 'inquiry' ? [{ from, to }] : [],
    )
    return distinct([...listed, ...borne], ({ from, to }) => `${from.path}\n${to.path}`)
  }

  #listedBy(note: ParsedNote): Service[] {
    return note.data.inquiries.flatMap(({ inquiry, role, because }, index) => {
      const to = this.#lookUp(note, inquiry, ['inquiries', index, 'inquiry'], 'inquiry')
      return to?.kind === 'inquiry' ? [{ note, inquiry: to, role, ...(because !== undefined && { because }) }] : []
    })
  }

  /** A note bears on an inquiry in one way; the first it states counts. */
  #once(services: readonly Service[]): Service[] {
    const first = new Map<string, Service>()
    for (const service of services) {
      const before = first.get(pairOf(service))
      if (before === undefined) first.set(pairOf(service), service)
      else if (before.role !== service.role) this.#report(twice(before, service))
    }
    return [...first.values()]
  }

  #leadsOf(from: ParsedInquiry): Lead[] {
    return from.data.next.flatMap(({ inquiry, because }, index) => {
      const to = this.#lookUp(from, inquiry, ['next', index, 'inquiry'], 'inquiry')
      return to?.kind === 'inquiry' && to !== from ? [{ from, to, ...(because !== undefined && { because }) }] : []
    })
  }

  #bearingsOf(entry: Parsed): Bearing[] {
    const fields = entry.kind === 'page' ? [] : RELATION_NAMES.flatMap((field) => this.#inFrontmatter(entry, field))
    return [...fields, ...this.#inBody(entry)].filter(({ from, to }) => from !== to)
  }

  #inFrontmatter(entry: ParsedNote | ParsedInquiry, field: RelationField): Bearing[] {
    return entry.data[field].flatMap((name, index) => {
      const other = this.#lookUp(entry, name, [field, index])
      return other === undefined ? [] : [bearing(entry, field, other)]
    })
  }

  #inBody(entry: Parsed): Bearing[] {
    const outcomes = this.#outcomes.get(entry.path) ?? []
    return entry.links.flatMap(({ relation }, index) => {
      const outcome = outcomes[index]
      const other = outcome?.type === 'found' ? this.#byPath.get(outcome.path) : undefined
      return relation === undefined || other === undefined ? [] : [bearing(entry, relation, other)]
    })
  }

  #lookUp(from: Parsed, written: string, field: KeyPath, kind?: Kind): Parsed | undefined {
    const name = bareName(written, this.#names.wikilinks)
    const outcome = resolveField(this.#names, from.path, written, kind)
    if (outcome.type === 'found') return this.#byPath.get(outcome.path)
    this.#report(fieldProblem(from, name, outcome, () => placeOfField(from, SCHEMAS[from.kind], field), kind))
    return undefined
  }
}

function bearing(entry: Parsed, field: RelationField, other: Parsed): Bearing {
  const { role, end } = RELATION_FIELDS[field]
  return end === 'from' ? { from: entry, to: other, role } : { from: other, to: entry, role }
}

/** Whichever of the two it was written in, a note serves an inquiry and not the other way round. */
function asService({ from, to, role }: Bearing): Service[] {
  if (from.kind === 'note' && to.kind === 'inquiry') return [{ note: from, inquiry: to, role }]
  if (from.kind === 'inquiry' && to.kind === 'note') return [{ note: to, inquiry: from, role }]
  return []
}

function twice(first: Service, { note, inquiry, role }: Service): Problem {
  const place = placeOfField(note, SCHEMAS.note, ['inquiries'])
  const sentence = `The note names ${inquiry.path} twice, as ${first.role ?? ''} and as ${role ?? ''}. The first counts; take the other out.`
  return problem('warning', 'inquiry-repeated', note.path, place, sentence)
}

const pairOf = ({ note, inquiry }: Pick<Service, 'note' | 'inquiry'>): string => `${note.path}\n${inquiry.path}`

/** What is named twice counts once, where it stands first. */
function distinct<T>(things: readonly T[], key: (thing: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return things.filter((thing) => !seen.has(key(thing)) && seen.add(key(thing)))
}

const at = (citedAt: number | undefined): { citedAt?: number } => (citedAt === undefined ? {} : { citedAt })

function inReadingOrder(a: Service, b: Service): number {
  return (
    (a.citedAt ?? Infinity) - (b.citedAt ?? Infinity) ||
    compareText(a.note.writtenTitle, b.note.writtenTitle) ||
    compareText(a.note.path, b.note.path)
  )
}
