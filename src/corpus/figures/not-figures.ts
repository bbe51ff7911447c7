/** This file tells which numbers are no figures: parts of names, dates, labels, marks of lists, idioms. */
import type { Quantity } from './quantities.ts'
import type { Surroundings } from './surroundings.ts'
import { DISCOURSE_NOUNS, LABELS, MONTHS, MEASURES, NUMBERED_NOUNS, OPENERS } from './words-beside-numbers.ts'

/** A `Placed` is a number with the text before and after it. */
export interface Placed extends Surroundings {
  readonly quantity: Quantity
  /** These are the digits as they are written. */
  readonly digits: string
}

/** These characters end a word. A hyphen does not, because `GPT-4` is one word. */
const APART = String.raw`\s()[\]{}"“”„«»=<>~≈≤≥±—…;!?*|$€£¥`
/** These scripts put spaces between words. In others, a number may stand against a word that it is not part of. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`
const STUCK_BEFORE = new RegExp(`[^${APART}]*$`, 'u')
const STUCK_AFTER = new RegExp(`^[^${APART}]*`, 'u')

const stuckBefore = (before: string): string => STUCK_BEFORE.exec(before.slice(-LONGEST_WORD))?.[0] ?? ''
/** A number is looked for in the last so many characters of a word. */
const LONGEST_WORD = 24
const isBare = ({ quantity }: Placed): boolean => quantity.unit === undefined && quantity.multiple === 1
const isSmall = ({ digits }: Placed): boolean => /^\d{1,2}$/.test(digits)

/** Tells whether a number is part of a name: `GPT-4`, `AIME24`, `pass@1`, `#3`. In `1.5B-13B`, the letter is a unit. */
const IN_NAME = new RegExp(`[${LETTER}\\p{M}_@#§]`, 'u')
const RANGE_BEGUN = /^\d[\d.,]*(?:[kKMBTx]|bn|mn|[nµμmck]?[mglL]|%)?[-–−]$/
const isInName = ({ before }: Placed): boolean => IN_NAME.test(stuckBefore(before).replace(RANGE_BEGUN, ''))

/** Tells whether letters follow a number that are no unit, as in the names `3D`, `5G` and `6mA`. */
const isNameWithLetters = ({ quantity, after }: Placed): boolean =>
  (/^\p{L}/u.test(after) &&
    quantity.multiple === 1 &&
    (quantity.unit === undefined || SIGNS.has(quantity.unit.dimension))) ||
  /^[’'′](?!\d)/.test(after)

/** These units are written before a number, so that letters after it are something else. */
const SIGNS = new Set(['$', '€', '£', '¥'])

/** Tells whether a number is an ordinal or a decade: `3rd`, `19th`, `1990s`. */
const isOrdinal = ({ after }: Placed): boolean => /^(?:st|nd|rd|th|ème|e|er|º|ª|s|er)\b/i.test(after)

/** Matches the years from 1500 to 2099. */
const YEAR = String.raw`(?:1[5-9]|20)\d\d`
const DATES = [
  new RegExp(`^${YEAR}(?:[-–/]\\d{2,4}|[’']s|er|-\\p{L}+)?[.,:'’]*$`, 'u'),
  new RegExp(`^${YEAR}-\\d\\d-\\d\\d`),
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}[.,]*$/,
  /^\d{1,2}:\d\d/,
]
/** Matches words after which a number like `1547` counts something, if a plural follows it. */
const COUNTED =
  /\b(?:only|about|approximately|around|some|over|nearly|almost|of the|total of|included|enrolled|comprised|with)\s+$/i
/** Tells whether a number is a year, a date or a time of day. */
export function isDate(placed: Placed): boolean {
  if (!isBare(placed)) return false
  const { before, digits, after } = placed
  const word = stuckBefore(before) + digits + (STUCK_AFTER.exec(after)?.[0] ?? '')
  return DATES.some((date) => date.test(word)) && !(COUNTED.test(before) && /^ \p{Ll}+s\b/u.test(after))
}

const AFTER_DAY = new RegExp(`^\\.?\\s+(?:of\\s+|de\\s+)?(?:${MONTHS})(?!\\p{L})`, 'iu')
const BEFORE_DAY = new RegExp(`(?<!\\p{L})(?:${MONTHS})\\.?\\s+$`, 'iu')
/** Tells whether a number is the day of a month: `3 May`, `May 3`, `3. Mai`. */
const isDay = (placed: Placed): boolean =>
  isBare(placed) && isSmall(placed) && (AFTER_DAY.test(placed.after) || BEFORE_DAY.test(placed.before))

/** Tells whether a number is a version: `1.2.3`. */
const isVersion = ({ quantity }: Placed): boolean => Number.isNaN(quantity.value)

/** Tells whether a number is a part of a fraction or an idiom: `1/2`, `24/7`. */
const isFraction = ({ before, after }: Placed): boolean => /\d\/$/.test(before) || /^\/\d/.test(after)

/** Tells whether a number is part of an idiom, such as `9-to-5` or `50-50`. */
const isIdiom = ({ before, after, digits }: Placed): boolean =>
  /^-to-\w/.test(after) ||
  /\w-to-$/.test(before) ||
  (digits === '50' && (/^[-–]50\b/.test(after) || /\b50[-–]$/.test(before)))

/** Matches the word before a number, and the numbers between the two, as in `Figures 2, 3a and 4`. */
const WORD_BEFORE =
  /(?<word>[\p{L}§№]+)\.?\s*(?<between>(?:\d+(?:\.\d+)*\p{L}?(?:,\s*|\s*(?:,?\s?and|or|to|und|bis|oder|et|ou|à|y|o|a|[-–])\s*))*)\(?$/u

/** Tells whether a number comes after a word that numbers things, such as `Figure`, `page` or `class`. */
export function isLabelled(placed: Placed): boolean {
  const { word = '' } = WORD_BEFORE.exec(placed.before.slice(-36))?.groups ?? {}
  if (word === '') return false
  const small = word.toLowerCase()
  return LABELS.has(small) || (NUMBERED_NOUNS.has(small) && isBare(placed) && isSmall(placed))
}

/** Matches the name at the end of a text: a word with a capital, also within it. */
const NAME = /(?:^|[\s(*“"„«])([\p{L}\d][\p{L}\p{M}\d’'-]*)[\s*]+(?:\d{1,2}(?:\.\d)?\s+(?:and|und|et|y)\s+)?$/u
const WITHIN_SENTENCE = /[^\s.!?:;*“"„(]["”»)*]*\s+$/u
/** Tells whether a number comes after a name, as in `Gemini 1.5`, `Windows 11` and `ISO 8601`. */
function isAfterName(placed: Placed): boolean {
  const { before, digits } = placed
  if (!isBare(placed) || !/^\d{1,5}(?:\.\d)?$/.test(digits)) return false
  const [matched, word = ''] = NAME.exec(before.slice(-32)) ?? []
  if (matched === undefined || MEASURES.has(word)) return false
  if (/^\p{Lu}[\p{Lu}\d]+$/u.test(word)) return !digits.includes('.') || digits.length < 4
  if (/^\p{Ll}+\p{Lu}/u.test(word)) return true
  if (!/^\p{Lu}/u.test(word)) return false
  const begins = !WITHIN_SENTENCE.test(before.slice(0, before.length - matched.trimStart().length))
  return begins ? !OPENERS.has(word.toLowerCase()) : digits.length < 4
}

/** Tells whether a number marks an item of a list: `(1)`, `[2]`, `1)`, and `5.` at the beginning of a line. */
const isEnumerator = (placed: Placed): boolean =>
  isBare(placed) &&
  isSmall(placed) &&
  ((/[([]$/.test(placed.before) && /^[)\]]/.test(placed.after)) ||
    (/(?:^|[\s:;,])$/.test(placed.before) && /^\.?\)/.test(placed.after) && !/\([^()]*$/.test(placed.before)) ||
    (/(?:^|\n)\s*$/.test(placed.before) && /^\.\s/.test(placed.after)))

/** Tells whether the author counts parts of the text itself: `3 reasons for this view`. */
const DISCOURSE = new RegExp(String.raw`^\s+(?:\p{L}+\s+)?(?:${DISCOURSE_NOUNS})(?!\p{L})`, 'iu')
const isOfText = (placed: Placed): boolean => isBare(placed) && isSmall(placed) && DISCOURSE.test(placed.after)

/** Tells whether a number is part of a ratio in words, such as `one in 5`, which is read as a share. */
const isOfRatio = ({ before, after }: Placed): boolean =>
  /(?<!\p{L})(?:one|1|eine?r?|une?|uno?)\s+(?:in|out of|von|sur|de cada)\s+$/iu.test(before) ||
  /^\s+(?:in|out of)\s+\d/.test(after)

/** Tells whether a number is the zero of a scale or a subscript: `R~0~`. */
const isZeroOrSubscript = ({ quantity, before, after }: Placed): boolean =>
  quantity.value === 0 || (/~$/.test(before) && /^~/.test(after))

/** A number for which one of these is true is no figure. */
const NO_FIGURE = [
  isZeroOrSubscript,
  isInName,
  isNameWithLetters,
  isOrdinal,
  isDate,
  isDay,
  isVersion,
  isFraction,
  isIdiom,
  isLabelled,
  isAfterName,
  isEnumerator,
  isOfRatio,
  isOfText,
]

/** Tells whether a number was neither counted nor measured. */
export const isNoFigure = (placed: Placed): boolean => NO_FIGURE.some((test) => test(placed))
