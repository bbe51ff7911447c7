import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { splitText } from './split-text.ts'

/** Pandoc's form: `[@key]`, `[see @key, p. 3; @other]`. */
const GROUP = /\[([^[\]@]*@[^[\]]+)\]/g
const ITEM = /^(?<prefix>[^@]*?)-?@\{?(?<key>[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*?)\}?(?<suffix>(?:[\s,;:.].*)?)$/su

/** `[@key, p. 3]` cites works of the bibliography, in brackets as prose has them. */
export const citations: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('@')) return
  splitText(tree, GROUP, ([, inside = '']) => {
    const items = inside.split(';').map((item) => ITEM.exec(item.trim())?.groups)
    if (items.some((item) => item === undefined)) return undefined
    const cited = items.flatMap((item, index): PhrasingContent[] => [
      text((index > 0 ? '; ' : '(') + (item!.prefix ?? '')),
      { type: 'link', url: '', children: [], data: { hProperties: { dataCite: item!.key ?? '' } } },
      text(item!.suffix ?? ''),
    ])
    return [...cited, text(')')]
  })
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
