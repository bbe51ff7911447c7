/** This file resolves the part of a link after `#`: a heading, a named block or an HTML id of an entry. */
import { blockAnchor } from '../hast/blocks.ts'
import { PREFIX } from '../hast/fragments.ts'
import { headingName } from '../hast/heading-name.ts'
import { writtenWords } from '../hast/headings.ts'
import { fillWords } from '../hast/slots.ts'
import { slug } from '../names/slug.ts'
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
  const range = RANGE.exec(fragment)
  return (range && inRange(entry, resolution, range)) ?? withOne(entry, resolution, fragment)
}

/**
 * Matches a reference of Dendron: where it begins, how many lines of that it leaves out, and the heading or the block at
 * which it ends. A star means the next heading.
 */
const RANGE = /^([^,#]+?)(?:,\d+(?::#(.+))?|:#(.+))$/s

/** Resolves a range of headings or blocks. It is undefined where one of its ends is not there. */
function inRange(entry: Parsed, resolution: Found, [, from = '', one, other]: RegExpExecArray): Found | undefined {
  const start = withOne(entry, resolution, from)
  const end = one ?? other ?? '*'
  const last = end === '*' ? resolution : withOne(entry, resolution, end)
  if (start.type !== 'found' || last.type !== 'found') return undefined
  return last.fragment === undefined || start.fragment === undefined ? start : { ...start, until: last.fragment }
}

/** Resolves a fragment that names one heading or block. */
function withOne(entry: Parsed, resolution: Found, fragment: string): LinkResolution {
  const block = /\^([A-Za-z0-9-]+)$/.exec(fragment)?.[1]
  const found = block && blockNamed(entry.blocks, block)
  if (found !== undefined) return { ...resolution, fragment: blockAnchor(found) }
  const path = fragment.split('#').filter((part) => part.trim() !== '')
  const last = path.at(-1) ?? ''
  const headings = namedHeadings(entry)
  const heading =
    headingAt(headings, isTitle(entry, path[0] ?? '') ? path.slice(1) : path) ??
    headingNamed(headings, fragment) ??
    headingNamed(headings, last)
  if (heading !== undefined) return { ...resolution, fragment: heading.id }
  if (entry.anchors.includes(last)) return { ...resolution, fragment: PREFIX + last }
  // A first heading that became the title stands at the top of the page.
  if (isTitle(entry, last)) return resolution
  const suggestion = nearest(
    fragment,
    headings.map(({ text }) => text),
  )
  return { type: 'fragment-missing', path: resolution.path, ...(suggestion !== undefined && { suggestion }) }
}

/** Finds a block by its name. Obsidian keeps names of blocks in small letters, so their case does not count. */
const blockNamed = (blocks: readonly string[], name: string): string | undefined =>
  blocks.find((each) => each === name) ?? blocks.find((each) => each.toLowerCase() === name.toLowerCase())

/**
 * Gives the headings of a file with the words that are known before linking: a link without words of its own shows its
 * target.
 */
export const headingsAsWritten = ({ headings, links }: Parsed): Heading[] =>
  headings.map((heading) => ({ ...heading, text: fillWords(heading.text, (link) => writtenWords(links[link])) }))

/** A `NamedHeading` is a heading with the forms of its words in which links may name it. */
interface NamedHeading extends Heading {
  readonly name: string
  readonly loose: string
}

/** Keeps the named headings of each file, because many links lead to the same file. */
const named = new WeakMap<Parsed, readonly NamedHeading[]>()

function namedHeadings(entry: Parsed): readonly NamedHeading[] {
  let known = named.get(entry)
  if (known === undefined)
    named.set(
      entry,
      (known = headingsAsWritten(entry).map((heading) => ({
        name: headingName(heading.text),
        ...heading,
        loose: loosely(heading.text),
      }))),
    )
  return known
}

/** Tells whether a fragment names the heading that became the title. */
const isTitle = ({ title, writtenTitle, titleHeading }: Parsed, written: string): boolean =>
  written !== '' &&
  (headingName(written) === (titleHeading ?? headingName(writtenTitle)) ||
    (loosely(written) !== '' && loosely(written) === loosely(title)))

/**
 * Follows a path of headings, `a#b#c`, as Obsidian does: `b` stands after `a` and is of a lower level, and `c` after
 * that. The last one is the heading that is meant.
 */
function headingAt(headings: readonly NamedHeading[], path: readonly string[]): NamedHeading | undefined {
  if (path.length < 2) return undefined
  const names = path.map(headingName)
  let [step, depth] = [0, 0]
  for (const heading of headings) {
    if (heading.depth <= depth || !(heading.name === names[step] || headingName(heading.text) === names[step])) continue
    if (++step === names.length) return heading
    depth = heading.depth
  }
  return undefined
}

/**
 * Finds the heading that a fragment names. Its words or its id count first. Then it is compared as Obsidian does, with
 * the markup of the heading as blanks. Otherwise signs do not count, because other tools leave out the signs that a
 * link cannot hold.
 */
function headingNamed(headings: readonly NamedHeading[], written: string): NamedHeading | undefined {
  const [normal, name, loose] = [normalizeName(written), headingName(written), loosely(written)]
  return (
    headings.find(({ id, text }) => id === normal || normalizeName(text) === normal) ??
    (name === '' ? undefined : headings.find((each) => each.name === name || headingName(each.text) === name)) ??
    (loose === '' ? undefined : headings.find((each) => each.loose === loose))
  )
}

/** Gives the form of a heading's words in which signs, spaces and case do not count. */
const loosely = (words: string): string => slug(words).replace(/-{2,}/g, '-')
