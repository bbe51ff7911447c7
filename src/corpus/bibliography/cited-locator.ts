/** This file reads the locator with which the words after a cited work begin. */
import { localeOf, localeText } from './locales.ts'

/** A `Located` is a locator as the processor takes it, and the words after it. */
export interface Located {
  /** This is the name of CSL for what the locator counts: `page`, `chapter`. It is undefined without a locator. */
  readonly label?: string
  readonly locator?: string
  readonly rest: string
}

/** These are the terms of CSL that name what a locator counts. */
const LABELS = `act appendix article-locator book canon chapter column elocation equation figure folio issue line note
  opus page paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume`.split(
  /\s+/,
)

const ROMAN = /^m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i

/** Matches a part of a locator: letters and digits with dots, dashes and colons, or anything in brackets. */
const UNIT = String.raw`(?:[^\s\p{P}]|[-–—:])+`
const WORD = String.raw`(?:\.?${UNIT}(?:\.${UNIT})*|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})+`
const FIRST_WORD = new RegExp(String.raw`\s*(?<word>${WORD})`, 'uy')
const NEXT_WORD = new RegExp(String.raw`[,;&]?\s?(?<word>${WORD})`, 'uy')

/**
 * Reads the locator with which a text begins, as Pandoc does: after a word for what it counts there are numbers of any
 * kind, and without such a word they are pages. In braces, everything is the locator.
 *
 * @param language The language whose words for pages and chapters are read, as a BCP 47 tag. Those of English are
 * always read.
 *
 * @example
 * readLocator(', pp. 33-35 and more', 'en') // { label: 'page', locator: '33-35', rest: ' and more' }
 * readLocator(' and others', 'en') // { rest: ' and others' }
 */
export function readLocator(suffix: string, language: string): Located {
  const text = suffix.replace(/^\s*,?\s*/, '')
  const braced = /^\{([^{}]*)\}/.exec(text)
  if (braced !== null) return readBraced(braced[1]!.trim(), text.slice(braced[0].length), language)
  const named = labelAt(text, language)
  const locator = numbersAt(text, named?.length ?? 0, named === undefined)
  if (locator === undefined) return { rest: suffix.replace(/^(?=[^\s\p{P}])/u, ', ') }
  const begins = named?.length ?? 0
  return { label: named?.label ?? 'page', locator: withDashes(locator), rest: text.slice(begins + locator.length) }
}

/**
 * Writes the words after a work where the style does not: with the locator as it was written, and a word for pages.
 *
 * @example
 * withLocator(', 33-35', 'en') // ', pp. 33–35'
 */
export function withLocator(suffix: string, language: string): string {
  const { label, locator, rest } = readLocator(suffix, language)
  if (locator === undefined) return rest
  const numbers = locator.replace(/(?<=[\d)])-{1,3}(?=[(\d])/g, '–')
  const text = suffix.replace(/^[\s,{]*/, '')
  const word = text.startsWith(locator) ? '' : text.slice(0, text.indexOf(locator)).trim()
  const named = word !== '' || label !== 'page' ? word : /[-–,&]/.test(numbers) ? 'pp.' : 'p.'
  return `, ${named} ${numbers}${rest}`
}

function readBraced(inside: string, rest: string, language: string): Located {
  if (inside === '') return { rest: rest.replace(/^(?=[^\s\p{P}])/u, ', ') }
  const named = labelAt(inside, language)
  return { label: named?.label ?? 'page', locator: withDashes(inside.slice(named?.length ?? 0)), rest }
}

/** Sets the dash between numbers in brackets, which the processor leaves alone. */
const withDashes = (locator: string): string => locator.trim().replace(/(?<=\))-{1,3}(?=\()/g, '–')

/** Reads the numbers of a locator. Where no word says what they count, they need digits. */
function numbersAt(text: string, from: number, needsDigits: boolean): string | undefined {
  const isNumber = needsDigits ? (word: string) => /\p{Nd}/u.test(word) : isNumberOrRoman
  FIRST_WORD.lastIndex = from
  const first = FIRST_WORD.exec(text)
  if (first === null || !isNumber(first.groups!['word']!)) return undefined
  let end = FIRST_WORD.lastIndex
  for (;;) {
    NEXT_WORD.lastIndex = end
    const next = NEXT_WORD.exec(text)
    if (next === null || !isNumber(next.groups!['word']!)) return text.slice(from, end)
    end = NEXT_WORD.lastIndex
  }
}

const isNumberOrRoman = (word: string): boolean =>
  /\p{Nd}/u.test(word) || word.split(/[^\p{L}]+/u).some((part) => part !== '' && ROMAN.test(part))

/** Finds the word for what a locator counts, at the beginning of a text. The longest one is meant. */
function labelAt(text: string, language: string): { label: string; length: number } | undefined {
  const folded = text.toLowerCase()
  return wordsOf(localeOf(language)).find(
    ({ word, length }) =>
      folded.startsWith(word) &&
      (!/\p{L}$/u.test(word) || !/^\p{L}/u.test(folded.slice(length))) &&
      numbersAt(text, length, false) !== undefined,
  )
}

/** A `LabelWord` is a word for what a locator counts. */
interface LabelWord {
  readonly word: string
  readonly label: string
  readonly length: number
}

const known = new Map<string, readonly LabelWord[]>()

/** Gives the words of a locale and those of English, the longest first. */
function wordsOf(locale: string): readonly LabelWord[] {
  let words = known.get(locale)
  if (words === undefined) {
    const both = [...termsOf(localeText('en-US')), ...termsOf(localeText(locale))]
    const all = new Map(both.map(([word, label]) => [word, label]))
    words = [...all].map(([word, label]) => ({ word, label, length: word.length })).sort((a, b) => b.length - a.length)
    known.set(locale, words)
  }
  return words
}

const TERM = /<term\b([^>]*)>([\s\S]*?)<\/term>/g

function termsOf(xml = ''): [word: string, label: string][] {
  return [...xml.matchAll(TERM)].flatMap(([, attributes = '', inside = '']): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''
    if (!LABELS.includes(name)) return []
    const forms = [...inside.matchAll(/<(?:single|multiple)>([^<]*)</g)].map(([, form = '']) => form)
    return (forms.length > 0 ? forms : [inside]).flatMap((form): [string, string][] => {
      const word = form.trim().toLowerCase().replaceAll('&amp;', '&')
      // A full stop after a short word may be left out.
      return word === ''
        ? []
        : [[word, name], ...(word.endsWith('.') ? [[word.slice(0, -1), name] as [string, string]] : [])]
    })
  })
}
