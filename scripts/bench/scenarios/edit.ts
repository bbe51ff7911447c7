/** Changes one word of a note, as a writer would. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The notes of a content folder, as paths in it. */
export const notesIn = (folder: string): string[] => readdirSync(join(folder, 'notes')).map((name) => `notes/${name}`)

/** So many of a list, evenly spread over it. */
export const evenlySpaced = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / count)]!)

/** Writes a word in place of the body's first. */
export function changeFirstWord(folder: string, note: string, word: string): void {
  const file = join(folder, note)
  const text = readFileSync(file, 'utf8')
  const body = text.indexOf('\n---\n\n') + '\n---\n\n'.length
  writeFileSync(file, text.slice(0, body) + text.slice(body).replace(/^\S+/, word))
}

/** Letters only: a word that no vocabulary has, and that means nothing to Markdown. */
export const uniqueWord = (count: number): string =>
  `Zyqx${String(count).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}zyqx`
