/** This file reads what stands behind the opening fence of a block of code: its language in braces, and its title. */
import type { Code, Paragraph, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Matches a language in braces, as Pandoc and Quarto write it: `{.python .numberLines}`, `{mermaid, echo=false}`. */
const IN_BRACES = /^\{\s*[.=]?([\w+#-]+)/
/** Matches a title, as Docusaurus and MkDocs write it, or a name of a file, as Quarto does. */
const TITLE = /(?:^|[\s{,])(?:title|filename)\s*[=:]\s*(?:"([^"]+)"|'([^']+)')/

/**
 * Takes a language out of its braces, and puts the title of a block of code before it. No program shows the rest of
 * what stands behind a fence, such as the lines that are highlighted.
 */
export const codeFences: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!source.includes('```') && !source.includes('~~~')) return
  visit(tree, 'code', (node, index, parent) => {
    const fence = `${node.lang ?? ''} ${node.meta ?? ''}`
    const language = IN_BRACES.exec(fence)?.[1]
    if (language !== undefined) node.lang = language.toLowerCase()
    else if (/^(?:title|filename)[=:]/.test(node.lang ?? '')) node.lang = null
    const [, title, other] = TITLE.exec(fence) ?? []
    if ((title ?? other) === undefined || parent === undefined || index === undefined) return undefined
    parent.children.splice(index, 0, titleOf(node, (title ?? other)!))
    return index + 2
  })
}

const titleOf = ({ position }: Code, words: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [{ type: 'text', value: words }], position }],
  position,
})
