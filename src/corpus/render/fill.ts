/** This file turns a body into HTML: it fills the slots with what the links lead to. */
import { hrefOf } from '../address.ts'
import { affixesAt, withRich, type Affixes } from './affixes.ts'
import { citationHtml, isText, type CitationParts } from './citation.ts'
import { drawing, withNumbers } from './drawings.ts'
import { excerpt } from './excerpt.ts'
import { isPictureName } from '../attachments/picture-name.ts'
import { fillText, linkText } from './link-text.ts'
import { citationId, destination, openLink, unlinked, type FillOptions } from './open-link.ts'
import type { CitedLink } from './page-citations.ts'
import { picture } from './picture.ts'
import type { Body, Parsed, Slot } from '../model/parsed.ts'
import type { EmbeddedView } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import { baseViewHtml, hrefOfAll, ROWS_IN_PART } from './base-view.ts'
import type { FilePath } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { escapeHtml } from '../escape-html.ts'
import { type Words, wordsFor } from '../words/words.ts'

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

/** Fills the pieces of a body whose links are those of an entry: its text, or a field of it. */
export function fillBody(corpus: Corpus, entry: Parsed, body: Body, filling: FillOptions): string[] {
  const resolutions = corpus.resolutions.get(entry.path) ?? []
  const filled = body.map(() => '')
  for (let index = 0; index < body.length; index++) {
    const piece = body[index]!
    if (typeof piece === 'string') filled[index] = piece
    else if (piece.at === 'words' && entry.links[piece.link]?.form === 'citation') {
      const { affixes, end } = affixesAt(body, index + 1)
      filled[index] = citation(corpus, entry, piece.link, affixes, filling)
      index = end - 1
    } else filled[index] = fillSlot(corpus, entry, piece, resolutions[piece.link], filling)
  }
  return filled
}

/** Shows works that are cited together. */
function citation(corpus: Corpus, entry: Parsed, first: number, affixes: Affixes, filling: FillOptions): string {
  const isElsewhere = (filling.within ?? []).length > 0
  const rich: string[] = []
  const isInLink = entry.links[first]!.cite?.isInLink === true
  const words = ({ link, index }: CitedLink, at: 'prefix' | 'suffix'): string => {
    const body = affixes.get(`${at} ${index}`)
    if (body === undefined) return fillText(corpus, entry, link.cite?.[at] ?? '', { isElsewhere })
    return withRich(fillBody(corpus, entry, body, filling).join(''), rich)
  }
  const parts: CitationParts = {
    words,
    unknown: ({ index, link, resolution }) => {
      const text = escapeHtml(linkText(corpus, entry, index))
      const href = destination(corpus, entry, resolution)
      if (isInLink || (href === undefined && isText(link))) return text
      return href === undefined
        ? `${unlinked(link, resolution, wordsOfEntry(corpus, entry))}${text}</span>`
        : `${openLink(corpus, entry, index, resolution, href, filling)}${text}</a>`
    },
    open: ({ index, resolution }, isAgain) => {
      const href = destination(corpus, entry, resolution) ?? ''
      if (isInLink) return isAgain || isElsewhere ? '<span>' : `<span id="${citationId(index)}">`
      return openLink(corpus, entry, index, resolution, href, isAgain ? { ...filling, within: [entry.path] } : filling)
    },
    ...(isInLink && { close: '</span>' }),
    rich,
    isElsewhere,
  }
  return citationHtml(corpus, entry, first, parts)
}

/** Gives the words that the interface adds to an entry, in the language of the entry. */
const wordsOfEntry = ({ settings }: Corpus, { data }: Parsed): Words => wordsFor(data.lang ?? settings.language)

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
  if (link === undefined || resolution === undefined) return ''
  if (slot.at === 'margin' || slot.at === 'margined') return ''
  if (link.form === 'card' && slot.at !== 'words') return card(corpus, entry, slot.link, resolution, filling)
  if (link.form === 'picture') return picture(corpus, link, resolution, wordsOfEntry(corpus, entry))
  if (link.form === 'embed') return embed(corpus, entry, slot.link, resolution, filling)
  if (slot.at === 'words') return escapeHtml(linkText(corpus, entry, slot.link))
  const href = destination(corpus, entry, resolution)
  if (href === undefined && isText(link)) return ''
  if (href === undefined)
    return slot.at === 'close' ? '</span>' : unlinked(link, resolution, wordsOfEntry(corpus, entry))
  return slot.at === 'close' ? '</a>' : openLink(corpus, entry, slot.link, resolution, href, filling)
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
  const title = escapeHtml(link.alt || linkText(corpus, entry, index))
  if (href === undefined) return `<p>${unlinked(link, resolution, wordsOfEntry(corpus, entry))}${title}</span></p>`
  const reference = `${openLink(corpus, entry, index, resolution, href, filling)}${title}</a>`
  const { fragment, until } = resolution.type === 'found' ? resolution : {}
  // A page may show a part of itself once more. What that part would show of the page again is only linked.
  const shown = within.filter((path) => path === target?.path).length
  const most = fragment !== undefined && target === entry ? 1 : 0
  // A canvas is wider than a text.
  const isPlane = target?.kind === 'canvas'
  if (target === undefined || isPlane || shown > most || within.length > MAX_DEPTH) return `<p>${reference}</p>`
  return `<div class="embed"><p class="embed-from">${reference}</p>${excerpt(fillSlots(corpus, target, { within }), hrefOf(corpus, target.path), fragment, until)}</div>`
}

/**
 * Shows a file on a canvas: the title of an entry and what it says in short, a picture, a player, or the name of a
 * file.
 */
function card(corpus: Corpus, entry: Parsed, index: number, resolution: LinkResolution, filling: FillOptions): string {
  const link = entry.links[index]!
  const href = destination(corpus, entry, resolution)
  const name = escapeHtml(linkText(corpus, entry, index))
  if (href === undefined)
    return `<p class="canvas-title">${unlinked(link, resolution, wordsOfEntry(corpus, entry))}${name}</span></p>`
  const title = `<p class="canvas-title">${openLink(corpus, entry, index, resolution, href, filling)}${name}</a></p>`
  if (resolution.type === 'file') {
    if (isPictureName(resolution.path))
      return picture(corpus, { ...link, alt: linkText(corpus, entry, index) }, resolution, wordsOfEntry(corpus, entry))
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
