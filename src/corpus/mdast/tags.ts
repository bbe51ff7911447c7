import type { Link, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { splitText } from './split-text.ts'

/** A tag follows a space or begins a line, and has at least one sign that is no digit: `#memory`, `#to/read`, not `#12`. */
const TAG =
  /(?<=^|[\s(])#(?=[\p{N}_/-]*[\p{L}\p{Extended_Pictographic}_/-])[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu
const BEFORE_NAME = /(^|[\s(])#$/

/** `#tag` in the text names a topic, and leads to it; so does `#[[tag of some words]]`. */
export const tags: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('#')) return
  splitText(tree, TAG, ([written]) => [tag(written, written.slice(1).replace(/(?<![/-])[/-]+$/, ''))])
  if (String(file).includes('#[[')) tagLinks(tree)
}

const tag = (written: string, topic: string): Link => ({
  type: 'link',
  url: '',
  children: [{ type: 'text', value: written }],
  data: { hProperties: { dataTopic: topic } },
})

function tagLinks(tree: Root): void {
  visit(tree, 'link', (node, index = 0, parent) => {
    const before = parent?.children[index - 1]
    const name = node.data?.hProperties?.['dataName']
    if (typeof name !== 'string' || before?.type !== 'text' || !BEFORE_NAME.test(before.value)) return
    before.value = before.value.slice(0, -1)
    Object.assign(node, tag(`#${name}`, name))
  })
}
