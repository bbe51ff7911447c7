/**
 * This file gives entries of BibTeX the fields that they take from other entries: by `xdata`, by `crossref`, and as a set
 * (BibLaTeX's manual, 2.4.1, 3.13.5 and 3.13.6). What an entry says itself stands.
 */
import type { RawEntry } from './bibtex-raw.ts'

type Fields = Readonly<Record<string, string>>

/** Nobody nests entries deeper, and an entry may be its own parent by mistake. */
const MAX_DEPTH = 5

/** These fields are those of the parent alone. */
const OWN: ReadonlySet<string> = new Set(
  `abstract annotation annote author crossref doi entryset entrysubtype eprint eprintclass eprinttype archiveprefix execute
  file ids indexsorttitle indextitle keywords label note options pages presort primaryclass related shorthand shorttitle
  sortkey sortname sorttitle title subtitle titleaddon type url urldate xdata xref`.split(/\s+/),
)
/** Works of these types are parts of what they name, and have its title as that of their container. */
const PARTS: ReadonlySet<string> = new Set(
  `article bookinbook conference inbook incollection inproceedings inreference review suppbook suppcollection
  suppperiodical`.split(/\s+/),
)
/** The title of a parent becomes these fields of a part. */
const TITLES = ['title', 'subtitle', 'titleaddon']

/** `Relatives` complete entries from each other. */
export interface Relatives {
  /** Gives an entry with what it has from others. */
  readonly complete: (entry: RawEntry) => RawEntry
  /** Gives the entries of a set, in their order. Any other entry has none. */
  readonly membersOf: (entry: RawEntry) => readonly RawEntry[]
}

/** Finds what the entries of a file have to do with each other. Keys are found without regard to case. */
export function relativesAmong(entries: readonly RawEntry[]): Relatives {
  const byKey = new Map(entries.map((entry) => [entry.label.toLowerCase(), entry] as const))
  const named = (keys = ''): RawEntry[] => keys.split(',').flatMap((key) => byKey.get(key.trim().toLowerCase()) ?? [])
  const complete = (entry: RawEntry, depth: number): RawEntry => {
    const { xdata, crossref, entryset } = entry.properties
    if (depth === 0 || (xdata ?? crossref ?? entryset) === undefined) return entry
    const [parent] = named(crossref).map((each) => complete(each, depth - 1))
    const [member] = entry.type === 'set' ? named(entryset).map((each) => complete(each, depth - 1)) : []
    const data = named(xdata).map((each) => complete(each, depth - 1).properties)
    const own = Object.assign({}, ...data.reverse(), member?.properties, entry.properties) as Fields
    const properties = parent === undefined ? own : { ...inherited(entry.type, parent), ...own }
    return { ...entry, properties, ...(member !== undefined && { type: member.type }) }
  }
  return {
    complete: (entry) => complete(entry, MAX_DEPTH),
    membersOf: ({ type, properties }) =>
      type === 'set' ? named(properties['entryset']).map((each) => complete(each, MAX_DEPTH)) : [],
  }
}

/** Gives the fields that a work of a type has from its parent. */
function inherited(type: string, parent: RawEntry): Fields {
  const { properties } = parent
  const fields = Object.fromEntries(Object.entries(properties).filter(([name]) => !OWN.has(name)))
  const prefix = parent.type.startsWith('mv') ? 'main' : PARTS.has(type) ? containerOf(type) : undefined
  if (prefix === undefined) return fields
  const titles = TITLES.flatMap((name) => (properties[name] === undefined ? [] : [[prefix + name, properties[name]]]))
  return { ...authorsOf(type, parent), ...(Object.fromEntries(titles) as Fields), ...fields }
}

/** A part of a book has the authors of the book beside its own. A volume is by those who wrote the whole. */
function authorsOf(type: string, { type: parentType, properties: { author } }: RawEntry): Fields {
  if (author === undefined) return {}
  if (parentType.startsWith('mv') && !PARTS.has(type)) return { author }
  return type.includes('inbook') ? { bookauthor: author } : {}
}

const containerOf = (type: string): string => (/^(?:article|review|suppperiodical)$/.test(type) ? 'journal' : 'book')
