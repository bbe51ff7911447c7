/** This file finds works of the bibliography that no note draws on. */
import { citeKey } from '../../cite-key.ts'
import { basename } from '../../names/file-path.ts'
import { listedWorks } from '../listed-works.ts'
import type { Rule } from '../rule.ts'
import type { Corpus } from '../../model/corpus.ts'

/** This rule finds works of the bibliography that no note is drawn from. */
export const sourceUnused: Rule = {
  title: 'A work of the bibliography that no note draws on',
  why: 'What was read and is written down nowhere is lost to the argument. The work may be one that was to be read, or that once had a note.',
  remedy: 'Write the note, or take the work out of the bibliography.',
  find: ({ corpus, bibliography }) => {
    const noted = keysOfNotes(corpus)
    const unused = new Set(bibliography.keys.map(citeKey).filter((key) => !noted.has(key)))
    return listedWorks(bibliography.files)
      .filter(({ key }) => unused.delete(citeKey(key)))
      .map(({ file, key, point }) => ({
        file,
        point: () => point,
        sentence: `No note draws on the work "${key}".`,
        // The work may be the source of a draft, whose sources must not be shown.
        isPrivate: true,
      }))
  },
}

/**
 * Gives the keys of the works that public notes are drawn from. A note may name the work as its source, or be called
 * after it, as in `@key.md`.
 */
export function keysOfNotes({ sourceOf, entries }: Corpus): Set<string> {
  const named = [...sourceOf.values()].flat().flatMap(({ key }) => key ?? [])
  const called = [...entries.keys()]
    .filter((path) => path.includes('@'))
    .map(basename)
    .filter((name) => name.startsWith('@'))
  return new Set([...named, ...called].map(citeKey))
}
