/**
 * This file finds the figures of a text: the numbers that were counted or measured, and not those that are part of a
 * name, a date or a page number.
 */
import type { Figure } from '../model/parsed.ts'
import { numeralsIn, type Numeral } from './numerals.ts'

/**
 * Finds every figure of a text, in reading order. `index` is its offset in the text, in UTF-16 code units.
 *
 * @example
 * figuresIn('On AIME24, 63.3% of 30 answers in 2025').map(({ written }) => written) // ['63.3%', '30']
 */
export const figuresIn = (text: string): (Omit<Figure, 'point'> & { readonly index: number })[] =>
  numeralsIn(text).flatMap((numeral) => {
    const { digits, unit, index, end } = numeral
    const around = { numeral, before: text.slice(Math.max(0, index - NEAR), index), after: text.slice(end, end + NEAR) }
    if (NO_FIGURE.some((test) => test(around))) return []
    return [{ written: text.slice(index, end).replace(/\s+/g, ' '), digits, unit, index }]
  })

/** This many characters on either side of a number are looked at. */
const NEAR = 60

/** `Around` is a number with the text before and after it. */
interface Around {
  readonly numeral: Numeral
  readonly before: string
  readonly after: string
}

/** These characters end a word. A hyphen does not, because `GPT-4` is one word. */
const APART = String.raw`\s()[\]{}"“”„«»=<>~≈≤≥±—…;!?*|$€£¥`
/** These scripts put spaces between words. In others, a number may stand against a word that it is not part of. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`
const STUCK_BEFORE = new RegExp(`[^${APART}]*$`, 'u')
const STUCK_AFTER = new RegExp(`^[^${APART}]*`, 'u')

/** Gives the whole word that a number is in. */
const wordOf = ({ numeral, before, after }: Around): string =>
  `${STUCK_BEFORE.exec(before)?.[0] ?? ''}${numeral.digits}${numeral.unit === '' ? (STUCK_AFTER.exec(after)?.[0] ?? '') : ''}`

/** Tells whether a number is part of a name: `GPT-4`, `AIME24`, `pass@1`, `#3`. In `1.5B-13B`, the letter is a unit. */
const IN_NAME = new RegExp(`[${LETTER}_@#§]`, 'u')
const RANGE_BEGUN = /^\d[\d.,]*(?:[kKMBT]|bn|mn)?[-–]$/
const isInName = ({ before }: Around): boolean =>
  IN_NAME.test((STUCK_BEFORE.exec(before)?.[0] ?? '').replace(RANGE_BEGUN, ''))

/** Tells whether a capital follows a number, as in the names `3D` and `5G`. `5kg` and `3x` are figures. */
const isNameWithLetter = ({ after }: Around): boolean => /^\p{Lu}/u.test(after)

/** Tells whether a number is an ordinal or a decade: `3rd`, `19th`, `1990s`. */
const isOrdinal = ({ after }: Around): boolean => /^(?:st|nd|rd|th|s)\b/i.test(after)

/** Matches the years from 1500 to 2099. */
const YEAR = String.raw`(?:1[5-9]|20)\d\d`
const DATES = [
  new RegExp(`^${YEAR}(?:[-–/]\\d{2,4}|[’']s|-\\p{L}+)?[.,:'’]*$`, 'u'),
  new RegExp(`^${YEAR}-\\d\\d-\\d\\d`),
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}[.,]*$/,
  /^\d{1,2}:\d\d/,
]
/** Tells whether a number is a year, a date or a time of day. */
function isDate(around: Around): boolean {
  if (around.numeral.unit !== '') return false
  const word = wordOf(around)
  return DATES.some((date) => date.test(word))
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const AFTER_DAY = new RegExp(`^\\.?\\s+(?:of\\s+)?(?:${MONTH})\\b`)
const BEFORE_DAY = new RegExp(`\\b(?:${MONTH})\\.?\\s+$`)
/** Tells whether a number is the day of a month: `3 May`, `May 3`. */
const isDay = ({ before, after, numeral }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}$/.test(numeral.digits) && (AFTER_DAY.test(after) || BEFORE_DAY.test(before))

/** Tells whether a number is a version: `1.2.3`. */
const isVersion = ({ numeral }: Around): boolean => /^\d+(?:\.\d+){2,}$/.test(numeral.digits)

/** Tells whether a number is a part of a fraction: `1/2`. */
const isFraction = ({ before, after }: Around): boolean => /\d\/$/.test(before) || /^\/\d/.test(after)

const LABELS =
  'appendix|box|chapters?|ch|eq|equations?|experiment|figs?|figures?|no|pages?|pp?|part|phase|question|sections?|sec|stage|step|study|tables?|theorem|version|vol|volume'
const LABEL = new RegExp(
  String.raw`(?:\b(?:${LABELS})\.?|§)\s*(?:\d+(?:\.\d+)?(?:,\s*|\s*(?:and|or|to|[-–])\s*))*$`,
  'i',
)
/** Tells whether a number comes after a word that numbers things, such as `Figure` or `page`. */
const isLabelled = ({ numeral, before }: Around): boolean => numeral.unit === '' && LABEL.test(before)

/** Matches the end of a text that ends with a name: a word with a capital that does not begin a sentence. */
const AFTER_NAME = /[^\s.!?:;]\s+\p{Lu}[\p{L}\p{M}’'-]*\s+$/u
/** Tells whether a small number comes after a name, as in `Gemini 1.5`. */
const isAfterName = ({ numeral, before }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}(?:\.\d)?$/.test(numeral.digits) && AFTER_NAME.test(before)

/** Tells whether a number marks an item of a list in a sentence: `(1)`, `[2]`. */
const isEnumerator = ({ numeral, before, after }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}$/.test(numeral.digits) && /[([]$/.test(before) && /^[)\]]/.test(after)

/** A number for which one of these is true is no figure. */
const NO_FIGURE = [
  isInName,
  isNameWithLetter,
  isOrdinal,
  isDate,
  isDay,
  isVersion,
  isFraction,
  isLabelled,
  isAfterName,
  isEnumerator,
]
