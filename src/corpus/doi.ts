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

/**
 * Gives a DOI without the address or the word that often stands before it, and without the backslashes of BibTeX.
 *
 * @example
 * bareDoi('https://doi.org/10.1000/182') // '10.1000/182'
 * bareDoi('doi:10.1000/a\\_b') // '10.1000/a_b'
 */
export const bareDoi = (written: string): string =>
  written
    .trim()
    .replace(/\\([_&%#$<>{}])/g, '$1')
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')

/** Tells whether a text has the form of a DOI. It does not ask whether there is such a work. */
export const isDoi = (written: string): boolean => FORMS.some((form) => form.test(bareDoi(written)))
