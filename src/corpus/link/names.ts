/** What entries, files and works are called. */
import { citeKey } from '../cite-key.ts'
import { basename, nameInLinks, stem } from '../identity.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Attachment } from '../model/resolved.ts'

/** Every way to name an entry, in the order in which they are tried. */
export interface Names {
  readonly public: Register
  /** Entries that stay off the site, known only so that a link to one can be told from a broken one. */
  readonly private: Register
  /** Files that could not be read, by their paths and names. */
  readonly unread: ReadonlySet<string>
  readonly headings: ReadonlyMap<FilePath, Parsed>
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  readonly attachmentNames: ReadonlyMap<string, readonly FilePath[]>
  /** Keys of the bibliography, as `citeKey` gives them. */
  readonly works: ReadonlySet<string>
  /** Which comes first in `[[a|b]]`. */
  readonly wikilinks: Dialect['wikilinks']
}

type Level = ReadonlyMap<string, readonly Parsed[]>
export interface Register {
  readonly paths: Level
  readonly levels: readonly Level[]
}

/** Two spellings of a name are the same when their forms are. Blanks around a `#` do not count, because it may part name and heading. */
export const normalizeName = (name: string): string =>
  IS_NORMALIZED.test(name)
    ? name
    : name.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/ ?# ?/g, '#').toLowerCase()

/** Most names are their own form. */
const IS_NORMALIZED = /^[a-z0-9/_.-]*$/

export function nameAll(
  entries: readonly Parsed[],
  drafts: readonly Parsed[],
  unread: readonly FilePath[],
  attachments: ReadonlyMap<FilePath, Attachment>,
  works: readonly string[],
  wikilinks: Dialect['wikilinks'] = 'target-first',
): Names {
  return {
    public: register(entries),
    private: register(drafts),
    unread: new Set(unread.flatMap((path) => [normalizeName(stem(path)), normalizeName(basename(path))])),
    headings: new Map(entries.map((entry) => [entry.path, entry])),
    attachments,
    attachmentNames: group([...attachments.keys()], (path) => [path.slice(path.lastIndexOf('/') + 1)]),
    works: new Set(works.map(citeKey)),
    wikilinks,
  }
}

function register(entries: readonly Parsed[]): Register {
  return {
    paths: group(entries, ({ path }) => [stem(path)]),
    levels: [
      group(entries, ({ id }) => [id]),
      group(entries, ({ path }) => [basename(path), nameInLinks(path)]),
      group(entries, ({ data }) => data.aliases),
      group(entries, ({ writtenTitle }) => [writtenTitle]),
    ],
  }
}

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
