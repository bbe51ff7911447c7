/**
 * The forms of a DOI that Crossref recommends to look for: the first has nearly all of those that were ever given, the others some
 * that were given before there was a rule.
 */
const FORMS = [
  /^10\.\d{4,9}\/[-._;()/:a-z0-9]+$/i,
  /^10\.1002\/\S+$/i,
  /^10\.\d{4}\/\d+-\d+x?\(\d+\)\d+<[\d\w]+:[\d\w]*>\d+\.\d+\.\w+;\d$/i,
  /^10\.1207\/[\w\d]+&\d+_\d+$/i,
]

/** Without the address or the word that often stands before it, and without the backslashes of BibTeX. */
export const bareDoi = (written: string): string =>
  written
    .trim()
    .replace(/\\([_&%#$<>{}])/g, '$1')
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')

export const isDoi = (written: string): boolean => FORMS.some((form) => form.test(bareDoi(written)))
