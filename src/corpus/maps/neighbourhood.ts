/** This file chooses what is on the map around an entry: inquiries, notes and works at one and at two steps from it. */
import { compareText } from '../compare.ts'
import { STANCES } from '../vocabulary.ts'
import type { NodeId, NodeKind, Tie, TiedNode, TieType } from './ties.ts'

/** A `MapNode` is a node of a map. */
export interface MapNode {
  readonly id: NodeId
  readonly kind: NodeKind
  /** This is the number of steps from the entry in the middle, which is at 0. */
  readonly step: 0 | 1 | 2
  /** This is what ties the node to the entry in the middle. It is undefined at two steps. */
  readonly tie?: Pick<Tie, 'type' | 'isInward'>
  /** These are the indices of nodes at one step, two at most, that lead to a node at two steps. */
  readonly through?: readonly number[]
}

/** A `MapLine` leads from the node that states a tie to the other one, by their indices. */
export interface MapLine {
  readonly from: number
  readonly to: number
  readonly type: TieType
}

/** A `Neighbourhood` is what a map shows of an entry. */
export interface Neighbourhood {
  /** The entry itself comes first. */
  readonly nodes: readonly MapNode[]
  readonly lines: readonly MapLine[]
  /** This counts what is at one or two steps and has no room. */
  readonly more: Readonly<Record<NodeKind, number>>
}

/** A column holds at most this many nodes, so that a map has 40. */
const MOST: Readonly<Record<NodeKind, number>> = { work: 12, note: 16, inquiry: 12 }

/** What is at two steps fills a column to this number only, so that what is nearer is not lost in it. */
const MOST_FAR: Readonly<Record<NodeKind, number>> = { work: 10, note: 12, inquiry: 8 }

/**
 * A map does not go on through a node that has more ties than this, because what hundreds of entries have in common
 * says nothing of one of them.
 */
const HUB = 100

/** A map has at least this many nodes besides the entry. What less would show, the page says already. */
const LEAST = 3

/**
 * Gives the neighbourhood of an inquiry or of a note. It is undefined where there is too little around it. This is a
 * pure function of the ties, whatever their order.
 */
export function neighbourhoodOf(centre: TiedNode | undefined): Neighbourhood | undefined {
  if (centre === undefined || !hasNeighbourhood(centre)) return undefined
  const found = known.get(centre) ?? choose(centre)
  known.set(centre, found)
  return found
}

/** Remembers neighbourhoods, because a page counts what its map shows. The ties of a node never change. */
const known = new WeakMap<TiedNode, Neighbourhood>()

function choose(centre: TiedNode): Neighbourhood {
  const near = mostTelling(
    centre.ties.map((tie) => ({ node: tie.to, step: 1, tie, through: [] })),
    (kind) => MOST[kind] - (kind === centre.kind ? 1 : 0),
  )
  const further = furtherFrom(centre, near.chosen)
  const far = mostTelling(further, (kind) => MOST_FAR[kind] - MOST[kind] + near.room[kind])
  const chosen: Candidate[] = [{ node: centre, step: 0, through: [] }, ...near.chosen, ...far.chosen]
  const more = { work: 0, note: 0, inquiry: 0 }
  for (const { node } of [...near.left, ...far.left]) more[node.kind]++
  const indices = new Map(chosen.map(({ node }, index) => [node, index]))
  return { nodes: chosen.map((each) => nodeOf(each, indices)), lines: linesAmong(chosen, indices), more }
}

/** Tells whether a node has a neighbourhood, without making it. */
export function hasNeighbourhood(centre: TiedNode | undefined): boolean {
  if (centre === undefined) return false
  const found = new Set([centre, ...centre.ties.map(({ to }) => to)])
  for (const { to } of centre.ties) {
    if (found.size > LEAST) return true
    if (to.ties.length <= HUB) for (const further of to.ties) found.add(further.to)
  }
  return found.size > LEAST
}

/** A `Candidate` is a node with the nodes at one step through which it is reached at two. */
interface Candidate {
  readonly node: TiedNode
  readonly step: 0 | 1 | 2
  readonly tie?: Tie
  readonly through: TiedNode[]
}

/** `Indices` say where each chosen node is among all of them. */
type Indices = ReadonlyMap<TiedNode, number>

function nodeOf({ node: { id, kind }, step, tie, through }: Candidate, indices: Indices): MapNode {
  if (tie !== undefined) return { id, kind, step, tie: { type: tie.type, isInward: tie.isInward } }
  if (through.length === 0) return { id, kind, step }
  const middle = through.map((each) => indices.get(each)!).sort((a, b) => a - b)
  return { id, kind, step, through: middle.slice(0, 2) }
}

/** Chooses the most telling nodes of each kind, as many as there is room for. */
function mostTelling(candidates: Candidate[], roomOf: (kind: NodeKind) => number) {
  const [chosen, left]: [Candidate[], Candidate[]] = [[], []]
  const room = { work: roomOf('work'), note: roomOf('note'), inquiry: roomOf('inquiry') }
  if (candidates.length > 1) candidates.sort(mostTellingFirst)
  for (const each of candidates)
    if (room[each.node.kind] > 0) {
      room[each.node.kind]--
      chosen.push(each)
    } else left.push(each)
  return { chosen, left, room }
}

/** Gives what is at two steps from a node, through those nodes at one step that are on the map and are no hubs. */
function furtherFrom(centre: TiedNode, near: readonly Candidate[]): Candidate[] {
  const passed = new Set([centre, ...centre.ties.map(({ to }) => to)])
  const reached = new Map<TiedNode, Candidate>()
  for (const { node: middle } of near) {
    if (middle.ties.length > HUB) continue
    for (const { to: node } of middle.ties) {
      if (passed.has(node)) continue
      const known = reached.get(node)
      if (known === undefined) reached.set(node, { node, step: 2, through: [middle] })
      else known.through.push(middle)
    }
  }
  return [...reached.values()]
}

/** This is the order in which ties tell most. */
const TELLING: readonly TieType[] = ['next', ...STANCES, 'relation', 'drawsOn', 'links']
const RANKS = Object.fromEntries(TELLING.map((type, rank) => [type, rank])) as Readonly<Record<TieType, number>>

/** Says how much a tie tells, from 0 for the most. What is not tied comes last. */
export const rankOf = (tie: { readonly type: TieType } | undefined): number =>
  tie === undefined ? TELLING.length : RANKS[tie.type]

const mostTellingFirst = (a: Candidate, b: Candidate): number =>
  rankOf(a.tie) - rankOf(b.tie) || b.through.length - a.through.length || compareText(a.node.id, b.node.id)

/**
 * Gives the ties among nodes, each once. Those between two nodes at two steps are left out, because they say nothing of
 * the entry in the middle.
 */
function linesAmong(nodes: readonly Candidate[], indices: Indices): MapLine[] {
  const lines: MapLine[] = []
  for (const [index, { node, step }] of nodes.entries()) {
    if (step === 2) continue
    for (const { to, type, isInward } of node.ties) {
      const other = indices.get(to)
      if (other === undefined) continue
      const far = nodes[other]!.step
      // A line between two nodes at one step is found from both of its ends.
      if (far < step || (far === step && isInward)) continue
      lines.push(isInward ? { from: other, to: index, type } : { from: index, to: other, type })
    }
  }
  return lines.sort((a, b) => a.from - b.from || a.to - b.to)
}
