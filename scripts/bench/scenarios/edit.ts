/** This file changes one word of a note, as a writer would. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lists the notes of a content folder, as paths in it. */
export const notesIn = (folder: string): string[] => readdirSync(join(folder, 'notes')).map((name) => `notes/${name}`)

/** Picks a number of items that are evenly spaced over a list. */
export const evenlySpaced = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / count)]!)

/** Replaces the first word of the body of a note. */
export function changeFirstWord(folder: string, note: string, word: string): void {
  const file = join(folder, note)
  const text = readFileSync(file, 'utf8')
  const body = text.indexOf('\n---\n\n') + '\n---\n\n'.length
  writeFileSync(file, text.slice(0, body) + text.slice(body).replace(/^\S+/, word))
}

/** Returns a word that no vocabulary has. It has letters only, so that it means nothing to Markdown. */
export const uniqueWord = (count: number): string =>
  `Zyqx${String(count).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}zyqx`
