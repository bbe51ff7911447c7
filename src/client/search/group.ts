/**
 * This file groups ranked hits under inquiries: each inquiry with the notes that serve it, then what serves none. It
 * is pure.
 */
import type { Hit, Served } from './hit.ts'

/** This is a hit in a group. Under an inquiry it has the role in which it serves that inquiry. */
export interface Member {
  readonly hit: Hit
  readonly role?: string
}

/** This is a group of hits. */
export interface Group {
  /**
   * This is the kind of the hits, which is `inquiry` for a group under an inquiry and `best` for the one hit that is
   * named as the query.
   */
  readonly kind: string
  /**
   * This is the inquiry over the group. It has no hit where it does not match the query itself, but several notes
   * that serve it do.
   */
  readonly head?: { readonly url: string; readonly title: string; readonly hit?: Hit }
  readonly members: readonly Member[]
}

/** This is the order of the groups by kind. Other kinds follow. */
const KIND_ORDER = ['note', 'source', 'topic', 'page', 'canvas']
/** This is the least number of notes that bring up an inquiry which does not match itself. */
const MIN_NOTES = 2

/**
 * Groups hits: first the hit that is named exactly as the query, unless it is an inquiry, then the inquiries, then
 * the rest by kind.
 *
 * @param hits The hits in the order of their rank.
 * @param q The query as it was typed.
 * @example groupHits(hits, 'random reward') // [{ kind: 'inquiry', head: { title, url }, members: [{ hit, role }] }, …]
 */
export function groupHits(hits: readonly Hit[], q: string): Group[] {
  const [first] = hits
  const exact = first !== undefined && first.kind !== 'inquiry' && isExactName(first, q) ? first : undefined
  const rest = hits.filter((hit) => hit !== exact)
  const heads = headsOf(rest)
  const headByHit = new Map(rest.flatMap((hit) => pairWithHead(hit, headOf(hit, heads))))
  const questions = heads.map(({ url, title, hit }): Group => {
    const members = rest
      .filter((each) => headByHit.get(each)?.url === url)
      .map((each) => memberOf(each, headByHit.get(each)!))
    return { kind: 'inquiry', head: { url, title, ...(hit && { hit }) }, members }
  })
  const ranked = questions.filter(({ head, members }) => head?.hit !== undefined || members.length > 0)
  const rank = ({ head, members }: Group): number =>
    Math.min(...[...(head?.hit ? [head.hit] : []), ...members.map(({ hit }) => hit)].map((hit) => hits.indexOf(hit)))
  return [
    ...(exact === undefined ? [] : [{ kind: 'best', members: [{ hit: exact }] }]),
    ...ranked.sort((a, b) => rank(a) - rank(b)),
    ...byKind(rest.filter((hit) => hit.kind !== 'inquiry' && !headByHit.has(hit))),
  ]
}

/** This is the inquiry over a group. It has a hit if it matches the query itself. */
interface Head extends Served {
  readonly hit?: Hit
}

/**
 * Returns the inquiries over the groups: those that match the query, then those that enough of the other matching
 * notes serve, the most served first.
 */
function headsOf(hits: readonly Hit[]): Head[] {
  const matching = hits.filter(({ kind }) => kind === 'inquiry')
  const found = matching.map((hit): Head => ({ role: '', url: hit.url, title: hit.title, hit }))
  const notes = hits.filter((hit) => headOf(hit, found) === undefined)
  const served = Map.groupBy(
    notes.flatMap(({ serves }) => serves),
    ({ url }) => url,
  )
  const others = [...served.values()].filter((each) => each.length >= MIN_NOTES).sort((a, b) => b.length - a.length)
  return [...found, ...others.map(([first]): Head => first!)]
}

/** Returns a hit with its inquiry as an entry of a map, or nothing if it has none. */
const pairWithHead = (hit: Hit, served: Served | undefined): (readonly [Hit, Served])[] =>
  served === undefined ? [] : [[hit, served]]

/** Returns the first of the inquiries that a note serves, with its role there. */
function headOf({ serves }: Hit, heads: readonly Pick<Head, 'url'>[]): Served | undefined {
  for (const { url } of heads) {
    const served = serves.find((each) => each.url === url)
    if (served !== undefined) return served
  }
  return undefined
}

/** Makes a hit a member of the group of an inquiry. */
const memberOf = (hit: Hit, { role }: Served): Member => ({ hit, role })

/** Groups hits by their kind. */
function byKind(hits: readonly Hit[]): Group[] {
  const groups = Map.groupBy(hits, ({ kind }) => kind)
  const kinds = [
    ...KIND_ORDER.filter((kind) => groups.has(kind)),
    ...[...groups.keys()].filter((kind) => !KIND_ORDER.includes(kind)),
  ]
  return kinds.map((kind) => ({ kind, members: groups.get(kind)!.map((hit) => ({ hit })) }))
}

/** Tells whether the title or an alias of a hit is the query. */
export function isExactName({ title, aliases }: Hit, q: string): boolean {
  const name = foldName(q)
  return name !== '' && [title, ...aliases].some((each) => foldName(each) === name)
}

/** Folds a name for comparison: lower case, no accents, and one space for all signs between words. */
const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}+#]+/gu, ' ')
    .trim()
    .toLowerCase()
