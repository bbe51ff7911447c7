import type { z } from 'zod'
import { SCHEMAS } from '../../src/corpus/schema/fields.ts'
import { inlineSourceSchema } from '../../src/corpus/schema/inline-source.ts'
import { effectParts } from '../../src/corpus/schema/effect.ts'
import { checkedParts, studyParts } from '../../src/corpus/schema/study.ts'
import { bareKey, spellings } from '../../src/corpus/schema/spellings.ts'
import { settingsSchema } from '../../src/corpus/settings.ts'

const INTRODUCTION = `# Fields

Every field of the frontmatter, and every setting of \`site.yaml\`, as the schemas describe them. This page is written by
\`npm run docs:fields\`, and a test compares it with them. \`throughline schema note\` prints the same for programs, and
[editors](editors.md) complete it.

Keys match whatever their case, and spaces, \`_\` and \`-\` in them do not count: \`citation_style\` is \`citationStyle\`. Other spellings
that are read are named with each field. A list may be a single value, and an empty value counts as not written.
`

/** Returns the text of `docs/fields.md`. */
export const fieldsPage = (): string =>
  [
    INTRODUCTION,
    section('Every entry', 'What inquiries, notes, pages and canvases may say.', SCHEMAS.page, sharedNames()),
    section('Inquiries', 'A question, and the state of its answer.', SCHEMAS.inquiry, namesOf(SCHEMAS.inquiry)),
    section('Notes', 'One claim, drawn from a source.', SCHEMAS.note, namesOf(SCHEMAS.note)),
    section('Relations', 'What an inquiry or a note states of other entries.', SCHEMAS.note, relationNames()),
    section('Pages', 'Anything else, and the text on a topic.', SCHEMAS.page, namesOf(SCHEMAS.page)),
    section('A work in a note', 'Under `source`, where the bibliography lacks the work.', inlineSourceSchema),
    section(
      'The study behind a note',
      'Under `study`. [How sure we are](evidence.md) says how pages show it.',
      studyParts,
    ),
    section('An effect of a study', 'Under `effect` of `study`: one, or a list of them.', effectParts),
    section('Who checked a study', 'Under `checked` of `study`.', checkedParts),
    section('Settings', 'What `site.yaml` says of the whole site.', settingsSchema),
  ].join('\n')

const keysOf = (schema: z.ZodObject): string[] => Object.keys(schema.shape)

const sharedNames = (): string[] =>
  keysOf(SCHEMAS.page).filter((name) => name in SCHEMAS.inquiry.shape && name in SCHEMAS.note.shape)

/** The names of the relations, which inquiries and notes share, and pages do not have. */
const relationNames = (): string[] =>
  keysOf(SCHEMAS.note).filter((name) => name in SCHEMAS.inquiry.shape && !OF_BOTH.has(name) && !isShared(name))

/** These are no relations, though both have them. */
const OF_BOTH: ReadonlySet<string> = new Set(['topics', 'audit'])

const isShared = (name: string): boolean => sharedNames().includes(name)

const namesOf = (schema: z.ZodObject): string[] =>
  keysOf(schema).filter((name) => !isShared(name) && !relationNames().includes(name))

function section(title: string, about: string, schema: z.ZodObject, names = keysOf(schema)): string {
  const rows = names.map((name) => {
    const { description = '' } = schema.shape[name] as z.ZodType
    return `| \`${name}\` | ${inCell(description)}${spelledOf(schema, name)} |`
  })
  return [`## ${title}\n`, `${about}\n`, '| Field | What it says |', '| --- | --- |', ...rows, ''].join('\n')
}

/** Names the other spellings of a field. */
function spelledOf(schema: z.ZodObject, name: string): string {
  const others = [...spellings(schema)].flatMap(([word, field]) =>
    field === name && word !== bareKey(name) ? [`\`${word}\``] : [],
  )
  return others.length === 0 ? '' : ` Also ${others.join(', ')}.`
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
