/**
 * This file links parsed files into a corpus: it resolves every link, derives every cross-reference, and gives every
 * problem its position.
 */
import { groundsAddresses } from '../grounds-address.ts'
import { KnownReferences } from '../bibliography/reference-formatter.ts'
import { SECTION_PATHS } from '../names/identify.ts'
import { distinctSlugs, isCutSlug, wishedSlug } from '../names/slug.ts'
import { isNote, type Parsed } from '../model/parsed.ts'
import { sortProblems, problem } from '../problem.ts'
import { baseAddresses, basesOf } from './bases.ts'
import { LinkCache } from './link-cache.ts'
import { withDescribedWorks } from './described-works.ts'
import { withDiscourseGraph } from './discourse-nodes.ts'
import { withHierarchy } from './hierarchy.ts'
import { inReadingOrder, relate } from './relations.ts'
import type { Resolved, LinkInput } from './resolve-entry.ts'
import { LIST_ADDRESS, listingAddresses, sourceListAddresses } from '../list-addresses.ts'
import { sharedIds } from './shared-ids.ts'
import { topicsOf } from './topics.ts'
import { translationsOf } from './translations.ts'
import { unreadFields } from './unread-fields.ts'
import { withholdSettings } from './withhold-fields.ts'
import { worksOf } from './works.ts'
import type { BasePage } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import { compareText } from '../compare.ts'
import { NO_HISTORY } from '../model/history.ts'
import { NO_UPDATES } from '../model/updates.ts'
import type { FilePath, Problem, SitePath } from '../vocabulary.ts'
import { topicPath, workAddress } from '../address.ts'
import type { EvidenceLink } from '../model/resolved.ts'

/**
 * Links a corpus. This is a pure function: the same files give the same corpus, whatever their order, and whatever the
 * cache holds.
 *
 * Drafts are taken out before anything is linked, so nothing that is derived here can hold a word of theirs.
 *
 * @param cache The cache of the last run. Where few files have changed since, it makes linking much faster.
 */
export const link = (input: LinkInput, cache = new LinkCache()): Corpus =>
  cache.relink(input) ?? cache.remember(input, linkAll(input, cache))

function linkAll(input: LinkInput, cache: LinkCache): Corpus {
  const { files, style, attachments, updates = NO_UPDATES } = input
  const { references = new KnownReferences(style) } = input
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
  const named = cache.resolve(input, sorted)
  const entries = named.map(({ entry }) => entry)
  const { bibliography, bases: definitions, problems: ofOthers } = cache.shown!
  const problems = [...named.flatMap((each) => each.problems), ...ofOthers]
  const report = (found: Problem): void => void problems.push(found)
  const settings = withholdSettings(cache.names!, input.settings, input.settingsFile, report)
  const all = withDescribedWorks(withHierarchy(withDiscourseGraph(named, input, report), settings), bibliography)

  const resolutions = new Map(all.map(({ entry, resolutions }) => [entry.path, resolutions]))
  const { evidenceLinks, relations, nextInquiries } = relate(all, report)
  const translations = translationsOf(all, settings, report)
  const topics = topicsOf(entries, ({ path, links }) =>
    (resolutions.get(path) ?? []).flatMap(({ type }, index) =>
      type === 'topic' && links[index]!.form !== 'topic' ? [links[index]!.target] : [],
    ),
  )
  const works = worksOf(all, bibliography)
  const bases = basesOf({ all, names: cache.names!, input: { ...input, bases: definitions }, report })
  problems.push(...unreadFields(entries, bases?.properties), ...sharedIds(entries))
  const abouts = new Map(
    [...topics.values()].flatMap(({ about, slug }) => (about ? [[about.path, topicPath(slug)] as const] : [])),
  )
  const { ownPages = [] } = input
  const own = [...ownAddresses(entries, settings, topics, works), ...baseAddresses(bases), ...ownPages.map(bare)]
  return {
    settings,
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    addresses: new Map([
      ...addressAll(
        entries.filter((entry) => !abouts.has(entry.path)),
        own,
        report,
      ),
      ...abouts,
      ...(bases?.pages ?? []).map(addressOfBase),
    ]),
    resolutions,
    attachments,
    used: filesUsed(all, bases),
    ...(bases && { bases }),
    citations: groupBy(
      all.flatMap(({ citations }) => citations),
      ({ to }) => to,
    ),
    evidenceByInquiry: inOrderOfReading(evidenceLinks, ({ inquiry }) => inquiry.path, settings.language),
    evidenceByNote: inOrderOfReading(evidenceLinks, ({ note }) => note.path, settings.language),
    relationsFrom: groupBy(relations, ({ from }) => from.path),
    relationsTo: groupBy(relations, ({ to }) => to.path),
    nextFrom: groupBy(nextInquiries, ({ from }) => from.path),
    nextTo: groupBy(nextInquiries, ({ to }) => to.path),
    sourceOf: new Map(all.flatMap(({ entry, sources }) => (isNote(entry) ? [[entry.path, sources]] : []))),
    replications: new Map(
      all.flatMap(({ entry, replications }) => (replications.length > 0 ? [[entry.path, replications] as const] : [])),
    ),
    ...(translations && { translations }),
    topics,
    works,
    style,
    references,
    updates,
    drawings: new Map(),
    history: NO_HISTORY,
    problems: sortProblems(problems),
  }
}

const bare = (address: SitePath): string => address.replace(/\/$/, '')

const addressOfBase = ({ path, address }: BasePage): readonly [FilePath, SitePath] => [path, address]

type Report = (found: Problem) => void

function groupBy<T>(things: readonly T[], key: (thing: T) => FilePath): Map<FilePath, T[]> {
  return Map.groupBy(things, key)
}

/** Gives the addresses of the site's own pages, without a slash at the end. No entry can have one of them. */
export function* ownAddresses(
  entries: readonly Parsed[],
  settings: Settings,
  topics: Corpus['topics'],
  works: Corpus['works'],
): Generator<string> {
  yield* ['/topics', '/search', '/map', '/404']
  if (settings.audit !== 'off') yield '/audit'
  yield* groundsAddresses(entries)
  for (const work of works.values()) yield workAddress(work).slice(0, -1)
  const lists = [...listingAddresses(entries, topics), ...sourceListAddresses(works.size)]
  const beside = entries.filter(({ kind, id }) => kind === 'inquiry' && /\/findings$/i.test(id))
  if (beside.length > 0 && entries.some(({ kind, data }) => kind === 'note' && data.study !== undefined))
    yield* new Set(beside.map(({ kind, id }) => SECTION_PATHS[kind] + wishedSlug(id)))
  // Making an address takes time, and few ids can come to be one of these.
  const near = entries.filter(({ id }) => /(?:^|\W)(?:by|with)\W/i.test(id))
  const wished = near.map(({ kind, id }) => SECTION_PATHS[kind] + wishedSlug(id))
  yield* new Set([...lists.map((address) => address.slice(0, -1)), ...wished.filter((each) => LIST_ADDRESS.test(each))])
}

/** Gives every entry an address of its own. Where two ask for the same one, the second gets a number and a warning. */
function addressAll(entries: readonly Parsed[], own: readonly string[], report: Report): Map<FilePath, SitePath> {
  const wishes = new Map(entries.map((entry) => [entry, SECTION_PATHS[entry.kind] + wishedSlug(entry.id)]))
  const wished = (entry: Parsed): string => wishes.get(entry)!
  const { slugs, clashes } = distinctSlugs<Parsed | string>([
    ...own.map((address) => [address, address] as const),
    ...entries.map((entry) => [entry, wished(entry)] as const),
  ])
  for (const entry of entries) {
    if (isCutSlug(entry.id, wished(entry)))
      report(
        problem(
          'warning',
          'address-too-long',
          entry.path,
          { line: 1, column: 1 },
          `The path is too long for an address, so this entry is at ${slugs.get(entry)}/. Give it a shorter name.`,
        ),
      )
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

/** Groups evidence links by a path, each group in the order of reading. */
function inOrderOfReading(
  evidenceLinks: readonly EvidenceLink[],
  key: (evidenceLink: EvidenceLink) => FilePath,
  language: string,
): Map<FilePath, EvidenceLink[]> {
  const groups = groupBy(evidenceLinks, key)
  for (const group of groups.values()) group.sort(inReadingOrder(language))
  return groups
}

/** Lists the attachments to which a public entry links, in the order of their paths. */
function filesUsed(all: readonly Resolved[], bases: Corpus['bases']): Set<FilePath> {
  const used = all.flatMap(({ resolutions }) =>
    resolutions.flatMap((each) => (each.type === 'file' ? [each.path] : [])),
  )
  return new Set([...used, ...(bases?.used ?? [])].sort(compareText))
}
