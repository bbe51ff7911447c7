/**
 * This file turns notes of org-roam into files of Markdown whose links all lead on. Pandoc converts the text of each; it
 * marks links and headings with signs that stand in no text (see `org-roam.lua`), which are filled in here when it is
 * known where they lead.
 */
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import { fileName } from '../new-entry/new-entry.ts'
import type { Document, FilePath } from '../vocabulary.ts'
import { readOrgFile, type OrgFile } from './org-file.ts'
import { blockId, finder, HEADING_MARK, withFiles, withLinks, withoutMarks } from './org-links.ts'

/** An `OrgPage` is a note with its key and the file that is made of it. */
export interface OrgPage {
  readonly key: string
  readonly document: Document
}

/** `OrgGraph` is what came of the notes, and sentences about what could not be carried. */
export interface OrgGraph {
  readonly pages: readonly OrgPage[]
  /** These are the other files that the notes show or link to, such as pictures. */
  readonly attachments: readonly FilePath[]
  readonly left: readonly string[]
}

/** A `Converted` is a file of Org with its text as Markdown, in which links and headings are marked. */
export interface Converted extends Document {
  readonly markdown: string
}

/**
 * Makes files of Markdown of notes. They stand beside one another, whatever folders the notes were in.
 *
 * @param others The paths of all other files of the folder.
 */
export function orgPages(converted: readonly Converted[], others: ReadonlySet<FilePath> = new Set()): OrgGraph {
  const files = converted.map((document) => ({ ...document, file: readOrgFile(document) }))
  const names = namesOf(files.map(({ file }) => file))
  const find = finder(
    files.map(({ file }) => file),
    names,
    new Set(files.flatMap(({ markdown }) => [...markdown.matchAll(HEADING_MARK)].map(([, id = '']) => id))),
  )
  const used = new Set<string>()
  const lost = new Set<string>()
  const shown = new Set<FilePath>()
  const linked = files.map(({ file, markdown }) =>
    withFiles(file, withLinks(file, markdown, find, used, lost), others, shown),
  )
  const pages = files.map(({ file }, index) => ({
    key: `org:${file.id ?? file.path}`,
    document: {
      path: `${names.get(file)!}.md`,
      text: frontmatterOf(file, names.get(file)!) + bodyOf(file, linked[index]!, used),
    },
  }))
  return { pages, attachments: [...shown], left: leftOf(files, lost) }
}

/** Gives each file a name, after its title. Names that differ in signs which no file can have get numbers. */
function namesOf(files: readonly OrgFile[]): Map<OrgFile, string> {
  const taken = new Set<string>()
  return new Map(
    files.map((file) => {
      const name = fileName(file.title)
      let free = name
      for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name} ${count}`
      taken.add(free.toLowerCase())
      return [file, free]
    }),
  )
}

const bodyOf = ({ refs }: OrgFile, markdown: string, used: ReadonlySet<string>): string => {
  const text = markdown.replace(HEADING_MARK, (_, id: string) => (used.has(id) ? ` ^${blockId(id)}` : ''))
  const about =
    refs.length === 0 ? '' : `${refs.map((ref) => (/^https?:/.test(ref) ? `<${ref}>` : ref)).join(', ')}\n\n`
  return `${about}${withoutMarks(text).replace(/^\n+|\n+$/g, '')}\n`
}

function frontmatterOf({ title, aliases, topics, keys, date }: OrgFile, name: string): string {
  const item = (value: string): string => (/[,[\]{}]/.test(value) ? JSON.stringify(value) : withQuotesIfNeeded(value))
  const list = (values: readonly string[]): string => `[${values.map(item).join(', ')}]`
  const lines = [
    ...(name === title ? [] : [`title: ${withQuotesIfNeeded(title)}`]),
    ...(aliases.length === 0 ? [] : [`aliases: ${list(aliases)}`]),
    ...(topics.length === 0 ? [] : [`topics: ${list(topics)}`]),
    ...(keys.length === 0 ? [] : [`source: ${list(keys)}`]),
    ...(date === undefined ? [] : [`created: ${date}`]),
  ]
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`
}

function leftOf(files: readonly { readonly file: OrgFile }[], lost: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>()
  for (const { file } of files) for (const [what, count] of file.left) counts.set(what, (counts.get(what) ?? 0) + count)
  const sentence = [...counts].map(([what, count]) => `${what} ${count}`).join(', ')
  return [
    ...(lost.size === 0 ? [] : [`Links to notes that are not among the files, of which the words stay: ${lost.size}.`]),
    ...(counts.size === 0 ? [] : [`Only Emacs makes something of these, so they are left out: ${sentence}.`]),
  ]
}
