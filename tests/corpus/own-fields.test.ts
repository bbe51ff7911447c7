/** Fields and plugins that the owner of a site declares. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { DEFAULT_DIALECT, parse } from '../../src/corpus/parse.ts'
import type { Dialect, OwnField } from '../../src/corpus/site-config.ts'
import { searchRecord } from '../../src/corpus/search/record.ts'
import { render } from '../../src/corpus/render/render.ts'
import { listViews } from '../../src/corpus/lists/list-views.ts'
import { notePlan } from '../../src/corpus/lists/listings.ts'
import { ownFacetsOf } from '../../src/corpus/lists/own-facets.ts'
import { corpusOf, linked, said, shown } from '../support/corpus.ts'

const field = (name: string, schema: z.ZodType, more: Partial<OwnField> = {}): OwnField => ({
  name,
  label: name,
  kinds: ['inquiry', 'note', 'page'],
  schema,
  isShown: true,
  isSearchable: false,
  isFilterable: false,
  ...more,
})

const read = (frontmatter: string, ...ownFields: OwnField[]) =>
  parse({ path: 'notes/x.md', text: `---\ntitle: X\n${frontmatter}\n---\n` }, { ...DEFAULT_DIALECT, ownFields })

test('a value is read in every spelling of its field, and written in words', () => {
  const words = (written: string, schema: z.ZodType) =>
    read(`Study-Design: ${written}`, field('study_design', schema)).parsed!.own?.map(({ text }) => text)
  assert.deepEqual(words('review', z.string()), ['review'])
  assert.deepEqual(words('[a, b]', z.array(z.string())), ['a, b'])
  assert.deepEqual(words('317', z.number()), ['317'])
  assert.deepEqual(words('317', z.string()), ['317'])
  assert.deepEqual(words('true', z.boolean()), ['true'])
  assert.deepEqual(words('2006-05-01', z.coerce.date()), ['2006-05-01'])
  assert.equal(words('', z.string().nullable()), undefined)
})

test('a value that is wrong is left out, and an error says where it is', () => {
  const { parsed, problems } = read('grades: [1, x]', field('grades', z.array(z.number())))
  assert.equal(parsed!.own, undefined)
  assert.match(
    said(problems[0]!),
    /^3:13 error field-value The field "grades\.1" is wrong: Invalid input: expected number/,
  )
})

test('a field belongs to the kinds that it names', () => {
  const { parsed } = read('design: review', field('design', z.string(), { kinds: ['inquiry'] }))
  assert.deepEqual(parsed!.unread, ['design'])
})

test('the search has the fields by which entries are found, and no others', () => {
  const { parsed } = read(
    'design: review\ngrade: low',
    field('design', z.string(), { isSearchable: true }),
    field('grade', z.string()),
  )
  const { corpus } = linked({ 'notes/x.md': '---\ntitle: X\n---\n' })
  const { html } = searchRecord({ ...render(corpus, corpus.entries.get('notes/x.md')!), own: parsed!.own! }, 'en')
  assert.match(html, /design: review/)
  assert.doesNotMatch(html, /grade/)
})

test('the search and lists are narrowed by each item of a field that says so', () => {
  const many = Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [
      `notes/${at}.md`,
      `---\ntitle: N${at}\nStudy design: ${at === 0 ? '[R/C trial, survey]' : at < 9 ? 'R/C trial' : 'survey'}\n---\n`,
    ]),
  )
  const design = field('study design', z.union([z.string(), z.array(z.string())]), {
    label: 'Design',
    isFilterable: true,
  })
  const { corpus, note } = corpusOf(many, undefined, undefined, [], {}, [design, field('grade', z.string())])
  const { html } = searchRecord(note('notes/0.md'), 'en')
  for (const value of ['R/C trial', 'survey'])
    assert.ok(html.includes(`<meta data-pagefind-filter="field-study-design[content]" content="${value}">`), html)
  assert.deepEqual(ownFacetsOf(corpus.entries.values(), 'en'), [
    { field: 'study design', label: 'Design', values: ['R/C trial', 'survey'] },
  ])
  const views = listViews(corpus.settings, notePlan(corpus))
  const [menu] = views.flatMap(({ menu }) => menu ?? [])
  const facet = menu!.facets.find(({ label }) => label === 'Design')!
  assert.deepEqual(
    facet.values.map(({ value, count, href }) => [value, count, href]),
    [
      ['R/C trial', 9, '/notes/with/field-study-design/r-c-trial/'],
      ['survey', 16, '/notes/with/field-study-design/survey/'],
    ],
  )
  const part = views.find(({ address }) => address === '/notes/with/field-study-design/r-c-trial/')!
  assert.deepEqual([part.narrowed?.label, part.total], ['Design', 9])
})

test('plugins change the text, and what they add is sanitised', () => {
  interface Tree {
    children: object[]
  }
  const plugins: Dialect['plugins'] = {
    remark: [() => (tree: Tree) => void tree.children.push({ type: 'html', value: '<script>a()</script>' })],
    rehype: [
      [
        (name: string) => (tree: Tree) =>
          void tree.children.push({ type: 'element', tagName: name, properties: { onClick: 'a()' }, children: [] }),
        'kbd',
      ],
    ],
  }
  const { parsed } = parse({ path: 'notes/x.md', text: 'One [[two]].\n' }, { ...DEFAULT_DIALECT, plugins })
  assert.match(shown(parsed!), /One \{open 0\}\{words 0\}\{close 0\}\./)
  assert.match(shown(parsed!), /<kbd><\/kbd>/)
  assert.doesNotMatch(shown(parsed!), /script|onclick/i)
})
