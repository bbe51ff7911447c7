/** This file finds where links between notes of Org lead, and writes them as links of Markdown. */
import type { FilePath } from '../vocabulary.ts'
import type { OrgFile } from './org-file.ts'

/** These are noncharacters of Unicode, which no text has: they part the target of a link, its words, and its end. */
export const MARKS = { link: '\u{FDD0}', words: '\u{FDD1}', end: '\u{FDD2}', heading: '\u{FDD3}' } as const

/** Takes the signs out of a text that Pandoc is given. */
export const withoutMarks = (text: string): string => text.replace(/[\u{FDD0}-\u{FDD3}]/gu, '')

/** A `Target` is where a link leads: the name of a file, and the id of a heading or its words. */
export interface Target {
  readonly name: string
  readonly id?: string
  readonly heading?: string
}

/** Matches the mark of an id of a heading. */
export const HEADING_MARK = new RegExp(`${MARKS.heading}([^${MARKS.end}]*)${MARKS.end}`, 'gu')
const LINK_MARK = new RegExp(`${MARKS.link}([^${MARKS.words}]*)${MARKS.words}([^${MARKS.end}]*)${MARKS.end}`, 'gu')

/** A `Find` finds where a link of a file leads. */
export type Find = (from: OrgFile, target: string) => Target | undefined

/**
 * Makes the function that finds where a link leads.
 *
 * @param kept The ids of headings that are still there. Pandoc leaves out what Org would not export.
 */
export function finder(
  files: readonly OrgFile[],
  names: ReadonlyMap<OrgFile, string>,
  kept: ReadonlySet<string>,
): Find {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const byTitle = new Map(files.flatMap((file) => [file.title, ...file.aliases].map((title) => [title, file] as const)))
  const byId = new Map<string, readonly [OrgFile, string | undefined]>()
  for (const file of files) {
    for (const { ids } of file.headings) for (const id of ids) byId.set(id, [file, kept.has(id) ? id : undefined])
    if (file.id !== undefined) byId.set(file.id, [file, undefined])
  }
  return (from, target) => {
    const [where = '', search] = target.split('::', 2)
    const [, id] = /^id:(.+)$/.exec(where) ?? []
    const [, title] = /^roam:(.+)$/.exec(where) ?? []
    const named = id === undefined ? undefined : byId.get(id)
    const file = named?.[0] ?? (title === undefined ? byPath.get(joined(from.path, where)) : byTitle.get(title))
    if (file === undefined) return undefined
    return {
      name: names.get(file)!,
      ...(named?.[1] !== undefined && { id: named[1] }),
      ...headingIn(file, search, kept),
    }
  }
}

/** Finds the heading that a link names after `::`. */
function headingIn({ headings }: OrgFile, search = '', kept: ReadonlySet<string>): Pick<Target, 'id' | 'heading'> {
  const wanted = search.replace(/^[*#]/, '')
  const found = headings.find(({ text, ids }) => (search.startsWith('#') ? ids.includes(wanted) : text === wanted))
  if (found === undefined || search === '') return {}
  const id = found.ids.find((each) => kept.has(each))
  if (id !== undefined) return { id }
  return /^[\p{L}\p{N} ,.?!'-]+$/u.test(found.text) && found.ids.length === 0 ? { heading: found.text } : {}
}

/** Joins a relative path to that of the file in which it stands. */
function joined(from: FilePath, path: string): FilePath {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.replace(/^file:/, '').split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  return parts.join('/')
}

/** Fills in the links of a text. What leads nowhere is noted in `lost`, and ids that links lead to in `used`. */
export function withLinks(file: OrgFile, markdown: string, find: Find, used: Set<string>, lost: Set<string>): string {
  return markdown.replace(LINK_MARK, (_, target: string, words: string, at: number) => {
    const found = find(file, target)
    if (found === undefined) {
      lost.add(target)
      return words
    }
    if (found.id !== undefined) used.add(found.id)
    // Without words of its own, a link has its target for them.
    const isBare = words === '' || words.replaceAll('\\', '').replace(/^file:/, '') === target
    const line = markdown.slice(markdown.lastIndexOf('\n', at) + 1, at)
    return written(found, isBare ? undefined : words, line.trimStart().startsWith('|'))
  })
}

/** Matches the targets of pictures and links that lead to files. */
const FILE_TARGET = /(?<=\]\()(?![a-z][a-z\d+.-]*:|#)([^()\s]+)(?=(?: "[^"]*")?\))/gi

/** Gives links to other files the paths at which these will be, from the folder of the notes. */
export function withFiles(file: OrgFile, text: string, others: ReadonlySet<FilePath>, shown: Set<FilePath>): string {
  return text.replace(FILE_TARGET, (target: string) => {
    const path = joined(file.path, decoded(target))
    if (!others.has(path)) return target
    shown.add(path)
    return encodeURI(path)
  })
}

function decoded(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}

/** Writes a link by a name, or as Markdown where its words hold more than plain text. */
function written({ name, id, heading }: Target, words: string | undefined, isInTable: boolean): string {
  const fragment = id !== undefined ? `#^${blockId(id)}` : heading !== undefined ? `#${heading}` : ''
  if (words === undefined || words === name) return `[[${name}${fragment}]]`
  if (!/[[\]|*_`\\<$^~]/.test(words)) return `[[${name}${fragment}${isInTable ? '\\|' : '|'}${words}]]`
  return `[${words}](<${name}.md${fragment}>)`
}

/** Names of blocks have letters, digits and hyphens. */
export const blockId = (id: string): string => id.replace(/[^a-z\d]+/gi, '-').replace(/^-|-$/g, '') || 'heading'
