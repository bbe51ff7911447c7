/** This file gathers all that the map around an entry shows. */
import { hrefOf, workHref } from '../address.ts'
import type { MapSummary } from '../model/entry.ts'
import type { Corpus } from '../model/corpus.ts'
import { ownLanguage } from '../own-language.ts'
import type { FilePath } from '../vocabulary.ts'
import { hasNeighbourhood, neighbourhoodOf, type Neighbourhood } from './neighbourhood.ts'
import { tiesOf, type NodeId } from './ties.ts'

/** A `MapLabel` is what a map shows of a node. */
export interface MapLabel {
  readonly title: string
  /** The address begins with the site's base. */
  readonly href: string
  /** For a work, these are its author and its year. */
  readonly by?: string
  /** This is the language of the title. It is undefined where that is the site's language. */
  readonly lang?: string
}

/** A `LocalMap` is the map around an entry. It holds everything that is drawn, and nothing else of the corpus. */
export interface LocalMap {
  readonly neighbourhood: Neighbourhood
  /** These are the labels of its nodes, at the same indices. */
  readonly labels: readonly MapLabel[]
}

/**
 * Gives the address of the map around an entry from that of its page.
 *
 * @example
 * mapAddress('/notes/a/') // '/notes/a.map.html'
 */
export const mapAddress = (address: string): string => `${address.replace(/\/$/, '')}.map.html`

/** Tells whether there is enough around an inquiry or a note for a map. */
export const hasMap = (corpus: Corpus, path: FilePath): boolean => hasNeighbourhood(tiesOf(corpus).get(path))

/** Gives the map around an inquiry or a note. It is undefined where there is too little around it. */
export function localMapOf(corpus: Corpus, path: FilePath): LocalMap | undefined {
  const neighbourhood = neighbourhoodOf(tiesOf(corpus).get(path))
  if (neighbourhood === undefined) return undefined
  const labels = labelsOf(corpus)
  return { neighbourhood, labels: neighbourhood.nodes.map(({ id }) => labelIn(labels, corpus, id)) }
}

/** Says what is on the map around an inquiry or a note, and where it is. It is undefined where there is none. */
export function mapSummary(corpus: Corpus, path: FilePath): MapSummary | undefined {
  if (!corpus.settings.alternates.includes('maps')) return undefined
  const nodes = neighbourhoodOf(tiesOf(corpus).get(path))?.nodes.slice(1)
  if (nodes === undefined) return undefined
  const count = (kind: string): number => nodes.filter((node) => node.kind === kind).length
  return {
    href: mapAddress(hrefOf(corpus, path)),
    inquiries: count('inquiry'),
    notes: count('note'),
    works: count('work'),
  }
}

/** Gives the label of a node. It is made once, because a node is on the maps of all its neighbours. */
function labelIn(labels: Map<NodeId, MapLabel>, corpus: Corpus, id: NodeId): MapLabel {
  let label = labels.get(id)
  if (label === undefined) labels.set(id, (label = makeLabel(corpus, id)))
  return label
}

function labelsOf(corpus: Corpus): Map<NodeId, MapLabel> {
  const labels = known.get(corpus) ?? new Map<NodeId, MapLabel>()
  known.set(corpus, labels)
  return labels
}

const known = new WeakMap<Corpus, Map<NodeId, MapLabel>>()

function makeLabel(corpus: Corpus, id: NodeId): MapLabel {
  if (id.startsWith('@')) {
    const { source } = corpus.works.get(id.slice(1))!
    return { title: source.title, by: source.short, href: workHref(corpus, source.key)! }
  }
  const entry = corpus.entries.get(id)!
  const lang = ownLanguage(corpus, entry)
  return { title: entry.title, href: hrefOf(corpus, id), ...(lang !== undefined && { lang }) }
}
