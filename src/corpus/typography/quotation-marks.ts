/** Double and single quotes as Unicode's CLDR lists them for each language, opening before closing. */
const MARKS: Readonly<Record<string, string>> = {
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
}

/** Languages that write straight marks for something else (Hebrew's abbreviations), or quote with what nobody types straight. */
const AS_WRITTEN = new Set(['he', 'yi', 'ja'])

/** Those of a language; undefined where straight marks stay. */
export function quotesOf(language: string): readonly string[] | undefined {
  const [base = ''] = language.toLowerCase().split('-')
  if (AS_WRITTEN.has(base)) return undefined
  const quotes = Array.from(MARKS[language.toLowerCase()] ?? MARKS[base] ?? MARKS['en']!)
  // French keeps its guillemets apart from the words by a space that does not break.
  return base === 'fr' ? ['«\u00A0', '\u00A0»', ...quotes.slice(2)] : quotes
}
