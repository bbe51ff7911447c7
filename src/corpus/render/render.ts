/** Corpus → Entry: everything one page prints. Pure, per entry. */
import { hrefOf, withBase, topicPath } from '../address.ts'
import { backlinks } from './backlinks.ts'
import { besideOf } from './margin-notes.ts'
import { citedWorks, numbersOf as workNumbers } from './cited.ts'
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
  Related,
  Served,
  TopicRef,
} from '../model/entry.ts'
import { citationId, fill, fillPieces, fillText } from './fill.ts'
import type { Parsed, ParsedInquiry, ParsedNote, ParsedPage } from '../model/parsed.ts'
import { bareReference, reference } from './reference.ts'
import { defined, ownLanguage, refTo } from './ref.ts'
import { commitAt, fileAt } from './repository.ts'
import { topicKey } from '../link/topics.ts'
import type { Corpus } from '../model/corpus.ts'
import { type FilePath, type Role, ROLES } from '../vocabulary.ts'
import type { Lead, Relation, Service } from '../model/resolved.ts'
import type { Source } from '../model/source.ts'

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
  const filling = { roles: rolesOf(services), numbers: numbersOf(services), works: workNumbers(corpus, parsed.path) }
  const filled = fillPieces(corpus, parsed, filling)
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
  const sources = corpus.sourceOf.get(parsed.path) ?? []
  return {
    kind: 'note',
    ...shared(corpus, parsed, htmlOf(corpus, parsed), sources),
    ...defined({ claim, quote }),
    topics: topicRefs(corpus, parsed.topics),
    references: sources.map((source) => reference(corpus, source)),
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

/** @param shown Works that the page shows above its text. */
function shared(corpus: Corpus, parsed: Parsed, html = htmlOf(corpus, parsed), shown: readonly Source[] = []) {
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
    cited: citedWorks(corpus, path, shown),
    ...defined({
      created: data.created,
      updated: data.updated,
      lang: ownLanguage(corpus, parsed),
      revision: revisionOf(corpus, path),
    }),
  }
}

const htmlOf = (corpus: Corpus, parsed: Parsed): string =>
  fill(corpus, parsed, { works: workNumbers(corpus, parsed.path) })

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

function rolesOf(services: readonly Service[]): Map<FilePath, Role> {
  return new Map(services.flatMap(({ note, role }) => (role === undefined ? [] : [[note.path, role] as const])))
}

const numbersOf = (services: readonly Service[]): Map<FilePath, number> =>
  new Map(services.map(({ note }, index) => [note.path, index + 1]))

/** Counted in the order of the roles, so that the same evidence always prints the same. */
export function balanceOf(services: readonly Service[]): Balance {
  const counts = ROLES.map((role) => [role, services.filter((service) => service.role === role).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function evidence(corpus: Corpus, { note, role, because, citedAt }: Service): Evidence {
  return {
    note: refTo(corpus, note),
    sources: (corpus.sourceOf.get(note.path) ?? []).map((source) => bareReference(corpus, source)),
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

export function topicRefs(corpus: Corpus, names: readonly string[]): TopicRef[] {
  return [...new Set(names.map(topicKey))].flatMap((key) => {
    const topic = corpus.topics.get(key)
    return topic === undefined ? [] : [{ name: topic.name, href: withBase(corpus.settings, topicPath(topic.slug)) }]
  })
}

function backlinksOf(corpus: Corpus, { path }: Parsed): Backlink[] {
  const roles = new Map((corpus.servicesByNote.get(path) ?? []).map(({ inquiry, role }) => [inquiry.path, role]))
  return backlinks(corpus, corpus.citations.get(path) ?? [], roles)
}
