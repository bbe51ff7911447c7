/**
 * This file picks the words of the interface by the language of a site, and fills them with numbers. Problem messages
 * and the command line are not among them: they are for writers, and English.
 */
import * as ar from './ar.ts'
import * as de from './de.ts'
import * as en from './en.ts'
import * as fr from './fr.ts'
import { countIn } from './count.ts'
import { decimalIn } from './decimal.ts'
import type { Forms, PageWords } from './types.ts'
import type { Design, DesignName } from '../schema/study.ts'
import type { Status, StatusName } from '../vocabulary.ts'
import * as zh from './zh.ts'

/** These are the languages of the interface, by their ISO 639 codes. */
export const LANGUAGES = { en, de, fr, zh, ar }
/** An `InterfaceLanguage` is a language in which there are words of the interface. */
export type InterfaceLanguage = keyof typeof LANGUAGES

/** These are the words of pages in one language, with what fills them. */
export type Words = PageWords<'other'> & {
  /** This is the language of the words. */
  readonly language: InterfaceLanguage
  /**
   * This is the language of the words where that is not the language of the site, which has none: then it is English.
   * Elements that show such words have it as their `lang`.
   */
  readonly lang: InterfaceLanguage | undefined
  /**
   * Writes a phrase with its number.
   *
   * @example wordsFor('en').count(wordsFor('en').counts.notes, 2) // '2 notes'
   */
  readonly count: (forms: Forms<'other'>, number: number) => string
  /** Gives the word for a status. One that a site declares is its own word. */
  readonly status: (status: StatusName) => string
  /** Gives the word for a design of studies. One that a site declares is its own word. */
  readonly design: (design: DesignName) => string
  /** Writes a number with all its digits, and a sign of minus where it is less than zero. */
  readonly decimal: (number: number) => string
  /** Writes a number as the language groups its digits. */
  readonly number: (number: number) => string
}

/** Keeps the words of each language, because every page asks for them. */
const known = new Map<string, Words>()

/**
 * Returns the words of the interface for a language, which are English where there are none in it. Of Chinese there
 * are the simplified characters only.
 *
 * @param language A BCP 47 tag, such as `de-CH`.
 */
export function wordsFor(language: string): Words {
  const found = known.get(language) ?? choose(language)
  known.set(language, found)
  return found
}

function choose(language: string): Words {
  const base = language.toLowerCase().split('-')[0]!
  const isKnown = Object.hasOwn(LANGUAGES, base)
  const chosen = isKnown ? (base as InterfaceLanguage) : 'en'
  const tag = isKnown ? language : 'en'
  const { statuses, study } = LANGUAGES[chosen].pages
  return {
    ...LANGUAGES[chosen].pages,
    status: (status) => (Object.hasOwn(statuses, status) ? statuses[status as Status] : status),
    design: (design) => (Object.hasOwn(study.designs, design) ? study.designs[design as Design] : design),
    decimal: (number) => decimalIn(tag, number),
    language: chosen,
    lang: isKnown ? undefined : chosen,
    count: (forms, number) => countIn(tag, forms, number),
    number: (number) => countIn(tag, { other: '#' }, number),
  }
}
