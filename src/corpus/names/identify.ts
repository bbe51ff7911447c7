/** This file says which entry a file is: its kind and its id, and the section in which its page is. */
import { languageTag } from '../language.ts'
import type { Dialect, NodeType } from '../site-config.ts'
import type { EntryId, FilePath, Kind } from '../vocabulary.ts'
import { CANVAS, withoutExtension } from './file-path.ts'
import { nameInLinks } from './title-from-name.ts'

/**
 * These folders of the content folder hold the entries of one kind. Tables that are asked for what writers wrote are
 * maps: a plain object also answers to `constructor` and `toString`.
 */
const FOLDERS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({ inquiries: 'inquiry', notes: 'note', pages: 'page' }),
)

/** The files of this folder say what topics are about. */
export const TOPICS_FOLDER = 'topics/'

/** A file with one of these fields states a claim, and is a note in whatever folder it is. */
const FIELDS_OF_NOTES = ['claim', 'quote', 'source', 'inquiries']

/** The addresses of each kind of entry begin like this. Pages stand at the root of the site. */
export const SECTION_PATHS: Readonly<Record<Kind, string>> = {
  inquiry: '/inquiries/',
  note: '/notes/',
  page: '/',
  canvas: '/canvas/',
}

/**
 * Gives the id of a canvas. Folders of canvases, and those of other kinds of entries, are no part of it.
 *
 * @example
 * canvasId('boards/Map of claims.canvas') // 'boards/Map of claims'
 */
export function canvasId(path: FilePath): EntryId {
  const whole = path.replace(CANVAS, '')
  return whole.replace(/^(?:canvas|canvases|inquiries|notes|pages)\/(?=.)/i, '')
}

/**
 * Tells whether a file is a drawing of Obsidian's plugin Excalidraw, whose headings are those of the plugin, by its
 * name or by what its frontmatter says.
 */
export const isDrawing = (path: FilePath, fields: Readonly<Record<string, unknown>>): boolean =>
  /\.excalidraw\.md$/i.test(path) || fields['excalidraw-plugin'] !== undefined

/** These words in the frontmatter field `type` name a kind. Other tools write some of them. */
const TYPES: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    inquiry: 'inquiry',
    question: 'inquiry',
    note: 'note',
    claim: 'note',
    evidence: 'note',
    source: 'note',
    page: 'page',
  }),
)

/**
 * Decides the kind and the id of a file. What the file says it is counts first, then what the types of a discourse
 * graph say of its id and its name, then its folder, then the beginning of its name or of its title. A file that none
 * of these tell about is a note.
 *
 * @param type The field `type` of the frontmatter, as it was read.
 * @param fields All fields of the frontmatter, as they were read.
 *
 * @example
 * identify('inquiries/a.md', undefined, DEFAULT_DIALECT) // { kind: 'inquiry', id: 'a' }
 * identify('notes/a.md', 'question', DEFAULT_DIALECT) // { kind: 'inquiry', id: 'a' }
 * identify('journal/a.md', undefined, DEFAULT_DIALECT) // { kind: 'note', id: 'journal/a' }
 */
export function identify(
  path: FilePath,
  type: unknown,
  { inquiryPrefix, hasOwnLayout, nodeTypes, languages = [] }: Dialect,
  fields: { readonly nodeTypeId?: unknown; readonly title?: unknown } = {},
): { kind: Kind; id: EntryId; isSource?: true } {
  const whole = withoutExtension(path)
  const segments = whole.split('/')
  // A site may have a folder for each language, and the folders of the kinds in these.
  const before = isLanguage(segments[0]!, languages) ? segments.slice(0, 1) : []
  const [folder = '', ...rest] = segments.slice(before.length)
  // Logseq keeps all its notes in a folder `pages`. Only in a folder with our own layout does it hold entries of the
  // kind `page`.
  const ofFolder = rest.length > 0 && (hasOwnLayout || folder !== 'pages') ? FOLDERS.get(folder) : undefined
  const stated = typeof type === 'string' ? TYPES.get(type.trim().toLowerCase()) : undefined
  const name = nameInLinks(path)
  const title = typeof fields.title === 'string' ? fields.title : name
  const isPrefixed = inquiryPrefix.some((prefix) => name.startsWith(prefix) || title.startsWith(prefix))
  const node = nodeTypeOf(name, fields.nodeTypeId, nodeTypes)
  const isSource = node?.is === 'source' || /^@\S/.test(name)
  const isAbout =
    hasOwnLayout && path.startsWith(TOPICS_FOLDER) && !FIELDS_OF_NOTES.some((field) => Object.hasOwn(fields, field))
  const otherwise = isPrefixed ? 'inquiry' : isAbout ? 'page' : 'note'
  return {
    kind: stated ?? (node?.is === 'question' ? 'inquiry' : undefined) ?? ofFolder ?? otherwise,
    id: ofFolder === undefined ? whole : [...before, ...rest].join('/'),
    ...(isSource && { isSource }),
  }
}

const isLanguage = (folder: string, languages: readonly string[]): boolean =>
  languages.length > 0 && languages.includes(languageTag(folder) ?? '')

/** Finds the type of a node by the id in its frontmatter, or else by its name. */
function nodeTypeOf(name: string, id: unknown, types: readonly NodeType[]): NodeType | undefined {
  if (types.length === 0) return undefined
  const isNamedLike = ({ prefix, suffix }: NodeType): boolean =>
    prefix !== '' && name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix)
  return types.find((type) => type.id === id) ?? types.find(isNamedLike)
}

/** Tells whether a file is in one of the folders that this project has for entries. */
export const isInOwnFolder = (path: FilePath): boolean => FOLDERS.has(path.slice(0, Math.max(0, path.indexOf('/'))))
