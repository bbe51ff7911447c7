/** A text in a tree, or a node that may hold texts. */
interface Node {
  type: string
  value?: string
  children?: Node[]
}

/** A remark plugin that writes abbreviations out. Code and formulas are left as they are. */
export const writeOut = (words: Record<string, string>) => (tree: Node) => {
  for (const node of tree.children ?? []) {
    if (node.type === 'text')
      node.value = node.value?.replace(/\b[A-Z]{2,}\b/g, (abbreviation) => words[abbreviation] ?? abbreviation)
    writeOut(words)(node)
  }
}
