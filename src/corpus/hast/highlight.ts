/** This file colours code. */
import type { Element, ElementContent, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import { common, createLowlight } from 'lowlight'
import rehypeHighlight from 'rehype-highlight'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { visit } from '../walk.ts'
import { mayHold } from './inventory.ts'

/**
 * A block of more characters than this is shown without colours. Grammars consist of patterns that a long enough text
 * slows down to a stop.
 */
const LONGEST = 20_000
/** Blocks are coloured until they have this many characters together. */
const LONGEST_IN_ALL = 400_000

/** Colours the blocks of code that name their language, as far as they are short enough. */
export const highlight: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'pre')) return
  for (const block of shortEnough(blocksIn(tree))) {
    const [code, ...others] = block.children
    if (code?.type === 'element' && others.length === 0 && code.children.every(isText)) colour(code)
    else colourWhole(block, file)
  }
}

/** Knows the grammars. To make them ready takes longer than a small site takes to read, and few notes have code. */
let lowlight: ReturnType<typeof createLowlight> | undefined

/**
 * Colours code that is nothing but text. It does what rehype-highlight does, which walks through all that it made once
 * more, and makes an error of every language that it does not know.
 */
function colour(code: Element): void {
  const classes = classesOf(code)
  const language = classes.find((name) => name.startsWith(LANGUAGE))?.slice(LANGUAGE.length)
  if (language === undefined) return
  code.properties.className = ['hljs', ...classes.filter((name) => name !== 'hljs')]
  lowlight ??= createLowlight(common)
  if (!lowlight.registered(language)) return
  const { children } = lowlight.highlight(
    language,
    code.children.map((child) => (isText(child) ? child.value : '')).join(''),
  )
  if (children.length > 0) code.children = children as ElementContent[]
}

const LANGUAGE = 'language-'
const isText = (node: ElementContent): node is Text => node.type === 'text'

let whole: ReturnType<typeof rehypeHighlight> | undefined

/**
 * Colours a block with elements in its code. Only the block is handed over, so that nothing else is looked at again.
 */
function colourWhole(block: Element, file: VFile): void {
  whole ??= rehypeHighlight()
  whole({ type: 'root', children: [block] }, file)
}

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** Finds the blocks of code that name their language. */
function blocksIn(tree: Root): Element[] {
  const found = new Set<Element>()
  visit(tree, 'element', (node, _, parent) => {
    if (node.tagName === 'code' && classesOf(node).length > 0 && parent?.type === 'element' && parent.tagName === 'pre')
      found.add(parent)
  })
  return [...found]
}

/** Leaves out blocks that are too long. */
function shortEnough(blocks: readonly Element[]): Element[] {
  let all = 0
  return blocks.filter((block) => {
    const { length } = toString(block)
    all += length
    return length <= LONGEST && all <= LONGEST_IN_ALL
  })
}
