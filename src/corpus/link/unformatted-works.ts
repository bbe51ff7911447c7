/** This file reports the works that pages show and that the citation style cannot write. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import type { KnownReferences } from '../bibliography/reference-formatter.ts'
import { warning } from '../bibliography/source.ts'
import { pointOfField } from '../frontmatter/position.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { SCHEMAS } from '../schema/fields.ts'
import type { Problem } from '../vocabulary.ts'

/** Reports each such work once: at its entry in the bibliography, or in the note that describes it. */
export function unformattedWorks(
  { entries, sourceOf, works, settings }: Corpus,
  bibliography: Bibliography,
  references: KnownReferences,
): Problem[] {
  const listed = new Set([...works.values()].map(({ source }): Source => source))
  const ofNotes = [...sourceOf].flatMap(([path, sources]) =>
    sources.flatMap((source, index): Problem[] => {
      const isListed = source.key !== undefined && source.isDescribed !== true
      if (isListed) listed.add(source)
      const [note, fault] = [entries.get(path), references.faultOf({ source, language: settings.language })]
      if (isListed || fault === undefined || note === undefined || !isNote(note)) return []
      return [warning(path, pointOfField(note, SCHEMAS.note, ['source', index]), unwritten(source.title, fault))]
    }),
  )
  const ofBibliography = [...listed].flatMap((source): Problem[] => {
    const [place, fault] = [
      bibliography.placeOf(source.key ?? ''),
      references.faultOf({ source, language: settings.language }),
    ]
    if (place === undefined || fault === undefined) return []
    return [warning(place.file, place.point, unwritten(source.key ?? source.title, fault))]
  })
  return [...ofBibliography, ...ofNotes]
}

const unwritten = (name: string, fault: string): string =>
  `The citation style cannot write the work "${name}" (${fault}), so its authors, year and title are shown. ` +
  'Correct the field that this names.'
