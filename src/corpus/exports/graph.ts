/** This file makes a graph of a corpus: every public entry and work, and how they bear on one another. */
import { absolute, hrefOf, withBase, workHref } from '../address.ts'
import type { Parsed } from '../model/parsed.ts'
import type { UpdateKind } from '../model/updates.ts'
import { withoutUndefined } from '../render/ref.ts'
import { plainOf } from '../render/prose.ts'
import { restsOnRetracted, updateOf } from '../updates/known.ts'
import { studyOf } from '../render/study.ts'
import type { Study } from '../model/study.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Certainty, Kind, Role, StatusName } from '../vocabulary.ts'
import type { Work } from '../model/source.ts'

/** A `GraphNode` is an entry or a work. */
export interface GraphNode {
  /** This is the address of the page, with the site's base. */
  readonly id: string
  readonly kind: Kind | 'source'
  readonly title: string
  readonly status?: StatusName
  /** This says how certain the evidence makes the answer of an inquiry, where its writer says so. */
  readonly certainty?: Certainty
  readonly year?: number
  /** These are the facts of the study behind a note. What repeats it is in the edges. */
  readonly study?: Omit<Study, 'replicatedBy'>
  /** This says how a work stands that was retracted, corrected or otherwise updated after it appeared. */
  readonly update?: UpdateKind
}

/** A `GraphEdge` leads from one node to another, by their ids. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  /**
   * A role says how a note bears on an inquiry or on another note. `cites` leads from an inquiry to a note that does
   * not name it. The label of a relation that the site or the vault declares beside the roles leads
   * from the entry that it starts from; `inverse` is its label from the other end, and `role` the role it counts as.
   * `bearsOn` leads from a note to an inquiry that it names without a role. `next` leads from an inquiry to one to go on to. `drawsOn` leads from a note to a work, and
   * `replicatedBy` from a note to what repeats its study.
   */
  readonly type: Role | 'bearsOn' | 'cites' | 'next' | 'drawsOn' | 'replicatedBy' | (string & {})
  readonly inverse?: string
  readonly role?: Role
  readonly because?: string
  /** This is true where a note rests on a retracted work, so that it does not count in the balance. */
  readonly retracted?: true
}

/** A `Graph` is the graph of a site. */
export interface Graph {
  /** This is the URL of the site, or its base where the URL is not known. */
  readonly site: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/**
 * Makes the graph of a corpus. Nodes are in the order of paths and keys, edges in the order of the entries that they
 * come from, so the same corpus gives the same graph.
 */
export function graphOf(corpus: Corpus): Graph {
  const { entries, settings } = corpus
  return {
    site: absolute(settings, withBase(settings, '/')),
    nodes: [
      ...[...entries.values()].map((entry) => nodeOf(corpus, entry)),
      ...[...corpus.works.values()].map((work) => workNode(corpus, work)),
    ],
    edges: [...entries.values()].flatMap((entry) => edgesFrom(corpus, entry)),
  }
}

function nodeOf(corpus: Corpus, entry: Parsed): GraphNode {
  const { kind, title, path } = entry
  const node = { id: hrefOf(corpus, path), kind, title }
  if (kind === 'inquiry') {
    const { status, certainty } = entry.data
    return { ...node, status, ...withoutUndefined({ certainty }) }
  }
  const { replicatedBy: _, ...study } = (kind === 'note' && studyOf(corpus, entry)) || {}
  return Object.keys(study).length > 0 ? { ...node, study } : node
}

function workNode(corpus: Corpus, { source }: Work): GraphNode {
  const { key, title, year } = source
  const update = updateOf(corpus.updates, source)?.status
  return {
    id: workHref(corpus, key)!,
    kind: 'source',
    title,
    ...(year !== undefined && { year }),
    ...(update !== undefined && { update }),
  }
}

function edgesFrom(corpus: Corpus, { path }: Parsed): GraphEdge[] {
  const from = hrefOf(corpus, path)
  const to = ({ path }: Parsed): string => hrefOf(corpus, path)
  const evidenceLinks = (corpus.evidenceByNote.get(path) ?? []).map(({ note, inquiry, role, because }): GraphEdge =>
    role === undefined
      ? { from: to(inquiry), to: from, type: 'cites' }
      : {
          from,
          to: to(inquiry),
          type: role === 'none' ? 'bearsOn' : role,
          ...(because !== undefined && { because: plainOf(corpus, note, because) }),
          ...(restsOnRetracted(corpus, note) && { retracted: true as const }),
        },
  )
  const relations = (corpus.relationsFrom.get(path) ?? []).map(({ to: end, role, label, inverse }): GraphEdge => {
    if (label === undefined) return { from, to: to(end), type: role ?? 'bearsOn' }
    return { from, to: to(end), type: label, ...(inverse !== undefined && { inverse }), ...(role && { role }) }
  })
  const nextInquiries = (corpus.nextFrom.get(path) ?? []).map((nextInquiry): GraphEdge => ({
    from,
    to: to(nextInquiry.to),
    type: 'next',
    ...(nextInquiry.because !== undefined && { because: plainOf(corpus, nextInquiry.from, nextInquiry.because) }),
  }))
  const drawn = (corpus.sourceOf.get(path) ?? []).flatMap(({ key }): GraphEdge[] => {
    const work = workHref(corpus, key)
    return work === undefined ? [] : [{ from, to: work, type: 'drawsOn' }]
  })
  const replicated = (corpus.replications.get(path) ?? []).flatMap((found): GraphEdge[] => {
    const end = typeof found === 'string' ? hrefOf(corpus, found) : workHref(corpus, found.key)
    return end === undefined ? [] : [{ from, to: end, type: 'replicatedBy' }]
  })
  return [...evidenceLinks, ...relations, ...nextInquiries, ...drawn, ...replicated]
}
