/**
 * This file makes files of entries, as expressions see them. What is slow to find out is found out when it is asked.
 */
import { folderOf } from '../names/file-path.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import type { FilePath } from '../vocabulary.ts'
import { readInstant } from './date-values.ts'
import { fieldsOf, MAX_VALUES, tagsIn, valueOf } from './properties.ts'
import { is, isList, tag, type FileValue, type Instant, type LinkValue, type TagValue, type Value } from './values.ts'

/** A `FileSource` is what a file of an entry is made from. */
export interface FileSource {
  readonly entry: Parsed
  /** These are the resolutions of the links of the entry, at the same indices. */
  readonly resolutions: readonly LinkResolution[]
  /** Resolves the name of a link in the frontmatter. The result is undefined where it is not public. */
  readonly link: (inside: string, from: FilePath) => LinkValue | undefined
  /** This is the day of the commit that last changed the file, where git knows it. */
  readonly revised?: string | undefined
}

/** An `EntryFile` is a public entry as expressions see it. */
export class EntryFile implements FileValue {
  readonly type = 'file'
  readonly path: FilePath
  readonly name: string
  readonly basename: string
  readonly ext: string
  readonly folder: string
  readonly #source: FileSource
  #properties: ReadonlyMap<string, Value> | undefined
  #links: readonly LinkValue[] | undefined

  constructor(source: FileSource) {
    const { path } = source.entry
    this.#source = source
    this.path = path
    this.folder = folderOf(path)
    const named = nameAndExtension(path)
    this.basename = named.name
    this.ext = named.ext
    this.name = named.name
  }

  get size(): number {
    return new TextEncoder().encode(this.#source.entry.text).length
  }

  get properties(): ReadonlyMap<string, Value> {
    return (this.#properties ??= this.#readProperties())
  }

  #readProperties(): ReadonlyMap<string, Value> {
    const { entry, link } = this.#source
    const names = { link: (inside: string) => link(inside, entry.path), left: MAX_VALUES }
    return new Map(
      Object.entries(fieldsOf(entry)).map(([key, written]) => [
        key,
        /^tags?$/i.test(key) ? tagsIn(written) : valueOf(written, names),
      ]),
    )
  }

  get tags(): readonly TagValue[] {
    const fields = Object.entries(fieldsOf(this.#source.entry))
    const inFields = fields.flatMap(([key, written]) => (/^tags?$/i.test(key) ? tagsIn(written) : []))
    const inText = this.#source.entry.links.flatMap(({ form, target }) => (form === 'topic' ? [tag(target)] : []))
    const all = [...inFields.filter((each) => is(each, 'tag')), ...inText]
    return [...new Map(all.map((each) => [each.name.toLowerCase(), each])).values()]
  }

  get links(): readonly LinkValue[] {
    return (this.#links ??= distinctLinks([...this.#linksOf(() => true), ...linksIn([...this.properties.values()])]))
  }

  get embeds(): readonly LinkValue[] {
    return this.#linksOf(({ form, base }) => (form === 'embed' && base === undefined) || form === 'picture')
  }

  get created(): Instant | undefined {
    return dateOf(this.#source.entry.data.created)
  }

  /** This is the day of the last change that the note states, or else that of the last commit or of the creation. */
  get updated(): Instant | undefined {
    return dateOf(this.#source.entry.data.updated) ?? dateOf(this.#source.revised) ?? this.created
  }

  #linksOf(accept: (link: Link) => boolean): LinkValue[] {
    const { entry, resolutions } = this.#source
    return entry.links.flatMap((link, index) => {
      const resolution = resolutions[index]
      const found = resolution && accept(link) ? linkOf(link.target, resolution) : undefined
      return found === undefined || found.name === '' ? [] : [found]
    })
  }
}

/** Gives the day of a date that may be a year or a month. */
export const dateOf = (date: string | undefined): Instant | undefined =>
  date === undefined ? undefined : readInstant(`${date}${'-01-01'.slice(date.length - 4)}`)

/** Parts the name of a file from its extension. */
export function nameAndExtension(path: FilePath): { name: string; ext: string } {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const dot = file.lastIndexOf('.')
  return dot > 0 ? { name: file.slice(0, dot), ext: file.slice(dot + 1) } : { name: file, ext: '' }
}

/**
 * Makes the link of a resolution. It is undefined for what is no link to a file. A link to an entry that is not public
 * has no name.
 */
export function linkOf(name: string, resolution: LinkResolution): LinkValue | undefined {
  switch (resolution.type) {
    case 'found':
    case 'fragment-missing':
    case 'file':
    case 'base':
      return { type: 'link', name: name === '' ? nameAndExtension(resolution.path).name : name, path: resolution.path }
    case 'missing':
    case 'ambiguous':
      return { type: 'link', name }
    case 'private':
    case 'unread':
      return { type: 'link', name: '' }
    default:
      return undefined
  }
}

function* linksIn(values: readonly Value[]): Generator<LinkValue> {
  for (const value of values)
    if (is(value, 'link')) yield value
    else if (isList(value)) yield* linksIn(value)
    else if (is(value, 'object')) yield* linksIn([...value.entries.values()])
}

/** Gives each link once. Links that lead nowhere are the same where their names are. */
function distinctLinks(links: readonly LinkValue[]): LinkValue[] {
  const byTarget = new Map<string, LinkValue>()
  for (const link of links) {
    const target = link.path ?? `? ${link.name.toLowerCase()}`
    if (!byTarget.has(target)) byTarget.set(target, link)
  }
  return [...byTarget.values()]
}

/** Makes a file that is no entry: an attachment, or a base. */
export function plainFile(path: FilePath): FileValue {
  const { name, ext } = nameAndExtension(path)
  return {
    type: 'file',
    path,
    name: ext === '' ? name : `${name}.${ext}`,
    basename: name,
    ext,
    folder: folderOf(path),
    size: undefined,
    properties: new Map(),
    tags: [],
    links: [],
    embeds: [],
    created: undefined,
    updated: undefined,
  }
}
