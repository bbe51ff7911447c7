/** Finds how far what begins at an offset of a text goes, so that an editor can underline it. */
import { endOfWikilink } from '../corpus/rename/body-mentions.ts'
import { markdownTarget } from '../corpus/rename/markdown-target.ts'
import type { Link } from '../corpus/model/parsed.ts'
import type { Stretch } from './positions.ts'

/** Finds the link that begins at an offset, whole with its brackets. */
export function linkFrom(text: string, start: number, { form, target }: Pick<Link, 'form' | 'target'>): Stretch {
  if (form === 'citation') return citationFrom(text, start, target)
  const opening = /^!?\[\[/.exec(text.slice(start, start + 3))?.[0].length
  const inside = opening === undefined ? undefined : endOfWikilink(text, start + opening)
  if (inside !== undefined) return { start, end: inside + 2 }
  const address = markdownTarget(text, start)
  // The target of a link with a label stands elsewhere.
  if (address !== undefined && !text.slice(start, address.start).includes('\n\n'))
    return { start, end: text[address.end] === ')' ? address.end + 1 : address.end }
  const word = text[start] === '#' ? `#${target}` : target
  return { start, end: text.startsWith(word, start) ? start + word.length : wordFrom(text, start).end }
}

/** Finds the key of a citation at an offset or soon after it: several works may be cited in the same brackets. */
function citationFrom(text: string, start: number, target: string): Stretch {
  const at = text.slice(start, start + NEAR).indexOf(target)
  if (at < 0) return wordFrom(text, start)
  const isMarked = text[start + at - 1] === '@'
  return { start: start + at - (isMarked ? 1 : 0), end: start + at + target.length }
}

/** The brackets of a citation have seldom so many characters. */
const NEAR = 1000

/** Finds what a problem at an offset is about: a link, or what is written up to the end of the line. */
export function stretchFrom(text: string, start: number): Stretch {
  if (/^!?\[/.test(text.slice(start, start + 2))) {
    const link = linkFrom(text, start, { form: 'link', target: '' })
    if (link.end > start && !text.slice(start, link.end).includes('\n')) return link
  }
  const brackets = /^\[[^[\]\n]*\]/.exec(text.slice(start, start + NEAR))?.[0].length
  if (brackets !== undefined) return { start, end: start + brackets }
  if (/^-?@/.test(text.slice(start, start + 2))) return wordFrom(text, start)
  const line = text.slice(start).split('\n', 1)[0]!
  return { start, end: start + line.trimEnd().length }
}

const wordFrom = (text: string, start: number): Stretch => {
  const [word = ''] = /^[^\s,;[\]()]+/.exec(text.slice(start, start + NEAR)) ?? []
  return { start, end: start + word.length }
}
