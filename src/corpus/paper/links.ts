/** This file makes what a paper shows of links: words, citations, links and pictures. */
import type { Element, ElementContent } from 'hast'
import { absolute } from '../address.ts'
import { isPictureName } from '../attachments/picture-name.ts'
import { linkOf } from '../hast/slots.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote, type Link, type Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { destination } from '../render/open-link.ts'
import type { FilePath } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'
import { sourceCitation } from './cite.ts'
import { citation, element, text } from './elements.ts'

/** A `From` says where a link stands. */
export interface From {
  readonly corpus: Corpus
  readonly entry: Parsed
  /** These are the entries in which the entry is shown, outermost first. */
  readonly within: readonly FilePath[]
}

/**
 * Makes of a link to a note its words and the citation of what the note is drawn from. Another link stays one where a
 * reader of the paper can follow it.
 *
 * @param isCited Whether the text cites the works of the note itself.
 */
export function linkWith(
  { corpus, entry, within }: From,
  words: ElementContent[],
  resolution: LinkResolution,
  isCited: boolean,
): ElementContent[] {
  if (resolution.type === 'file') return [element('paper-file', words, { path: resolution.path })]
  if (resolution.type === 'topic') return words
  const target = resolution.type === 'found' || resolution.type === 'fragment-missing' ? resolution.path : undefined
  const note = target === undefined ? undefined : corpus.entries.get(target)
  const cited = note === undefined || !isNote(note) || isCited ? [] : sourceCitation(corpus, note)
  if (cited.length > 0 || (note !== undefined && isNote(note) && isCited)) return [...words, ...cited]
  const href = destination(corpus, entry, resolution)
  if (href?.startsWith('#')) return within.length === 0 && !href.startsWith('#^') ? [anchor(href, words)] : words
  const url = href === undefined ? '' : absolute(corpus.settings, href)
  return /^https?:/.test(url) ? [anchor(url, words)] : words
}

const anchor = (href: string, words: ElementContent[]): Element => ({ ...element('a', words), properties: { href } })

/** Shows a picture. Of one that is not there, the paper says what the page says. */
export function pictureOf(corpus: Corpus, entry: Parsed, link: Link, resolution: LinkResolution): ElementContent[] {
  const { alt = '', title, isFigure, width, target } = link
  if (resolution.type !== 'file') {
    const { text: words } = wordsFor(entry.data.lang ?? corpus.settings.language)
    return [text(words.missingPicture([alt || target, ...(title === undefined ? [] : [title])].join('. ')))]
  }
  const picture = { alt, ...(isFigure && { caption: title ?? '' }), ...(width !== undefined && { width }) }
  const data = { path: resolution.path, picture }
  return [
    isPictureName(resolution.path) ? element('paper-picture', [], data) : element('paper-file', [text(alt)], data),
  ]
}

/** Cites the work to which a link leads. Where the link has no words of its own, the citation is a part of the sentence. */
export function workWith(
  { works }: Corpus,
  { children }: Element,
  words: ElementContent[],
  key: string,
): ElementContent[] {
  const { source } = works.get(key)!
  const hasWords = !children.some(
    (child) => child.type === 'text' && child.value.charAt(1) === 'w' && linkOf(child.value) !== undefined,
  )
  return hasWords ? [...words, text(' '), citation([{ source }])] : [citation([{ source, cites: 'sentence' }])]
}
