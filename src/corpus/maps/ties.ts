/** This file finds what every inquiry, note and work is directly tied to: by a stated relation, a source or a link. */
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import { STANCES, type FilePath, type Stance } from '../vocabulary.ts'

/** A `NodeId` is the path of an inquiry or of a note, or `@` and the key of a work in the form of `citeKey`. */
export type NodeId = string

/** These are the kinds of nodes, in the order in which evidence leads from one to the next. */
export const NODE_KINDS = ['work', 'note', 'inquiry'] as const
/** A `NodeKind` is the kind of a node. */
export type NodeKind = (typeof NODE_KINDS)[number]

/** A `TiedNode` is an inquiry, a note or a work with its ties, of which there is one for each node that it is tied to. */
export interface TiedNode {
  readonly id: NodeId
  readonly kind: NodeKind
  readonly ties: readonly Tie[]
}

/**
 * These say what ties two nodes: the role of a note (or `none`, where it names an inquiry without one), an inquiry to
 * go on to, a relation that counts as no role, the work that a note draws on, or a link in a text.
 */
export type TieType = Stance | 'next' | 'relation' | 'drawsOn' | 'links'

/** Tells whether a tie is a stance of a note: a role, or an inquiry that the note names without one. */
export const isStance = (type: TieType): type is Stance => (STANCES as readonly string[]).includes(type)

/** A `Tie` is a tie of a node, seen from that node. The other node has the same tie, seen from there. */
export interface Tie {
  readonly to: TiedNode
  readonly type: TieType
  /** This is true where the other node states the tie, so that it leads here. */
  readonly isInward: boolean
}

/** `Ties` are all nodes of a site that are tied to others, by their ids. */
export type Ties = ReadonlyMap<NodeId, TiedNode>

/** Makes the id of a work from its key, in any spelling. */
export const workNodeId = (key: string): NodeId => `@${citeKey(key)}`

/**
 * Gives all ties of a corpus. Where two nodes are tied in several ways, the most telling one is taken: what a writer
 * stated comes before a link in a text. The corpus holds no drafts, so no tie leads to one.
 */
export function tiesOf(corpus: Corpus): Ties {
  const known = cache.get(corpus.resolutions)
  if (known !== undefined) return known
  const ties = tiesFrom(statedPairs(corpus), (id) => kindOf(corpus, id))
  cache.set(corpus.resolutions, ties)
  return ties
}

/** Remembers the ties, because linking again after only words changed keeps the resolutions as they are. */
const cache = new WeakMap<Corpus['resolutions'], Ties>()

/** A `TiedPair` is two nodes, of which the first states the tie. */
export type TiedPair = readonly [from: NodeId, to: NodeId, type: TieType]

/** Makes ties from pairs of nodes. Of several pairs of the same two nodes, the first one counts. */
export function tiesFrom(pairs: Iterable<TiedPair>, kindOf: (id: NodeId) => NodeKind | undefined): Ties {
  const nodes = new Map<NodeId, TiedNode & { readonly ties: Tie[] }>()
  const nodeOf = (id: NodeId) => {
    const known = nodes.get(id)
    if (known !== undefined) return known
    const kind = kindOf(id)
    if (kind === undefined) return undefined
    const node = { id, kind, ties: [] }
    nodes.set(id, node)
    return node
  }
  const seen = new Set<string>()
  for (const [from, to, type] of pairs) {
    const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`
    if (from === to || seen.has(pair)) continue
    const [one, other] = [nodeOf(from), nodeOf(to)]
    if (one === undefined || other === undefined) continue
    seen.add(pair)
    one.ties.push({ to: other, type, isInward: false })
    other.ties.push({ to: one, type, isInward: true })
  }
  return nodes
}

/** Tells the kind of a node. It is undefined for what is on no map, such as a canvas. */
function kindOf({ entries, works }: Corpus, id: NodeId): NodeKind | undefined {
  if (id.startsWith('@')) return works.has(id.slice(1)) ? 'work' : undefined
  const kind = entries.get(id)?.kind
  return kind === 'inquiry' || kind === 'note' ? kind : undefined
}

/** Gives every pair of tied nodes, the most telling ties first. */
function* statedPairs(corpus: Corpus): Generator<TiedPair> {
  for (const links of corpus.evidenceByInquiry.values())
    for (const { note, inquiry, role } of links)
      yield role === undefined ? [inquiry.path, note.path, 'links'] : [note.path, inquiry.path, role]
  for (const links of corpus.nextFrom.values()) for (const { from, to } of links) yield [from.path, to.path, 'next']
  for (const relations of corpus.relationsFrom.values())
    for (const { from, to, role } of relations) yield [from.path, to.path, role ?? 'relation']
  for (const [path, sources] of corpus.sourceOf)
    for (const { key } of sources) if (key !== undefined) yield [path, workNodeId(key), 'drawsOn']
  yield* linkedPairs(corpus.resolutions)
}

/** Gives the pairs of which one links to the other, or cites it. */
function* linkedPairs(resolutions: Corpus['resolutions']): Generator<readonly [FilePath, NodeId, 'links']> {
  for (const [path, all] of resolutions)
    for (const each of all)
      if (each.type === 'found') yield [path, each.path, 'links']
      else if (each.type === 'source') yield [path, workNodeId(each.key), 'links']
}
