/**
 * This file prepares English titles, which BibTeX has with capitals, for styles, which want them as in a sentence. Words
 * in braces stay as they are.
 */

/** These words are small in a title with capitals too, so they do not tell how it is written. */
const SMALL: ReadonlySet<string> = new Set(
  `a about above across after against along among an and around as at before behind below beneath beside between beyond
  but by despite down during for from in inside into is its like near nor of off on onto or out outside over per
  since so than that the through throughout till to toward towards under underneath until up upon versus via vs when
  while with within without yet`.split(/\s+/),
)

/** A title in which such words stand small is no English one, whatever its entry says or leaves out. */
const FOREIGN: ReadonlySet<string> = new Set(
  `der die das dem den des und von vom für mit über zum zur bei im le la les du aux dans sur pour el los las del della
  delle di il gli het een voor och på av og til em da dos na we dla`.split(/\s+/),
)

/**
 * Tells whether a title is written with capitals, as English has it: whether fewer of its words begin with a small letter than with a
 * capital. The first word, those after a colon or a full stop, and those in braces do not tell.
 *
 * @example
 * hasCapitals('Echo Chamber: {RL} Amplifies Behaviors') // true
 * hasCapitals('Deep learning in Germany') // false
 */
export function hasCapitals(title: string): boolean {
  let [small, capital] = [0, 0]
  let isFirst = true
  for (const word of withoutBraces(title).split(/[\s~-]+/)) {
    if (FOREIGN.has(word)) return false
    if (!isFirst && !SMALL.has(word)) {
      if (BEGINS_SMALL.test(word)) small++
      else if (BEGINS_CAPITAL.test(word)) capital++
    }
    if (word !== '') isFirst = /[:.?!]$/.test(word)
  }
  return small === 0 || small < capital
}

const BEGINS_SMALL = /^\p{Ll}/u
const BEGINS_CAPITAL = /^\p{Lu}\p{Ll}/u

/** Puts digits in the place of what stands in braces, and of commands, so that they are a part of their words. Accents are not. */
function withoutBraces(title: string): string {
  if (!/[{}\\]/.test(title)) return title
  let depth = 0
  return title.replace(/\{\\[^a-z][^{}]*\}/gi, ' ').replace(/\\[a-z]+\*?\s*|\\[^]|[{}]|[^{}\\]+/gi, (part) => {
    if (part === '{') depth++
    else if (part === '}') depth--
    else if (depth === 0 && !part.startsWith('\\')) return part
    return /^\\[a-z]+\s+$/i.test(part) || (depth > 0 && /\s/.test(part)) ? '0 ' : '0'
  })
}

/** Matches words that are emphasised by a switch. They are names of species mostly, and BibTeX would not keep them. */
const EMPHASISED = /\{\\(?:it|em|sl|itshape|slshape)\b[^{}]*\}/g

/**
 * Puts braces around what keeps its capitals: emphasised words, and single letters, as in "Vitamin C" and "How I
 * learned", but not the article. The second part of a word with a hyphen gets a small letter, which Citation.js leaves.
 * Its first part may stand in braces.
 *
 * @example
 * withLettersKept('Self-Adapting Models of Vitamin C') // 'Self-adapting Models of Vitamin {C}'
 */
export function withLettersKept(title: string): string {
  let depth = 0
  let isAfterBrace = false
  return title.replace(EMPHASISED, '{$&}').replace(/\\[a-z]+\*?|\\[^]|[{}]|[^{}\\]+/gi, (part) => {
    const isSecond = isAfterBrace
    isAfterBrace = part === '}'
    if (part === '{') depth++
    else if (part === '}') depth--
    else if (depth === 0 && !part.startsWith('\\'))
      return (isSecond ? part.replace(/^-\p{Lu}(?=\p{Ll}+(?!\p{L}))/u, (letter) => letter.toLowerCase()) : part)
        .replace(/(?<=\p{L}{2}-)\p{Lu}(?=\p{Ll}+(?![\p{L}]))/gu, (letter) => letter.toLowerCase())
        .replace(/(?<![\p{L}\p{N}$'’-])[B-Z](?![\p{L}\p{N}$])/gu, '{$&}')
    return part
  })
}
