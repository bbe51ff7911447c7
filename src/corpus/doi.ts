/** This file reads Digital Object Identifiers. */

/**
 * These are the patterns by which Crossref recommends to find a DOI
 * (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). The first one matches nearly all DOIs. The
 * others match some that were given before there was a rule.
 */
const FORMS = [
  /^10\.\d{4,9}\/[-._;()/:a-z0-9]+$/i,
  /^10\.1002\/\S+$/i,
  /^10\.\d{4}\/\d+-\d+x?\(\d+\)\d+<[\d\w]+:[\d\w]*>\d+\.\d+\.\w+;\d$/i,
  /^10\.1207\/[\w\d]+&\d+_\d+$/i,
]

/** Matches what often stands before a DOI: the address of a resolver, or a word. */
const BEFORE = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:|urn:)?doi[:/]?\s*(?=10\.))/i
/** Matches a DOI as it should be, as most are. */
const BARE = /^10\.[^\s{}\\$]+$/
/** These are signs that stand in DOIs of old articles, as LaTeX writes them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\{?\\textless\s*(?:\{\})?\}?|\{?\$<\$\}?/g, '<'],
  [/\{?\\textgreater\s*(?:\{\})?\}?|\{?\$>\$\}?/g, '>'],
  [/\{\\([_&%#$<>])\}|\\+([_&%#$<>{}])/g, '$1$2'],
]

/**
 * Gives a DOI without the address or the word that often stands before it, and without the backslashes of BibTeX. Only
 * in an address are signs written as percent and number.
 *
 * @example
 * bareDoi('https://doi.org/10.1000/182') // '10.1000/182'
 * bareDoi('doi:10.1000/a\\_b') // '10.1000/a_b'
 * bareDoi('https://doi.org/10.1002/%28SICI%291') // '10.1002/(SICI)1'
 */
export function bareDoi(written: string): string {
  if (BARE.test(written)) return written
  const inside = written.trim().replace(/^\{(.*)\}$/, '$1')
  const text = SIGNS.reduce((whole, [pattern, sign]) => whole.replace(pattern, sign), inside)
  const bare = text.replace(BEFORE, '')
  return bare !== text && /%[0-9a-f]{2}/i.test(bare) ? decoded(bare) : bare
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Tells whether a text has the form of a DOI. It does not ask whether there is such a work. */
export const isDoi = (written: string): boolean => FORMS.some((form) => form.test(bareDoi(written)))

/** Gives the address at which a DOI leads to its work. The DOI stands there without anything before it. */
export const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi)}`

/** Gives a DOI in lower case, without an address before it. DOIs are the same whatever their case. */
export const doiKey = (doi: string): string => bareDoi(doi).toLowerCase()
