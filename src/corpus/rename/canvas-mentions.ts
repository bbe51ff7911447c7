/** This file finds where a canvas names files: in the nodes that show one, and in the links of its texts. */
import { parseTree, type Node } from 'jsonc-parser'
import { lineStarts } from '../line-index.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import { mentionIn } from './body-mentions.ts'
import type { Mention } from './mention.ts'

/** Finds all places in a canvas that may name an entry or another file. */
export function canvasMentions({ text, links }: Parsed, order: Dialect['wikilinks']): Mention[] {
  const texts = stringsIn(parseTree(text))
  const starts = lineStarts(text)
  return links.flatMap((link) => {
    const at = (starts[link.point.line - 1] ?? 0) + link.point.column - 1
    const holder = texts.find(({ offset, length }) => offset <= at && at < offset + length)
    if (holder === undefined || link.form === 'topic' || link.form === 'citation') return []
    const written = text.slice(holder.offset, holder.offset + holder.length)
    const offsets = offsetsIn(written)
    const value = holder.value as string
    const found =
      link.form === 'card'
        ? { start: 0, end: value.length, link, decode: same, encode: same }
        : mentionIn(value, Math.max(0, offsets.indexOf(at - holder.offset)), link, order)
    return found === undefined ? [] : [inJson(found, (offset) => holder.offset + offsets[offset]!)]
  })
}

const same = (text: string): string => text

/** Makes a mention in a text one in the string of JSON that stands for the text. */
function inJson(mention: Mention, offsetOf: (offset: number) => number): Mention {
  const decoded = (written: string): string => asText(written)
  return {
    ...mention,
    start: offsetOf(mention.start),
    end: offsetOf(mention.end),
    decode: (written) => mention.decode(decoded(written)),
    encode: (name, before) => JSON.stringify(mention.encode(name, decoded(before))).slice(1, -1),
  }
}

function asText(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string
  } catch {
    return written
  }
}

/** Lists the strings of a tree. */
function stringsIn(node: Node | undefined): Node[] {
  if (node === undefined) return []
  return node.type === 'string' ? [node] : (node.children ?? []).flatMap(stringsIn)
}

/** Gives the offset in a string of JSON of each UTF-16 unit of its text, and that of its closing quote. */
function offsetsIn(written: string): number[] {
  const offsets: number[] = []
  let offset = 1
  for (; offset < written.length - 1; offset += written[offset] !== '\\' ? 1 : written[offset + 1] === 'u' ? 6 : 2)
    offsets.push(offset)
  return [...offsets, offset]
}
