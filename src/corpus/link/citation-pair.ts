import type { Link } from '../model/parsed.ts'

/**
 * Tells whether a link is the second of a pair. `Zhao et al. (2025, p. 3)` is two links to the same work, authors and
 * year, but only one citation.
 *
 * @param at The index of the link in `links`.
 */
export function isYearOfPair(links: readonly Link[], at: number): boolean {
  const [first, second] = [links[at - 1], links[at]]
  return first?.cites === 'authors' && second?.cites === 'year' && first.target === second.target
}
