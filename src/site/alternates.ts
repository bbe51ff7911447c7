/**
 * Lists the alternates of a site: files in other formats than HTML that have the content of an entry, or of the whole
 * site.
 */
import { workAddress, workFileAddress } from '../corpus/address.ts'
import { REFERENCE_FORMATS } from '../corpus/bibliography/formats.ts'
import { layoutAddress, layoutCss } from '../corpus/exports/canvas-css.ts'
import { citationFile, citeAddress, CITE_FORMATS, entryAsWork } from '../corpus/exports/cite-entry.ts'
import { evidenceAddress, evidenceCsv } from '../corpus/exports/evidence-csv.ts'
import { schemaAddress, schemaUrl } from '../corpus/exports/schema-address.ts'
import { EXPORTED, jsonSchemaFor } from '../corpus/json-schema/json-schemas.ts'
import { graphOf } from '../corpus/exports/graph.ts'
import { receiptJson } from '../corpus/exports/receipt.ts'
import { receiptAddress } from '../corpus/grounds-address.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { localMapPage } from '../corpus/exports/local-map.ts'
import { llmsTxt } from '../corpus/exports/llms.ts'
import { NANOPUBS, nanopubsOf } from '../corpus/exports/nanopubs/nanopubs.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import { HEADERS_FILE, headersFile, LINK_SET, linkSet } from '../corpus/exports/signposting.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { hasMap, localMapOf, mapAddress, type LocalMap } from '../corpus/maps/local-map.ts'
import { remarkOn, withRemark } from '../corpus/updates/remark.ts'
import type { AlternateName } from '../corpus/site-config.ts'
import { KINDS } from '../corpus/vocabulary.ts'
import type { Entry } from '../corpus/model/entry.ts'
import type { Parsed, ParsedCanvas } from '../corpus/model/parsed.ts'
import { digest } from './cache/digest.ts'
import type { EntryStore, LazyEntry } from './entry-store.ts'
import { FEED_FORMATS, feedFiles } from './feeds.ts'
import type { Alternate, AlternateFile } from './alternate.ts'
import { crateFile } from './crate.ts'
import { manifestFiles, robotsFiles, xmlFiles } from './found.ts'
import { listIndexes } from './list-indexes.ts'
import { serviceWorkerFiles } from './service-worker.ts'
import type { GroundsPage } from './grounds-pages.ts'
import type { ListPlans } from './lists.ts'

/** A format other than HTML, and the files of a site in this format. */
interface AlternateFormat {
  /** The extension of the file names, without a dot. It is undefined for a file that is not served in dev. */
  readonly extension?: string
  /** The media type of the files. */
  readonly type: string
  /** The name by which a site may leave the files out. It is undefined where every site has them. */
  readonly name?: AlternateName
  /** Returns the files of a site. */
  readonly files: (
    corpus: Corpus,
    store: EntryStore,
    plans: ListPlans,
    grounds: readonly GroundsPage[],
  ) => AlternateFile[]
}

/**
 * Every format other than HTML. A new one needs a row here and a module in `src/corpus/exports`; builds then write its
 * files, and the development server serves them.
 */
export const ALTERNATE_FORMATS: readonly AlternateFormat[] = [
  { extension: 'md', type: 'text/markdown', name: 'markdown', files: markdownFiles },
  { extension: 'json', type: 'application/json', name: 'json', files: jsonFiles },
  { extension: 'csv', type: 'text/csv', name: 'csv', files: evidenceFiles },
  { extension: 'json', type: 'application/json', name: 'json', files: receiptFiles },
  { extension: 'css', type: 'text/css', files: layoutFiles },
  ...FEED_FORMATS.map((format): AlternateFormat => ({
    extension: format.extension,
    type: format.type,
    files: (corpus, store) => feedFiles(corpus, store, format),
  })),
  ...REFERENCE_FORMATS.map(({ extension, type, write }): AlternateFormat => ({
    extension,
    type,
    name: 'references',
    files: ({ works, updates }) =>
      [...works.values()].map((work) => ({
        address: workFileAddress(workAddress(work), extension),
        owner: workAddress(work),
        dependsOn: () => [work.source.key, work.source.csl, work.source.arxiv, remarkOn(updates, work.source)],
        content: () => write(withRemark(updates, work.source)),
      })),
  })),
  {
    extension: 'json',
    type: 'application/json',
    files: (corpus) => [{ address: '/graph.json', content: () => graphJson(corpus) }, ...schemaFiles()],
  },
  ...CITE_FORMATS.map(({ extension, type, write }): AlternateFormat => ({
    extension,
    type,
    name: 'references',
    files: ({ settings }, store) =>
      everyFile(store, (lazyEntry) => ({
        address: citeAddress(lazyEntry.address, extension),
        owner: lazyEntry.address,
        page: lazyEntry.address,
        dependsOn: () => undefined,
        content: () => write(entryAsWork(lazyEntry.open(), settings)),
      })),
  })),
  {
    extension: 'cff',
    type: 'application/yaml',
    files: (corpus) => [{ address: '/CITATION.cff', content: () => citationFile(corpus) }],
  },
  { extension: 'json', type: 'application/json', files: (corpus, _, plans) => listIndexes(corpus, plans) },
  {
    extension: 'json',
    type: 'application/ld+json',
    files: (corpus, store) => (corpus.settings.roCrate ? [crateFile(corpus, store)] : []),
  },
  {
    extension: 'json',
    type: 'application/linkset+json',
    files: (corpus) => [{ address: LINK_SET, content: () => linkSet(corpus) }],
  },
  // It is not served in dev, where every page would be the one of before.
  { type: 'text/javascript', files: ({ settings }) => serviceWorkerFiles(settings) },
  { extension: 'xml', type: 'application/xml', files: xmlFiles },
  { extension: 'txt', type: 'text/plain', files: robotsFiles },
  { extension: 'webmanifest', type: 'application/manifest+json', files: manifestFiles },
  // Only hosts read this file. The development server has no use for it.
  { type: 'text/plain', files: (corpus) => [{ address: HEADERS_FILE, content: () => headersFile(corpus) }] },
  {
    extension: 'trig',
    type: 'application/trig',
    files: (corpus) =>
      corpus.settings.nanopubs === true ? [{ address: NANOPUBS, content: () => nanopubsOf(corpus, digest) }] : [],
  },
  { extension: 'html', type: 'text/html', name: 'maps', files: mapFiles },
  {
    extension: 'txt',
    type: 'text/plain',
    files: (corpus) => [{ address: '/llms.txt', content: () => llmsTxt(corpus) }],
  },
]

/** Writes the graph, which names its schema. */
const graphJson = (corpus: Corpus): string =>
  `${JSON.stringify({ $schema: schemaUrl(corpus.settings, 'graph'), ...graphOf(corpus) })}\n`

/** Lists the schemas of what the site gives to programs, so that whoever has an export can check it. */
const schemaFiles = () =>
  EXPORTED.map((name) => ({
    address: schemaAddress(name),
    content: () => `${JSON.stringify(jsonSchemaFor(name))}\n`,
  }))

/** Returns the alternates that a site has, each with its media type. */
export const alternatesOf = (
  corpus: Corpus,
  store: EntryStore,
  plans: ListPlans,
  grounds: readonly GroundsPage[],
): Alternate[] =>
  ALTERNATE_FORMATS.filter(({ name }) => name === undefined || corpus.settings.alternates.includes(name)).flatMap(
    ({ type, files }) => files(corpus, store, plans, grounds).map((file) => ({ ...file, type })),
  )

/** Makes a file of each entry that comes from a file, kind by kind. */
const everyFile = (
  store: EntryStore,
  make: (lazyEntry: LazyEntry<Entry> & { readonly parsed: Parsed }) => AlternateFile,
): AlternateFile[] => KINDS.flatMap((kind) => store.fileEntries(kind).map(make))

/** Returns each entry of a file as Markdown. */
function markdownFiles(corpus: Corpus, store: EntryStore): AlternateFile[] {
  return everyFile(store, (lazyEntry) => ({
    address: markdownAddress(lazyEntry.address),
    owner: lazyEntry.address,
    page: lazyEntry.address,
    dependsOn: () => lazyEntry.parsed.text,
    content: () => markdownOf(corpus, lazyEntry.parsed, lazyEntry.open()),
  }))
}

/** Returns each entry of a file as JSON. */
function jsonFiles({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  return everyFile(store, (lazyEntry) => ({
    address: jsonAddress(lazyEntry.address),
    owner: lazyEntry.address,
    page: lazyEntry.address,
    dependsOn: () => undefined,
    content: () => jsonOf(lazyEntry.open(), settings),
  }))
}

/** Returns the evidence of each inquiry as a table. */
function evidenceFiles({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  return store.collection('inquiry').map((lazyEntry) => ({
    address: evidenceAddress(lazyEntry.address),
    owner: lazyEntry.address,
    dependsOn: () => [settings.url, lazyEntry.open().evidence],
    content: () => evidenceCsv(lazyEntry.open(), settings),
  }))
}

/** Returns what answers rest on, of those of which it is asked, as JSON. */
function receiptFiles(
  { settings }: Corpus,
  _: EntryStore,
  __: ListPlans,
  grounds: readonly GroundsPage[],
): AlternateFile[] {
  return grounds.map(({ address, owner, open }) => ({
    address: receiptAddress(owner),
    owner,
    page: address,
    dependsOn: () => undefined,
    content: () => receiptJson(open(), settings),
  }))
}

/** Returns the places of the nodes of each canvas as a style sheet. */
function layoutFiles(_: Corpus, store: EntryStore): AlternateFile[] {
  return store.fileEntries('canvas').flatMap((lazyEntry) => {
    const { layout } = lazyEntry.parsed as ParsedCanvas
    return layout === undefined
      ? []
      : [{ address: layoutAddress(lazyEntry.address), dependsOn: () => layout, content: () => layoutCss(layout) }]
  })
}

/** Returns the map around each inquiry and each note. */
function mapFiles(corpus: Corpus, store: EntryStore): AlternateFile[] {
  const { language, base, title } = corpus.settings
  const entries = [...store.fileEntries('inquiry'), ...store.fileEntries('note')]
  return entries
    .filter(({ parsed }) => hasMap(corpus, parsed.path))
    .map(({ address, parsed }) => {
      const map = (): LocalMap => localMapOf(corpus, parsed.path)!
      return {
        address: mapAddress(address),
        owner: address,
        dependsOn: () => [language, base, title, map()],
        content: () => localMapPage(map(), corpus.settings),
      }
    })
}
