/** Corpus → graph: every public entry and work, and how they bear on one another. */
import { absolute, hrefOf, withBase } from '../address.ts'
import type { Corpus, Kind, Parsed, Role, Source, Status } from '../model.ts'

export interface GraphNode {
  /** Address on the site; of a work, `source:` and its key. */
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
  const works = new Map(
    [...corpus.sourceOf.values()].flat().flatMap((source) => (source.key === undefined ? [] : [[source.key, source]])),
  )
  return {
    site: absolute(settings, withBase(settings, '/')),
    nodes: [...[...entries.values()].map((entry) => nodeOf(corpus, entry)), ...[...works.values()].map(workNode)],
    edges: [...entries.values()].flatMap((entry) => edgesFrom(corpus, entry)),
  }
}

function nodeOf(corpus: Corpus, entry: Parsed): GraphNode {
  const { kind, title, path } = entry
  return { id: hrefOf(corpus, path), kind, title, ...(kind === 'inquiry' && { status: entry.data.status }) }
}

const workNode = ({ key = '', title, year }: Source): GraphNode => ({
  id: `source:${key}`,
  kind: 'source',
  title,
  ...(year !== undefined && { year }),
})

function edgesFrom(corpus: Corpus, { path }: Parsed): GraphEdge[] {
  const from = hrefOf(corpus, path)
  const to = ({ path }: Parsed): string => hrefOf(corpus, path)
  const services = (corpus.servicesByNote.get(path) ?? []).map(({ inquiry, role, because }): GraphEdge =>
    role === undefined
      ? { from: to(inquiry), to: from, type: 'cites' }
      : { from, to: to(inquiry), type: role, ...(because !== undefined && { because }) },
  )
  const relations = (corpus.relationsFrom.get(path) ?? []).map((each): GraphEdge => ({
    from,
    to: to(each.to),
    type: each.role,
  }))
  const leads = (corpus.leadsFrom.get(path) ?? []).map((lead): GraphEdge => ({
    from,
    to: to(lead.to),
    type: 'next',
    ...(lead.because !== undefined && { because: lead.because }),
  }))
  const drawn = (corpus.sourceOf.get(path) ?? []).flatMap(({ key }): GraphEdge[] =>
    key === undefined ? [] : [{ from, to: `source:${key}`, type: 'drawsOn' }],
  )
  return [...services, ...relations, ...leads, ...drawn]
}
