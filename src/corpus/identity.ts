/** Who an entry is: its kind, its id, and the address it asks for. */
import { slug as githubSlug } from 'github-slugger'
import type { Dialect } from './site-config.ts'
import type { EntryId, FilePath, Kind } from './vocabulary.ts'

const FOLDERS: Readonly<Record<string, Kind>> = { inquiries: 'inquiry', notes: 'note', pages: 'page' }

/** Where the pages of a kind live; entries of kind `page` stand at the root. */
export const SECTIONS: Readonly<Record<Kind, string>> = { inquiry: '/inquiries/', note: '/notes/', page: '/' }

export function isMarkdown(path: FilePath): boolean {
  return /\.(md|markdown)$/i.test(path)
}

const TYPES: Readonly<Record<string, Kind>> = {
  inquiry: 'inquiry',
  question: 'inquiry',
  note: 'note',
  claim: 'note',
  evidence: 'note',
  source: 'note',
  page: 'page',
}

/** By what it says it is, else by its folder, else by the beginning of its name. Whatever is none of these is a note. */
export function identify(
  path: FilePath,
  type: unknown,
  { inquiryPrefix, hasOwnLayout }: Dialect,
): { kind: Kind; id: EntryId } {
  const whole = stem(path)
  const [folder = '', ...rest] = whole.split('/')
  // Logseq keeps all its notes in `pages`; it means what we mean by it only in a folder laid out as ours.
  const ofFolder = rest.length > 0 && (hasOwnLayout || folder !== 'pages') ? FOLDERS[folder] : undefined
  const stated = typeof type === 'string' ? TYPES[type.trim().toLowerCase()] : undefined
  const prefixed = inquiryPrefix.some((prefix) => basename(path).startsWith(prefix)) ? 'inquiry' : undefined
  return { kind: stated ?? ofFolder ?? prefixed ?? 'note', id: ofFolder === undefined ? whole : rest.join('/') }
}

/**
 * Is a file name a number, a date or a key, as Zettelkasten tools give them? Then the first heading is the better title; where the name
 * is words, a first heading is more often "Index" or "Introduction".
 */
export const isKey = (path: FilePath): boolean =>
  /^(?:[\d\s._T-]+|(?=.*\d)[\da-f-]{8,}|untitled[\s\d-]*)$/i.test(basename(path))

/** The title a file name gives: without the mark that says what the file is. */
export function titleFromName(path: FilePath, { inquiryPrefix }: Dialect): string {
  const name = nameInLinks(path)
  const prefix = inquiryPrefix.find((each) => name.startsWith(each)) ?? ''
  return name.slice(prefix.length).trim() || name
}

/** The last segment of a path, without a Markdown extension. */
export function basename(path: FilePath): string {
  return stem(path.slice(path.lastIndexOf('/') + 1))
}

/** The name that links use for a file: Logseq writes the page `a/b` to `a___b.md`. */
export const nameInLinks = (path: FilePath): string => basename(path).replace(/___|%2F/gi, '/')

/** A path without a Markdown extension. */
export const stem = (path: FilePath): string => path.replace(/\.(md|markdown)$/i, '')

/** The folder of a path, without a slash at its end; empty for the content folder itself. */
export function folderOf(path: FilePath): FilePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Words as one segment of an address: compatibility forms folded, lower case, hyphens. Empty when nothing can stand in one. */
export function slug(words: string): string {
  return githubSlug(words.normalize('NFKC').trim()).replace(/^-+|(?<!-)-+$/g, '')
}

/**
 * Gives every key a slug of its own. Where several ask for the same, the first in the order given keeps it and the others
 * get `-2`, `-3` …, so the outcome is the same every time.
 *
 * @returns The slugs, and the keys that did not get the one they asked for with the key that did.
 */
export function distinctSlugs<K>(wishes: Iterable<readonly [K, string]>): {
  slugs: Map<K, string>
  clashes: Map<K, K>
} {
  const slugs = new Map<K, string>()
  const clashes = new Map<K, K>()
  const owners = new Map<string, K>()
  // Where thousands ask for the same, each would try all the numbers of the others again.
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

/** The address an entry asks for: `notes/a/b`, each segment of its id a slug. Dots part words there, as hyphens do. */
export function wishedSlug(id: EntryId): string {
  return id
    .split('/')
    .map((segment) => slug(segment.replace(/[._]+/g, '-')).replace(/-{2,}/g, '-') || 'untitled')
    .join('/')
}

/** Name and words of `[[name|words]]`, which some gardens write the other way round. Inside a table, the `|` has a backslash. */
export function cutWikilink(
  inside: string,
  order: Dialect['wikilinks'] = 'target-first',
): { name: string; label: string } {
  const parts = inside.split(/\\?\|/).map((part) => part.trim())
  const name = (parts.length > 1 && order === 'label-first' ? parts.pop() : parts.shift()) ?? ''
  return { name, label: parts.join('|') }
}

/** The name in `[[name|words]]`, `[[name#heading]]` or just `name`, with what stands after the `#`. */
export function writtenName(written: string, order?: Dialect['wikilinks']): string {
  return cutWikilink(written.trim().replace(/^\[\[(.*)\]\]$/s, '$1'), order).name
}

/** The same without what stands after the `#`. */
export function bareName(written: string, order?: Dialect['wikilinks']): string {
  return writtenName(written, order).replace(/#.*$/s, '').trim()
}
