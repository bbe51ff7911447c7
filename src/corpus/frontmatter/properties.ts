/** Reads properties as Logseq writes them: `title:: Words`, in the first lines of a page that has no frontmatter. */
import type { Mapping } from './yaml.ts'

const FIRST_LINES = /^\s*(?:[\p{L}_-]+::[^\n]*(?:\n|$))+/u
const PROPERTY = /^(title|alias|aliases|tags|public|publish|published|private|draft)::(.*)$/gim
const LISTS = /^(?:alias|aliases|tags)$/i

/**
 * Reads the properties that every page has as fields. The others stay in the text, where those that name relations
 * state them.
 *
 * @returns The fields, and the text with their lines blanked. Undefined where there are none.
 */
export function readProperties(text: string): { value: Mapping; body: string } | undefined {
  const [head = ''] = FIRST_LINES.exec(text) ?? []
  const found = [...head.matchAll(PROPERTY)]
  if (found.length === 0) return undefined
  const value = Object.fromEntries(
    found.map(([, key = '', written = '']) => [key, LISTS.test(key) ? itemsOf(written) : written.trim()]),
  )
  return { value, body: head.replace(PROPERTY, (line) => ' '.repeat(line.length)) + text.slice(head.length) }
}

const itemsOf = (written: string): string[] =>
  written.split(/[,，]/).map((item) => item.trim().replace(/^#?\[\[(.*)\]\]$/, '$1'))
