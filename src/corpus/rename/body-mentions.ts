/** This file finds where the links of a text name what they lead to. */
import { plainText } from '../escape-html.ts'
import type { Link } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import { markdownTarget, type Stretch } from './markdown-target.ts'
import { asWritten, type Mention } from './mention.ts'

/**
 * Finds where a link names its target.
 *
 * @param start The offset at which the link begins.
 * @returns Undefined where the target is not written in a way that is known.
 */
export function mentionIn(
  text: string,
  start: number,
  link: Pick<Link, 'form' | 'by' | 'target'>,
  order: Dialect['wikilinks'],
): Mention | undefined {
  const opening = /^!?\[\[/.exec(text.slice(start, start + 3))?.[0].length
  const inside = opening === undefined ? undefined : inWikilink(text, start + opening, link, order)
  // The words of an ordinary link may begin like a wikilink: `[[1] and more](a.md)`.
  if (inside !== undefined && text.startsWith(link.target, inside.start)) return inside
  const target = markdownTarget(text, start)
  if (target === undefined) return literally(text, start, link, order)
  const inner = text.slice(target.start, target.end)
  if (inner.startsWith('[[') && inner.endsWith(']]')) return inWikilink(text, target.start + 2, link, order)
  return inAddress(text, target, link)
}

/** Finds the name in a wikilink whose inside begins at an offset. */
export function inWikilink(
  text: string,
  start: number,
  link: NonNullable<Mention['link']>,
  order: Dialect['wikilinks'],
): Mention | undefined {
  const end = endOfWikilink(text, start)
  if (end === undefined) return undefined
  const bars = [...text.slice(start, end).matchAll(/\\?\|/g)]
  const bar = order === 'label-first' ? bars.at(-1) : bars[0]
  const name =
    bar === undefined
      ? { start, end }
      : order === 'label-first'
        ? { start: start + bar.index + bar[0].length, end }
        : { start, end: start + bar.index }
  return { ...trimmed(text, name), link: { form: link.form, by: link.by }, decode: asWritten, encode: asWritten }
}

/** Finds where a wikilink ends. Its name may hold others. */
export function endOfWikilink(text: string, start: number): number | undefined {
  let depth = 1
  for (let at = start; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2)
    if (two !== '[[' && two !== ']]') continue
    depth += two === '[[' ? 1 : -1
    if (depth === 0) return at
    at++
  }
  return undefined
}

/** Gives the part of a stretch that is left without the blanks around it. */
function trimmed(text: string, { start, end }: Stretch): Stretch {
  const written = text.slice(start, end)
  return { start: end - written.trimStart().length, end: start + written.trimEnd().length }
}

/** Makes the mention of an address. What follows a `?` is no part of the name. */
export function inAddress(text: string, { start, end }: Stretch, link: NonNullable<Mention['link']>): Mention {
  const isAngled = text[start - 1] === '<' && text[end] === '>'
  return {
    start,
    end,
    link: { form: link.form, by: link.by },
    decode: (written) => decoded(unescaped(written.replace(/\?.*$/s, ''))),
    encode: (name, before) => (isAngled && !/%[\da-f]{2}/i.test(before) ? angled(name) : encoded(name, before)),
  }
}

/** Matches a sign that a backslash takes its meaning from, as CommonMark has it. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g

const unescaped = (written: string): string => plainText(written.replace(ESCAPED, '$1'))

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const angled = (name: string): string => name.replace(/[%#?]/g, encodeURIComponent).replace(/[<>\\]/g, '\\$&')

/** Encodes a path as the one before it was: letters beyond ASCII stay as they are where that one had any. */
function encoded(name: string, before: string): string {
  const [isSpaced, isPlain] = [/\s/.test(before), /[^\0-\x7f]/.test(before) || !/%[\da-f]{2}/i.test(before)]
  const whole = isPlain ? name.replace(/[%\\<>"|^`{}]/g, encodeURIComponent) : encodeURI(name)
  const blanks = isSpaced ? whole : whole.replace(/\s/g, encodeURIComponent)
  return blanks.replace(/[#?]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
}

/** Finds a name that stands as it is somewhere after the beginning of a link: in a macro, in HTML, or by itself. */
function literally(
  text: string,
  start: number,
  link: Pick<Link, 'form' | 'by' | 'target'>,
  order: Dialect['wikilinks'],
): Mention | undefined {
  const near = text.slice(start, start + NEAR)
  const bracket = near.startsWith('{{') ? near.indexOf('[[', near.search(/\[\[[^\]]*\]\]\s*:|$/) === 2 ? 4 : 0) : -1
  if (bracket >= 0) return inWikilink(text, start + bracket + 2, link, order)
  const attribute = /^<[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(near)
  if (attribute !== null) {
    const end = start + attribute[0].length - 1
    return inAddress(text, { start: end - (attribute[1] ?? attribute[2] ?? '').length, end }, link)
  }
  const at = link.target === '' ? -1 : near.split('\n\n', 1)[0]!.indexOf(link.target)
  if (at < 0) return undefined
  const [from, to] = [start + at, start + at + link.target.length]
  return { start: from, end: to, link: { form: link.form, by: link.by }, decode: asWritten, encode: asWritten }
}

/** A macro or a tag has at most so many characters. */
const NEAR = 4000
