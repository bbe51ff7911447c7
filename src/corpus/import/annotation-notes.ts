/**
 * This file makes a draft of a note of each annotation. What a writer changed since the last import stays: a file is only
 * written anew while it is as the last import wrote it.
 */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { doiKey } from '../doi.ts'
import { fnv1a } from '../names/fnv1a.ts'
import { newEntry } from '../new-entry/new-entry.ts'
import { doiOf } from '../updates/registered-doi.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, FilePath } from '../vocabulary.ts'
import type { AnnotatedWork, Annotation } from './annotation.ts'

/** `Imported` says of each annotation, by its key, how its note was written when it was last imported. */
export type Imported = Readonly<Record<string, string>>

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
export interface ImportPlan {
  /** These files are written. Those of them that are there are as the last import wrote them. */
  readonly written: readonly Document[]
  /** These files stay, though their annotation has changed, because a writer has changed them as well. */
  readonly kept: readonly FilePath[]
  /** This is the number of annotations whose note a writer has taken out. They do not come again. */
  readonly removed: number
  /** These are works that the bibliography does not have, as far as they are known. */
  readonly unknownWorks: readonly string[]
  readonly imported: Imported
}

/** Plans an import. A second one of the same annotations changes nothing. */
export function planImport({ annotations, files, bibliography, dialect, imported }: ImportInput): ImportPlan {
  const written: Document[] = []
  const [kept, unknown, next]: [FilePath[], Set<string>, Record<string, string>] = [[], new Set(), { ...imported }]
  const taken = new Set(files.map(({ path }) => path))
  const byKey = filesByKey(files)
  let removed = 0
  for (const annotation of distinct(annotations)) {
    const source = keyOfWork(annotation.work, bibliography)
    if (source === undefined) unknown.add(nameOf(annotation.work))
    const made = noteOf(annotation, source, dialect)
    const [before, there] = [imported[annotation.key], byKey.get(annotation.key)]
    const mark = hashOf(made.text)
    if (there === undefined && before !== undefined) removed++
    else if (there === undefined && taken.has(made.path)) kept.push(made.path)
    else if (there === undefined || (before !== undefined && hashOf(there.text) === before && before !== mark)) {
      written.push({ path: there?.path ?? made.path, text: made.text })
      next[annotation.key] = mark
    } else if (before !== undefined && before !== mark) kept.push(there.path)
  }
  return { written, kept, removed, unknownWorks: [...unknown].sort(), imported: next }
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
function keyOfWork({ citationKey, doi, title }: AnnotatedWork, bibliography: Bibliography): string | undefined {
  const byKey = citationKey === undefined ? undefined : bibliography.get(citationKey)?.key
  if (byKey !== undefined) return byKey
  const works = bibliography.keys.flatMap((key) => bibliography.get(key) ?? [])
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

/** Gives a text that differs where texts do: the 32-bit FNV-1a hashes of it and of its reverse. */
const hashOf = (text: string): string =>
  [text, Array.from(text).reverse().join('')].map((each) => fnv1a(each).toString(16).padStart(8, '0')).join('')
