/** This file makes a draft of a note of each annotation. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { doiKey } from '../doi.ts'
import type { Source } from '../model/source.ts'
import { newEntry } from '../new-entry/new-entry.ts'
import { doiOf } from '../updates/registered-doi.ts'
import type { Dialect } from '../site-config.ts'
import type { Document } from '../vocabulary.ts'
import type { AnnotatedWork, Annotation } from './annotation.ts'
import { mergeFiles, type Imported, type Merged } from './merge-files.ts'

/** `ImportInput` is what annotations are imported into. */
export interface ImportInput {
  readonly annotations: readonly Annotation[]
  /** These are the Markdown files of the folder. */
  readonly files: readonly Document[]
  readonly bibliography: Bibliography
  readonly dialect: Dialect
  readonly imported: Imported
}

/** `ImportPlan` is what an import changes. */
export interface ImportPlan extends Merged {
  /** These are works that the bibliography does not have, as far as they are known. */
  readonly unknownWorks: readonly string[]
}

/** Plans an import. A second one of the same annotations changes nothing. */
export function planImport({ annotations, files, bibliography, dialect, imported }: ImportInput): ImportPlan {
  const unknown = new Set<string>()
  const byKey = filesByKey(files)
  const works = bibliography.keys.flatMap((key) => bibliography.get(key) ?? [])
  const made = distinct(annotations).map((annotation) => {
    const source = keyOfWork(annotation.work, bibliography, works)
    if (source === undefined) unknown.add(nameOf(annotation.work))
    const { key } = annotation
    return { key, document: noteOf(annotation, source, dialect), there: byKey.get(key) }
  })
  return { ...mergeFiles(made, files, imported), unknownWorks: [...unknown].sort() }
}

const distinct = (annotations: readonly Annotation[]): Annotation[] => [
  ...new Map(annotations.map((each) => [each.key, each])).values(),
]

/** Finds the files that link back to an annotation, by its key. */
const filesByKey = (files: readonly Document[]): Map<string, Document> =>
  new Map(
    files.flatMap((file) =>
      [...file.text.matchAll(/zotero:\/\/[^\s()]*[?&]annotation=(\w+)/g)].map(([, key]) => [key!, file] as const),
    ),
  )

/** Gives the key of a work in the bibliography: its own, or that of the work with the same DOI or title. */
function keyOfWork(
  { citationKey, doi, title }: AnnotatedWork,
  bibliography: Bibliography,
  works: readonly Source[],
): string | undefined {
  const byKey = citationKey === undefined ? undefined : bibliography.get(citationKey)?.key
  if (byKey !== undefined) return byKey
  const byDoi = doi === undefined ? undefined : works.find((work) => doiOf(work) === doiKey(doi))
  return (byDoi ?? works.find((work) => title !== undefined && bare(work.title) === bare(title)))?.key
}

const bare = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const nameOf = ({ citationKey, title, doi }: AnnotatedWork): string =>
  citationKey ?? title ?? doi ?? 'a work without a name'

/** Makes the draft of a note. Its title is the beginning of the passage, until a writer says what it claims. */
function noteOf(annotation: Annotation, source: string | undefined, dialect: Dialect): Document {
  const { key, text, comment, page, href, tags, created, work } = annotation
  const words = (text || comment).replace(/\s+/g, ' ')
  const title = words.length > 70 ? `${words.slice(0, 70).replace(/\s+\S*$/, '')} …` : words
  return newEntry(
    {
      kind: 'note',
      title,
      name: `${(source ?? work.citationKey ?? 'annotation').replace(/[^\p{L}\p{N}_-]+/gu, '-')}-${key.toLowerCase()}`,
      isDraft: true,
      topics: tags,
      body: [...(comment === '' || text === '' ? [] : [comment]), `[In Zotero](${href})`].join('\n\n'),
      ...(text !== '' && { quote: page === undefined ? text : `${text} (p. ${page})` }),
      ...(source !== undefined && { source }),
      ...(created !== undefined && { created }),
    },
    dialect,
  )
}
