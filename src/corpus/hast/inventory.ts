/** This file notes what a body holds, so that the steps that look for something else need not walk through it. */
import type { Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'

/** An `Inventory` has the names of all elements of a body, and of all their properties, as they were sanitised. */
interface Inventory {
  readonly elements: Set<string>
  readonly properties: Set<string>
}

declare module 'vfile' {
  interface DataMap {
    /** This says what the body held when it was sanitised. Later steps do not add to it. */
    inventory: Inventory
  }
}

/** Notes what the body holds. */
export const inventory: Plugin<[], Root> = () => (tree, file) => {
  const found: Inventory = { elements: new Set(), properties: new Set() }
  note(tree, found)
  file.data.inventory = found
}

function note(node: Nodes, found: Inventory): void {
  if (node.type === 'element') {
    found.elements.add(node.tagName)
    for (const name in node.properties) found.properties.add(name)
  }
  if ('children' in node) for (const child of node.children) note(child, found)
}

/** Tells whether a body may hold one of the elements. */
export const mayHold = ({ data: { inventory } }: VFile, ...elements: readonly string[]): boolean =>
  inventory === undefined || elements.some((name) => inventory.elements.has(name))

/** Tells whether an element of a body may have one of the properties. */
export const mayHave = ({ data: { inventory } }: VFile, ...properties: readonly string[]): boolean =>
  inventory === undefined || properties.some((name) => inventory.properties.has(name))

/** Tells whether a body may hold a heading. */
export const mayHoldHeadings = (file: VFile): boolean => mayHold(file, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
