/** The alternates of pages: the same entries in other formats, as files beside the pages and files of the whole site. */
import { workAddress } from '../corpus/address.ts'
import { REFERENCE_FORMATS } from '../corpus/bibliography/formats.ts'
import { ALL_ANSWERS, allAnswers, answersAddress, answersOf } from '../corpus/exports/atom.ts'
import { evidenceAddress, evidenceCsv } from '../corpus/exports/evidence-csv.ts'
import { graphOf } from '../corpus/exports/graph.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { llmsTxt } from '../corpus/exports/llms.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { KINDS, type SitePath } from '../corpus/vocabulary.ts'
import type { EntryStore } from './entry-store.ts'

/** A file in another format than HTML. */
export interface Alternate extends AlternateFile {
  /** The media type. */
  readonly type: string
}

interface AlternateFile {
  readonly address: SitePath
  readonly content: () => string
  /** The address of the page that shows what the file is made from, if there is one. */
  readonly page?: SitePath
  /**
   * Everything else that the file is made from, as plain data: a build leaves the file as it is while this and the page stay the same.
   * A file without it is made by every build.
   */
  readonly dependsOn?: () => unknown
}

/** A format, and the files of a site that are in it. */
interface AlternateFormat {
  /** The ending of the files' names, without a dot. */
  readonly extension: string
  /** The media type of the files. */
  readonly type: string
  readonly files: (corpus: Corpus, store: EntryStore) => AlternateFile[]
}

/** Every format. A new one is a row here and a file in `src/corpus/exports`; builds write it and the development server serves it. */
export const ALTERNATE_FORMATS: readonly AlternateFormat[] = [
  { extension: 'md', type: 'text/markdown', files: markdownFiles },
  { extension: 'json', type: 'application/json', files: jsonFiles },
  { extension: 'csv', type: 'text/csv', files: evidenceFiles },
  { extension: 'atom', type: 'application/atom+xml', files: feeds },
  ...REFERENCE_FORMATS.map(({ extension, type, write }): AlternateFormat => ({
    extension,
    type,
    files: ({ works }) =>
      [...works.values()].map((work) => ({
        address: `${workAddress(work)}${work.slug}.${extension}`,
        from: () => [work.source.key, work.source.csl, work.source.arxiv],
        content: () => write(work.source),
      })),
  })),
  {
    extension: 'json',
    type: 'application/json',
    files: (corpus) => [{ address: '/graph.json', content: () => `${JSON.stringify(graphOf(corpus))}\n` }],
  },
  {
    extension: 'txt',
    type: 'text/plain',
    files: (corpus) => [{ address: '/llms.txt', content: () => llmsTxt(corpus) }],
  },
]

/** Every alternate of a site, with its media type. */
export const alternatesOf = (corpus: Corpus, store: EntryStore): Alternate[] =>
  ALTERNATE_FORMATS.flatMap(({ type, files }) => files(corpus, store).map((file) => ({ ...file, type })))

function markdownFiles(corpus: Corpus, store: EntryStore): AlternateFile[] {
  return KINDS.flatMap((kind) => store.fileEntries(kind)).map((lazyEntry) => ({
    address: markdownAddress(lazyEntry.address),
    page: lazyEntry.address,
    from: () => lazyEntry.parsed.text,
    content: () => markdownOf(corpus, lazyEntry.parsed, lazyEntry.open()),
  }))
}

function jsonFiles({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  return KINDS.flatMap((kind) => store.fileEntries(kind)).map((lazyEntry) => ({
    address: jsonAddress(lazyEntry.address),
    page: lazyEntry.address,
    from: () => undefined,
    content: () => jsonOf(lazyEntry.open(), settings),
  }))
}

function evidenceFiles({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  return store.collection('inquiry').map((lazyEntry) => ({
    address: evidenceAddress(lazyEntry.address),
    from: () => [settings.url, lazyEntry.open().evidence],
    content: () => evidenceCsv(lazyEntry.open(), settings),
  }))
}

/** The feed of each inquiry's answers, and that of all answers, which shows a little of every inquiry. */
function feeds({ settings }: Corpus, store: EntryStore): AlternateFile[] {
  const inquiries = store.collection('inquiry')
  return [
    ...inquiries.map((lazyEntry) => ({
      address: answersAddress(lazyEntry.address),
      from: () => [settings, lazyEntry.open().title, lazyEntry.open().history],
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
