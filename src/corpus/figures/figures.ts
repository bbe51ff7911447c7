/** Which numbers in prose are figures: what was counted or measured, and not a name, a date or the number of a page. */
import type { Figure } from '../model/parsed.ts'
import { numeralsIn, type Numeral } from './numerals.ts'

/** Every figure of a text, in reading order, by its index. */
export const figuresIn = (text: string): (Omit<Figure, 'point'> & { readonly index: number })[] =>
  numeralsIn(text).flatMap((numeral) => {
    const { digits, unit, index, end } = numeral
    const around = { numeral, before: text.slice(Math.max(0, index - NEAR), index), after: text.slice(end, end + NEAR) }
    if (NO_FIGURE.some((test) => test(around))) return []
    return [{ written: text.slice(index, end).replace(/\s+/g, ' '), digits, unit, index }]
  })

const NEAR = 60

interface Around {
  readonly numeral: Numeral
  readonly before: string
  readonly after: string
}

/** What ends a word. A hyphen does not: `GPT-4` is one. */
const APART = String.raw`\s()[\]{}"“”„«»=<>~≈≤≥±—…;!?*|$€£¥`
/** Where words are written without spaces, a numeral may stand against one. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`
const STUCK_BEFORE = new RegExp(`[^${APART}]*$`, 'u')
const STUCK_AFTER = new RegExp(`^[^${APART}]*`, 'u')

const wordOf = ({ numeral, before, after }: Around): string =>
  `${STUCK_BEFORE.exec(before)?.[0] ?? ''}${numeral.digits}${numeral.unit === '' ? (STUCK_AFTER.exec(after)?.[0] ?? '') : ''}`

/** `GPT-4`, `AIME24`, `pass@1`, `#3`; but in `1.5B-13B` the letter is a unit. */
const IN_NAME = new RegExp(`[${LETTER}_@#§]`, 'u')
const RANGE_BEGUN = /^\d[\d.,]*(?:[kKMBT]|bn|mn)?[-–]$/
const isInName = ({ before }: Around): boolean =>
  IN_NAME.test((STUCK_BEFORE.exec(before)?.[0] ?? '').replace(RANGE_BEGUN, ''))

/** `3D`, `5G`; but `5kg` and `3x` are figures. */
const isNameWithLetter = ({ after }: Around): boolean => /^\p{Lu}/u.test(after)

/** `3rd`, `19th`, `1990s`. */
const isOrdinal = ({ after }: Around): boolean => /^(?:st|nd|rd|th|s)\b/i.test(after)

const YEAR = String.raw`(?:1[5-9]|20)\d\d`
const DATES = [
  new RegExp(`^${YEAR}(?:[-–/]\\d{2,4}|[’']s|-\\p{L}+)?[.,:'’]*$`, 'u'),
  new RegExp(`^${YEAR}-\\d\\d-\\d\\d`),
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}[.,]*$/,
  /^\d{1,2}:\d\d/,
]
const isDate = (around: Around): boolean =>
  around.numeral.unit === '' && DATES.some((date) => date.test(wordOf(around)))

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const AFTER_DAY = new RegExp(`^\\.?\\s+(?:of\\s+)?(?:${MONTH})\\b`)
const BEFORE_DAY = new RegExp(`\\b(?:${MONTH})\\.?\\s+$`)
const isDay = ({ before, after, numeral }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}$/.test(numeral.digits) && (AFTER_DAY.test(after) || BEFORE_DAY.test(before))

/** `1.2.3`. */
const isVersion = ({ numeral }: Around): boolean => /^\d+(?:\.\d+){2,}$/.test(numeral.digits)

/** `1/2` */
const isFraction = ({ before, after }: Around): boolean => /\d\/$/.test(before) || /^\/\d/.test(after)

const LABELS =
  'appendix|box|chapters?|ch|eq|equations?|experiment|figs?|figures?|no|pages?|pp?|part|phase|question|sections?|sec|stage|step|study|tables?|theorem|version|vol|volume'
const LABEL = new RegExp(
  String.raw`(?:\b(?:${LABELS})\.?|§)\s*(?:\d+(?:\.\d+)?(?:,\s*|\s*(?:and|or|to|[-–])\s*))*$`,
  'i',
)
const isLabelled = ({ numeral, before }: Around): boolean => numeral.unit === '' && LABEL.test(before)

/** `Gemini 1.5`: a small number after a name, which is a word with a capital that begins no sentence. */
const AFTER_NAME = /[^\s.!?:;]\s+\p{Lu}[\p{L}\p{M}’'-]*\s+$/u
const isAfterName = ({ numeral, before }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}(?:\.\d)?$/.test(numeral.digits) && AFTER_NAME.test(before)

/** `(1)`, `[2]`, as lists in a sentence have them. */
const isEnumerator = ({ numeral, before, after }: Around): boolean =>
  numeral.unit === '' && /^\d{1,2}$/.test(numeral.digits) && /[([]$/.test(before) && /^[)\]]/.test(after)

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
