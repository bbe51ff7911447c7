/** Ranked results → groups, questions first: an inquiry with the notes that serve it beneath it, then what serves none. Pure. */
import type { Hit, Served } from './hit.ts'

/** A note as it stands beneath an inquiry: with its role there. */
export interface Member {
  readonly hit: Hit
  readonly role?: string
}

export interface Group {
  /** The kind of what is in it. */
  readonly kind: string
  /** The inquiry over it. It need not match itself, where several notes that serve it do. */
  readonly head?: { readonly url: string; readonly title: string; readonly hit?: Hit }
  readonly members: readonly Member[]
}

/** Kinds in the order of their groups; others follow. */
const KIND_ORDER = ['note', 'source', 'topic', 'page']
/** Notes that bring up an inquiry which does not match itself. */
const MIN_NOTES = 2

/** @param hits In the order of their rank. */
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

interface Head extends Served {
  readonly hit?: Hit
}

/** Inquiries that match, then those that enough of the matching notes serve, the most served first. */
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

const pairWithHead = (hit: Hit, served: Served | undefined): (readonly [Hit, Served])[] =>
  served === undefined ? [] : [[hit, served]]

/** The first of the heads that a note serves, with its role there. */
function headOf({ serves }: Hit, heads: readonly Pick<Head, 'url'>[]): Served | undefined {
  for (const { url } of heads) {
    const served = serves.find((each) => each.url === url)
    if (served !== undefined) return served
  }
  return undefined
}

const memberOf = (hit: Hit, { role }: Served): Member => ({ hit, role })

function byKind(hits: readonly Hit[]): Group[] {
  const groups = Map.groupBy(hits, ({ kind }) => kind)
  const kinds = [
    ...KIND_ORDER.filter((kind) => groups.has(kind)),
    ...[...groups.keys()].filter((kind) => !KIND_ORDER.includes(kind)),
  ]
  return kinds.map((kind) => ({ kind, members: groups.get(kind)!.map((hit) => ({ hit })) }))
}

/** Is it called what was typed? */
function isExactName({ title, aliases }: Hit, q: string): boolean {
  const name = foldName(q)
  return name !== '' && [title, ...aliases].some((each) => foldName(each) === name)
}

const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}+#]+/gu, ' ')
    .trim()
    .toLowerCase()
