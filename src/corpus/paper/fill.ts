/** This file fills the slots of a text with what a paper shows of the links: words, citations, pictures, other texts. */
import type { Element, ElementContent } from 'hast'
import { hrefOf } from '../address.ts'
import { baseViewMarkdown } from '../exports/base-view-markdown.ts'
import { isPermalink } from '../hast/headings.ts'
import { linkOf } from '../hast/slots.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote, type Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { fillText, linkText } from '../render/link-text.ts'
import type { Dialect } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import { citationOf, citedWith, sourceCitation } from './cite.ts'
import { element, text } from './elements.ts'
import { asExcerpt, partIn } from './excerpt.ts'
import { linkWith, pictureOf, workWith, type From } from './links.ts'
import { readBody, readField, type ReadText } from './tree.ts'

/** Entries are shown in one another to this depth. */
const MAX_DEPTH = 4

/** A `Filling` is a text that is filled, and what it is of. */
interface Filling extends From {
  readonly dialect: Dialect
  readonly text: ReadText
}

/** Gives the body of an entry. Where it cannot be rendered, it is shown as it was written. */
export function bodyOf(
  corpus: Corpus,
  dialect: Dialect,
  entry: Parsed,
  within: readonly FilePath[] = [],
): ElementContent[] {
  const read = readBody(entry, dialect)
  if (read === undefined) return [element('p', [text(entry.title)])]
  const children = read.tree.children as ElementContent[]
  return filled({ corpus, dialect, entry, text: read, within }, children)
}

/** Gives a field of the frontmatter as phrasing. */
export function fieldOf(corpus: Corpus, dialect: Dialect, entry: Parsed, field: string | undefined): ElementContent[] {
  if (field === undefined) return []
  const read = readField(entry, dialect, field)
  if (read === undefined) return [text(field)]
  const [only] = read.tree.children as ElementContent[]
  const children = only?.type === 'element' ? only.children : []
  return filled({ corpus, dialect, entry, text: read, within: [] }, children)
}

function filled(filling: Filling, nodes: readonly ElementContent[], isInHeading = false): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (isPermalink(node)) return []
    const link = node.tagName === 'slot' ? linkIn(node) : undefined
    if (link === undefined) {
      const children = filled(filling, node.children, isInHeading || /^h[1-6]$/.test(node.tagName))
      // The paragraph of an embed or a figure is a slot too.
      return node.tagName === 'slot' ? children : [{ ...node, children }]
    }
    const isCited = isInHeading || citesNext(filling, link, nodes.slice(index + 1, index + 3))
    return slotOf(filling, node, link, isCited, isInHeading)
  })
}

/** Gives the link of a slot, by its index in the tree. */
function linkIn({ children: [first] }: Element): number | undefined {
  return first?.type === 'text' ? linkOf(first.value) : undefined
}

/** Tells whether what follows a link to a note cites the works of the note already. */
function citesNext(
  { corpus, entry, text: { indexOf } }: Filling,
  link: number,
  next: readonly ElementContent[],
): boolean {
  const resolution = corpus.resolutions.get(entry.path)?.[indexOf(link) ?? -1]
  const sources = resolution?.type === 'found' ? (corpus.sourceOf.get(resolution.path) ?? []) : []
  const [space, cited] = next
  if (space?.type !== 'text' || space.value.trim() !== '' || cited?.type !== 'element') return false
  const first = cited.tagName === 'slot' ? linkIn(cited) : undefined
  const index = first === undefined ? undefined : indexOf(first)
  const works = index === undefined ? [] : citedWith(corpus, entry, index)
  return sources.length > 0 && sources.every((source) => works.includes(source as never))
}

function slotOf(filling: Filling, slot: Element, at: number, isCited: boolean, isInHeading: boolean): ElementContent[] {
  const { corpus, entry, text: read } = filling
  const index = read.indexOf(at)
  const link = index === undefined ? undefined : entry.links[index]
  const resolution = index === undefined ? undefined : corpus.resolutions.get(entry.path)?.[index]
  if (index === undefined || link === undefined || resolution === undefined) return wordsIn(filling, slot, '')
  if (link.form === 'citation')
    return citationOf(corpus, entry, index, slot, read.indexOf, (nodes) =>
      filled(filling, nodes).map(withWords(filling)),
    )
  if (link.form === 'picture') return pictureOf(corpus, entry, link, resolution)
  if (link.form === 'embed') return embedOf(filling, index, resolution)
  const words = wordsIn(filling, slot, linkText(corpus, entry, index))
  if (resolution.type === 'source' && !isInHeading) return workWith(corpus, slot, words, resolution.key)
  return linkWith(filling, words, resolution, isCited)
}

/** Gives the words of a link. */
function wordsIn(filling: Filling, { children }: Element, words: string): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return filled(filling, [child], true)
    if (child.type !== 'text' || linkOf(child.value) === undefined) return [child]
    return child.value.charAt(1) === 'w' ? [text(words)] : []
  })
}

/** Fills the marks in a plain text. */
const withWords =
  ({ corpus, entry }: Filling) =>
  (node: ElementContent): ElementContent =>
    node.type === 'text' ? text(fillText(corpus, entry, node.value)) : node

/** Shows another entry, or a part of it, as a quotation. What a paper cannot show is only linked. */
function embedOf(filling: Filling, index: number, resolution: LinkResolution): ElementContent[] {
  const { corpus, dialect, entry } = filling
  const link = entry.links[index]!
  const view = corpus.bases?.embedded.get(entry.path)?.get(index)?.view
  if (view !== undefined) return [element('paper-written', [], { written: baseViewMarkdown(corpus, view) })]
  if (link.base !== undefined) return [element('pre', [element('code', [text(link.base)])])]
  const target = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const words = [text(link.alt || linkText(corpus, entry, index))]
  const within = [...filling.within, entry.path]
  const isShown = target !== undefined && target.kind !== 'canvas' && !within.includes(target.path)
  if (!isShown || within.length > MAX_DEPTH || resolution.type !== 'found')
    return [element('p', linkWith(filling, words, resolution, false))]
  const body = bodyOf(corpus, dialect, target, within)
  const part = resolution.fragment === undefined ? body : partIn(body, resolution.fragment, resolution.until)
  const claim = isNote(target) ? fieldOf(corpus, dialect, target, target.data.claim) : []
  const cited = isNote(target) ? sourceCitation(corpus, target) : []
  const lead = resolution.fragment === undefined && claim.length > 0 ? claim : words
  return [element('blockquote', [element('p', [...lead, ...cited]), ...asExcerpt(part, hrefOf(corpus, target.path))])]
}
