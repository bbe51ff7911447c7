/** This file knows the quotation marks of languages. */

/**
 * These are the double and then the single quotation marks of each language, opening before closing. They are those of
 * Unicode's CLDR (https://cldr.unicode.org).
 */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: '”“’‘',
    cs: '„“‚‘',
    de: '„“‚‘',
    'de-ch': '«»‹›',
    el: '«»“”',
    en: '“”‘’',
    es: '«»“”',
    fa: '«»‹›',
    fi: '””’’',
    fr: '«»“”',
    hu: '„”»«',
    it: '«»“”',
    nb: '«»‘’',
    nn: '«»‘’',
    no: '«»‘’',
    pl: '„”«»',
    ro: '„”«»',
    ru: '«»„“',
    sk: '„“‚‘',
    sl: '„“‚‘',
    sv: '””’’',
    uk: '«»„“',
    ur: '”“’‘',
  }),
)

/**
 * In these languages, straight marks stay as they are. Hebrew and Yiddish write them for something else, such as
 * abbreviations. Japanese quotes with marks that nobody types straight.
 */
const AS_WRITTEN = new Set(['he', 'yi', 'ja'])

/**
 * Gives the quotation marks of a language: opening and closing double ones, then opening and closing single ones. The
 * result is undefined for a language in which straight marks stay. An unknown language has the marks of English.
 *
 * @example
 * quotesOf('de') // ['„', '“', '‚', '‘']
 * quotesOf('ja') // undefined
 */
export function quotesOf(language: string): readonly string[] | undefined {
  const [base = ''] = language.toLowerCase().split('-')
  if (AS_WRITTEN.has(base)) return undefined
  const quotes = Array.from(MARKS.get(language.toLowerCase()) ?? MARKS.get(base) ?? MARKS.get('en')!)
  // French puts a no-break space between its guillemets and the words.
  const [opening, closing, ...single] = quotes
  return base === 'fr' ? [`${opening}\u00A0`, `\u00A0${closing}`, ...single] : quotes
}
