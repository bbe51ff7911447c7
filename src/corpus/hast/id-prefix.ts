/** This file keeps the ids of texts apart that stand on one page, such as those of a canvas. */
import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    /** This stands before every id of the text, where it is one of several on its page. */
    idPrefix: string
  }
}

/** These attributes name elements of the same page by their ids. */
const REFERENCES = ['ariaDescribedBy', 'ariaLabelledBy', 'ariaControls', 'htmlFor'] as const

/** Puts a prefix before every id, and in all that refers to one. Most texts have a page to themselves and need none. */
export const idPrefix: Plugin<[], Root> = () => (tree, file) => {
  const prefix = file.data.idPrefix
  if (prefix === undefined) return
  const ids = new Set<string>()
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id !== 'string') return
    ids.add(properties.id)
    properties.id = prefix + properties.id
  })
  visit(tree, 'element', ({ properties }) => {
    const { href } = properties
    if (typeof href === 'string' && href.startsWith('#') && ids.has(href.slice(1)))
      properties.href = `#${prefix}${href.slice(1)}`
    for (const name of REFERENCES) {
      const value: unknown = properties[name]
      const names = typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value.map(String) : []
      if (names.length > 0) Object.assign(properties, { [name]: prefixed(names) })
    }
  })
  file.data.headings = file.data.headings?.map((heading) => ({ ...heading, id: prefix + heading.id })) ?? []

  function prefixed(names: readonly string[]): string {
    return names.map((name) => (ids.has(name) ? `${prefix}${name}` : name)).join(' ')
  }
}
