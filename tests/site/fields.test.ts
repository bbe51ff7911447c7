/**
 * Every field of a schema is on the page of an entry that has it. The compiler demands a line here for each field, so
 * that one that is added to a schema cannot be forgotten on its page.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { RELATION_NAMES, type RelationField } from '../../src/corpus/relation-words.ts'
import type { InquiryData, NoteData, PageData } from '../../src/corpus/schema/fields.ts'
import { contentFolder } from '../support/content-folder.ts'
import { pagesOf } from '../support/html.ts'
import { buildSite } from '../support/site.ts'

/** What is written after the name of the field, and what the page then holds; or why the page holds nothing of it. */
type Field = { readonly written: string; readonly shown: string } | { readonly notShown: string }
type Fields<Data> = Readonly<Record<keyof Data, Field>>

const titleOf = (relation: RelationField): string => `The note of ${relation}`

const RELATIONS = Object.fromEntries(
  RELATION_NAMES.map((relation) => [relation, { written: relation.toLowerCase(), shown: titleOf(relation) }]),
) as Fields<Pick<NoteData, RelationField>>

const SHARED = {
  title: { written: 'A title', shown: '>A title</h1>' },
  aliases: { notShown: 'It is another name for links and for the search.' },
  permalink: { notShown: 'A page at that address leads to the entry.' },
  redirectFrom: { notShown: 'Pages at those addresses lead to the entry.' },
  lang: { written: 'de', shown: 'lang="de"' },
  translations: { notShown: 'It says which entries are the same; tests/site/translations.test.ts has two languages.' },
  draft: { notShown: 'It keeps the entry off the site.' },
  publish: { notShown: 'It keeps the entry off the site.' },
} as const

const UPDATED = { written: '2026-03-01', shown: 'datetime="2026-03-01"' }
const CREATED = { notShown: 'The day of the last change stands in its place.' }
const TOPICS = { written: '[moons]', shown: 'href="/topics/moons/"' }
const AUDIT = { notShown: 'The page of the audit shows it.' }

const INQUIRY: Fields<InquiryData> = {
  ...SHARED,
  ...RELATIONS,
  created: CREATED,
  updated: UPDATED,
  lede: { written: 'What frames it.', shown: 'What frames it.' },
  answer: { written: 'The moon.', shown: 'The moon.' },
  status: { written: 'leaning', shown: 'leaning' },
  certainty: { written: 'low', shown: 'Certainty: low' },
  reasons: { notShown: 'The page of what the answer rests on shows them.' },
  topics: TOPICS,
  pool: { notShown: 'The page of findings shows what comes of it.' },
  next: { written: '[{ inquiry: other, because: It follows. }]', shown: 'It follows.' },
  audit: AUDIT,
}

const NOTE: Fields<NoteData> = {
  ...SHARED,
  ...RELATIONS,
  created: CREATED,
  updated: UPDATED,
  claim: { written: 'It pulls.', shown: 'It pulls.' },
  inquiries: { written: '[{ inquiry: other, because: It bears on it. }]', shown: 'It bears on it.' },
  quote: { written: 'Word for word.', shown: 'Word for word.' },
  source: { written: '{ title: The Tides, authors: [Ann Lee] }', shown: 'The Tides' },
  topics: TOPICS,
  study: { written: '{ design: benchmark, n: 412, counted: tides }', shown: '412 tides' },
  audit: AUDIT,
}

const PAGE: Fields<PageData> = {
  ...SHARED,
  created: { notShown: 'Citations of the page have it, where git knows the page.' },
  updated: { notShown: 'Citations of the page have it, where git knows the page.' },
  description: { written: 'What it is about.', shown: '<meta name="description" content="What it is about."' },
}

function entry(fields: Readonly<Record<string, Field>>): string {
  const lines = Object.entries(fields).flatMap(([name, field]) =>
    'written' in field ? [`${name}: ${field.written}\n`] : [],
  )
  return `---\n${lines.join('')}---\nText.\n`
}

const { dist, status, stderr } = await buildSite(
  'fields',
  contentFolder({
    'site.yaml': 'title: Fields\n',
    'inquiries/one.md': entry(INQUIRY),
    'inquiries/other.md': '---\ntitle: The other\n---\n',
    'notes/one.md': entry(NOTE),
    'pages/one.md': entry(PAGE),
    ...Object.fromEntries(
      RELATION_NAMES.map((relation) => [
        `notes/${relation.toLowerCase()}.md`,
        `---\ntitle: ${titleOf(relation)}\n---\n`,
      ]),
    ),
  }),
)
const pages = pagesOf(dist)

test('the site is built', () => assert.equal(status, 0, stderr))

for (const [address, fields] of Object.entries({ '/inquiries/one/': INQUIRY, '/notes/one/': NOTE, '/one/': PAGE }))
  describe(`${address} shows`, () => {
    for (const [name, field] of Object.entries(fields))
      if ('shown' in field)
        test(name, () => assert.ok(pages.get(address)?.includes(field.shown), `${field.shown} is on ${address}`))
  })
