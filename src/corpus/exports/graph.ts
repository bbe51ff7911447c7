/** Corpus → graph: every public entry and work, and how they bear on one another. */
import { absolute, hrefOf, withBase, workHref } from '../address.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Kind, Role, Status } from '../vocabulary.ts'
import type { Work } from '../model/source.ts'

export interface GraphNode {
  /** Address on the site. */
  readonly id: string
  readonly kind: Kind | 'source'
  readonly title: string
  readonly status?: Status
  readonly year?: number
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  /** A role: how a note bears on an inquiry or another note. `next`: from an inquiry to one to go on to. `drawsOn`: from a note to a work. */
  readonly type: Role | 'cites' | 'next' | 'drawsOn'
  readonly because?: string
}

export interface Graph {
  readonly site: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** Nodes by path, edges by where they begin; the same corpus gives the same graph. */
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
  return { id: hrefOf(corpus, path), kind, title, ...(kind === 'inquiry' && { status: entry.data.status }) }
}

const workNode = (corpus: Corpus, { source: { key, title, year } }: Work): GraphNode => ({
  id: workHref(corpus, key)!,
  kind: 'source',
  title,
  ...(year !== undefined && { year }),
})

function edgesFrom(corpus: Corpus, { path }: Parsed): GraphEdge[] {
  const from = hrefOf(corpus, path)
  const to = ({ path }: Parsed): string => hrefOf(corpus, path)
  const evidenceLinks = (corpus.evidenceByNote.get(path) ?? []).map(({ inquiry, role, because }): GraphEdge =>
    role === undefined
      ? { from: to(inquiry), to: from, type: 'cites' }
      : { from, to: to(inquiry), type: role, ...(because !== undefined && { because }) },
  )
  const relations = (corpus.relationsFrom.get(path) ?? []).map((each): GraphEdge => ({
    from,
    to: to(each.to),
    type: each.role,
  }))
  const nextInquiries = (corpus.nextFrom.get(path) ?? []).map((nextInquiry): GraphEdge => ({
    from,
    to: to(nextInquiry.to),
    type: 'next',
    ...(nextInquiry.because !== undefined && { because: nextInquiry.because }),
  }))
  const drawn = (corpus.sourceOf.get(path) ?? []).flatMap(({ key }): GraphEdge[] => {
    const work = workHref(corpus, key)
    return work === undefined ? [] : [{ from, to: work, type: 'drawsOn' }]
  })
  return [...evidenceLinks, ...relations, ...nextInquiries, ...drawn]
}
