/** This file tells what a paragraph of an essay cites. */
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote, type EssayParagraph, type ParsedInquiry, type ParsedNote } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'

const resolutionsOf = ({ resolutions }: Corpus, { path }: ParsedInquiry, { links }: EssayParagraph): LinkResolution[] =>
  links.flatMap((index) => resolutions.get(path)?.[index] ?? [])

/** What paragraphs cite, because several rules ask for it. The same paragraph may cite other notes in another corpus. */
const known = new WeakMap<Corpus['resolutions'], WeakMap<EssayParagraph, readonly ParsedNote[]>>()

/** Gives the notes that a paragraph cites, each once. */
export function citedBy(corpus: Corpus, inquiry: ParsedInquiry, paragraph: EssayParagraph): readonly ParsedNote[] {
  if (paragraph.links.length === 0) return []
  let ofCorpus = known.get(corpus.resolutions)
  if (ofCorpus === undefined) known.set(corpus.resolutions, (ofCorpus = new WeakMap()))
  let cited = ofCorpus.get(paragraph)
  if (cited === undefined) ofCorpus.set(paragraph, (cited = findCited(corpus, inquiry, paragraph)))
  return cited
}

function findCited(corpus: Corpus, inquiry: ParsedInquiry, paragraph: EssayParagraph): ParsedNote[] {
  const found = resolutionsOf(corpus, inquiry, paragraph).flatMap((resolution) =>
    'path' in resolution ? (corpus.entries.get(resolution.path) ?? []) : [],
  )
  return [...new Set(found.filter(isNote))]
}

/** Tells whether a paragraph cites a work itself that none of the notes it cites is drawn from. */
export function citesWork(
  corpus: Corpus,
  inquiry: ParsedInquiry,
  paragraph: EssayParagraph,
  cited: readonly ParsedNote[],
): boolean {
  if (paragraph.links.length < 2) return false
  const led = resolutionsOf(corpus, inquiry, paragraph)
  if (led.some(({ type }) => type === 'identifier')) return true
  const keys = led.flatMap((each) => (each.type === 'source' ? each.key : []))
  if (keys.length === 0) return false
  const drawn = new Set(
    cited
      .flatMap(({ path }) => corpus.sourceOf.get(path) ?? [])
      .flatMap(({ key }) => key ?? [])
      .map(citeKey),
  )
  return keys.some((key) => !drawn.has(citeKey(key)))
}
