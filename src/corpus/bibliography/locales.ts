/** This file chooses the language in which the processor writes its own words, such as "et al." and "pp.". */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'

/** The processor writes its own words in this language where it does not know the language of a page. */
const FALLBACK = 'en-US'

/** These are the varieties that stand for a language, where it has more than one. */
const USUAL: Readonly<Record<string, string>> = { de: 'de-DE', en: FALLBACK, es: 'es-ES', fr: 'fr-FR', nl: 'nl-NL' }

const locales = () => plugins.config.get('@csl').locales

/**
 * Gives the locale of CSL for a language.
 *
 * @param language The language as a BCP 47 tag.
 *
 * @example
 * localeOf('de') // 'de-DE'
 * localeOf('tlh') // 'en-US'
 */
export function localeOf(language: string): string {
  const { language: primary = '', region } =
    /^(?<language>[a-z]{2,3})(?:-\w{4})?(?:-(?<region>[a-z]{2}))?\b/i.exec(language)?.groups ?? {}
  const exact = `${primary.toLowerCase()}-${region?.toUpperCase() ?? ''}`
  if (region !== undefined && locales().has(exact)) return exact
  return USUAL[primary.toLowerCase()] ?? FALLBACK
}

/** Gives the text of a locale. It is undefined where there is none with the name. */
export const localeText = (locale: string): string | undefined =>
  locales().has(locale) ? locales().get(locale) : undefined
