/** Random corpora. */
import fc from 'fast-check'
import type { Files } from './corpus.ts'
import { type FilePath, type Role, ROLES } from '../../src/corpus/vocabulary.ts'

/** Names that meet each other: in case, in composition, in what addresses make of them. */
const NAMES = [
  'a',
  'A',
  'b',
  'a b',
  'a-b',
  'Über',
  'über',
  '漢字',
  'ﬁ',
  'İ',
  'ß',
  'x.md',
  'C++',
  "it's",
  '%20',
  '¿',
  '-',
]
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NAMES) },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
    .map((name) => name.normalize('NFC'))
    .filter((name) => !/^\.|[/\0]/.test(name)),
)

const path: fc.Arbitrary<FilePath> = fc
  .tuple(
    fc.constantFrom('notes', 'inquiries', 'pages', ''),
    fc.array(name, { maxLength: 2 }),
    name,
    fc.constantFrom('md', 'md', 'markdown', 'MD'),
  )
  .map(([kind, folders, name, extension]) => [kind, ...folders, `${name}.${extension}`].filter(Boolean).join('/'))

/** Paths of Markdown files, all different, in any language. */
export const anyPaths = (): fc.Arbitrary<FilePath[]> => fc.uniqueArray(path, { minLength: 1, maxLength: 8 })

export interface AnyEntry {
  readonly path: FilePath
  readonly title: string
  readonly isPrivate: boolean
  /** Of a note: the inquiries it serves. Of an inquiry: those to go on to. */
  readonly inquiries: readonly { readonly to: FilePath; readonly role: Role; readonly because: string }[]
  readonly notes: readonly { readonly to: FilePath; readonly role: Role }[]
  readonly cites: readonly FilePath[]
}

const INQUIRIES = ['inquiries/a.md', 'inquiries/Über/a.md', 'inquiries/漢字.md']
const NOTES = ['notes/a.md', 'notes/b c.md', 'notes/deep/a.md', 'n.md', 'notes/ü.markdown']
const role = fc.constantFrom(...ROLES)

const entry = (path: FilePath): fc.Arbitrary<AnyEntry> =>
  fc.record({
    path: fc.constant(path),
    title: fc.constantFrom('T', 'U', '*V*'),
    isPrivate: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
    inquiries: fc.array(
      fc.record({ to: fc.constantFrom(...INQUIRIES), role, because: fc.constantFrom('so', '“it is”', 'a: b') }),
      { maxLength: 3 },
    ),
    notes: fc.array(fc.record({ to: fc.constantFrom(...NOTES), role }), { maxLength: 3 }),
    cites: fc.array(fc.constantFrom(...NOTES, ...INQUIRIES), { maxLength: 3 }),
  })

/** Inquiries and notes that name each other at random, drafts among them. */
export const anyGarden = (): fc.Arbitrary<AnyEntry[]> => fc.tuple(...[...INQUIRIES, ...NOTES].map(entry))

export function filesOf(entries: readonly AnyEntry[]): Files {
  return Object.fromEntries(entries.map((entry) => [entry.path, textOf(entry)]))
}

/** JSON is YAML too. */
function textOf({ path, title, isPrivate, inquiries, notes, cites }: AnyEntry): string {
  const asked = inquiries.map(({ to, role, because }) => ({ inquiry: `/${to}`, role, because }))
  const related = ROLES.map((role) => [role, notes.filter((note) => note.role === role).map(({ to }) => `/${to}`)])
  const fields = path.startsWith('inquiries/')
    ? { title, draft: isPrivate, next: asked.map(({ inquiry, because }) => ({ inquiry, because })) }
    : { title, draft: isPrivate, inquiries: asked, ...(Object.fromEntries(related) as Record<Role, string[]>) }
  const yaml = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return `---\n${yaml.join('\n')}\n---\n${cites.map((to) => `Cites [[/${to}]].`).join('\n\n')}\n`
}
