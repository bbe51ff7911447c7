import type { AnyEntry } from '../model/source-entry.ts'

/**
 * Gives the name by which an entry is known besides its title: that of its file, without the folder and the extension,
 * or the citation key of a work. It is empty where the title says the same.
 *
 * @example
 * fileName(entry) // 'bst', where the title is "Binary search tree"
 */
export function fileName(entry: AnyEntry): string {
  const name = entry.kind === 'source' ? (entry.reference.key ?? '') : entry.path.replace(/^.*\/|\.[^./]*$/g, '')
  const title = wordsOf(entry.title)
  return wordsOf(name).every((word) => title.includes(word)) && !/_/.test(name) ? '' : name
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
