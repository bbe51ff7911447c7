/** This file chooses the language in which the processor writes its own words, such as "et al." and "pp.". */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import others from './csl-locales.json' with { type: 'json' }

/** The processor writes its own words in this language where it does not know the language of a page. */
const FALLBACK = 'en-US'

/** These are the varieties that stand for a language, where it has more than one, or another name. */
const USUAL: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: FALLBACK,
  es: 'es-ES',
  fr: 'fr-FR',
  iw: 'he-IL',
  nl: 'nl-NL',
  no: 'nb-NO',
  pt: 'pt-PT',
  zh: 'zh-CN',
}
/** These varieties are written in the characters of Taiwan. */
const TRADITIONAL = /^zh-(?:Hant|TW|HK|MO)\b/i
/** The locales of these languages are in another script: Serbian is in Cyrillic, and Punjabi as in Pakistan. */
const IN_OTHER_SCRIPT = /^(?:sr-Latn\b|pa\b(?!-(?:Arab|PK)\b))/i

/** These are the locales beside those of Citation.js, by their names. `scripts/csl-locales.ts` writes them. */
const OTHERS: ReadonlyMap<string, string> = new Map(Object.entries(others))
/** These are their names by the languages that have one. */
const BY_LANGUAGE: ReadonlyMap<string, string> = new Map([...OTHERS.keys()].map((name) => [name.slice(0, 2), name]))

const locales = () => plugins.config.get('@csl').locales

/**
 * Gives the locale of CSL for a language.
 *
 * @param language The language as a BCP 47 tag.
 *
 * @example
 * localeOf('de') // 'de-DE'
 * localeOf('zh-Hant') // 'zh-TW'
 * localeOf('tlh') // 'en-US'
 */
export function localeOf(language: string): string {
  const { language: primary = '', region } =
    /^(?<language>[a-z]{2,3})(?:-\w{4})?(?:-(?<region>[a-z]{2}))?\b/i.exec(language)?.groups ?? {}
  const exact = `${primary.toLowerCase()}-${region?.toUpperCase() ?? ''}`
  if (region !== undefined && localeText(exact) !== undefined) return exact
  if (TRADITIONAL.test(language)) return 'zh-TW'
  if (IN_OTHER_SCRIPT.test(language)) return FALLBACK
  const spoken = primary.toLowerCase()
  return USUAL[spoken] ?? (spoken.length === 2 ? BY_LANGUAGE.get(spoken) : undefined) ?? FALLBACK
}

/**
 * Gives a word of a locale, in its long form. It is empty where the locale has none.
 *
 * @example
 * localeTerm('de-DE', 'and') // 'und'
 */
export function localeTerm(locale: string, name: string): string {
  const found = new RegExp(`<term name="${name}"(?![^>]*\\bform=)[^>]*>([^<]*)<`).exec(localeText(locale) ?? '')?.[1]
  return found?.trim() ?? ''
}

/** Gives the text of a locale. It is undefined where there is none with the name. */
export function localeText(locale: string): string | undefined {
  const text = OTHERS.get(locale)
  if (text === undefined) return locales().has(locale) ? locales().get(locale) : undefined
  let whole = wholeLocales.get(locale)
  if (whole === undefined) wholeLocales.set(locale, (whole = withEnglish(text)))
  return whole
}

const wholeLocales = new Map<string, string>()
const TERM = /<term\b[^>]*\bname="([^"]*)"[^]*?<\/term>/g

/**
 * Adds the English words for what a locale has none for. The processor would write nothing in their place. A locale has
 * either all of its ordinals or none.
 */
function withEnglish(locale: string): string {
  const own = new Set([...locale.matchAll(TERM)].map(([, name]) => name))
  const others = [...locales().get(FALLBACK).matchAll(TERM)].filter(
    ([, name = '']) => !own.has(name) && !name.includes('ordinal'),
  )
  return locale.replace('<terms>', () => `<terms>${others.map(([term]) => term).join('')}`)
}
