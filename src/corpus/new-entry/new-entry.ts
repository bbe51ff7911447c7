/** This file makes the first text of a new entry, with all that is known of it. */
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import { identify, TOPICS_FOLDER } from '../names/identify.ts'
import { slug } from '../names/slug.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, FilePath, Kind, Role } from '../vocabulary.ts'

/** These are the kinds of things that can be made anew and have a file of their own. */
export const NEW_KINDS = ['inquiry', 'note', 'page', 'topic'] as const
/** A `NewKind` is one of these. */
export type NewKind = (typeof NEW_KINDS)[number]

/** `NewEntry` is what is known of an entry before it is written. */
export interface NewEntry {
  readonly kind: NewKind
  readonly title: string
  /** This is the name of the file without extension. Without one it follows from the title. */
  readonly name?: string
  /** This is the day on which it is written, as YYYY-MM-DD. */
  readonly created?: string
  /** For a note, this is the key of the work that it is drawn from. */
  readonly source?: string
  /** For a note, these are the inquiries that it bears on, by their names. */
  readonly inquiries?: readonly { readonly inquiry: string; readonly role?: Role }[]
  readonly topics?: readonly string[]
  /** For a note, these are verbatim words of the source, with their page. */
  readonly quote?: string
  /** This is the text after the frontmatter. */
  readonly body?: string
  /** Where it is true, the entry stays off the site. */
  readonly isDraft?: boolean
}

const FOLDERS: Readonly<Record<NewKind, string>> = {
  inquiry: 'inquiries/',
  note: 'notes/',
  page: 'pages/',
  topic: TOPICS_FOLDER,
}
const KIND_OF: Readonly<Record<NewKind, Kind>> = { inquiry: 'inquiry', note: 'note', page: 'page', topic: 'page' }

/**
 * Makes the file of a new entry. In a folder without the folders of this project, it stands at the top and is called
 * as its title, as in the folders of other programs.
 */
export function newEntry(entry: NewEntry, dialect: Dialect): Document {
  const path = pathOf(entry, dialect)
  const { kind } = identify(path, undefined, dialect, { title: entry.title })
  const fields = [
    ...(kind === KIND_OF[entry.kind] ? [] : [`type: ${KIND_OF[entry.kind]}`]),
    `title: ${withQuotesIfNeeded(entry.title)}`,
    ...fieldsOf(entry),
    ...(entry.created === undefined ? [] : [`created: ${entry.created}`]),
    ...(entry.isDraft ? ['draft: true'] : []),
  ]
  return { path, text: `---\n${fields.join('\n')}\n---\n${entry.body === undefined ? '' : `\n${entry.body}\n`}` }
}

function fieldsOf({ kind, source, inquiries = [], quote, topics = [] }: NewEntry): string[] {
  if (kind === 'inquiry') return ['lede:', 'answer:', 'status: open', 'topics: []']
  if (kind === 'topic' || kind === 'page') return ['description:']
  return [
    'claim:',
    ...(quote === undefined ? [] : [`quote: ${blockOf(quote)}`]),
    source === undefined ? 'source:' : `source: ${withQuotesIfNeeded(source)}`,
    ...(inquiries.length === 0 ? [] : ['inquiries:']),
    ...inquiries.flatMap(({ inquiry, role }) => [
      `  - inquiry: ${withQuotesIfNeeded(inquiry)}`,
      ...(role === undefined ? [] : [`    role: ${role}`]),
    ]),
    `topics: [${topics.map(withQuotesIfNeeded).join(', ')}]`,
  ]
}

/** Writes a text of one or several lines for YAML. JSON is YAML too, and keeps every sign. */
const blockOf = (text: string): string => (/[\n\p{Cc}]/u.test(text) ? JSON.stringify(text) : withQuotesIfNeeded(text))

function pathOf({ kind, title, name }: NewEntry, { hasOwnLayout }: Dialect): FilePath {
  const given = name?.replace(/\.md$/i, '')
  if (given?.includes('/')) return `${given.replace(/^\/+/, '')}.md`
  if (hasOwnLayout) return `${FOLDERS[kind]}${given ?? shortSlug(title)}.md`
  return `${given ?? fileName(title)}.md`
}

/** A name of a file has at most so many characters, so that it can be read in a list. */
const LONGEST = 60

/** Makes a name of a title: its first words. */
function shortSlug(title: string): string {
  const whole = slug(title.replace(/[/\\]/g, ' ')).replace(/-{2,}/g, '-')
  if (whole.length <= LONGEST) return whole || 'untitled'
  const cut = whole.slice(0, LONGEST + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), LONGEST / 2)).replace(/-+$/, '')
}

/** Makes the name of a file of a title as it is, without the signs that no link or no disk can have. */
export const fileName = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[\p{Cc}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
    .trim() || 'Untitled'
