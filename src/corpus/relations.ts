/** What frontmatter declares of other entries: services, relations, next lines, sources. */
import { inlineSource, type Bibliography } from './bibliography.ts'
import { placeOfField, type KeyPath } from './frontmatter.ts'
import type {
  FilePath,
  Kind,
  Lead,
  Outcome,
  Parsed,
  ParsedInquiry,
  ParsedNote,
  Place,
  Problem,
  Relation,
  Role,
  Service,
  Source,
} from './model.ts'
import { isNote, isInquiry, ROLES } from './model.ts'
import { compareText, didYouMean, nearest, problem } from './problem.ts'
import { resolveName, type Names } from './resolve.ts'
import { SCHEMAS } from './schema.ts'
import { listed } from './link-problems.ts'

type Report = (found: Problem | undefined) => void

/** The relations that frontmatter declares, resolved; what does not resolve is reported at its field. */
export class Declared {
  readonly #names: Names
  readonly #entries: readonly Parsed[]
  readonly #byPath: ReadonlyMap<FilePath, Parsed>
  readonly #report: Report

  constructor(names: Names, entries: readonly Parsed[], report: Report) {
    this.#names = names
    this.#entries = entries
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]))
    this.#report = report
  }

  /** Declared services first, then the notes that an essay cites without their saying why. In the order of the essay, then by title. */
  services(cited: ReadonlyMap<ParsedInquiry, ReadonlyMap<FilePath, number>>): Service[] {
    const declared = this.#entries.filter(isNote).flatMap((note) => this.#servicesOf(note))
    const pairs = new Set(declared.map(({ note, inquiry }) => `${note.path}\n${inquiry.path}`))
    const undeclared = [...cited].flatMap(([inquiry, notes]) =>
      [...notes.keys()].flatMap((path) => {
        const note = this.#byPath.get(path)
        return note?.kind === 'note' && !pairs.has(`${path}\n${inquiry.path}`) ? [{ note, inquiry }] : []
      }),
    )
    return [...declared, ...undeclared]
      .map((service) => ({ ...service, ...at(cited.get(service.inquiry)?.get(service.note.path)) }))
      .sort(inReadingOrder)
  }

  #servicesOf(note: ParsedNote): Service[] {
    const listed = note.data.inquiries.flatMap(({ inquiry, role, because }, index) => {
      const to = this.#lookUp(note, inquiry, ['inquiries', index, 'inquiry'], 'inquiry')
      return to?.kind === 'inquiry' ? [{ note, inquiry: to, role, ...(because !== undefined && { because }) }] : []
    })
    const related = this.#related(note).flatMap(({ to, role }) =>
      to.kind === 'inquiry' ? [{ note, inquiry: to, role }] : [],
    )
    return this.#once(note, [...listed, ...related])
  }

  /** A note bears on an inquiry in one way; the first it states counts. */
  #once(note: ParsedNote, services: readonly Service[]): Service[] {
    const first = new Map<ParsedInquiry, Service>()
    for (const service of services) {
      const before = first.get(service.inquiry)
      if (before === undefined) first.set(service.inquiry, service)
      else if (before.role !== service.role)
        this.#report(
          problem(
            'warning',
            'inquiry-repeated',
            note.path,
            placeOfField(note, SCHEMAS.note, ['inquiries']),
            `The note names ${service.inquiry.path} twice, as ${before.role} and as ${service.role}. The first counts; take the other out.`,
          ),
        )
    }
    return [...first.values()]
  }

  relations(): Relation[] {
    return this.#entries.filter(isNote).flatMap((note) => this.#related(note).filter(({ to }) => to.kind !== 'inquiry'))
  }

  readonly #relatedNotes = new Map<ParsedNote, Relation[]>()

  #related(note: ParsedNote): Relation[] {
    const known = this.#relatedNotes.get(note)
    if (known !== undefined) return known
    const found = ROLES.flatMap((role) => distinct(this.#relatedAs(note, role), ({ to }) => to))
    this.#relatedNotes.set(note, found)
    return found
  }

  #relatedAs(note: ParsedNote, role: Role): Relation[] {
    return note.data[role].flatMap((name, index) => {
      const to = this.#lookUp(note, name, [role, index])
      return to === undefined || to === note ? [] : [{ from: note, to, role }]
    })
  }

  leads(): Lead[] {
    return this.#entries.filter(isInquiry).flatMap((from) => distinct(this.#leadsOf(from), ({ to }) => to))
  }

  #leadsOf(from: ParsedInquiry): Lead[] {
    return from.data.next.flatMap(({ inquiry, because }, index) => {
      const to = this.#lookUp(from, inquiry, ['next', index, 'inquiry'], 'inquiry')
      return to?.kind === 'inquiry' && to !== from ? [{ from, to, ...(because !== undefined && { because }) }] : []
    })
  }

  #lookUp(from: Parsed, written: string, field: KeyPath, kind?: Kind): Parsed | undefined {
    const name = bareName(written)
    const outcome = resolveName(this.#names, from.path, name, 'name', kind)
    if (outcome.type === 'found') return this.#byPath.get(outcome.path)
    const place = () => placeOfField(from, SCHEMAS[from.kind], field)
    this.#report(fieldProblem(from, name, outcome, place, kind))
    return undefined
  }
}

/** `[[name|words]]`, `[[name#heading]]`, `name.md`: the name. */
function bareName(written: string): string {
  return written
    .trim()
    .replace(/^\[\[(.*)\]\]$/s, '$1')
    .replace(/\|.*$/s, '')
    .replace(/#.*$/s, '')
    .trim()
}

function fieldProblem(
  from: Parsed,
  name: string,
  outcome: Outcome,
  place: () => Place,
  kind?: Kind,
): Problem | undefined {
  const what = kind ?? 'entry'
  switch (outcome.type) {
    case 'missing':
      return problem(
        'error',
        `${what}-unknown`,
        from.path,
        place(),
        `There is no ${what} called "${name}".${didYouMean(outcome.suggestion) || ` Mend the name or write the ${what}.`}`,
      )
    case 'ambiguous':
      return problem(
        'error',
        'link-ambiguous',
        from.path,
        place(),
        `"${name}" may be ${listed(outcome.candidates)}. Write more of its path.`,
      )
    case 'private':
      return problem(
        'warning',
        'link-private',
        from.path,
        place(),
        `"${name}" is a draft, so the relation is not shown. Publish it or take the relation out.`,
      )
    default:
      return undefined
  }
}

/** What is named twice counts once, where it stands first. */
function distinct<T>(things: readonly T[], key: (thing: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return things.filter((thing) => !seen.has(key(thing)) && seen.add(key(thing)))
}

const at = (citedAt: number | undefined): { citedAt?: number } => (citedAt === undefined ? {} : { citedAt })

function inReadingOrder(a: Service, b: Service): number {
  return (
    (a.citedAt ?? Infinity) - (b.citedAt ?? Infinity) ||
    compareText(a.note.title, b.note.title) ||
    compareText(a.note.path, b.note.path)
  )
}

export function sourcesOf(note: ParsedNote, bibliography: Bibliography, report: Report): Source[] {
  const sources = note.data.source.flatMap((written, index) => {
    if (typeof written !== 'string') return [inlineSource(written)]
    const found = bibliography.get(bareName(written))
    if (found !== undefined) return [found]
    const near = nearest(written.replace(/^@/, ''), bibliography.keys)
    report(
      problem(
        'error',
        'source-unknown',
        note.path,
        placeOfField(note, SCHEMAS.note, ['source', index]),
        `The bibliography has no work with the key "${written}".${didYouMean(near) || ' Mend the key or add the work to references.bib.'}`,
      ),
    )
    return []
  })
  return distinct(sources, (source) => source)
}
