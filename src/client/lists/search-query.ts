/** This file writes the query of the search page that has the filters of a list. */

/**
 * Returns the query with its `?`. What the search cannot be narrowed by, such as the type of a work, is left out.
 *
 * @param kind The kind of what is listed.
 * @param chosen The facets with their values.
 * @example searchQuery('note', [['role', 'disputes'], ['year', '2019']]) // '?kind=note&role=disputes&from=2019&to=2019'
 */
export function searchQuery(kind: string, chosen: Iterable<readonly [name: string, value: string]>): string {
  const parameters = new URLSearchParams({ kind })
  for (const [name, value] of chosen)
    if (name === 'year') for (const end of ['from', 'to']) parameters.set(end, value)
    else if (name !== 'kind') parameters.set(name, value)
  return `?${parameters}`
}
