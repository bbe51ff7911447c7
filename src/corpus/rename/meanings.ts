/** This file says what files name, in a form in which two versions of a corpus can be compared. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { folderOf } from '../names/file-path.ts'
import { bareName } from '../names/wikilink.ts'
import type { NameIndex } from '../link/names.ts'
import { resolveField, resolveLink } from '../link/resolve.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { RELATION_NAMES } from '../relation-words.ts'
import type { FilePath, Kind } from '../vocabulary.ts'

/** A `Meaning` is what a name in a file leads to. */
export interface Meaning {
  readonly written: string
  readonly type: LinkResolution['type']
  /** This is the entry or the file that is meant. It is undefined where there is none. */
  readonly path?: FilePath
}

/** `Names` resolves names, those of drafts included, which other names come before. */
export class Names {
  readonly #names: NameIndex
  readonly #hidden: NameIndex
  readonly #bibliography: Bibliography
  readonly #fields = new Map<string, LinkResolution>()
  readonly #meanings = new WeakMap<Parsed, readonly Meaning[]>()

  /** @param drafts The entries that stay off the site. */
  constructor(names: NameIndex, drafts: readonly Parsed[], bibliography: Bibliography) {
    this.#names = { ...names, suggestsNothing: true }
    this.#hidden = hiddenNames(this.#names, drafts)
    this.#bibliography = bibliography
  }

  /** Says what a link leads to. */
  link(from: Pick<Parsed, 'path'>, link: Link): Meaning {
    const found = resolveLink(this.#names, from, link)
    return meaning(link.target, found.type === 'private' ? resolveLink(this.#hidden, from, link) : found)
  }

  /** Says what a field leads to that is a name. */
  field(from: FilePath, written: string, kind?: Kind): Meaning {
    const key = `${folderOf(from)}\n${kind ?? ''}\n${written}`
    let found = this.#fields.get(key)
    if (found === undefined) {
      found = resolveField(this.#names, from, written, kind)
      if (found.type === 'private') found = resolveField(this.#hidden, from, written, kind)
      this.#fields.set(key, found)
    }
    return meaning(written, found)
  }

  /** Says what everything leads to that an entry names: its links, and then its fields. */
  of(entry: Parsed): readonly Meaning[] {
    let known = this.#meanings.get(entry)
    if (known === undefined) this.#meanings.set(entry, (known = this.#of(entry)))
    return known
  }

  #of(entry: Parsed): Meaning[] {
    return [
      ...entry.links.map((link) => this.link(entry, link)),
      ...namesInFields(entry, (key) => this.#isWork(key)).map(({ written, kind }) =>
        this.field(entry.path, written, kind),
      ),
    ]
  }

  #isWork(written: string): boolean {
    return this.#bibliography.get(bareName(written, this.#names.wikilinks)) !== undefined
  }
}

/**
 * Gives the names as they are for the entries that stay off the site: what is private is public, and the reverse.
 *
 * @param drafts The entries that stay off the site.
 */
export const hiddenNames = (names: NameIndex, drafts: readonly Parsed[]): NameIndex => ({
  ...names,
  public: names.private,
  private: names.public,
  blocks: { public: names.blocks.private, private: names.blocks.public },
  entriesByPath: new Map(drafts.map((draft) => [draft.path, draft])),
})

const meaning = (written: string, found: LinkResolution): Meaning => ({
  written,
  type: found.type,
  ...('path' in found && { path: found.path }),
})

/** Lists the names in the fields of an entry that state relations or works. */
function namesInFields(
  { data, stated }: Parsed,
  isWork: (key: string) => boolean,
): { readonly written: string; readonly kind?: Kind }[] {
  const fields = data as unknown as Readonly<Record<string, readonly unknown[] | undefined>>
  const named = (field: string): { written: string }[] =>
    (fields[field] ?? []).flatMap((each) => (typeof each === 'string' ? [{ written: each }] : []))
  const inquiries = ['inquiries', 'next'].flatMap((field) =>
    ((fields[field] ?? []) as readonly { readonly inquiry: string }[]).map(({ inquiry }) => ({
      written: inquiry,
      kind: 'inquiry' as const,
    })),
  )
  return [
    ...RELATION_NAMES.flatMap(named),
    ...stated.map(({ to }) => ({ written: to })),
    ...inquiries,
    ...named('source').filter(({ written }) => !isWork(written) && !/^https?:/i.test(written)),
  ]
}
