/** This file reads `#tags`. */
import type { Link, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { splitText } from './split-text.ts'

/**
 * Matches a tag. It follows a space or begins a line, and has at least one character that is no digit: `#memory` and
 * `#to/read` are tags, and `#12` is none.
 */
const TAG =
  /(?<=^|[\s(])#(?=[\p{N}_/-]*[\p{L}\p{Extended_Pictographic}_/-])[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu
/** Matches the sign before a wikilink that makes it a tag. */
const BEFORE_NAME = /(^|[\s(])#$/

/** Turns `#tag` and `#[[tag of some words]]` into links to the page of a topic. */
export const tags: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.isField) return
  if (!String(file).includes('#')) return
  splitText(tree, '#', TAG, ([written]) => [tag(written, written.slice(1).replace(/(?<![/-])[/-]+$/, ''))])
  if (String(file).includes('#[[')) tagLinks(tree)
}

/** Makes the link of a tag. */
const tag = (written: string, topic: string): Link => ({
  type: 'link',
  url: '',
  children: [{ type: 'text', value: written }],
  data: { hProperties: { dataTopic: topic } },
})

/** Turns `#[[name]]` into tags. */
function tagLinks(tree: Root): void {
  visit(tree, 'link', (node, index = 0, parent) => {
    const before = parent?.children[index - 1]
    const name = node.data?.hProperties?.['dataName']
    if (typeof name !== 'string' || before?.type !== 'text' || !BEFORE_NAME.test(before.value)) return
    before.value = before.value.slice(0, -1)
    Object.assign(node, tag(`#${name}`, name))
  })
}
