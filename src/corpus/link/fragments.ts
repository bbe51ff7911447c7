/** This file resolves the part of a link after `#`: a heading, a named block or an HTML id of an entry. */
import { blockAnchor } from '../hast/blocks.ts'
import { PREFIX } from '../hast/fragments.ts'
import { fillWords } from '../hast/slots.ts'
import { slug } from '../identity.ts'
import type { Heading, Parsed } from '../model/parsed.ts'
import { normalizeName } from './names.ts'
import { nearest } from '../suggest.ts'
import type { LinkResolution } from '../model/resolved.ts'

type Found = LinkResolution & { type: 'found' }

/**
 * Resolves the fragment of a link. It may name a heading by its words or by its id, a block as `^name`, or an id that
 * the writer gave to an HTML element.
 *
 * @param entry The entry that the link leads to. Where it is undefined, the fragment is not looked up.
 * @param resolution The resolution of the link without its fragment.
 */
export function withFragment(entry: Parsed | undefined, resolution: Found, fragment?: string): LinkResolution {
  if (fragment === undefined || fragment === '' || entry === undefined) return resolution
  const block = /\^([A-Za-z0-9-]+)$/.exec(fragment)?.[1]
  if (block !== undefined && entry.blocks.includes(block)) return { ...resolution, fragment: blockAnchor(block) }
  // Obsidian writes a path of headings, `a#b#c`. The last one is the heading that is meant.
  const last = fragment.slice(fragment.lastIndexOf('#') + 1)
  const headings = headingsAsWritten(entry)
  const heading = headingNamed(headings, last)
  if (heading !== undefined) return { ...resolution, fragment: heading.id }
  if (entry.anchors.includes(last)) return { ...resolution, fragment: PREFIX + last }
  // A first heading that became the title stands at the top of the page.
  if (loosely(last) !== '' && loosely(last) === loosely(entry.title)) return resolution
  const suggestion = nearest(
    fragment,
    headings.map(({ text }) => text),
  )
  return { type: 'fragment-missing', path: resolution.path, ...(suggestion !== undefined && { suggestion }) }
}

/**
 * Gives the headings of a file with the words that are known before linking: a link without words of its own shows its
 * target.
 */
export const headingsAsWritten = ({ headings, links }: Parsed): Heading[] =>
  headings.map((heading) => ({ ...heading, text: fillWords(heading.text, (link) => links[link]?.target ?? '') }))

/**
 * Finds the heading that a fragment names. Its words or its id count first. Otherwise signs do not count, because other
 * tools leave out the signs that a link cannot hold.
 */
const headingNamed = (headings: readonly Heading[], written: string): Heading | undefined =>
  headings.find(({ id, text }) => id === normalizeName(written) || normalizeName(text) === normalizeName(written)) ??
  headings.find(({ text }) => loosely(text) !== '' && loosely(text) === loosely(written))

/** Gives the form of a heading's words in which signs, spaces and case do not count. */
const loosely = (words: string): string => slug(words).replace(/-{2,}/g, '-')
