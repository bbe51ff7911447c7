/** Places within an entry: its headings and its named blocks. */
import { blockAnchor } from '../hast/blocks.ts'
import { PREFIX } from '../hast/fragments.ts'
import { fillWords } from '../hast/slots.ts'
import { slug } from '../identity.ts'
import type { Heading, Parsed } from '../model/parsed.ts'
import { normalizeName } from './names.ts'
import { nearest } from '../suggest.ts'
import type { LinkResolution } from '../model/resolved.ts'

type Found = LinkResolution & { type: 'found' }

/** A fragment names a heading by its words or by its id, or a block. */
export function withFragment(entry: Parsed | undefined, resolution: Found, fragment?: string): LinkResolution {
  if (fragment === undefined || fragment === '' || entry === undefined) return resolution
  const block = /\^([A-Za-z0-9-]+)$/.exec(fragment)?.[1]
  if (block !== undefined && entry.blocks.includes(block)) return { ...resolution, fragment: blockAnchor(block) }
  // Obsidian writes a path of headings, `a#b#c`; the last one is the place.
  const last = fragment.slice(fragment.lastIndexOf('#') + 1)
  const headings = headingsAsWritten(entry)
  const heading = headingNamed(headings, last)
  if (heading !== undefined) return { ...resolution, fragment: heading.id }
  if (entry.anchors.includes(last)) return { ...resolution, fragment: PREFIX + last }
  // A first heading that became the title is the top of the page.
  if (loosely(last) !== '' && loosely(last) === loosely(entry.title)) return resolution
  const suggestion = nearest(
    fragment,
    headings.map(({ text }) => text),
  )
  return { type: 'fragment-missing', path: resolution.path, ...(suggestion !== undefined && { suggestion }) }
}

/** The words of a link without any are those of its target until the whole corpus is known. */
export const headingsAsWritten = ({ headings, links }: Parsed): Heading[] =>
  headings.map((heading) => ({ ...heading, text: fillWords(heading.text, (link) => links[link]?.target ?? '') }))

/** By its words or its id to the letter, and otherwise as other tools write it in a link: without the signs that a link cannot hold. */
const headingNamed = (headings: readonly Heading[], written: string): Heading | undefined =>
  headings.find(({ id, text }) => id === normalizeName(written) || normalizeName(text) === normalizeName(written)) ??
  headings.find(({ text }) => loosely(text) !== '' && loosely(text) === loosely(written))

const loosely = (words: string): string => slug(words).replace(/-{2,}/g, '-')
