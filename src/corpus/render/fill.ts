/** This file turns a body into HTML: it fills the slots with what the links lead to. */
import { hrefOf, titleOf, topicHref, workHref } from '../address.ts'
import { citedWords } from './cited.ts'
import { excerpt } from './excerpt.ts'
import { fillWords } from '../hast/slots.ts'
import type { Body, Link, Parsed, Slot } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath, Role } from '../vocabulary.ts'
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
  readonly roles?: ReadonlyMap<FilePath, Role>
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
export const fillPieces = (corpus: Corpus, entry: Parsed, filling: FillOptions): string[] =>
  fillBody(corpus, entry, entry.body, filling)

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
  const link = entry.links[slot.link]
  if (link === undefined || resolution === undefined || slot.at === 'margin') return ''
  if (link.form === 'picture') return picture(corpus, link, resolution)
  if (link.form === 'embed') return embed(corpus, entry, slot.link, resolution, filling)
  if (slot.at === 'words') return escapeHtml(linkText(corpus, link, resolution, filling))
  const href = destination(corpus, entry, resolution)
  if (href === undefined && isText(link)) return ''
  if (href === undefined) return slot.at === 'close' ? '</span>' : unlinked(link, resolution)
  return slot.at === 'close' ? '</a>' : open(entry, slot.link, resolution, href, filling)
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
    case 'topic':
      return topicHref(corpus, resolution.key)
    case 'source':
      return workHref(corpus, resolution.key)
    default:
      return undefined
  }
}

/** Opens a link. */
function open(entry: Parsed, index: number, resolution: LinkResolution, href: string, filling: FillOptions): string {
  const { roles, numbers, within = [] } = filling
  const toEntry = resolution.type === 'found' || resolution.type === 'fragment-missing'
  const role = toEntry ? roles?.get(resolution.path) : undefined
  const number = toEntry ? numbers?.get(resolution.path) : undefined
  const isCitation = resolution.type === 'source' || (toEntry && resolution.path !== entry.path)
  const id = isCitation && within.length === 0 ? ` id="${citationId(index)}"` : ''
  const kind = role === undefined ? KINDS_OF_LINK[resolution.type] : ` class="cites" data-role="${role}"`
  const note = number === undefined ? '' : ` data-note="${number}"`
  const title = titleAttribute(entry.links[index]?.title)
  return `<a href="${escapeHtml(href)}"${id}${kind ?? ''}${note}${title}>`
}

const titleAttribute = (title: string | undefined): string =>
  title === undefined ? '' : ` title="${escapeHtml(title)}"`

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
  const within = [...(filling.within ?? []), entry.path]
  const target = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const media = resolution.type === 'file' ? player(hrefOf(corpus, resolution.path)) : undefined
  if (media !== undefined) return media
  const href = destination(corpus, entry, resolution)
  const title = escapeHtml(linkText(corpus, link, resolution))
  if (href === undefined) return `<p>${unlinked(link, resolution)}${title}</span></p>`
  const reference = `${open(entry, index, resolution, href, filling)}${title}</a>`
  if (target === undefined || within.includes(target.path) || within.length > MAX_DEPTH) return `<p>${reference}</p>`
  const fragment = resolution.type === 'found' ? resolution.fragment : undefined
  return `<div class="embed"><p class="embed-from">${reference}</p>${excerpt(fillSlots(corpus, target, { within }), hrefOf(corpus, target.path), fragment)}</div>`
}

/** Entries are shown in one another to this depth. */
const MAX_DEPTH = 4

/** Shows a sound or a film. It is undefined for any other file. */
function player(href: string): string | undefined {
  const kind = /\.(mp4|webm)$/i.test(href)
    ? 'video'
    : /\.(flac|m4a|mp3|ogg|opus|wav)$/i.test(href)
      ? 'audio'
      : undefined
  return kind && `<${kind} controls preload="none" src="${escapeHtml(href)}"></${kind}>`
}

/** Tells whether a link is only text where there is no such work. That is so for an `@key` outside of brackets. */
const isText = ({ cites }: Link): boolean => cites === 'sentence'

/**
 * Opens the element around words that would have been a link. It says nothing of where a private target would have led.
 */
function unlinked({ target, by }: Link, resolution: LinkResolution): string {
  switch (resolution.type) {
    case 'private':
    case 'unread':
      return '<span class="unlinked">'
    case 'ambiguous':
      return `<span class="missing" title="${escapeHtml(`Several are called “${target}”`)}">`
    default: {
      // The words of a name are shown anyway. A path is not shown, and one that is not quite right may still name a
      // draft.
      const title = by === 'name' ? `Nothing is called “${target}”` : 'This link leads nowhere'
      return `<span class="missing" title="${escapeHtml(title)}">`
    }
  }
}

/** Fills a plain text of an entry, such as a heading, with the words of the links in it. */
export function fillText(corpus: Corpus, entry: Parsed, text: string): string {
  return fillWords(text, (index) => {
    const [link, resolution] = [entry.links[index], corpus.resolutions.get(entry.path)?.[index]]
    return link === undefined || resolution === undefined ? '' : linkText(corpus, link, resolution)
  })
}

/** Gives the words of a link that has no words of its own. The name of an entry that is not public is not shown. */
export function linkText(corpus: Corpus, link: Link, resolution: LinkResolution, { works }: FillOptions = {}): string {
  if (resolution.type === 'private' || resolution.type === 'unread') return '(unpublished)'
  if (resolution.type === 'source')
    return citedWords(corpus.works.get(resolution.key)!, link.cites, works?.get(resolution.key))
  if (resolution.type === 'missing' && isText(link)) return `@${link.target}`
  if (resolution.type !== 'found' && resolution.type !== 'fragment-missing') return link.target || link.fragment || ''
  const heading = corpus.entries
    .get(resolution.path)
    ?.headings.find(({ id }) => resolution.type === 'found' && id === resolution.fragment)
  const title = titleOf(corpus, resolution.path)
  if (heading === undefined) return title
  const section = fillText(corpus, corpus.entries.get(resolution.path)!, heading.text)
  return link.target === '' ? section : `${title} § ${section}`
}

/** Shows a picture. */
function picture(corpus: Corpus, { alt = '', target, title, width, height }: Link, resolution: LinkResolution): string {
  if (resolution.type !== 'file') return `<span class="missing">Missing picture: ${escapeHtml(alt || target)}</span>`
  const file = corpus.attachments.get(resolution.path)
  const size = sizeOf({ width, height }, file ?? {})
  return `<img src="${escapeHtml(hrefOf(corpus, resolution.path))}" alt="${escapeHtml(alt)}"${titleAttribute(title)}${size} loading="lazy" decoding="async">`
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
