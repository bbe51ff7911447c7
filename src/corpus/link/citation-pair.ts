import type { Link } from '../model/parsed.ts'

/** `Zhao et al. (2025, p. 3)` is two links to the same work, and one citation. Is this the second of the two? */
export function isYearOfPair(links: readonly Link[], at: number): boolean {
  const [first, second] = [links[at - 1], links[at]]
  return first?.cites === 'authors' && second?.cites === 'year' && first.target === second.target
}
