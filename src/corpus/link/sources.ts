/** This file finds the works that a note is drawn from. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { inlineSource, titledSource } from '../bibliography/source.ts'
import { pointOfField } from '../frontmatter/position.ts'
import { bareName } from '../names/wikilink.ts'
import { besideDifferences } from './beside-differences.ts'
import { unknownSource } from './problems.ts'
import type { ParsedNote } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { NameIndex } from './names.ts'
import { resolveField } from './resolve.ts'
import { SCHEMAS } from '../schema/fields.ts'
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
    const name = bareName(written, names.wikilinks)
    const listed = bibliography.get(name)
    if (listed !== undefined) {
      for (const found of besideDifferences(note, name, listed)) report(found)
      return [listed]
    }
    const found = withBeside(note, names, describedSource(note, names, written), name)
    if (found !== undefined) return [found]
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
 * Gives the work that fields of the note describe beside its name. A year alone describes none. Its title is the name
 * where nothing says another.
 *
 * @param source The source that the name is a description of.
 * @param name The name without brackets.
 */
function withBeside(
  { beside }: ParsedNote,
  { wikilinks }: NameIndex,
  source: Source | undefined,
  name: string,
): Source | undefined {
  if (beside === undefined || Object.keys(beside.written).every((field) => field === 'year')) return source
  const title = source?.title ?? name.replace(/^@/, '')
  // Authors may be links to notes about them.
  const authors = beside.work.authors.map((each) => (typeof each === 'string' ? bareName(each, wikilinks) : each))
  const url = source?.csl.URL
  return inlineSource({ title, ...(url !== undefined && { url }), ...beside.work, authors })
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
