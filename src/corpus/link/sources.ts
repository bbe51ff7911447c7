/** This file finds the works that a note is drawn from. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { inlineSource, titledSource } from '../bibliography/source.ts'
import { pointOfField } from '../frontmatter/position.ts'
import { bareName } from '../names/wikilink.ts'
import { unknownSource } from './problems.ts'
import type { ParsedNote } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { NameIndex } from './names.ts'
import { resolveField } from './resolve.ts'
import { SCHEMAS } from '../schema.ts'
import { nearest } from '../suggest.ts'
import type { Problem } from '../vocabulary.ts'
import type { Source } from '../model/source.ts'

/**
 * Gives the works that a note is drawn from, each once.
 *
 * @param mayLackBibliography Where this is true and there is no bibliography, a word in `source` may be a description
 * and not a key.
 * @param report Is called with the problem of a key that the bibliography does not have.
 */
export function sourcesOf(
  note: ParsedNote,
  names: NameIndex,
  bibliography: Bibliography,
  mayLackBibliography: boolean,
  report: (found: Problem) => void,
): Source[] {
  const keysAreMeant = bibliography.keys.length > 0 || !mayLackBibliography
  const sources = note.data.source.flatMap((written, index) => {
    if (typeof written !== 'string') return [inlineSource(written)]
    const found = bibliography.get(bareName(written, names.wikilinks)) ?? describedSource(note, names, written)
    if (found !== undefined) return [found]
    const name = bareName(written, names.wikilinks)
    const unknown = titledSource(name)
    if (!keysAreMeant) return [unknown]
    const suggestion = nearest(name.replace(/^@/, ''), bibliography.keys)
    const point = pointOfField(note, SCHEMAS.note, ['source', index])
    report(problem('error', 'source-unknown', note.path, point, unknownSource(name, suggestion)))
    return [unknown]
  })
  return [...new Set(sources)]
}

/**
 * Gives a source that is not a key. It may be a URL, several words, or a note about the work, as discourse graphs keep
 * one (`@key`). The title of that note then stands for the work.
 */
function describedSource(note: ParsedNote, names: NameIndex, written: string): Source | undefined {
  if (/^https?:\/\//i.test(written)) return inlineSource({ title: written, authors: [], url: written })
  const about = resolveField(names, note.path, written)
  if (about.type === 'found') return titledSource(names.entriesByPath.get(about.path)?.title ?? written)
  return /\s/.test(bareName(written)) ? inlineSource({ title: written, authors: [] }) : undefined
}
