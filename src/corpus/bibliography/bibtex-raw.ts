/** This file parses the entries of a BibTeX file as far as their fields, whose texts stay as LaTeX. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { bibtexEntries, endOfBraces, type BibtexEntry } from './bibtex-entries.ts'

/** A `RawEntry` is an entry whose fields are not read yet. Names of fields are in small letters. */
export interface RawEntry {
  /** This is the type of the entry, in small letters. */
  readonly type: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
  readonly annotations?: object
  /** This is the offset of the entry in the file, in UTF-16 code units. */
  readonly offset: number
  /** These are the names of strings that the entry uses and that nothing defines. They stand for themselves. */
  readonly undefinedStrings: readonly string[]
}

/** An `UnreadEntry` is an entry that does not parse. */
export interface UnreadEntry {
  readonly offset: number
  /** This says why, as part of a sentence. */
  readonly reason: string
}

/** Parses the entries of a file. They are in the order of the file. */
export function rawEntries(text: string): (RawEntry | UnreadEntry)[] {
  const entries = bibtexEntries(text)
  const { defaultStrings } = plugins.config.get('@bibtex').constants
  const before = { ...defaultStrings }
  try {
    for (const entry of entries) if (entry.kind === 'string') Object.assign(defaultStrings, stringsOf(entry))
    const works = entries.filter(({ kind }) => kind !== 'string')
    return chunksOf(works).flatMap((chunk) => rawChunk(chunk, defaultStrings))
  } finally {
    for (const name of Object.keys(defaultStrings)) if (!(name in before)) Reflect.deleteProperty(defaultStrings, name)
    Object.assign(defaultStrings, before)
  }
}

type Strings = Readonly<Record<string, string | number>>

/** The library forgets strings with the text that it parses, so a definition is parsed as an entry with one field. */
function stringsOf({ text }: BibtexEntry): Strings {
  try {
    return parsed(text.replace(/^@\w+\s*([{(])/, '@misc$1string,')).properties
  } catch {
    return {}
  }
}

/** So many entries are parsed together, because the library copies all strings each time. */
const CHUNK = 50

const chunksOf = (entries: readonly BibtexEntry[]): BibtexEntry[][] =>
  Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, index) =>
    entries.slice(index * CHUNK, (index + 1) * CHUNK),
  )

/** Parses entries together, and one by one where one of them does not parse or holds others. */
function rawChunk(entries: readonly BibtexEntry[], strings: Strings): (RawEntry | UnreadEntry)[] {
  try {
    const all = plugins.input.data(entries.map(untyped).join('\n'), '@biblatex/text') as Parsed[]
    if (all.length === entries.length && all.every(({ label }, index) => entries[index]!.text.includes(label)))
      return all.map((entry, index) => rawOf(entry, entries[index]!, strings))
  } catch {
    // Which one it is comes out below.
  }
  return entries.map((entry) => rawEntry(entry, strings))
}

function rawEntry(entry: BibtexEntry, strings: Strings): RawEntry | UnreadEntry {
  try {
    return rawOf(parsed(untyped(entry)), entry, strings)
  } catch (error) {
    return { offset: entry.offset, reason: reasonOf(error) }
  }
}

/** Gives the text of an entry with the type `misc`. The library takes `@commentary` for a comment. */
const untyped = ({ kind, text }: BibtexEntry): string => `@misc${text.slice(1 + kind.length)}`

const rawOf = (entry: Parsed, { kind, offset, text }: BibtexEntry, strings: Strings): RawEntry => ({
  ...withUndefined(entry, text, strings),
  type: kind,
  offset,
})

/** What the library makes of the text of an entry, but for its type, which is known. */
interface Parsed {
  readonly label: string
  readonly properties: Readonly<Record<string, string | number>>
  readonly annotations?: object
}

/** Parses the text of one entry. Remarks may stand after it, and some of them would not parse. */
function parsed(text: string): Parsed {
  try {
    return first(text)
  } catch (error) {
    const end = endOfBraces(text)
    if (end === undefined || text.slice(end).trim() === '') throw error
    return first(text.slice(0, end))
  }
}

function first(text: string): Parsed {
  const [entry] = plugins.input.data(text, '@biblatex/text') as Parsed[]
  if (entry === undefined) throw new Error('it has no fields')
  return entry
}

/** Lets strings that nothing defines stand for themselves, where the library has nothing in their place. */
function withUndefined(entry: Parsed, text: string, strings: Strings): Omit<RawEntry, 'offset' | 'type'> {
  const undefinedStrings: string[] = []
  if (Object.values(entry.properties).every((value) => typeof value === 'string' && value !== ''))
    return { ...entry, properties: entry.properties as Readonly<Record<string, string>>, undefinedStrings }
  const properties = Object.entries(entry.properties).map(([name, value]) => {
    if (value !== '') return [name, String(value)]
    const used = new RegExp(String.raw`[{,\s]${name.replace(/\W/g, String.raw`\$&`)}\s*=\s*([a-z][\w:+-]*)`, 'i').exec(
      text,
    )?.[1]
    if (used === undefined || used.toLowerCase() in strings) return [name, '']
    // The name of a month says what it is.
    if (name !== 'month') undefinedStrings.push(used)
    return [name, used]
  })
  return { ...entry, properties: Object.fromEntries(properties) as Record<string, string>, undefinedStrings }
}

/** These are the errors of the parser in words. Its first line has the number of a line of the entry, not of the file. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/got EOF/, 'a brace or a quote is never closed'],
  [/expected "label"/, 'it has no key'],
  [/expected "comma"/, 'no comma stands after its key'],
  [/expected "rbrace", got "(?:identifier|number)"/, 'a comma between two fields is missing'],
  [/expected "equals"/, 'the name of a field has no value after it'],
  [/expected "lbrace"/, 'a field has no value'],
]

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (
    REASONS.find(([pattern]) => pattern.test(message))?.[1] ??
    (message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?/, '')
  )
}
