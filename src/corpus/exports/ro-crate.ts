/**
 * This file describes a site as an RO-Crate, by which archives and programs know what is in a folder
 * (https://w3id.org/ro/crate/1.3): its pages and the relations between them, the works that they rest on, and the files
 * for machines.
 */
import { identifierOf } from '../address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Entry } from '../model/entry.ts'
import type { SitePath } from '../vocabulary.ts'
import { atomAddress } from './atom.ts'
import { CITO } from './cito.ts'
import { describedWorks, fileAt, pageOf, type DescribedWork } from './crate-pages.ts'
import { ALL_ANSWERS, ALL_NEWS, NEW_NOTES } from './feed.ts'
import { FlatGraph } from './flat-graph.ts'
import { jsonFeedAddress } from './json-feed.ts'
import { siteJsonLd } from './json-ld.ts'
import { licenceOf } from './licence.ts'
import { schemaAddress } from './schema-address.ts'
import { JSON_FEED } from './signposting.ts'
import { lastChange } from './sitemap.ts'

/** This is the address of the description, without the site's base. RO-Crate states its name and its place. */
export const RO_CRATE: SitePath = '/ro-crate-metadata.json'

const VERSION = 'https://w3id.org/ro/crate/1.3'
/** The words of RO-Crate are those of schema.org and of Dublin Core. It has none of CiTO. */
const CONTEXT = [`${VERSION}/context`, { cito: CITO }]
const ROOT = './'

/** Every site has these files beside its pages. */
const DATA: readonly (readonly [address: SitePath, type: string, name: string])[] = [
  ['/graph.json', 'application/json', 'Graph of every entry and typed relation'],
  [schemaAddress('graph'), 'application/schema+json', 'JSON Schema of the graph'],
  [schemaAddress('entry'), 'application/schema+json', 'JSON Schema of the JSON beside each page'],
  ...feedOf(ALL_ANSWERS, 'Feed of changed answers'),
  ...feedOf(ALL_NEWS, 'Feed of all that is new'),
  ...feedOf(NEW_NOTES, 'Feed of new notes'),
  ['/CITATION.cff', 'application/yaml', 'How to cite the site'],
  ['/llms.txt', 'text/plain', 'Contents, for language models'],
]

function feedOf(stem: SitePath, name: string): (typeof DATA)[number][] {
  return [
    [atomAddress(stem), 'application/atom+xml', name],
    [jsonFeedAddress(stem), JSON_FEED, name],
  ]
}

/**
 * Writes the description of a site.
 *
 * @param entries All entries of the corpus, as their pages print them.
 */
export function roCrate(corpus: Corpus, entries: readonly Entry[]): string {
  const { settings } = corpus
  const works = describedWorks(corpus)
  const graph = new FlatGraph(
    new Map(entries.map(({ address, href }) => [identifierOf(settings, href), fileAt(address)])),
  )
  const about = { '@id': ROOT }
  graph.describe(fileAt(RO_CRATE), { '@type': 'CreativeWork', about, conformsTo: { '@id': VERSION } })
  graph.describe(ROOT, rootOf(corpus, partsOf(entries, works)))
  for (const entry of entries) graph.describe(fileAt(entry.address), pageOf(entry, settings, works))
  for (const { file, page, id, description } of works.values()) {
    graph.describe(file, page)
    graph.describe(id, description)
  }
  for (const [address, encodingFormat, name] of DATA)
    graph.describe(fileAt(address), { '@type': 'File', name, encodingFormat })
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph.things })}\n`
}

/** Lists the files that are described. */
const partsOf = (entries: readonly Entry[], works: ReadonlyMap<string, DescribedWork>): Set<string> =>
  new Set([
    ...entries.map(({ address }) => fileAt(address)),
    ...[...works.values()].map(({ file }) => file),
    ...DATA.map(([address]) => fileAt(address)),
  ])

/** Describes the site as a whole. RO-Crate demands a date and a licence of it, and neither is made up. */
function rootOf(corpus: Corpus, parts: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const { '@context': _, '@id': __, license, ...site } = siteJsonLd(corpus.settings)
  const licence = licenceOf(corpus.settings.licence)
  const named = { '@type': 'CreativeWork', name: corpus.settings.licence, identifier: licence?.spdx }
  return {
    ...site,
    '@type': 'Dataset',
    datePublished: newestChange(corpus),
    license: licence === undefined ? license : { '@id': licence.url, ...named },
    hasPart: [...parts].map((file) => ({ '@id': file })),
  }
}

/** Gives the newest day on which an entry was changed, as entries state or git knows. It is undefined where neither does. */
const newestChange = (corpus: Corpus): string | undefined =>
  [...corpus.entries.keys()]
    .flatMap((path) => lastChange(corpus, path) ?? [])
    .sort()
    .at(-1)

/** Tells what the description of a site lacks of what RO-Crate demands. */
export const lackingInCrate = (corpus: Corpus): ('licence' | 'date')[] => [
  ...(corpus.settings.licence === undefined ? (['licence'] as const) : []),
  ...(newestChange(corpus) === undefined ? (['date'] as const) : []),
]
