/** This file opens links: it finds where they lead, and writes the element around their words. */
import { hrefOf, titleOf, topicHref, workHref } from '../address.ts'
import { downloadName } from '../attachments/published-path.ts'
import { isBlockReference } from '../block-reference.ts'
import { escapeHtml } from '../escape-html.ts'
import { withoutBrackets } from '../names/title-from-name.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import type { FilePath, Stance } from '../vocabulary.ts'
import type { Words } from '../words/words.ts'

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
export function openLink(
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
 * Opens the element around words that would have been a link. It says nothing of where a private target would have led.
 */
export function unlinked({ target, by }: Link, resolution: LinkResolution, { text: words }: Words): string {
  switch (resolution.type) {
    case 'private':
    case 'unread':
      return '<span class="unlinked">'
    case 'ambiguous':
      return `<span class="missing" title="${escapeHtml(words.severalCalled(withoutBrackets(target)))}">`
    default: {
      // The words of a name are shown anyway. A path is not shown, and one that is not quite right may still name a
      // draft.
      const title =
        by === 'name' && !isBlockReference(target) ? words.nothingCalled(withoutBrackets(target)) : words.leadsNowhere
      return `<span class="missing" title="${escapeHtml(title)}">`
    }
  }
}

/** Writes the title of a link or a picture. */
export const titleAttribute = (link?: Link): string =>
  link?.title === undefined ? '' : ` title="${escapeHtml(link.title)}"`
