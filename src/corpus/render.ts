/** Corpus → Entry: everything one page prints. Pure, per entry. */
import { hrefOf, withBase } from './address.ts'
import { besideOf } from './beside.ts'
import { formatReference } from './bibliography.ts'
import type {
  AnswerChange,
  Backlink,
  Balance,
  Entry,
  Evidence,
  InquiryEntry,
  NextLine,
  NoteEntry,
  PageEntry,
  PinnedTo,
  Ref,
  Reference,
  Related,
  Served,
  TopicRef,
} from './entry.ts'
import { coinsOf, highwireOf } from './exports/work-metadata.ts'
import { citationId, fill, fillPieces, fillText } from './fill.ts'
import type {
  Citation,
  Corpus,
  FilePath,
  Lead,
  Parsed,
  ParsedInquiry,
  ParsedNote,
  ParsedPage,
  Relation,
  Role,
  Service,
  Source,
} from './model.ts'
import { ROLES } from './model.ts'
import { compareText } from './problem.ts'
import { commitAt, fileAt } from './repository.ts'
import { topicKey } from './topics.ts'
import { doiOf, type Update } from './updates.ts'

export function render(corpus: Corpus, parsed: Parsed): Entry {
  switch (parsed.kind) {
    case 'inquiry':
      return renderInquiry(corpus, parsed)
    case 'note':
      return renderNote(corpus, parsed)
    case 'page':
      return renderPage(corpus, parsed)
  }
}

function renderInquiry(corpus: Corpus, parsed: ParsedInquiry): InquiryEntry {
  const services = corpus.servicesByInquiry.get(parsed.path) ?? []
  const { lede, answer, status } = parsed.data
  const filled = fillPieces(corpus, parsed, { roles: rolesOf(services) })
  return {
    kind: 'inquiry',
    ...shared(corpus, parsed, filled.join('')),
    ...defined({ lede, answer }),
    status,
    topics: topicRefs(corpus, parsed.topics),
    evidence: services.map((service) => evidence(corpus, service)),
    beside: besideOf(corpus, parsed, filled, services),
    balance: balanceOf(services),
    next: (corpus.leadsFrom.get(parsed.path) ?? []).map((lead) => nextLine(corpus, lead, 'to')),
    leadHere: (corpus.leadsTo.get(parsed.path) ?? []).map((lead) => nextLine(corpus, lead, 'from')),
    backlinks: backlinksOf(corpus, parsed),
    history: changesOf(corpus, parsed.path),
    ...defined({ historySince: corpus.history.since }),
  }
}

function renderNote(corpus: Corpus, parsed: ParsedNote): NoteEntry {
  const { claim, quote } = parsed.data
  return {
    kind: 'note',
    ...shared(corpus, parsed),
    ...defined({ claim, quote }),
    topics: topicRefs(corpus, parsed.topics),
    references: (corpus.sourceOf.get(parsed.path) ?? []).map((source) => reference(corpus, source)),
    serves: (corpus.servicesByNote.get(parsed.path) ?? []).map((service) => served(corpus, service)),
    relates: (corpus.relationsFrom.get(parsed.path) ?? []).map((relation) => related(corpus, relation, 'to')),
    relatedBy: (corpus.relationsTo.get(parsed.path) ?? []).map((relation) => related(corpus, relation, 'from')),
    backlinks: backlinksOf(corpus, parsed),
  }
}

function renderPage(corpus: Corpus, parsed: ParsedPage): PageEntry {
  return {
    kind: 'page',
    ...shared(corpus, parsed),
    ...defined({ description: parsed.data.description }),
    backlinks: backlinksOf(corpus, parsed),
  }
}

function shared(corpus: Corpus, parsed: Parsed, html = fill(corpus, parsed)) {
  const { path, title, headings, words, hasMaths, data } = parsed
  return {
    path,
    address: corpus.addresses.get(path)!,
    href: hrefOf(corpus, path),
    title,
    html,
    headings: headings.map((heading) => ({ ...heading, text: fillText(corpus, parsed, heading.text) })),
    words,
    hasMaths,
    ...(data.aliases.length > 0 && { aliases: data.aliases }),
    ...defined({ created: data.created, updated: data.updated, revision: revisionOf(corpus, path) }),
  }
}

function revisionOf({ settings, history }: Corpus, path: FilePath): PinnedTo | undefined {
  const revision = history.revisions.get(path)
  return revision && { ...revision, ...defined({ href: fileAt(settings, revision.commit, history.prefix + path) }) }
}

function changesOf(corpus: Corpus, path: FilePath): AnswerChange[] {
  return (corpus.history.changes.get(path) ?? []).map(({ evidence, ...change }) => ({
    ...change,
    ...defined({ href: commitAt(corpus.settings, change.commit) }),
    evidence: evidence.flatMap(({ note, ...roles }) => {
      const entry = corpus.entries.get(note)
      return entry === undefined ? [] : [{ note: refTo(corpus, entry), ...roles }]
    }),
  }))
}

/** Without the fields that are undefined: an absent field and an undefined one must not differ. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

export function refTo(corpus: Corpus, { kind, title, path }: Parsed): Ref {
  return { kind, title, href: hrefOf(corpus, path) }
}

function rolesOf(services: readonly Service[]): Map<FilePath, Role> {
  return new Map(services.flatMap(({ note, role }) => (role === undefined ? [] : [[note.path, role] as const])))
}

/** Counted in the order of the roles, so that the same evidence always prints the same. */
export function balanceOf(services: readonly Service[]): Balance {
  const counts = ROLES.map((role) => [role, services.filter((service) => service.role === role).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function evidence(corpus: Corpus, { note, role, because, citedAt }: Service): Evidence {
  return {
    note: refTo(corpus, note),
    sources: (corpus.sourceOf.get(note.path) ?? []).map((source) => ({
      short: source.short,
      ...defined({ year: source.year, update: updateOf(corpus, source) }),
    })),
    ...defined({
      claim: note.data.claim,
      role,
      because,
      citedAt: citedAt === undefined ? undefined : `#${citationId(citedAt)}`,
    }),
  }
}

function served(corpus: Corpus, { inquiry, role, because }: Service): Served {
  return { inquiry: refTo(corpus, inquiry), status: inquiry.data.status, ...defined({ role, because }) }
}

function nextLine(corpus: Corpus, lead: Lead, end: 'from' | 'to'): NextLine {
  return {
    inquiry: refTo(corpus, lead[end]),
    ...defined({ because: lead.because, answer: lead[end].data.answer }),
  }
}

function related(corpus: Corpus, relation: Relation, end: 'from' | 'to'): Related {
  return { role: relation.role, note: refTo(corpus, relation[end]) }
}

const updateOf = ({ updates }: Corpus, source: Source): Update | undefined => updates.get(doiOf(source) ?? '')

function reference(corpus: Corpus, source: Source): Reference {
  const { key, short, title, year, links } = source
  const said = { html: formatReference(source), meta: highwireOf(source), coins: coinsOf(source) }
  return { short, title, links, ...said, ...defined({ key, year, update: updateOf(corpus, source) }) }
}

export function topicRefs(corpus: Corpus, names: readonly string[]): TopicRef[] {
  return [...new Set(names.map(topicKey))].flatMap((key) => {
    const topic = corpus.topics.get(key)
    return topic === undefined ? [] : [{ name: topic.name, href: withBase(corpus.settings, `/topics/${topic.slug}/`) }]
  })
}

const KIND_ORDER = { inquiry: 0, note: 1, page: 2 } as const

/** Inquiries first, then notes, each by title; every mention once, in the order of its page. */
function backlinksOf(corpus: Corpus, parsed: Parsed): Backlink[] {
  const roles = new Map((corpus.servicesByNote.get(parsed.path) ?? []).map(({ inquiry, role }) => [inquiry.path, role]))
  const bySource = Map.groupBy(corpus.citations.get(parsed.path) ?? [], ({ from }) => from)
  return [...bySource]
    .sort(
      ([a], [b]) =>
        KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || compareText(a.title, b.title) || compareText(a.path, b.path),
    )
    .map(([from, citations]) => ({
      from: refTo(corpus, from),
      ...defined({ role: roles.get(from.path) }),
      mentions: citations.map((citation) => mention(corpus, citation)),
    }))
}

function mention(corpus: Corpus, { from, link }: Citation): Backlink['mentions'][number] {
  const { before, sentence, after } = from.links[link]!.context
  const context = {
    before: fillText(corpus, from, before),
    sentence: fillText(corpus, from, sentence),
    after: fillText(corpus, from, after),
  }
  return { href: `${hrefOf(corpus, from.path)}#${citationId(link)}`, context }
}
