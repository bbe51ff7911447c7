/** This file knows the names of languages in LaTeX. */

/** These are the names that the package babel has for languages, by their tags of BCP 47, and BibLaTeX after it. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic',
    bg: 'bulgarian',
    ca: 'catalan',
    cs: 'czech',
    da: 'danish',
    de: 'ngerman',
    'de-at': 'naustrian',
    'de-ch': 'nswissgerman',
    el: 'greek',
    en: 'english',
    'en-gb': 'british',
    'en-us': 'american',
    es: 'spanish',
    et: 'estonian',
    eu: 'basque',
    fa: 'persian',
    fi: 'finnish',
    fr: 'french',
    gl: 'galician',
    he: 'hebrew',
    hr: 'croatian',
    hu: 'magyar',
    is: 'icelandic',
    it: 'italian',
    la: 'latin',
    lt: 'lithuanian',
    lv: 'latvian',
    nb: 'norsk',
    nl: 'dutch',
    nn: 'nynorsk',
    no: 'norsk',
    pl: 'polish',
    pt: 'portuguese',
    'pt-br': 'brazilian',
    ro: 'romanian',
    ru: 'russian',
    sk: 'slovak',
    sl: 'slovene',
    sr: 'serbian',
    sv: 'swedish',
    tr: 'turkish',
    uk: 'ukrainian',
  }),
)

/** The name of German before the reform of its spelling is one that bibliographies write, too. */
const KNOWN: ReadonlySet<string> = new Set([...NAMES.values(), 'german'])

/**
 * Gives the name by which LaTeX hyphenates and BibLaTeX chooses words. It is undefined for other languages and words.
 *
 * @example
 * babelName('de') // 'ngerman'
 * babelName('german') // 'german'
 */
export function babelName(language: string | undefined): string | undefined {
  const tag = language?.toLowerCase().replace('_', '-') ?? ''
  return KNOWN.has(tag) ? tag : NAMES.get(tag)
}
