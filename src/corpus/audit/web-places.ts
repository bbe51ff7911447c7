/** This file finds where the addresses of the web stand in the files of a site. */
import { citeKey } from '../cite-key.ts'
import { pointOfField } from '../frontmatter/position.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote, type ParsedNote } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { webAddressesOfWork, webLinksOf, webLinksOfBases, type PlacedWebLink } from '../render/web-links.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { settingsSchema } from '../settings.ts'
import { webAddress } from '../updates/dead-links.ts'
import type { Document } from '../vocabulary.ts'
import { listedWorks } from './listed-works.ts'
import type { AuditInput } from './rule.ts'

/** A `WebPlace` is an address of the web where it stands. */
export interface WebPlace extends PlacedWebLink {
  /** This is the title of the work of which it is an address. */
  readonly work?: string
}

/** Lists all places of addresses: in texts, in views of bases, in works, and in the navigation. */
export const webPlacesOf = ({ corpus, bibliography, settings }: AuditInput): WebPlace[] => [
  ...inEntries(corpus),
  ...inBibliography(corpus, bibliography.files),
  ...inNotes(corpus),
  ...inNavigation(corpus, settings),
]

/** Lists those of entries, then those that only views show, such as an address in a property. */
function inEntries(corpus: Corpus): WebPlace[] {
  const inTexts = [...corpus.entries.values()].flatMap((entry) =>
    webLinksOf(corpus, entry).map((found) => ({ ...found, file: entry.path })),
  )
  const known = new Set(inTexts.map(({ address }) => address))
  return [...inTexts, ...webLinksOfBases(corpus).filter(({ address }) => !known.has(address))]
}

/** Lists those of the works of the bibliography that are on some page of the site. */
const inBibliography = (corpus: Corpus, files: readonly Document[]): WebPlace[] =>
  listedWorks(files).flatMap(({ file, key, point }) => {
    const source = corpus.works.get(citeKey(key))?.source
    return source === undefined ? [] : ofWork(source, { file, point: () => point })
  })

/** Lists those of works that are written into notes. */
const inNotes = (corpus: Corpus): WebPlace[] =>
  [...corpus.entries.values()].filter(isNote).flatMap((note) => {
    const described = (corpus.sourceOf.get(note.path) ?? []).filter(({ isDescribed }) => isDescribed === true)
    return described.flatMap((source) => ofWork(source, { file: note.path, point: () => pointOfSource(note) }))
  })

const pointOfSource = (note: ParsedNote) => pointOfField(note, SCHEMAS.note, ['source'])

const ofWork = (source: Source, place: Pick<WebPlace, 'file' | 'point'>): WebPlace[] =>
  webAddressesOfWork(source).map((address) => ({ ...place, address, work: source.title }))

const inNavigation = ({ settings: { navigation = [] } }: Corpus, file: Document | undefined): WebPlace[] =>
  navigation.flatMap(({ to }, index) => {
    const address = webAddress(to)
    if (address === undefined || file === undefined) return []
    const point = () => pointOfField(file, settingsSchema, ['navigation', index, 'to'])
    return [{ address, file: file.path, point }]
  })
