/**
 * Lists the alternates of a site: files in other formats than HTML that have the content of an entry, or of the whole
 * site.
 */
import { topicPath, withBase, workAddress, workFileAddress } from '../corpus/address.ts'
import { REFERENCE_FORMATS } from '../corpus/bibliography/formats.ts'
import {
  ALL_ANSWERS,
  ALL_NEWS,
  allAnswers,
  answersAddress,
  answersOf,
  newsFeed,
  topicFeedAddress,
} from '../corpus/exports/atom.ts'
import { layoutAddress, layoutCss } from '../corpus/exports/canvas-css.ts'
import { citationFile, citeAddress, CITE_FORMATS, entryAsWork } from '../corpus/exports/cite-entry.ts'
import { evidenceAddress, evidenceCsv } from '../corpus/exports/evidence-csv.ts'
import { graphOf } from '../corpus/exports/graph.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { localMapPage } from '../corpus/exports/local-map.ts'
import { llmsTxt } from '../corpus/exports/llms.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import { HEADERS_FILE, headersFile, LINK_SET, linkSet } from '../corpus/exports/signposting.ts'
import { inOrderOfNews, newsList, type NewsItem } from '../corpus/lists/news.ts'
import { topicTree } from '../corpus/lists/topic-tree.ts'
import type { Topic } from '../corpus/model/resolved.ts'
import { wordsFor } from '../corpus/words/words.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { hasMap, localMapOf, mapAddress, type LocalMap } from '../corpus/maps/local-map.ts'
import { remarkOn, withRemark } from '../corpus/updates/remark.ts'
import { KINDS, type SitePath } from '../corpus/vocabulary.ts'
import type { Entry } from '../corpus/model/entry.ts'
import type { Parsed, ParsedCanvas } from '../corpus/model/parsed.ts'
import type { EntryStore, LazyEntry } from './entry-store.ts'
import { listIndexes } from './list-indexes.ts'
import type { ListPlans } from './lists.ts'

/** An alternate, with the media type of its format. */
export interface Alternate extends AlternateFile {
  readonly type: string
}

/** A file in another format than HTML. */
interface AlternateFile {
  readonly address: SitePath
  /** Makes the content of the file. */
  readonly content: () => string
  /** The address of the page that shows the same entry. It is undefined for a file of the whole site. */
  readonly owner?: SitePath
  /** The same, where the file depends on everything that this page shows. */
  readonly page?: SitePath
  /**
   * Returns everything else that the file depends on, as plain data. A build leaves the file as it is while this and
   * the page stay the same. A file without this property is made by every build.
   */
  readonly dependsOn?: () => unknown
}

/** A format other than HTML, and the files of a site in this format. */
interface AlternateFormat {
  /** The extension of the file names, without a dot. It is undefined for a file that is not served in dev. */
  readonly extension?: string
  /** The media type of the files. */
  readonly type: string
  /** Returns the files of a site. */
  readonly files: (corpus: Corpus, store: EntryStore, plans: ListPlans) => AlternateFile[]
}

/**
 * Every format other than HTML. A new one needs a row here and a module in `src/corpus/exports`; builds then write its
 * files, and the development server serves them.
 */
export const ALTERNATE_FORMATS: readonly AlternateFormat[] = [
  { extension: 'md', type: 'text/markdown', files: markdownFiles },
  { extension: 'json', type: 'application/json', files: jsonFiles },
  { extension: 'csv', type: 'text/csv', files: evidenceFiles },
  { extension: 'css', type: 'text/css', files: layoutFiles },
  {
    extension: 'atom',
    type: 'application/atom+xml',
    files: (corpus, store) => [...feeds(corpus, store), ...newsFeeds(corpus)],
  },
  ...REFERENCE_FORMATS.map(({ extension, type, write }): AlternateFormat => ({
    extension,
    type,
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
    files: (corpus) => [{ address: '/graph.json', content: () => `${JSON.stringify(graphOf(corpus))}\n` }],
  },
  ...CITE_FORMATS.map(({ extension, type, write }): AlternateFormat => ({
    extension,
    type,
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
    type: 'application/linkset+json',
    files: (corpus) => [{ address: LINK_SET, content: () => linkSet(corpus) }],
  },
  // Only hosts read this file. The development server has no use for it.
  { type: 'text/plain', files: (corpus) => [{ address: HEADERS_FILE, content: () => headersFile(corpus) }] },
  { extension: 'html', type: 'text/html', files: mapFiles },
  {
    extension: 'txt',
    type: 'text/plain',
    files: (corpus) => [{ address: '/llms.txt', content: () => llmsTxt(corpus) }],
  },
]

/** Returns all alternates of a site, each with its media type. */
export const alternatesOf = (corpus: Corpus, store: EntryStore, plans: ListPlans): Alternate[] =>
  ALTERNATE_FORMATS.flatMap(({ type, files }) => files(corpus, store, plans).map((file) => ({ ...file, type })))

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

/** Returns a feed of the answers of each inquiry, and one feed of all answers. */
function feeds({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  const inquiries = store.collection('inquiry')
  return [
    ...inquiries.map((lazyEntry) => ({
      address: answersAddress(lazyEntry.address),
      owner: lazyEntry.address,
      dependsOn: () => {
        const { title, history, evidence } = lazyEntry.open()
        return [settings, title, history, evidence.filter(({ retracted }) => retracted)]
      },
      content: () => answersOf(lazyEntry.open(), settings),
    })),
    {
      address: ALL_ANSWERS,
      content: () =>
        allAnswers(
          inquiries.map((lazyEntry) => lazyEntry.open()),
          settings,
        ),
    },
  ]
}

/** Returns a feed of all that is new, and one of what is new in each topic and in the parts of it. */
function newsFeeds(corpus: Corpus): AlternateFile[] {
  const { settings, topics } = corpus
  const { news } = wordsFor(settings.language)
  const all = lazily(() => newsList(corpus))
  const tree = topicTree(corpus)
  const pathsOf = (topic: Topic): Set<string> =>
    new Set(tree.within(topic).flatMap(({ members }) => members.map(({ path }) => path)))
  const byPath = lazily(() => Map.groupBy(all(), ({ path }) => path))
  const file = (address: SitePath, title: string, items: () => readonly NewsItem[]): AlternateFile => ({
    address,
    dependsOn: () => [settings, title, items().slice(0, 50)],
    content: () => newsFeed(settings, title, withBase(settings, address), items()),
  })
  return [
    file(ALL_NEWS, news.of(settings.title), all),
    ...[...topics.values()].map((topic) =>
      file(topicFeedAddress(topicPath(topic.slug)), news.ofTopic(settings.title, topic.name), () =>
        [...pathsOf(topic)].flatMap((path) => byPath().get(path) ?? []).sort(inOrderOfNews),
      ),
    ),
  ]
}

/** Makes a value when it is first asked for, and keeps it. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
