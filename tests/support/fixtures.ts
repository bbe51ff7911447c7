/** Opens the fixture vaults as the site does, and says in lines what came of them. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Entry, InquiryEntry, NoteEntry } from '../../src/corpus/model/entry.ts'
import type { Link, Parsed } from '../../src/corpus/model/parsed.ts'
import { render } from '../../src/corpus/render/render.ts'
import { Site } from '../../src/site/site.ts'
import { said } from './corpus.ts'
import type { FilePath } from '../../src/corpus/vocabulary.ts'
import type { LinkResolution } from '../../src/corpus/model/resolved.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

export const folderOf = (name: string): string => join(FIXTURES, name, 'content')

export interface Shape {
  readonly site: Site
  /** `note /notes/a/ The title`, by path. */
  readonly entries: Readonly<Record<FilePath, string>>
  /** The links of each file in reading order, as written, and where each leads: `name#part → a.md#part`. */
  readonly links: Readonly<Record<FilePath, readonly string[]>>
  readonly topics: Readonly<Record<FilePath, readonly string[]>>
  /** `a.md:2:8 error field-value The field …` */
  readonly problems: readonly string[]
  readonly html: (path: FilePath) => string
  readonly note: (path: FilePath) => NoteEntry
  readonly inquiry: (path: FilePath) => InquiryEntry
}

/**
 * A copy of a fixture with more files in it: those whose names not every system can have. Gone when the tests are done.
 */
export function copyOf(name: string, more: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-shape-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(folderOf(name), folder, { recursive: true })
  for (const [path, text] of Object.entries(more)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

export async function shapeOf(folder: string): Promise<Shape> {
  const site = await Site.open(folder)
  const { entries, addresses, resolutions } = site.corpus
  const entryOf = <K extends Entry['kind']>(path: FilePath, ...kinds: K[]): Extract<Entry, { kind: K }> => {
    const parsed = entries.get(path)
    const entry = parsed && render(site.corpus, parsed)
    if (entry === undefined || !(kinds as string[]).includes(entry.kind))
      throw new Error(`${path} is ${entry?.kind ?? 'nothing'}`)
    return entry as Extract<Entry, { kind: K }>
  }
  const ofEach = <T>(what: (parsed: Parsed) => T): Record<FilePath, T> =>
    Object.fromEntries([...entries.values()].map((parsed) => [parsed.path, what(parsed)]))
  const ofSome = (what: (parsed: Parsed) => readonly string[]): Record<FilePath, readonly string[]> =>
    Object.fromEntries(Object.entries(ofEach(what)).filter(([, some]) => some.length > 0))
  return {
    site,
    entries: ofEach(({ path, kind, title }) => `${kind} ${addresses.get(path) ?? ''} ${title}`),
    links: ofSome(({ path, links }) =>
      links.map((link, at) => `${written(link)} → ${led(resolutions.get(path)?.[at])}`),
    ),
    topics: ofSome(({ topics }) => topics),
    problems: site.problems.map((problem) => `${problem.file ?? ''}:${said(problem)}`),
    html: (path) => entryOf(path, 'inquiry', 'note', 'page', 'canvas').html,
    note: (path) => entryOf(path, 'note'),
    inquiry: (path) => entryOf(path, 'inquiry'),
  }
}

/** What a note states and what is stated of it: `supports A`, `supports inquiry Q`, `disputed by B`. */
export function relationsOf({ serves, relates, relatedBy }: NoteEntry): string[] {
  return [
    ...serves.map(({ inquiry, role }) => `${role ?? 'cited in'} inquiry ${inquiry.title}`),
    ...relates.map(({ note, role, label }) => `${label ?? role ?? ''} ${note.title}`),
    ...relatedBy.map(({ note, role, label }) => `${label ?? role ?? ''} from ${note.title}`),
  ]
}

/** What bears on an inquiry, and what it leads to: `supports from A`, `next B`. */
export function evidenceOf({ evidence, next, leadHere }: InquiryEntry): string[] {
  return [
    ...evidence.map(({ note, role }) => `${role ?? 'cites'} from ${note.title}`),
    ...next.map(({ inquiry }) => `next ${inquiry.title}`),
    ...leadHere.map(({ inquiry }) => `led here from ${inquiry.title}`),
  ]
}

const FORMS: Readonly<Record<Link['form'], string>> = {
  link: '',
  picture: 'picture ',
  embed: 'embed ',
  topic: '#',
  citation: '@',
  card: 'card ',
}

const written = ({ form, relation, target, fragment }: Link): string =>
  (relation === undefined ? '' : `${relation}:: `) + FORMS[form] + withFragment(target, fragment)

const withFragment = (target: string, fragment: string | undefined): string =>
  fragment === undefined ? target : `${target}#${fragment}`

function led(resolution: LinkResolution | undefined): string {
  switch (resolution?.type) {
    case 'found':
      return withFragment(resolution.path, resolution.fragment)
    case 'file':
      return `file ${resolution.path}`
    case 'ambiguous':
      return `ambiguous ${resolution.candidates.join(', ')}`
    case 'fragment-missing':
      return `${resolution.path}, no such place`
    case 'source':
    case 'topic':
      return `${resolution.type} ${resolution.key}`
    default:
      return resolution?.type ?? 'nothing'
  }
}
