/** This file reads the inside of `[[name|words]]`. */
import type { Dialect } from '../site-config.ts'

/**
 * Parts the inside of `[[name|words]]` into name and words. Some gardens write them the other way round. Inside a
 * table, the `|` has a backslash before it.
 *
 * @example
 * cutWikilink('a|some words') // { name: 'a', label: 'some words' }
 * cutWikilink('some words|a', 'label-first') // { name: 'a', label: 'some words' }
 */
export function splitWikilink(
  inside: string,
  order: Dialect['wikilinks'] = 'target-first',
): { name: string; label: string } {
  const parts = inside.split(/\\?\|/).map((part) => part.trim())
  const name = (parts.length > 1 && order === 'label-first' ? parts.pop() : parts.shift()) ?? ''
  return { name, label: parts.join('|') }
}

/**
 * Gives the name in `[[name|words]]`, `[[name#heading]]` or just `name`. A heading after `#` stays with it.
 *
 * @example
 * writtenName('[[a#b|some words]]') // 'a#b'
 */
export function writtenName(written: string, order?: Dialect['wikilinks']): string {
  return splitWikilink(written.trim().replace(/^\[\[(.*)\]\]$/s, '$1'), order).name
}

/**
 * Gives the same name without the heading after `#`.
 *
 * @example
 * bareName('[[a#b|some words]]') // 'a'
 */
export function bareName(written: string, order?: Dialect['wikilinks']): string {
  return writtenName(written, order).replace(/#.*$/s, '').trim()
}
