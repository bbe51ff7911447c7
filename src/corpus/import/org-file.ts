/** This file reads what a file of Org says of itself and of its headings, which is all that links between files need. */
import type { Document, FilePath } from '../vocabulary.ts'

/** A `OrgHeading` is a heading that other files may link to. */
export interface OrgHeading {
  readonly text: string
  /** These are its `ID` and its `CUSTOM_ID`. */
  readonly ids: readonly string[]
}

/** An `OrgFile` is a file of Org. */
export interface OrgFile {
  readonly path: FilePath
  /** This is the `ID` of the whole file. It is undefined where org-roam does not know the file. */
  readonly id?: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly topics: readonly string[]
  /** These are the citation keys of the works that the note is about, and other addresses of what it is about. */
  readonly keys: readonly string[]
  readonly refs: readonly string[]
  /** This is a day as YYYY-MM-DD. */
  readonly date?: string
  readonly headings: readonly OrgHeading[]
  /** This counts what no other program can show, by its name: `transclude`, `include`, `clocktable`. */
  readonly left: ReadonlyMap<string, number>
}

/** Reads a file of Org. */
export function readOrgFile({ path, text }: Document): OrgFile {
  const lines = text.split(/\r?\n/)
  const first = lines.findIndex((line) => HEADING.test(line))
  const head = first === -1 ? lines : lines.slice(0, first)
  const own = propertiesIn(head)
  const keywords = new Map(head.flatMap(keywordIn).toReversed())
  const refs = wordsIn(own.get('ROAM_REFS') ?? '')
  const date = /\d{4}-\d{2}-\d{2}/.exec(
    keywords.get('date') ?? keywords.get('created') ?? own.get('CREATED') ?? '',
  )?.[0]
  const id = own.get('ID')
  return {
    path,
    ...(id !== undefined && { id }),
    title: keywords.get('title') || titleFrom(path),
    aliases: wordsIn(own.get('ROAM_ALIASES') ?? ''),
    topics: [...new Set([...tagsIn(keywords.get('filetags') ?? ''), ...lines.flatMap(headingTags)])],
    keys: refs.flatMap((ref) => KEY.exec(ref)?.[1] ?? []),
    refs: refs.filter((ref) => !KEY.test(ref)),
    ...(date !== undefined && { date }),
    headings: lines.flatMap((line, at) => (HEADING.test(line) ? [headingAt(lines, at)] : [])),
    left: leftIn(lines),
  }
}

const HEADING = /^\*+\s+/
const TAGS = /\s+(:[\p{L}\p{N}_@#%:]+:)\s*$/u
const KEY = /^(?:\[?cite:)?@([^\s\];]+)\]?$/

/** Reads the drawer of properties that begins in the first lines, where one does. */
function propertiesIn(lines: readonly string[]): Map<string, string> {
  const from = lines.findIndex((line) => /^\s*:PROPERTIES:\s*$/i.test(line))
  const until = lines.findIndex((line, at) => at > from && /^\s*:END:\s*$/i.test(line))
  if (from === -1 || until === -1) return new Map()
  return new Map(
    lines.slice(from + 1, until).flatMap((line) => {
      const [, name, value] = /^\s*:([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined || !value ? [] : [[name.toUpperCase(), value] as const]
    }),
  )
}

function keywordIn(line: string): (readonly [string, string])[] {
  const [, name, value] = /^#\+(\w+):\s*(.*?)\s*$/.exec(line) ?? []
  return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]]
}

/** Reads words with blanks between them, of which those in quotation marks are one. */
const wordsIn = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').filter(Boolean)

const tagsIn = (text: string): string[] => text.split(/[:\s]+/).filter(Boolean)

const headingTags = (line: string): string[] =>
  HEADING.test(line) ? tagsIn(TAGS.exec(line)?.[1] ?? '').filter((tag) => !OF_ORG.has(tag.toLowerCase())) : []

/** These tags say how Org handles a heading, and nothing of its subject. */
const OF_ORG: ReadonlySet<string> = new Set(['noexport', 'archive', 'ignore'])

function headingAt(lines: readonly string[], at: number): OrgHeading {
  const next = lines.findIndex((line, index) => index > at && HEADING.test(line))
  const properties = propertiesIn(lines.slice(at + 1, next === -1 ? at + 12 : Math.min(next, at + 12)))
  const text = lines[at]!.replace(HEADING, '')
    .replace(TAGS, '')
    .replace(/^(?:TODO|DONE|NEXT|WAITING|CANCELLED)\s+/, '')
    .replace(/^\[#\w\]\s+/, '')
  return { text, ids: ['ID', 'CUSTOM_ID'].flatMap((name) => properties.get(name) ?? []) }
}

function leftIn(lines: readonly string[]): Map<string, number> {
  const left = new Map<string, number>()
  for (const line of lines) {
    const name = /^\s*#\+(transclude|include|begin):\s*(\w*)/i.exec(line)
    if (name === null) continue
    const what = name[1]!.toLowerCase() === 'begin' ? name[2]!.toLowerCase() : name[1]!.toLowerCase()
    left.set(what, (left.get(what) ?? 0) + 1)
  }
  return left
}

/** The name of a file without the time that org-roam writes before it. */
const titleFrom = (path: FilePath): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.org$/i, '')
    .replace(/^\d{14}-(?=.)/, '')
    .replaceAll('_', ' ')
