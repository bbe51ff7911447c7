import { pointOfField } from '../../frontmatter/position.ts'
import { isNote, type Parsed, type ParsedNote } from '../../model/parsed.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { UpdateKind } from '../../model/updates.ts'
import type { Source } from '../../model/source.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { updateOf } from '../../updates/known.ts'
import type { FindingDetails, Rule } from '../rule.ts'

/** This rule finds notes and texts that rest on a work which was retracted or is in doubt. */
export const sourceRetracted: Rule = {
  title: 'A work that was retracted or is in doubt',
  why: 'Whoever published the work takes it back, in whole or in part, or warns that it may not be sound. Notes that rest on a retracted work are counted apart from the balance, and the answer may not hold without them. Only what `npm run refresh` was told is known, and corrections are not looked at.',
  remedy: 'Read the notice, and weigh the answer without the work; or say in the text why it is still cited.',
  find: ({ corpus }) => {
    // Most sites have no record of any update, and nothing is to be looked for there.
    if (corpus.updates.records.size === 0) return []
    return [...corpus.entries.values()].flatMap((entry) => [
      ...(isNote(entry) ? ofNote(corpus, entry) : []),
      ...ofText(corpus, entry),
    ])
  },
}

/** Finds the works that a note is drawn from. */
function ofNote(corpus: Corpus, note: ParsedNote): FindingDetails[] {
  const sources = corpus.sourceOf.get(note.path) ?? []
  // A work that is named twice is one source.
  const isListed = sources.length === note.data.source.length
  return sources.flatMap((source, index) => {
    const fate = fateOf(corpus, source)
    if (fate === undefined) return []
    const point = () => pointOfField(note, SCHEMAS.note, isListed ? ['source', index] : ['source'])
    return [{ file: note.path, point, sentence: `The note is drawn from "${source.title}", ${fate}.` }]
  })
}

/** Finds the works that a text cites itself, at the first citation of each. */
function ofText(corpus: Corpus, entry: Parsed): FindingDetails[] {
  const first = new Map<string, number>()
  for (const [link, resolution] of (corpus.resolutions.get(entry.path) ?? []).entries())
    if (resolution.type === 'source' && !first.has(resolution.key)) first.set(resolution.key, link)
  return [...first].flatMap(([key, link]) => {
    const source = corpus.works.get(key)?.source
    const fate = source && fateOf(corpus, source)
    if (fate === undefined) return []
    const point = () => entry.links[link]!.point
    return [{ file: entry.path, point, sentence: `The text cites "${source!.title}", ${fate}.` }]
  })
}

/** Says what became of a work that deserves a look. It is undefined for any other work. */
function fateOf({ updates }: Corpus, source: Source): string | undefined {
  const update = updateOf(updates, source)
  const words = update && FATES[update.status]
  if (words === undefined) return undefined
  return update?.date === undefined ? words : `${words} (${update.date})`
}

const FATES: Readonly<Partial<Record<UpdateKind, string>>> = {
  retracted: 'which was retracted',
  'partially-retracted': 'which was retracted in part',
  concern: 'about which its publisher expressed concern',
}
