import { citeKey } from '../../cite-key.ts'
import { pointOfField } from '../../frontmatter/position.ts'
import type { Corpus } from '../../model/corpus.ts'
import { isNote, type ParsedNote } from '../../model/parsed.ts'
import type { Source } from '../../model/source.ts'
import { webAddressesOfWork, webLinksOf } from '../../render/web-links.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { deadLinkAt } from '../../updates/dead-links.ts'
import type { Document } from '../../vocabulary.ts'
import { listedWorks } from '../listed-works.ts'
import type { FindingDetails, Rule } from '../rule.ts'

/** This rule finds links, and addresses of works, at which nothing is any more. */
export const linkDead: Rule = {
  title: 'A link to what is gone',
  why: 'Readers cannot look at what the text refers to. Only what `npm run refresh -- --links` found is known: the server said that there is nothing, or has no name any more. A server that refused or did not answer is not spoken of.',
  remedy: 'Link to where it is now, or to a capture of it.',
  find: ({ corpus, bibliography }) => {
    // Most sites never asked, and nothing is to be looked for there.
    if (corpus.updates.deadLinks === undefined) return []
    return [...inTexts(corpus), ...inBibliography(corpus, bibliography.files), ...inNotes(corpus)]
  },
}

const inTexts = (corpus: Corpus): FindingDetails[] =>
  [...corpus.entries.values()].flatMap((entry) =>
    webLinksOf(corpus, entry).flatMap(({ address, point }) => {
      const fate = fateOf(corpus, address)
      return fate === undefined ? [] : [{ file: entry.path, point, sentence: `The link to ${fate}.` }]
    }),
  )

/** Finds them in works of the bibliography that are on some page of the site. */
const inBibliography = (corpus: Corpus, files: readonly Document[]): FindingDetails[] =>
  listedWorks(files).flatMap(({ file, key, point }) => {
    const source = corpus.works.get(citeKey(key))?.source
    return source === undefined ? [] : sayOf(corpus, source, { file, point: () => point })
  })

/** Finds them in works that are written into notes. */
const inNotes = (corpus: Corpus): FindingDetails[] =>
  [...corpus.entries.values()].filter(isNote).flatMap((note) => {
    const described = (corpus.sourceOf.get(note.path) ?? []).filter(({ isDescribed }) => isDescribed === true)
    return described.flatMap((source) => sayOf(corpus, source, { file: note.path, point: () => pointOfSource(note) }))
  })

const pointOfSource = (note: ParsedNote) => pointOfField(note, SCHEMAS.note, ['source'])

const sayOf = (corpus: Corpus, source: Source, place: Pick<FindingDetails, 'file' | 'point'>): FindingDetails[] =>
  webAddressesOfWork(source).flatMap((address) => {
    const fate = fateOf(corpus, address)
    return fate === undefined ? [] : [{ ...place, sentence: `Of "${source.title}", the link to ${fate}.` }]
  })

/** Says what became of an address, if nothing is there any more. */
function fateOf({ updates }: Corpus, address: string): string | undefined {
  const dead = deadLinkAt(updates, address)
  if (dead === undefined) return undefined
  const { since, capture } = dead
  const copy = capture === undefined ? '' : `; a capture of ${capture.date} is at ${capture.address}`
  return `${address} has led nowhere since ${since}${copy}`
}
