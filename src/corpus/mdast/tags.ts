import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { splitText } from './split-text.ts'

/** A tag follows a space or begins a line, and has at least one sign that is no digit: `#memory`, `#to/read`, not `#12`. */
const TAG =
  /(?<=^|[\s(])#(?=[\p{N}_/-]*[\p{L}\p{Extended_Pictographic}_/-])[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu

/** `#tag` in the text names a topic, and leads to it. */
export const tags: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('#')) return
  splitText(tree, TAG, ([written]) => {
    const topic = written.slice(1).replace(/[/-]+$/, '')
    return [
      {
        type: 'link',
        url: '',
        children: [{ type: 'text', value: written }],
        data: { hProperties: { dataTopic: topic } },
      },
    ]
  })
}
