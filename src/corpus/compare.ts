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
