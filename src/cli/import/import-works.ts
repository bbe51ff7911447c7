/** Adds works that a reference manager exported to the bibliography of a folder. */
import { addWorks, bibliographyFor, type AddedWorks } from '../../corpus/import/works.ts'
import type { Document } from '../../corpus/vocabulary.ts'
import type { Content } from '../../site/content.ts'
import { readDocument, toDiskPath } from '../../site/read/content-folder.ts'
import { writeAtomically } from '../../site/write-atomically.ts'

/** Adds the works of several files, and prints the keys of those that are new. */
export function importWorks(
  { folder, bibliography, settings }: Content,
  exported: readonly Document[],
  isDry: boolean,
): AddedWorks[] {
  const texts = new Map<string, string>()
  const reading = { language: settings.language, titles: settings.titleCase }
  return exported.map((each) => {
    const path = bibliographyFor(each.path)
    const text = texts.get(path) ?? readDocument(folder, path)?.text ?? ''
    const made = addWorks(each, { path, text }, bibliography, reading)
    texts.set(path, made.document.text)
    if (!isDry && made.added.length > 0) writeAtomically(toDiskPath(folder, path), made.document.text)
    for (const key of made.added) console.log(`${isDry ? 'would add' : 'added'}  ${key}  to ${path}`)
    return made
  })
}
