/** This file mends what citeproc-js does wrong in itself, through the parts of it that it gives to others. */
import type CSL from 'citeproc'
import type { Engine } from 'citeproc'

/**
 * These are the scripts whose words are not parted by spaces. The processor knows by name which scripts are parted by
 * them, and that list lacks most: it glues the family and given names of Devanagari, Armenian, Georgian, Tamil or
 * Bengali. So it is told the opposite.
 */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}`
const LETTER = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{M}]|[\u200c-\u200e\u202a-\u202e])`

/** This is written at either end of the delimiter between two works, where an engine asks for it. */
export const DELIMITER_BEGINS = '\uFDE0'
/** This is written at the other end. */
export const DELIMITER_ENDS = '\uFDE1'

/**
 * The property of a processor that is mended. It stands in the processor, because a process may have this file twice, as
 * a source and in a bundle, and what is mended twice writes its marks twice.
 */
const MENDED = Symbol.for('throughline: the processor is mended')

/**
 * Makes what tells whether a text begins with a letter. Names are given to it by `match`, and the words for "and" and
 * "et al." by `test`. Those of Korean are parted by spaces, though its family and given names are not.
 */
function startOfWord(): RegExp {
  const letter = new RegExp(`^(?:&|${LETTER})`, 'u')
  const word = new RegExp(`^(?:&|${LETTER}|\\p{Script=Hangul})`, 'u')
  return Object.assign(letter, { test: (text: string) => word.exec(text) !== null })
}

/**
 * Makes what finds a letter. The processor looks for apostrophes with its source, as a pattern in which `\p` stands for
 * nothing but p. Where it finds none it takes the ’ of “Darwin’s finches” for the end of the quotation.
 *
 * @param source The source of the pattern of the processor itself.
 */
const anyLetter = (source: string): RegExp =>
  Object.defineProperty(new RegExp(`(?:[-0-9]|${LETTER})`, 'u'), 'source', { value: source })

/** Mends the processor, and tells whether that is done now and was not done before. */
export function mendProcessor(csl: typeof CSL & { [MENDED]?: true }): boolean {
  if (csl[MENDED] === true) return false
  csl[MENDED] = true
  csl.ROMANESQUE_REGEXP = anyLetter(csl.ROMANESQUE_REGEXP.source)
  csl.ROMANESQUE_NOT_REGEXP = new RegExp(`(?!${LETTER})[^]`, 'gu')
  csl.STARTSWITH_ROMANESQUE_REGEXP = startOfWord()
  csl.ENDSWITH_ROMANESQUE_REGEXP = new RegExp(`(?:[.;:&]|${LETTER})$`, 'u')
  csl.ALL_ROMANESQUE_REGEXP = new RegExp(`^(?:${LETTER})+$`, 'u')
  mendCase(csl)
  const { getSpliceDelimiter } = csl
  csl.getSpliceDelimiter = function (hadLocator, hadCollapsed, index) {
    const usual = getSpliceDelimiter.call(this, hadLocator, hadCollapsed, index)
    const { collapse = '', cite_group_delimiter: within = ', ', 'after-collapse-delimiter': after } = this.citation.opt
    // Works of the same authors are parted by their own delimiter, which the processor forgets where there is another
    // one after them: (Smith 2020a, 2020b; Doe 1999).
    const isWithin =
      after !== undefined && collapse.startsWith('year') && this.tmp.have_collapsed && !hadLocator && index > 0
    const delimiter = isWithin ? within : usual
    return this.marksDelimiters === true ? DELIMITER_BEGINS + delimiter + DELIMITER_ENDS : delimiter
  }
  return true
}

/** Matches a language in which the letters from A to Z have other small or capital letters than elsewhere. */
const OTHER_CASE = /^(?:tr|tur|az|lt|lit)/i

/**
 * Spares the processor asking for the rules of a language where all of a text is ASCII: it is the same in nearly every
 * language, and finding the rules takes a thousand times as long.
 */
function mendCase(csl: typeof CSL): void {
  const { toLocaleLowerCase, toLocaleUpperCase } = csl
  const isPlain = ({ tmp: { lang_array: languages } }: Engine, text: string): boolean =>
    languages !== undefined && !OTHER_CASE.test(languages[0] ?? 'tr') && /^[\0-\x7f]*$/.test(text)
  csl.toLocaleLowerCase = function (text) {
    return isPlain(this, text) ? text.toLowerCase() : toLocaleLowerCase.call(this, text)
  }
  csl.toLocaleUpperCase = function (text) {
    return isPlain(this, text) ? text.toUpperCase() : toLocaleUpperCase.call(this, text)
  }
}
