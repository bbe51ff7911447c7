/** This file collects what entries, files and works are called. */
import { citeKey } from '../cite-key.ts'
import { basename, withoutExtension } from '../names/file-path.ts'
import { journalNames, nameInLinks, withoutBrackets } from '../names/title-from-name.ts'
import { isCanvasEntry, isPrivate, type Parsed } from '../model/parsed.ts'
import { pathLanguage } from '../names/path-language.ts'
import type { Dialect, Settings } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Attachment } from '../model/resolved.ts'

/** `Names` are all the names by which something can be found. */
export interface NameIndex {
  /** These are the names of the public entries. */
  readonly public: NameLevels
  /**
   * These are the names of entries that stay off the site. They are known only so that a link to one of them can be
   * told from a broken link.
   */
  readonly private: NameLevels
  /** These are the entries that hold the blocks with an id of Logseq's, by those ids. */
  readonly blocks: { readonly public: ReadonlyMap<string, Parsed>; readonly private: ReadonlyMap<string, Parsed> }
  /** These are the paths and the names of files that could not be read. */
  readonly unread: ReadonlySet<string>
  /** These are the public entries by their paths. Their headings are looked up for fragments. */
  readonly entriesByPath: ReadonlyMap<FilePath, Parsed>
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** These are the bases among them, by their paths. Those that are not public are here too. */
  readonly bases: ReadonlyMap<FilePath, NamedBase>
  /** These are the paths of attachments by their file names. Several may have the same name. */
  readonly attachmentNames: ReadonlyMap<string, readonly FilePath[]>
  /** These are the keys of the bibliography, as `citeKey` gives them. */
  readonly works: ReadonlySet<string>
  /** These are other keys by which works go, each with the key of the work, as `citeKey` gives them. */
  readonly workAliases?: ReadonlyMap<string, string>
  /** Gives the key of the work of the bibliography that has a DOI. */
  readonly workByDoi?: (doi: string) => string | undefined
  /** This is true where a page without a file is a topic, as in Logseq and Roam. */
  readonly missingAreTopics: boolean
  /** This says which comes first in `[[a|b]]`. */
  readonly wikilinks: Dialect['wikilinks']
  /** This is true where a relative path that leads to nothing may be the end of a path, as in Obsidian. */
  readonly acceptsEnds?: boolean
  /** This tells entries from their translations, where names of files state languages and links stay in theirs. */
  readonly languages?: LanguageIndex
  /** This is true where nobody asks what a writer may have meant, because to look for it takes most of the time. */
  readonly suggestsNothing?: true
}

/** A `NamedBase` is a base with the names of its views. */
export interface NamedBase {
  readonly isPublic: boolean
  readonly views: readonly { readonly name: string; readonly anchor: string }[]
}

/** A `Level` leads from a name, in its normal form, to the entries that have it. */
type Level = ReadonlyMap<string, readonly Parsed[]>
/** A `Register` holds the names of some entries. */
export interface NameLevels {
  /** These are the entries by their paths without extension, and by the addresses that they had before. */
  readonly paths: Level
  /** These are the entries by their other names. The levels are tried in order: id, file name, alias, title, id of Zettlr. */
  readonly levels: readonly Level[]
}

/**
 * Gives the normal form of a name. Two spellings of a name are the same when their normal forms are. Spaces around a
 * `#` do not count, because a `#` may part the name of an entry from a heading.
 *
 * @example
 * normalizeName('  Shape  or Origin ') // 'shape or origin'
 * normalizeName('Note # Heading') // 'note#heading'
 */
export const normalizeName = (name: string): string =>
  IS_NORMALIZED.test(name)
    ? name
    : withoutBrackets(name).normalize('NFC').trim().replace(/\s+/g, ' ').replace(/ ?# ?/g, '#').toLowerCase()

/** Matches names that are in normal form already, which most names are. */
const IS_NORMALIZED = /^[a-z0-9/_.-]*$/

/**
 * Collects the names of everything that a link or a field may mean.
 *
 * @param entries The public entries.
 * @param drafts The entries that stay off the site.
 * @param unread The paths of files that could not be read.
 * @param works The keys of the bibliography.
 */
export function indexNames(
  entries: readonly Parsed[],
  drafts: readonly Parsed[],
  unread: readonly FilePath[],
  attachments: ReadonlyMap<FilePath, Attachment>,
  works: readonly string[],
  wikilinks: Dialect['wikilinks'] = 'target-first',
  program: Dialect['program'] = 'plain',
  bases: NameIndex['bases'] = new Map(),
): NameIndex {
  const ofDrafts = register(drafts)
  return {
    public: register(entries, ofDrafts),
    private: ofDrafts,
    blocks: { public: blocksIn(entries), private: blocksIn(drafts) },
    unread: new Set(unread.flatMap((path) => [normalizeName(withoutExtension(path)), normalizeName(basename(path))])),
    entriesByPath: new Map(entries.map((entry) => [entry.path, entry])),
    attachments,
    bases,
    attachmentNames: group([...attachments.keys()], (path) => [path.slice(path.lastIndexOf('/') + 1)]),
    works: new Set(works.map(citeKey)),
    missingAreTopics: program === 'logseq' || program === 'roam',
    wikilinks,
  }
}

/** A `LanguageIndex` tells entries from their translations. */
export interface LanguageIndex {
  /** Gives the language of an entry. */
  readonly of: (path: FilePath) => string
  /** Gives the public entry that says the same in another language, by its path. */
  readonly version: (path: FilePath, language: string) => Parsed | undefined
}

/** Makes the index of languages, where names of files state them. Translations often share their names. */
export function languagesOf(entries: readonly Parsed[], settings: Settings): Pick<NameIndex, 'languages'> {
  const { languages, language } = settings
  if (languages === undefined) return {}
  const wholeOf = (path: FilePath): FilePath => pathLanguage(path, languages)?.whole ?? path
  const byPath = new Map(entries.map(({ path, data }) => [path, data.lang ?? language]))
  const of = (path: FilePath): string => byPath.get(path) ?? language
  const published = entries.filter((entry) => !isPrivate(entry, settings))
  const versions = new Map(published.map((entry) => [`${of(entry.path)} ${wholeOf(entry.path)}`, entry]))
  return { languages: { of, version: (path, language) => versions.get(`${language} ${wholeOf(path)}`) } }
}

/** Collects the blocks that have an id of Logseq's. */
const blocksIn = (entries: readonly Parsed[]): Map<string, Parsed> =>
  new Map(entries.flatMap((entry) => Object.keys(entry.blockTexts ?? {}).map((id) => [id, entry] as const)))

/**
 * Collects the names of some entries.
 *
 * @param drafts The names of drafts. An alias or a title that is a link to one of them is no name.
 */
function register(all: readonly Parsed[], drafts?: NameLevels): NameLevels {
  const named = (written: readonly string[]): readonly string[] =>
    drafts === undefined ? written : written.filter((name) => !(name.includes('[[') && isNameIn(drafts, name)))
  // Links name a canvas with its extension, as in Obsidian, so that it never stands in for a note of the same name.
  const entries = all.filter((entry) => !isCanvasEntry(entry))
  return {
    paths: group(all, (entry) => [withoutExtension(entry.path), ...pathsBefore(entry)]),
    levels: [
      group(entries, ({ id }) => [id]),
      group(all, ({ path }) => [basename(path), nameInLinks(path), ...journalNames(path)]),
      group(all, ({ data }) => named(data.aliases)),
      // A title that has the name of another entry in it would stand in for that entry, which may be private.
      group(entries, ({ writtenTitle, titleNames, data: { title } }) => {
        if (titleNames !== undefined) return []
        return named(title?.startsWith('[[') ? [writtenTitle, title] : [writtenTitle])
      }),
      group(entries, ({ zettelIds = [] }) => zettelIds),
    ],
  }
}

/** Tells whether something has a name. */
function isNameIn({ paths, levels }: NameLevels, written: string): boolean {
  const name = normalizeName(written)
  return paths.has(name) || levels.some((level) => level.has(name))
}

/** Lists the addresses that an entry had before as paths, so that links to them lead to the entry. */
function pathsBefore({ data: { permalink, redirectFrom, aliases } }: Parsed): string[] {
  const written = [...(permalink === undefined ? [] : [permalink]), ...redirectFrom, ...aliases.filter(isFromRoot)]
  return written.flatMap((address) =>
    [address, address.replace(/(?:(?<=^|\/)index)?\.html?$/i, '')].map((path) => path.replace(/^\/+|\/+$/g, '')),
  )
}

const isFromRoot = (alias: string): boolean => /^\/[^/]/.test(alias)

/** Groups things by the normal forms of their names. */
function group<T>(things: readonly T[], names: (thing: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things)
    for (const name of new Set(names(thing).map(normalizeName))) {
      const same = groups.get(name)
      if (same) same.push(thing)
      else groups.set(name, [thing])
    }
  return groups
}
