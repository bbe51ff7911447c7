/** This file reads the names of files as people and programs give them: titles, days, keys and ids. */
import type { Dialect } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import { basename } from './file-path.ts'

/**
 * Gives the title of a node of a discourse graph as Roam writes it, without the brackets in it and without the prefix
 * that marks an inquiry. Any other title stays as it is.
 *
 * @example
 * titleOfNode('[[EVD]] - Stone is warm - [[@ober2019]]', DEFAULT_DIALECT) // 'EVD - Stone is warm - @ober2019'
 */
export function titleOfNode(title: string, { inquiryPrefix }: Dialect): string {
  if (!/^\[\[[^[\]]+\]\]\s+-\s/.test(title)) return title
  const prefix = inquiryPrefix.find((each) => title.startsWith(each)) ?? ''
  return withoutBrackets(title.slice(prefix.length)).trim()
}

/** Takes the brackets of links out of a name. Roam keeps them in the names of pages: `[[EVD]] - Stone is warm`. */
export const withoutBrackets = (name: string): string => (name.includes('[[') ? name.replace(/\[\[|\]\]/g, '') : name)

/**
 * Tells whether a file name is a number, a date or a hexadecimal key, as Zettelkasten tools give them. The first
 * heading is then the better title. Where the name consists of words, a first heading is more often "Index" or
 * "Introduction".
 *
 * @example
 * isKey('notes/202511231030.md') // true
 * isKey('notes/imitation.md') // false
 */
export const isGeneratedName = (path: FilePath): boolean =>
  /^(?:[\d\s._T-]+|(?=.*\d)[\da-f-]{8,}|untitled[\s\d-]*)$/i.test(basename(path))

/**
 * Tells whether a file name is an id, with hyphens for blanks, as this project and many others name files. In a folder
 * of this project, one small word is an id too. A reader is then better shown the title.
 *
 * @param isOurs Says whether the file is in one of the folders that this project has for entries.
 *
 * @example
 * isIdName('notes/imitation-copies-style.md', true) // true
 * isIdName('Wiki-Links.md', false) // false
 */
export function isIdName(path: FilePath, isOurs: boolean): boolean {
  const name = basename(path)
  return (
    /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.]+[\p{Ll}\p{Lo}\p{M}\p{N}]+)+$/u.test(name) ||
    (isOurs && /^[\p{Ll}\p{N}]+$/u.test(name))
  )
}

/**
 * Gives the title that follows from a file name, without the prefix that marks an inquiry and the ending of a drawing.
 *
 * @example
 * titleFromName('QUE - How few?.md', { ...DEFAULT_DIALECT, inquiryPrefix: ['QUE - '] }) // 'How few?'
 */
export function titleFromName(path: FilePath, { inquiryPrefix }: Dialect): string {
  const name = nameInLinks(path).replace(/(?<=.)\.excalidraw$/i, '')
  const prefix = inquiryPrefix.find((each) => name.startsWith(each)) ?? ''
  return withoutBrackets(name.slice(prefix.length)).trim() || name
}

/** Matches the signs that no file name can have, as Logseq writes them. */
const ENCODED = /%(2[235AF]|3[ACEF]|5C|7C)/gi

/**
 * Gives the name by which links name a file. Logseq writes the page `a/b` to the file `a___b.md`, and other signs that a
 * file name cannot have as in addresses: `What%3F.md`.
 */
export const nameInLinks = (path: FilePath): string =>
  basename(path)
    .replaceAll('___', '/')
    .replace(ENCODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * Gives the names by which Logseq's links name the page of a day. Other files have none.
 *
 * @example
 * journalNames('journals/2021_03_05.md') // ['Mar 5th, 2021', 'March 5th, 2021', '2021-03-05', '2021/03/05']
 */
export function journalNames(path: FilePath): string[] {
  if (!path.includes('journals/')) return []
  const [, year = '', month = '', day = ''] = /(?:^|\/)journals\/(\d{4})[_-](\d\d)[_-](\d\d)\.\w+$/.exec(path) ?? []
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return []
  const date = `${ordinal(Number(day))}, ${year}`
  return [`${name.slice(0, 3)} ${date}`, `${name} ${date}`, `${year}-${month}-${day}`, `${year}/${month}/${day}`]
}

/** Gives a number as the place in an order: `5th`. */
function ordinal(number: number): string {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]
  return `${number}${ending === undefined || Math.floor(number / 10) === 1 ? 'th' : ending}`
}
