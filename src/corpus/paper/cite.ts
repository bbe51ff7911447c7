/** This file makes the citations of a paper: those that a text has, and those of the notes to which it links. */
import type { Element, ElementContent } from 'hast'
import { linkOf } from '../hast/slots.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link, Parsed, ParsedNote } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { isText } from '../render/citation.ts'
import { linkText } from '../render/link-text.ts'
import { citationsOf, type CitedLink } from '../render/page-citations.ts'
import { citation, text, type Cite } from './elements.ts'

/**
 * Cites the works that a note is drawn from. There is nothing to cite where nobody knows what they are.
 *
 * @returns A space and the citation.
 */
export function sourceCitation(corpus: Corpus, note: ParsedNote): ElementContent[] {
  const sources = (corpus.sourceOf.get(note.path) ?? []).filter(({ key }) => key !== undefined)
  return sources.length === 0 ? [] : [text(' '), citation(sources.map((source) => ({ source })))]
}

/** Gives the works that are cited together with a link. */
export const citedWith = (corpus: Corpus, entry: Parsed, first: number): Source[] =>
  (citationsOf(corpus, entry).clusters.get(first) ?? []).flatMap(({ work }) => work?.source ?? [])

/**
 * Makes a citation of a text. Keys that name no work stay as they were written.
 *
 * @param slot The element in which the citation stands.
 * @param indexOf Gives the index in `links` of the entry for an index in the tree.
 * @param fill Fills the words around a work.
 */
export function citationOf(
  corpus: Corpus,
  entry: Parsed,
  first: number,
  slot: Element,
  indexOf: (link: number) => number | undefined,
  fill: (nodes: ElementContent[]) => ElementContent[],
): ElementContent[] {
  const cluster = citationsOf(corpus, entry).clusters.get(first) ?? []
  const affix: Affix = (cited, at) =>
    fill(richAffix(slot, at, (link) => indexOf(link) === cited.index) ?? plainAffix(cited.link, at))
  if (!cluster.some(({ work }) => work !== undefined)) return withoutWorks(corpus, entry, cluster, affix)
  const cites: (Cite & { prefix: ElementContent[]; suffix: ElementContent[] })[] = []
  let before: ElementContent[] = []
  for (const cited of cluster) {
    const { work, link } = cited
    if (work === undefined) {
      const said = keyWithout(corpus, entry, cited, affix)
      if (cites.length === 0) before = [...before, ...said, text('; ')]
      else cites.at(-1)!.suffix.push(text('; '), ...said)
      continue
    }
    const prefix = [...before, ...affix(cited, 'prefix')]
    before = []
    cites.push({
      source: work.source,
      prefix,
      suffix: affix(cited, 'suffix'),
      ...(link.cites && { cites: link.cites }),
    })
  }
  return [citation(cites)]
}

/** Writes keys that name no work. One without brackets is text. */
function withoutWorks(corpus: Corpus, entry: Parsed, cluster: readonly CitedLink[], affix: Affix): ElementContent[] {
  const [only] = cluster
  if (only === undefined) return []
  if (cluster.length === 1 && isText(only.link)) return [text(linkText(corpus, entry, only.index))]
  const said = cluster.flatMap((cited, index) => [
    text(index === 0 ? '(' : '; '),
    ...keyWithout(corpus, entry, cited, affix),
  ])
  return [...said, text(')')]
}

type Affix = (cited: CitedLink, at: 'prefix' | 'suffix') => ElementContent[]

/** Writes a key that names no work, with the words around it. */
const keyWithout = (corpus: Corpus, entry: Parsed, cited: CitedLink, affix: Affix): ElementContent[] => [
  ...affix(cited, 'prefix'),
  text(`${cited.link.cite?.prefix ? ' ' : ''}${linkText(corpus, entry, cited.index)}`),
  ...affix(cited, 'suffix'),
]

const plainAffix = ({ cite }: Link, at: 'prefix' | 'suffix'): ElementContent[] =>
  cite === undefined || cite[at] === '' ? [] : [text(cite[at])]

/** Gives the words around a work where they are more than text. */
function richAffix(
  { children }: Element,
  at: 'prefix' | 'suffix',
  isOf: (link: number) => boolean,
): ElementContent[] | undefined {
  const letter = at === 'prefix' ? 'p' : 's'
  for (const child of children) {
    if (child.type !== 'element' || child.properties.dataAffix === undefined) continue
    const [mark] = child.children
    if (mark?.type !== 'text' || mark.value.charAt(1) !== letter || !isOf(linkOf(mark.value)!)) continue
    return child.children.slice(1, -1)
  }
  return undefined
}
