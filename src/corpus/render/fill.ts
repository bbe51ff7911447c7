/** This file turns a body into HTML: it fills the slots with what the links lead to. */
import { hrefOf, titleOf, topicHref, workHref } from '../address.ts'
import { downloadName } from '../attachments/published-path.ts'
import { bareWords } from './bare-link.ts'
import { citedWords } from './cited.ts'
import { excerpt } from './excerpt.ts'
import { isPictureName } from '../attachments/picture-name.ts'
import { isBlockReference } from '../block-reference.ts'
import { withoutBrackets } from '../names/title-from-name.ts'
import { fillWords } from '../hast/slots.ts'
import type { Body, Link, Parsed, Slot } from '../model/parsed.ts'
import type { EmbeddedView } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import { DRAWING_BEGINS, DRAWING_NUMBER } from '../model/diagrams.ts'
import { baseViewHtml, hrefOfAll, ROWS_IN_PART } from './base-view.ts'
import type { FilePath, Stance } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { escapeHtml } from '../escape-html.ts'

/**
 * Gives the id of the element of a link. It has a capital, which the id of no heading has.
 *
 * @param link The index of the link in `links`.
 */
export const citationId = (link: number): string => `C${link + 1}`

/** A `Filling` says how the links of a body are shown. */
export interface FillOptions {
  /** These are the roles of notes toward this entry. They mark the links that cite the notes. */
  readonly roles?: ReadonlyMap<FilePath, Stance>
  /** These are the numbers of the notes that bear on this entry. In print, they are the numbers of the endnotes. */
  readonly numbers?: ReadonlyMap<FilePath, number>
  /** These are the entries that are shown inside one another, outermost first, so that none is shown inside itself. */
  readonly within?: readonly FilePath[]
  /**
   * These are the numbers of the works on the page, by their keys. They are undefined where the style cites without
   * numbers.
   */
  readonly works?: ReadonlyMap<string, number> | undefined
}

/**
 * Fills a body.
 *
 * @returns HTML. Every value that is filled in is escaped here.
 */
export const fillSlots = (corpus: Corpus, entry: Parsed, filling: FillOptions = {}): string =>
  fillPieces(corpus, entry, filling).join('')

/**
 * Fills the pieces of a body one by one.
 *
 * @returns The HTML of each piece, at the same index as in the body.
 */
export function fillPieces(corpus: Corpus, entry: Parsed, filling: FillOptions): string[] {
  const pieces = fillBody(corpus, entry, entry.body, filling)
  // An entry may be shown in another one, whose page has one count for all.
  return corpus.drawings.size === 0 || (filling.within ?? []).length > 0 ? pieces : withNumbers(pieces)
}

/** Gives the drawings of a page their numbers, so that no two have the same ids. */
function withNumbers(pieces: readonly string[]): string[] {
  let number = 0
  const numbered = (sign: string): string => (sign === DRAWING_BEGINS ? (number++, '') : String(number))
  return pieces.map((piece) => piece.replace(NUMBERS, numbered))
}

const NUMBERS = new RegExp(`[${DRAWING_BEGINS}${DRAWING_NUMBER}]`, 'g')

/** This is how a drawing begins in HTML. */
export const DRAWING = '<figure class="diagram"'

/**
 * Shows a diagram as it is drawn, and begins or ends what its code is folded away in. Where it is not drawn, its code
 * is all there is.
 */
function drawing({ drawings }: Corpus, { diagrams = [] }: Parsed, { at, link: index }: Slot): string {
  const drawn = drawings.get(diagrams[index]?.code ?? '')
  if (drawn === undefined) return ''
  if (at === 'drawn') return '</details>'
  const { svg, name, isWide } = drawn
  const label = escapeHtml(name)
  const attributes = ` role="img" aria-label="${label}"${isWide ? ' class="wide"' : ''}`
  return (
    `${DRAWING_BEGINS}${DRAWING} tabindex="0" aria-label="Diagram">${svg.replace(/^<svg\b/, `<svg${attributes}`)}</figure>` +
    '<details class="diagram-code"><summary>Code of the diagram</summary>'
  )
}

/** Fills the pieces of a body whose links are those of an entry: its text, or a field of it. */
export function fillBody(corpus: Corpus, entry: Parsed, body: Body, filling: FillOptions): string[] {
  const resolutions = corpus.resolutions.get(entry.path) ?? []
  return body.map((piece) =>
    typeof piece === 'string' ? piece : fillSlot(corpus, entry, piece, resolutions[piece.link], filling),
  )
}

/** Fills one slot. */
function fillSlot(
  corpus: Corpus,
  entry: Parsed,
  slot: Slot,
  resolution: LinkResolution | undefined,
  filling: FillOptions,
): string {
  if (slot.at === 'drawing' || slot.at === 'drawn') return drawing(corpus, entry, slot)
  const link = entry.links[slot.link]
  if (link === undefined || resolution === undefined || slot.at === 'margin') return ''
  if (link.form === 'card' && slot.at !== 'words') return card(corpus, entry, slot.link, resolution, filling)
  if (link.form === 'picture') return picture(corpus, link, resolution)
  if (link.form === 'embed') return embed(corpus, entry, slot.link, resolution, filling)
  if (slot.at === 'words') return escapeHtml(linkText(corpus, link, resolution, filling))
  const href = destination(corpus, entry, resolution)
  if (href === undefined && isText(link)) return ''
  if (href === undefined) return slot.at === 'close' ? '</span>' : unlinked(link, resolution)
  return slot.at === 'close' ? '</a>' : open(corpus, entry, slot.link, resolution, href, filling)
}

/** Gives the address to which a link leads. It is undefined where the link leads nowhere. */
export function destination(corpus: Corpus, entry: Parsed, resolution: LinkResolution): string | undefined {
  switch (resolution.type) {
    case 'found':
    case 'fragment-missing': {
      const fragment = resolution.type === 'found' && resolution.fragment !== undefined ? `#${resolution.fragment}` : ''
      return resolution.path === entry.path && fragment !== '' ? fragment : hrefOf(corpus, resolution.path) + fragment
    }
    case 'file':
      return (
        hrefOf(corpus, resolution.path) +
        (resolution.fragment === undefined ? '' : `#${encodeURI(resolution.fragment)}`)
      )
    case 'base':
      return hrefOf(corpus, resolution.path) + (resolution.anchor === undefined ? '' : `#${resolution.anchor}`)
    case 'topic':
      return topicHref(corpus, resolution.key)
    case 'identifier':
      return resolution.href
    case 'source':
      return workHref(corpus, resolution.key)
    default:
      return undefined
  }
}

/** Opens a link. */
function open(
  corpus: Corpus,
  entry: Parsed,
  index: number,
  resolution: LinkResolution,
  href: string,
  filling: FillOptions,
): string {
  const { roles, numbers, within = [] } = filling
  const toEntry = resolution.type === 'found' || resolution.type === 'fragment-missing'
  const role = toEntry ? roles?.get(resolution.path) : undefined
  const number = toEntry ? numbers?.get(resolution.path) : undefined
  const isCitation = resolution.type === 'source' || (toEntry && resolution.path !== entry.path)
  const id = isCitation && within.length === 0 ? ` id="${citationId(index)}"` : ''
  const kind = role === undefined ? KINDS_OF_LINK[resolution.type] : ` class="cites" data-role="${role}"`
  const link = entry.links[index]
  // Foam writes the title of the target into every definition of a link, where it says nothing new.
  const title = toEntry && link?.title === titleOf(corpus, resolution.path) ? '' : titleAttribute(link)
  const note = number === undefined ? '' : ` data-note="${number}"`
  const name = resolution.type === 'file' ? downloadName(resolution.path) : undefined
  const download = name === undefined ? '' : ` download="${escapeHtml(name)}"`
  return `<a href="${escapeHtml(href)}"${id}${kind ?? ''}${note}${title}${download}>`
}

/** These are the attributes of links to topics and to works. */
const KINDS_OF_LINK: Readonly<Partial<Record<LinkResolution['type'], string>>> = {
  topic: ' class="tag"',
  source: ' class="citation" role="doc-biblioref"',
}

/**
 * Shows another entry, or a part of it, in the text. An entry that would be shown in itself, or too deep, is only
 * linked.
 */
function embed(corpus: Corpus, entry: Parsed, index: number, resolution: LinkResolution, filling: FillOptions): string {
  const link = entry.links[index]!
  const view = corpus.bases?.embedded.get(entry.path)?.get(index)
  if (view !== undefined) return embeddedView(corpus, view)
  if (link.base !== undefined) return codeOf(link.base)
  const within = [...(filling.within ?? []), entry.path]
  const target = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const media = resolution.type === 'file' ? player(resolution.path, destination(corpus, entry, resolution)) : undefined
  if (media !== undefined) return media
  const href = destination(corpus, entry, resolution)
  const title = escapeHtml(link.alt || linkText(corpus, link, resolution))
  if (href === undefined) return `<p>${unlinked(link, resolution)}${title}</span></p>`
  const reference = `${open(corpus, entry, index, resolution, href, filling)}${title}</a>`
  const fragment = resolution.type === 'found' ? resolution.fragment : undefined
  // A page may show a part of itself once more. What that part would show of the page again is only linked.
  const shown = within.filter((path) => path === target?.path).length
  const most = fragment !== undefined && target === entry ? 1 : 0
  // A canvas is wider than a text.
  const isPlane = target?.kind === 'canvas'
  if (target === undefined || isPlane || shown > most || within.length > MAX_DEPTH) return `<p>${reference}</p>`
  return `<div class="embed"><p class="embed-from">${reference}</p>${excerpt(fillSlots(corpus, target, { within }), hrefOf(corpus, target.path), fragment)}</div>`
}

/**
 * Shows a file on a canvas: the title of an entry and what it says in short, a picture, a player, or the name of a
 * file.
 */
function card(corpus: Corpus, entry: Parsed, index: number, resolution: LinkResolution, filling: FillOptions): string {
  const link = entry.links[index]!
  const href = destination(corpus, entry, resolution)
  const name = escapeHtml(linkText(corpus, link, resolution))
  if (href === undefined) return `<p class="canvas-title">${unlinked(link, resolution)}${name}</span></p>`
  const title = `<p class="canvas-title">${open(corpus, entry, index, resolution, href, filling)}${name}</a></p>`
  if (resolution.type === 'file') {
    if (isPictureName(resolution.path))
      return picture(corpus, { ...link, alt: linkText(corpus, link, resolution) }, resolution)
    return title + (player(resolution.path, href) ?? '')
  }
  const target = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  return target === undefined || resolution.type !== 'found' || resolution.fragment !== undefined
    ? title
    : title + leadOf(corpus, target)
}

/** Shows what an entry says of itself in short. */
function leadOf(corpus: Corpus, entry: Parsed): string {
  const lead =
    entry.kind === 'inquiry' ? entry.data.answer : entry.kind === 'note' ? entry.data.claim : entry.data.description
  if (lead === undefined) return ''
  const body = entry.fields.find(({ text }) => text === lead)?.body
  const html = body === undefined ? escapeHtml(lead) : fillBody(corpus, entry, body, { within: [entry.path] }).join('')
  return `<p>${html}</p>`
}

/** Shows a view of a base. What it has no room for is on the pages of the base. */
function embeddedView(corpus: Corpus, { view, page }: EmbeddedView): string {
  const base = corpus.bases?.pages.find(({ path }) => path === page)
  if (base === undefined) return baseViewHtml(corpus, view, { most: Infinity, name: view.name })
  const all = hrefOfAll(corpus, base, view)
  const href = `${hrefOf(corpus, base.path)}#${view.anchor}`
  const name = base.views.length > 1 && view.name !== base.title ? `${base.title}: ${view.name}` : base.title
  return baseViewHtml(corpus, view, { most: ROWS_IN_PART, href, name, ...(all !== undefined && { all }) })
}

/**
 * Shows a block of code that is a base as code. It is not shown otherwise where bases are turned off, or it is no base.
 */
const codeOf = (text: string): string =>
  `<pre tabindex="0" data-language="base"><code class="language-base">${escapeHtml(text)}</code></pre>`

/** Entries are shown in one another to this depth. */
const MAX_DEPTH = 4

/**
 * Shows a sound or a film. It is undefined for any other file.
 *
 * @param href The address, which may name a time, as `#t=10` does.
 */
function player(path: FilePath, href = ''): string | undefined {
  const kind = /\.(mp4|m4v|mov|mkv|ogv|webm)$/i.test(path)
    ? 'video'
    : /\.(aac|flac|m4a|mp3|og[ga]|opus|wav|weba)$/i.test(path)
      ? 'audio'
      : undefined
  return kind && `<${kind} controls preload="none" src="${escapeHtml(href)}"></${kind}>`
}

/** Tells whether a link is only text where there is no such work. That is so for an `@key` outside of brackets. */
const isText = ({ cites }: Link): boolean => cites === 'sentence' || cites === 'suppressed'

/**
 * Opens the element around words that would have been a link. It says nothing of where a private target would have led.
 */
function unlinked({ target, by }: Link, resolution: LinkResolution): string {
  switch (resolution.type) {
    case 'private':
    case 'unread':
      return '<span class="unlinked">'
    case 'ambiguous':
      return `<span class="missing" title="${escapeHtml(`Several are called “${withoutBrackets(target)}”`)}">`
    default: {
      // The words of a name are shown anyway. A path is not shown, and one that is not quite right may still name a
      // draft.
      const title =
        by === 'name' && !isBlockReference(target)
          ? `Nothing is called “${withoutBrackets(target)}”`
          : 'This link leads nowhere'
      return `<span class="missing" title="${escapeHtml(title)}">`
    }
  }
}

/**
 * Fills a plain text of an entry, such as a heading, with the words of the links in it. Those of a picture describe it.
 */
export function fillText(corpus: Corpus, entry: Parsed, text: string, depth = 0): string {
  return fillWords(text, (index) => {
    const [link, resolution] = [entry.links[index], corpus.resolutions.get(entry.path)?.[index]]
    if (link === undefined || resolution === undefined) return ''
    return link.form === 'picture' ? (link.alt ?? '') : linkText(corpus, link, resolution, {}, depth)
  })
}

/**
 * Gives the words of a link that has no words of its own: the name that was written, or the title where that is an id.
 * The name of an entry that is not public is not shown.
 */
export function linkText(
  corpus: Corpus,
  link: Link,
  resolution: LinkResolution,
  { works }: FillOptions = {},
  depth = 0,
): string {
  if (resolution.type === 'private' || resolution.type === 'unread') return '(unpublished)'
  if (resolution.type === 'source')
    return citedWords(corpus.works.get(resolution.key)!, link.cites, works?.get(resolution.key))
  if (link.form === 'card' && resolution.type !== 'found' && resolution.type !== 'fragment-missing')
    return resolution.type === 'file' ? resolution.path.slice(resolution.path.lastIndexOf('/') + 1) : '(missing file)'
  if (resolution.type === 'base') return [titleOfBase(resolution.path), resolution.missing].filter(Boolean).join(' § ')
  if (resolution.type === 'missing' && link.form === 'citation')
    return `${link.cites === 'suppressed' ? '-' : ''}@${link.target}`
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
  const section = fillText(corpus, entry!, heading.text)
  return link.target === '' ? section : `${title} § ${section}`
}

const titleOfBase = (path: FilePath): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.base$/i, '')

/** Writes the title of a link or a picture. */
const titleAttribute = (link?: Link): string => (link?.title === undefined ? '' : ` title="${escapeHtml(link.title)}"`)

/** Gives the text of a block that has an id of Logseq's. It may refer to other blocks, which may refer to it. */
function blockText(corpus: Corpus, resolution: LinkResolution, depth: number): string {
  const entry = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const text = resolution.type === 'found' ? entry?.blockTexts?.[resolution.fragment?.slice(1) ?? ''] : undefined
  return entry === undefined || text === undefined ? '' : fillText(corpus, entry, text, depth + 1)
}

/** Shows a picture. */
function picture(corpus: Corpus, link: Link, resolution: LinkResolution): string {
  const { alt = '', target, title, isFigure, width, height } = link
  if (resolution.type !== 'file') {
    const words = [alt || target, ...(title === undefined ? [] : [title])].join('. ')
    const missing = `<span class="missing">Missing picture: ${escapeHtml(words)}</span>`
    return isFigure ? `<p>${missing}</p>` : missing
  }
  const file = corpus.attachments.get(resolution.path)
  const size = sizeOf({ width, height }, file ?? {})
  const attributes = isFigure ? size : titleAttribute(link) + size
  const image = `<img src="${escapeHtml(hrefOf(corpus, resolution.path))}" alt="${escapeHtml(alt)}"${attributes} loading="lazy" decoding="async">`
  return isFigure ? `<figure>${image}<figcaption>${escapeHtml(title ?? '')}</figcaption></figure>` : image
}

/** A `Size` is the size of a picture in pixels. */
interface Size {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/**
 * Writes the size of a picture. Where both sides are known, both are written, so that the page does not shift when the
 * picture loads. A width that the writer gave scales the height of the file.
 */
function sizeOf(given: Size, natural: Size): string {
  const width = given.width ?? natural.width
  const ratio = natural.width && natural.height ? natural.height / natural.width : undefined
  const height = given.height ?? (width !== undefined && ratio !== undefined ? Math.round(width * ratio) : undefined)
  return (width === undefined ? '' : ` width="${width}"`) + (height === undefined ? '' : ` height="${height}"`)
}
