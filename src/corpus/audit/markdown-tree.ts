import type { Root } from 'mdast'
import { unified } from 'unified'
import { bodyOf } from '../frontmatter/split.ts'
import { satteriParse } from '../mdast/satteri.ts'

const processor = unified().use(satteriParse).freeze()

/**
 * The Markdown of a file as it was written. What no parser was made for was reported when it was read, and is empty.
 */
export function treeOf(text: string): Root {
  try {
    return processor.parse(bodyOf(text))
  } catch {
    return { type: 'root', children: [] }
  }
}
