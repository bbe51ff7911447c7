/** Parsed files → Corpus: all files at once. Every link is resolved, every cross reference derived, and every problem placed. */
import type { Bibliography } from './bibliography.ts'
import { distinctSlugs, SECTIONS, wishedSlug } from './identity.ts'
import { linkProblem } from './link-problems.ts'
import {
  isInquiry,
  isNote,
  isPrivate,
  type Attachment,
  type Citation,
  type Corpus,
  type FilePath,
  type Outcome,
  type Parsed,
  type ParsedInquiry,
  type Problem,
  type Settings,
  type Source,
  type SitePath,
  type Topic,
} from './model.ts'
import { compareText, inOrder, problem } from './problem.ts'
import { Declared } from './relations.ts'
import { sourcesOf } from './sources.ts'
import { nameAll, type Names } from './names.ts'
import { resolveLink } from './resolve.ts'
import { topicsOf } from './topics.ts'

/** What the corpus is made from: every parsed file in any order, and what stands beside them. */
export interface Ingredients {
  readonly files: readonly Parsed[]
  /** Files that are there but could not be read. */
  readonly unread: readonly FilePath[]
  readonly settings: Settings
  readonly bibliography: Bibliography
  readonly attachments: ReadonlyMap<FilePath, Attachment>
}

/**
 * Links a corpus. Pure: the same files give the same corpus, whatever their order.
 *
 * Drafts leave before anything is linked, so nothing derived here can hold a word of theirs.
 */
export function link({ files, unread, settings, bibliography, attachments }: Ingredients): Corpus {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
  const entries = sorted.filter((file) => !isPrivate(file, settings))
  const names = nameAll(
    entries,
    sorted.filter((file) => isPrivate(file, settings)),
    unread,
    attachments,
    bibliography.keys,
    settings.wikilinks,
  )
  const problems: Problem[] = []
  const report = (found: Problem | undefined): void => {
    if (found !== undefined) problems.push(found)
  }

  const outcomes = resolveBodies(names, entries, report)
  const citations = citationsByTarget(entries, outcomes)
  const declared = new Declared(names, entries, outcomes, report)
  const services = declared.services(firstCitations(entries, outcomes))
  const relations = declared.relations()
  const leads = declared.leads()
  const topics = topicsOf(entries)
  return {
    settings,
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    addresses: addressAll(entries, topics, report),
    outcomes,
    attachments,
    used: filesUsed(outcomes),
    citations,
    servicesByInquiry: groupBy(services, ({ inquiry }) => inquiry.path),
    servicesByNote: groupBy(services, ({ note }) => note.path),
    relationsFrom: groupBy(relations, ({ from }) => from.path),
    relationsTo: groupBy(relations, ({ to }) => to.path),
    leadsFrom: groupBy(leads, ({ from }) => from.path),
    leadsTo: groupBy(leads, ({ to }) => to.path),
    sourceOf: new Map(
      entries
        .filter(isNote)
        .map((note) => [note.path, sourcesOf(note, names, bibliography, settings.mode === 'lenient', report)]),
    ),
    topics,
    sources: worksCited(outcomes, bibliography),
    problems: inOrder(problems),
  }
}

type Report = (found: Problem | undefined) => void
type Outcomes = ReadonlyMap<FilePath, readonly Outcome[]>

function groupBy<T>(things: readonly T[], key: (thing: T) => FilePath): Map<FilePath, T[]> {
  return Map.groupBy(things, key)
}

/** Addresses of the site's own pages, which no entry can have. */
const OWN = ['/inquiries', '/notes', '/topics', '/search', '/404']

/** Every entry gets an address of its own; two that ask for the same are told apart by a number. */
function addressAll(
  entries: readonly Parsed[],
  topics: ReadonlyMap<string, Topic>,
  report: Report,
): Map<FilePath, SitePath> {
  const own = [...OWN, ...[...topics.values()].map(({ slug }) => `/topics/${slug}`)]
  const wished = ({ kind, id }: Parsed): string => SECTIONS[kind] + wishedSlug(id)
  const { slugs, clashes } = distinctSlugs<Parsed | string>([
    ...own.map((address) => [address, address] as const),
    ...entries.map((entry) => [entry, wished(entry)] as const),
  ])
  for (const entry of entries) {
    const owner = clashes.get(entry)
    if (owner === undefined) continue
    const [by, remedy] =
      typeof owner === 'string' ? ['a page of the site', 'Rename it.'] : [owner.path, 'Rename one of the two.']
    report(
      problem(
        'warning',
        'address-taken',
        entry.path,
        { line: 1, column: 1 },
        `The address ${wished(entry)}/ is taken by ${by}, so this entry is at ${slugs.get(entry)}/. ${remedy}`,
      ),
    )
  }
  return new Map(entries.map((entry) => [entry.path, `${slugs.get(entry)}/`]))
}

function resolveBodies(names: Names, entries: readonly Parsed[], report: Report): Outcomes {
  return new Map(
    entries.map((from) => [
      from.path,
      from.links.map((each) => {
        const outcome = resolveLink(names, from, each)
        report(linkProblem(from, each, outcome))
        return outcome
      }),
    ]),
  )
}

function filesUsed(outcomes: Outcomes): Set<FilePath> {
  const used = [...outcomes.values()].flat().flatMap((outcome) => (outcome.type === 'file' ? [outcome.path] : []))
  return new Set(used.sort(compareText))
}

/** The works that bodies cite by key. */
function worksCited(outcomes: Outcomes, bibliography: Bibliography): Map<string, Source> {
  const keys = new Set(
    [...outcomes.values()].flat().flatMap((outcome) => (outcome.type === 'source' ? [outcome.key] : [])),
  )
  return new Map(
    [...keys].sort(compareText).flatMap((key) => {
      const source = bibliography.get(key)
      return source === undefined ? [] : [[key, source]]
    }),
  )
}

function linksFound(from: Parsed, outcomes: Outcomes): { link: number; to: FilePath }[] {
  return (outcomes.get(from.path) ?? []).flatMap((outcome, index) =>
    (outcome.type === 'found' || outcome.type === 'fragment-missing') && outcome.path !== from.path
      ? [{ link: index, to: outcome.path }]
      : [],
  )
}

function citationsByTarget(entries: readonly Parsed[], outcomes: Outcomes): Map<FilePath, Citation[]> {
  return groupBy(
    entries.flatMap((from) => linksFound(from, outcomes).map((found) => ({ from, ...found }))),
    ({ to }) => to,
  )
}

/** For each inquiry, the notes its essay links to, with the index of the first link to each. */
function firstCitations(entries: readonly Parsed[], outcomes: Outcomes): Map<ParsedInquiry, Map<FilePath, number>> {
  return new Map(
    entries.filter(isInquiry).map((inquiry) => {
      const first = new Map<FilePath, number>()
      for (const { to, link } of linksFound(inquiry, outcomes)) if (!first.has(to)) first.set(to, link)
      return [inquiry, first]
    }),
  )
}
