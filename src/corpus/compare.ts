/**
 * Compares two texts by their UTF-16 code units, for `sort`. This order is the same on every machine and in every
 * locale, which `localeCompare` does not promise.
 *
 * @example
 * ['b', 'é', 'a'].sort(compareText) // ['a', 'b', 'é']
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Keeps each collator, because making one takes longer than most sorting. */
const collators = new Map<string, (a: string, b: string) => number>()

/**
 * Gives the function that compares two texts as people of a language sort them, for lists that are read: case and
 * accents count last, and `Part 10` comes after `Part 9`. Texts that are equal in that are compared by their units, so
 * the order is the same on every machine. A language that is not known is sorted as English is.
 *
 * @param language The language as a BCP 47 tag.
 *
 * @example
 * ['Zebra', 'Part 10', 'élan', 'Part 9'].sort(collatorOf('en')) // ['élan', 'Part 9', 'Part 10', 'Zebra']
 * ['Öl', 'Zebra'].sort(collatorOf('sv')) // ['Zebra', 'Öl']
 */
export function collatorOf(language: string): (a: string, b: string) => number {
  let compare = collators.get(language)
  if (compare === undefined) {
    const collator = new Intl.Collator([language, 'en'], { numeric: true })
    compare = (a, b) => collator.compare(a, b) || compareText(a, b)
    collators.set(language, compare)
  }
  return compare
}
