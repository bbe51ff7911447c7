/** Body → HTML: fills the slots of a body with what its links turned out to mean. */
import { hrefOf, titleOf, topicHref, workHref } from '../address.ts'
import { citedWords } from './cited.ts'
import { excerpt } from './excerpt.ts'
import { fillWords } from '../hast/slots.ts'
import type { Link, Parsed, Slot } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath, Role } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { escapeHtml } from '../escape-html.ts'

/** The id of the place where a link stands. Upper case, which no heading's id ever is. */
export const citationId = (link: number): string => `C${link + 1}`

/** What decides how the links of a body are shown. */
export interface Filling {
  /** The role of each note toward this entry, to mark the links that cite it. */
  readonly roles?: ReadonlyMap<FilePath, Role>
  /** The number of each note among those that this entry rests on, which is that of its endnote in print. */
  readonly numbers?: ReadonlyMap<FilePath, number>
  /** The entries that are being shown inside one another, outermost first, so that none is shown inside itself. */
  readonly within?: readonly FilePath[]
  /** The numbers of works on the page, by their keys, where citations show numbers. */
  readonly works?: ReadonlyMap<string, number> | undefined
}

/** @returns HTML. Every value that is filled in is escaped here. */
export const fill = (corpus: Corpus, entry: Parsed, filling: Filling = {}): string =>
  fillPieces(corpus, entry, filling).join('')

/** @returns The HTML of each piece of the body. */
export function fillPieces(corpus: Corpus, entry: Parsed, filling: Filling): string[] {
  const resolutions = corpus.resolutions.get(entry.path) ?? []
  return entry.body.map((piece) =>
    typeof piece === 'string' ? piece : fillSlot(corpus, entry, piece, resolutions[piece.link], filling),
  )
}

function fillSlot(
  corpus: Corpus,
  entry: Parsed,
  slot: Slot,
  resolution: LinkResolution | undefined,
  filling: Filling,
): string {
  const link = entry.links[slot.link]
  if (link === undefined || resolution === undefined || slot.at === 'beside') return ''
  if (link.form === 'picture') return picture(corpus, link, resolution)
  if (link.form === 'embed') return embed(corpus, entry, slot.link, resolution, filling)
  if (slot.at === 'words') return escapeHtml(words(corpus, link, resolution, filling))
  const href = destination(corpus, entry, resolution)
  if (href === undefined && isText(link)) return ''
  if (href === undefined) return slot.at === 'close' ? '</span>' : unlinked(link, resolution)
  return slot.at === 'close' ? '</a>' : open(entry, slot.link, resolution, href, filling)
}

/** Where a link leads, or undefined when it leads nowhere. */
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

function open(entry: Parsed, index: number, resolution: LinkResolution, href: string, filling: Filling): string {
  const { roles, numbers, within = [] } = filling
  const toEntry = resolution.type === 'found' || resolution.type === 'fragment-missing'
  const role = toEntry ? roles?.get(resolution.path) : undefined
  const number = toEntry ? numbers?.get(resolution.path) : undefined
  const isCitation = resolution.type === 'source' || (toEntry && resolution.path !== entry.path)
  const id = isCitation && within.length === 0 ? ` id="${citationId(index)}"` : ''
  const kind = role === undefined ? KINDS_OF_LINK[resolution.type] : ` class="cites" data-role="${role}"`
  const note = number === undefined ? '' : ` data-note="${number}"`
  return `<a href="${escapeHtml(href)}"${id}${kind ?? ''}${note}>`
}

const KINDS_OF_LINK: Readonly<Partial<Record<LinkResolution['type'], string>>> = {
  topic: ' class="tag"',
  source: ' class="citation" role="doc-biblioref"',
}

/** Another entry, or a part of it, shown in the text. What is shown in itself, or too deep, is only linked. */
function embed(corpus: Corpus, entry: Parsed, index: number, resolution: LinkResolution, filling: Filling): string {
  const link = entry.links[index]!
  const within = [...(filling.within ?? []), entry.path]
  const target = resolution.type === 'found' ? corpus.entries.get(resolution.path) : undefined
  const media = resolution.type === 'file' ? player(hrefOf(corpus, resolution.path)) : undefined
  if (media !== undefined) return media
  const href = destination(corpus, entry, resolution)
  const title = escapeHtml(words(corpus, link, resolution))
  if (href === undefined) return `<p>${unlinked(link, resolution)}${title}</span></p>`
  const reference = `${open(entry, index, resolution, href, filling)}${title}</a>`
  if (target === undefined || within.includes(target.path) || within.length > MAX_DEPTH) return `<p>${reference}</p>`
  const fragment = resolution.type === 'found' ? resolution.fragment : undefined
  return `<div class="embed"><p class="embed-from">${reference}</p>${excerpt(fill(corpus, target, { within }), hrefOf(corpus, target.path), fragment)}</div>`
}

const MAX_DEPTH = 4

function player(href: string): string | undefined {
  const kind = /\.(mp4|webm)$/i.test(href)
    ? 'video'
    : /\.(flac|m4a|mp3|ogg|opus|wav)$/i.test(href)
      ? 'audio'
      : undefined
  return kind && `<${kind} controls preload="none" src="${escapeHtml(href)}"></${kind}>`
}

/** `@key` outside of brackets is only text where there is no such work. */
const isText = ({ cites }: Link): boolean => cites === 'sentence'

/** Words that would have been a link. A private target leaves no trace of where it would have led. */
function unlinked({ target, by }: Link, resolution: LinkResolution): string {
  switch (resolution.type) {
    case 'private':
    case 'unread':
      return '<span class="unlinked">'
    case 'ambiguous':
      return `<span class="missing" title="${escapeHtml(`Several are called “${target}”`)}">`
    default: {
      // The words of a name are shown anyway. An address is not, and one that is not quite right may still name a draft.
      const title = by === 'name' ? `Nothing is called “${target}”` : 'This link leads nowhere'
      return `<span class="missing" title="${escapeHtml(title)}">`
    }
  }
}

/** Fills plain text of an entry, such as a heading, with the words of the links in it. */
export function fillText(corpus: Corpus, entry: Parsed, text: string): string {
  return fillWords(text, (index) => {
    const [link, resolution] = [entry.links[index], corpus.resolutions.get(entry.path)?.[index]]
    return link === undefined || resolution === undefined ? '' : words(corpus, link, resolution)
  })
}

/** What a link says that has no words of its own. The name of what is not public is part of what is not public. */
export function words(corpus: Corpus, link: Link, resolution: LinkResolution, { works }: Filling = {}): string {
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

function picture(corpus: Corpus, { alt = '', target, width, height }: Link, resolution: LinkResolution): string {
  if (resolution.type !== 'file') return `<span class="missing">Missing picture: ${escapeHtml(alt || target)}</span>`
  const file = corpus.attachments.get(resolution.path)
  const size = sizeOf({ width, height }, file ?? {})
  return `<img src="${escapeHtml(hrefOf(corpus, resolution.path))}" alt="${escapeHtml(alt)}"${size} loading="lazy" decoding="async">`
}

interface Size {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** Both sides where both are known, so that the page keeps the room; a width that the writer gave scales the file's own. */
function sizeOf(given: Size, natural: Size): string {
  const width = given.width ?? natural.width
  const ratio = natural.width && natural.height ? natural.height / natural.width : undefined
  const height = given.height ?? (width !== undefined && ratio !== undefined ? Math.round(width * ratio) : undefined)
  return (width === undefined ? '' : ` width="${width}"`) + (height === undefined ? '' : ` height="${height}"`)
}
