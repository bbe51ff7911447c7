/** This file says what links show that have no words of their own, and fills plain texts with these words. */
import { titleOf } from '../address.ts'
import { isBlockReference } from '../block-reference.ts'
import { fillWords } from '../hast/slots.ts'
import { withoutBrackets } from '../names/title-from-name.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { UNPUBLISHED, type FilePath } from '../vocabulary.ts'
import { bareWords } from './bare-link.ts'
import { citationText } from './citation.ts'
import { citationsOf, requestFor } from './page-citations.ts'

/**
 * Fills a plain text of an entry, such as a heading, with the words of the links in it. Those of a picture describe it.
 */
export function fillText(corpus: Corpus, entry: Parsed, text: string, options: TextOptions = {}): string {
  return fillWords(text, (index) => {
    const [link, resolution] = [entry.links[index], corpus.resolutions.get(entry.path)?.[index]]
    if (link === undefined || resolution === undefined) return ''
    if (link.form === 'picture') return link.alt ?? ''
    if (link.form !== 'citation') return linkText(corpus, entry, index, options)
    return citationText(corpus, entry, index, {
      fill: (affix) => fillText(corpus, entry, affix, options),
      unknown: (cited) => linkText(corpus, entry, cited.index, options),
      isElsewhere: options.isElsewhere === true,
    })
  })
}

/** `TextOptions` say where a text is shown. */
export interface TextOptions {
  /** This is the number of texts of blocks that the text is within. */
  readonly depth?: number
  /** This is true where the text is shown on another page than its own. */
  readonly isElsewhere?: boolean
}

/**
 * Gives the words of a link that has no words of its own: the name that was written, or the title where that is an id.
 * The name of an entry that is not public is not shown.
 *
 * @param index The index of the link in the `links` of its entry.
 */
export function linkText(corpus: Corpus, from: Parsed, index: number, { depth = 0 }: TextOptions = {}): string {
  const [link, resolution] = [from.links[index]!, corpus.resolutions.get(from.path)![index]!]
  if (resolution.type === 'private' || resolution.type === 'unread') return UNPUBLISHED
  if (resolution.type === 'source')
    return corpus.references.short(requestFor(citationsOf(corpus, from), corpus.works.get(resolution.key)!.source))
  if (link.form === 'card' && resolution.type !== 'found' && resolution.type !== 'fragment-missing')
    return resolution.type === 'file' ? resolution.path.slice(resolution.path.lastIndexOf('/') + 1) : '(missing file)'
  if (resolution.type === 'base') return [titleOfBase(resolution.path), resolution.missing].filter(Boolean).join(' § ')
  if (resolution.type === 'missing' && link.form === 'citation')
    return `${link.cites === 'suppressed' || link.cites === 'year' ? '-' : ''}@${link.target}`
  if (resolution.type === 'missing' && isBlockReference(link.target)) return '(missing block)'
  if (resolution.type !== 'found' && resolution.type !== 'fragment-missing')
    return withoutBrackets(link.target) || link.fragment || ''
  const entry = corpus.entries.get(resolution.path)
  const heading = entry?.headings.find(({ id }) => resolution.type === 'found' && id === resolution.fragment)
  const title = entry === undefined ? titleOf(corpus, resolution.path) : bareWords(corpus.settings, link, entry)
  const text = isBlockReference(link.target) && depth < MAX_DEPTH ? blockText(corpus, resolution, depth) : ''
  if (text !== '') return text
  // A block without words, such as a picture, is named by its page.
  if (isBlockReference(link.target) && entry !== undefined) return entry.title
  if (heading === undefined) return title
  const section = fillText(corpus, entry!, heading.text, { isElsewhere: from !== entry })
  return link.target === '' ? section : `${title} § ${section}`
}

const titleOfBase = (path: FilePath): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.base$/i, '')

/** Gives the text of a block that has an id of Logseq's. It may refer to other blocks, which may refer to it. */
function blockText(corpus: Corpus, resolution: LinkResolution, depth: number): string {
  const entry = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const text = resolution.type === 'found' ? entry?.blockTexts?.[resolution.fragment?.slice(1) ?? ''] : undefined
  return entry === undefined || text === undefined
    ? ''
    : fillText(corpus, entry, text, { depth: depth + 1, isElsewhere: true })
}

/** Texts of blocks are shown in one another to this depth. */
const MAX_DEPTH = 4
