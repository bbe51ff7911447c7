/** This file says which entry a file is: its kind, its id, its name in links, and the address it asks for. */
import { slug as githubSlug } from 'github-slugger'
import type { Dialect, NodeType } from './site-config.ts'
import type { EntryId, FilePath, Kind } from './vocabulary.ts'

/**
 * These folders of the content folder hold the entries of one kind. Tables that are asked for what writers wrote are
 * maps: a plain object also answers to `constructor` and `toString`.
 */
const FOLDERS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({ inquiries: 'inquiry', notes: 'note', pages: 'page' }),
)

/** The addresses of each kind of entry begin like this. Pages stand at the root of the site. */
export const SECTION_PATHS: Readonly<Record<Kind, string>> = {
  inquiry: '/inquiries/',
  note: '/notes/',
  page: '/',
  canvas: '/canvas/',
}

/** Matches the extension of Markdown and of what is read as Markdown: MDX, Quarto and R Markdown. */
const MARKDOWN = /\.(md|markdown|mdx|qmd|rmd)$/i

/** Tells whether a file is Markdown, by its extension. */
export function isMarkdown(path: FilePath): boolean {
  return MARKDOWN.test(path)
}

const CANVAS = /\.canvas$/i

/** Tells whether a file is a canvas, by its extension. */
export const isCanvas = (path: FilePath): boolean => CANVAS.test(path)

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
 * Tells whether a file is an entry, by its extension.
 *
 * @param canvas Says whether canvases are entries. Otherwise they are attachments.
 */
export const isEntry = (path: FilePath, { canvas }: { readonly canvas: boolean }): boolean =>
  isMarkdown(path) || (canvas && isCanvas(path))

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
  { inquiryPrefix, hasOwnLayout, nodeTypes }: Dialect,
  fields: { readonly nodeTypeId?: unknown; readonly title?: unknown } = {},
): { kind: Kind; id: EntryId; isSource?: true } {
  const whole = withoutExtension(path)
  const [folder = '', ...rest] = whole.split('/')
  // Logseq keeps all its notes in a folder `pages`. Only in a folder with our own layout does it hold entries of the
  // kind `page`.
  const ofFolder = rest.length > 0 && (hasOwnLayout || folder !== 'pages') ? FOLDERS.get(folder) : undefined
  const stated = typeof type === 'string' ? TYPES.get(type.trim().toLowerCase()) : undefined
  const name = nameInLinks(path)
  const title = typeof fields.title === 'string' ? fields.title : name
  const isPrefixed = inquiryPrefix.some((prefix) => name.startsWith(prefix) || title.startsWith(prefix))
  const node = nodeTypeOf(name, fields.nodeTypeId, nodeTypes)
  const isSource = node?.is === 'source' || /^@\S/.test(name)
  return {
    kind: stated ?? (node?.is === 'question' ? 'inquiry' : undefined) ?? ofFolder ?? (isPrefixed ? 'inquiry' : 'note'),
    id: ofFolder === undefined ? whole : rest.join('/'),
    ...(isSource && { isSource }),
  }
}

/** Finds the type of a node by the id in its frontmatter, or else by its name. */
function nodeTypeOf(name: string, id: unknown, types: readonly NodeType[]): NodeType | undefined {
  if (types.length === 0) return undefined
  const isNamedLike = ({ prefix, suffix }: NodeType): boolean =>
    prefix !== '' && name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix)
  return types.find((type) => type.id === id) ?? types.find(isNamedLike)
}

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

/** Tells whether a file is in one of the folders that this project has for entries. */
export const isInOwnFolder = (path: FilePath): boolean => FOLDERS.has(path.slice(0, Math.max(0, path.indexOf('/'))))

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

/**
 * Gives the last segment of a path, without a Markdown extension.
 *
 * @example
 * basename('notes/a/b.md') // 'b'
 */
export function basename(path: FilePath): string {
  return withoutExtension(path.slice(path.lastIndexOf('/') + 1))
}

/** Gives the name by which links name a file. Logseq writes the page `a/b` to the file `a___b.md`. */
export const nameInLinks = (path: FilePath): string => basename(path).replace(/___|%2F/gi, '/')

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

/** Gives a path without its Markdown extension. */
export const withoutExtension = (path: FilePath): string => path.replace(MARKDOWN, '')

/** Gives the folder of a path, without a slash at its end. It is empty for a file in the content folder itself. */
export function folderOf(path: FilePath): FilePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/**
 * Turns words into one segment of an address: compatibility characters are folded (NFKC), letters become small, and
 * spaces become hyphens. The result is empty where no character can stand in an address.
 *
 * @example
 * slug('What *is* it?') // 'what-is-it'
 * slug('?!') // ''
 */
export function slug(words: string): string {
  return githubSlug(words.normalize('NFKC').trim()).replace(/^-+|(?<!-)-+$/g, '')
}

/**
 * Gives every key a slug of its own. Where several keys ask for the same slug, the first in the order given keeps it
 * and the others get `-2`, `-3` …, so the result is the same on every run.
 *
 * @param wishes Each key with the slug that it asks for.
 * @returns The slugs. In `clashes`, each key that did not get the slug it asked for leads to the key that did.
 *
 * @example
 * [...distinctSlugs([['x', 'a'], ['y', 'a']]).slugs] // [['x', 'a'], ['y', 'a-2']]
 */
export function distinctSlugs<K>(wishes: Iterable<readonly [K, string]>): {
  slugs: Map<K, string>
  clashes: Map<K, K>
} {
  const slugs = new Map<K, string>()
  const clashes = new Map<K, K>()
  const owners = new Map<string, K>()
  // This remembers the next number for each slug. Where thousands ask for the same one, each would otherwise try all
  // the numbers of the others.
  const next = new Map<string, number>()
  for (const [key, wish] of wishes) {
    let free = wish
    let count = next.get(wish) ?? 2
    for (; owners.has(free); count++) free = `${wish}-${count}`
    next.set(wish, count)
    const owner = owners.get(wish)
    if (owner !== undefined) clashes.set(key, owner)
    owners.set(free, key)
    slugs.set(key, free)
  }
  return { slugs, clashes }
}

/**
 * Gives the slug that an entry asks for: each segment of its id becomes a slug. Dots and underscores part words there,
 * as hyphens do.
 *
 * @example
 * wishedSlug('to read/GPT-4.1_report') // 'to-read/gpt-4-1-report'
 * wishedSlug('???') // 'untitled'
 */
export function wishedSlug(id: EntryId): string {
  const slugs = segmentsOf(id)
  const whole = slugs.join('/')
  return isLong(whole, MAX_ADDRESS) ? cutSlug(slugs.at(-1)!, whole) : slugs.map((each) => cutSlug(each)).join('/')
}

/** Tells whether the slug, or the address that ends with it, is cut because it would be too long. */
export const isCutSlug = (id: EntryId, wished: string): boolean =>
  HASH.test(wished) && !wished.endsWith(segmentsOf(id).join('/'))

const segmentsOf = (id: EntryId): string[] =>
  id.split('/').map((segment) => slug(segment.replace(/[._]+/g, '-')).replace(/-{2,}/g, '-') || 'untitled')

/** A file system takes at most 255 bytes for a name, of which the rest is for an extension and for `-2`. */
const MAX_SLUG = 200
/** Linux takes at most 4,096 bytes for a path, and macOS 1,024, of which the folder of the site needs its part. */
const MAX_ADDRESS = 600

/**
 * Cuts a slug that would be too long for the name of a file or folder, and adds a hash of all that was to be said. So
 * two long names that differ only at their ends have different slugs, and each has the same slug in every build.
 *
 * @param whole The text that the hash is made of.
 */
export function cutSlug(long: string, whole = long): string {
  if (long === whole && !isLong(long, MAX_SLUG)) return long
  let [short, bytes] = ['', 0]
  for (const sign of long) {
    bytes += bytesOf(sign)
    if (bytes > MAX_SLUG - HASH_LENGTH) break
    short += sign
  }
  return `${short.replace(/-+$/, '')}-${hashOf(whole)}`
}

/** This is the length of a hyphen and a hash. */
const HASH_LENGTH = 17
const HASH = /-[\da-f]{16}(?:\/|$)/
/** Counts the bytes of a text in UTF-8. */
const bytesOf = (text: string): number => ENCODER.encode(text).length
const isLong = (text: string, most: number): boolean => text.length * 3 > most && bytesOf(text) > most
const ENCODER = new TextEncoder()

/** Gives a hash of a text as sixteen hexadecimal digits: the 32-bit FNV-1a hashes of it and of its reverse. */
function hashOf(text: string): string {
  const signs = Array.from(text)
  return fnv1a(signs.join('')) + fnv1a(signs.reverse().join(''))
}

function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

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
