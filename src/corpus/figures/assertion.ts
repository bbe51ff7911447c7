/**
 * This file tells whether a paragraph states what a reader would ask the evidence of. An introduction, a judgement, a
 * plan, a summary, advice and a derivation are the author's to make, and most paragraphs without a citation are these.
 */
import { hasMeasured } from './figures.ts'
import { CLAIMING, OWN, SUMMARISING } from './assertion-words.ts'

/** A paragraph asserts something where at least this share of its sentences does. */
const SHARE = 0.3
/** A sentence with fewer words than this is a heading, a stub or a label. */
const FEWEST_WORDS = 5

/** Matches the end of a sentence, and not that of an abbreviation. */
const SENTENCE_END = /(?<=[\p{Ll}\p{N})\]”"»%][.!?…][)”"»*_]*)\s+(?=[\p{Lu}\p{N}"“„«([*_])/u

/**
 * Tells whether a paragraph states something about the world, so that a reader may ask how the author knows.
 *
 * @param prose The prose of the paragraph.
 */
export function asserts(prose: string): boolean {
  const text = prose.replace(/\s+/g, ' ').trim()
  if (NO_STATEMENT.test(text) || SUMMARISING.test(text)) return false
  const sentences = text.split(SENTENCE_END).filter((sentence) => sentence.split(' ').length >= FEWEST_WORDS)
  const claims = sentences.filter(isClaim)
  return claims.length > 0 && claims.length >= sentences.length * SHARE
}

/** Matches the caption of a table or a picture, the rest of a sentence after a formula, and a note in brackets. */
const NO_STATEMENT =
  /^(?:\[|\(|!\[|\p{Ll}|(?:Table|Figure|Fig\.|Box|Tabelle|Abbildung|Tableau|Figura|Tabla)\s*\d*\s*[.:]|where |with )/u

function isClaim(sentence: string): boolean {
  const small = sentence.toLowerCase()
  const isClaiming = CLAIMING.areIn(small) || (/\d/.test(sentence) && hasMeasured(sentence))
  return isClaiming && !sentence.includes('?') && !OWN.areIn(small)
}
