/** Frontmatter: what is written is kept, and what is wrong is said once, at its place. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { InquiryData, NoteData } from '../../../src/corpus/schema/fields.ts'
import { problemsOf, read, shown } from '../../support/corpus.ts'

const file = (yaml: string, body = 'Body'): string => `---\n${yaml}\n---\n${body}`
const note = (yaml: string): NoteData => read(file(yaml)).data as NoteData
const inquiry = (yaml: string): InquiryData => read(file(yaml), 'inquiries/x.md').data as InquiryData

describe('values stay what was written', () => {
  for (const title of ['1917', '2022-12-30', '012', '1e3', '0x1F', 'true', 'yes', '1_000', '12:30:45', '[[x]]'])
    test(`the title ${title} is text`, () => assert.equal(note(`title: ${title}`).title, title))

  for (const nothing of ['', ' null', ' ~', ' []', ' ""', '\n  -\n  - null'])
    test(`aliases:${JSON.stringify(nothing)} are none`, () => assert.deepEqual(note(`aliases:${nothing}`).aliases, []))

  test('a date keeps what was written of it, and one that may be read in two ways is told', () => {
    assert.equal(note('date: [[2021-03-05]]').created, '2021-03-05')
    assert.equal(note('date: March 2021').created, '2021-03')
    assert.equal(note('date: 2021').created, '2021')
    const text = file('date: 05/03/2021')
    assert.equal(read(text).data.created, '2021')
    assert.deepEqual(problemsOf(text), [
      '2:7 warning date-ambiguous The day and the month of "05/03/2021" may be the other way round, so only its year is shown. Write the date as 2026-11-23.',
    ])
  })

  test('aliases on one line are parted by commas, and those of a list are not', () => {
    assert.deepEqual(note('aliases: Alpha one, Beta two,').aliases, ['Alpha one', 'Beta two'])
    assert.deepEqual(note('aliases: ["One, with a comma"]').aliases, ['One, with a comma'])
    assert.deepEqual(note('alias: "[[a, b]], c"').aliases, ['[[a, b]]', 'c'])
  })

  test('a merge key brings in what it names, privacy included, and an own field stands before it', () => {
    const merged = 'defaults: &all\n  draft: true\n  topics: [moss]\n  title: Of all\n<<: *all\ntitle: Own'
    const { draft, topics, title } = note(merged)
    assert.deepEqual({ draft, topics, title }, { draft: true, topics: ['moss'], title: 'Own' })
    assert.deepEqual(note('<<: [{ topics: [a] }, { topics: [b], draft: true }]').topics, ['a'])
    assert.deepEqual(
      problemsOf(file('defaults: &all\n  draft: maybe\n<<: *all')).filter((line) => line.includes('draft')),
      ['3:10 error field-value The field "draft" must be true or false, and it is "maybe".'],
    )
  })

  test('fields that are indented with tabs keep their values, and are told once', () => {
    const text = file('title: T\ninquiries:\n\t- inquiry: x\n\t  role: supports\ntopics:\n\t- a')
    const { inquiries, topics } = read(text).data as NoteData
    assert.deepEqual(
      inquiries.map(({ inquiry, role }) => [inquiry, role]),
      [['x', 'supports']],
    )
    assert.deepEqual(topics, ['a'])
    assert.equal(problemsOf(text).length, 1)
  })

  for (const [written, title] of [
    ['Memory: a study of "x"', 'Memory: a study of "x"'],
    ['The "best": of it"', 'The "best": of it"'],
    ["The 'best': of it", "The 'best': of it"],
    ['"Quoted": and more', '"Quoted": and more'],
    ['"never closed: at all', 'never closed: at all'],
  ])
    test(`a title that is no YAML stays as it is written: ${written}`, () =>
      assert.equal(note(`title: ${written}`).title, title))

  test('a wikilink needs no quotes', () => {
    assert.deepEqual(note('supports: [[x]]').supports, ['[[x]]'])
    assert.deepEqual(note('supports: [[a|b]]').supports, ['[[a|b]]'])
    assert.deepEqual(note('supports:\n  - [[a, b]]\n  - [[c|d]]\n  - "[[e]]"').supports, [
      '[[a, b]]',
      '[[c|d]]',
      '[[e]]',
    ])
    assert.deepEqual(note('inquiries:\n  - [[q]]\n  - inquiry: [[r]]\n    role: disputes').inquiries, [
      { inquiry: '[[q]]' },
      { inquiry: '[[r]]', role: 'disputes' },
    ])
  })

  test('a file without frontmatter, or with an empty one, has every default', () => {
    const { status, aliases, topics, next, title } = inquiry('')
    assert.deepEqual(
      { status, aliases, topics, next, title },
      { status: 'open', aliases: [], topics: [], next: [], title: undefined },
    )
    assert.deepEqual(read('Body', 'inquiries/x.md').data, inquiry('# only a comment'))
  })
})

describe('other spellings of a field', () => {
  for (const yaml of ['Tags: a, "b"', 'keywords: [a, "b"]', 'TOPIC:\n  - "#a"\n  - b', 'tag: a,b,'])
    test(`${JSON.stringify(yaml)} are topics`, () =>
      assert.deepEqual(
        note(yaml).topics.map((name) => name.replaceAll('"', '')),
        ['a', 'b'],
      ))

  for (const key of ['Created-At', 'created_at', 'CREATED', 'date', 'Date Created', 'createdAt'])
    test(`${key} is the day it was written`, () =>
      assert.equal(note(`${key}: 2026-11-23T10:00:00Z`).created, '2026-11-23'))

  for (const key of ['bibtex_key', 'citekey', 'Sources', 'citation-key', 'source'])
    test(`${key} is the source`, () => assert.deepEqual(note(`${key}: zhao2025`).source, ['zhao2025']))

  for (const flag of ['publish: false', 'publish: No', 'Publish: "off"', 'publish: 0'])
    test(`${flag} keeps an entry off the site`, () => assert.equal(note(flag).publish, false))

  test('the description of a note is its claim, and of an inquiry its lede', () => {
    assert.equal(note('description: D').claim, 'D')
    assert.equal(inquiry('summary: S').lede, 'S')
  })

  test("the schema's own spelling goes before all others, and the first of the others before the rest", () => {
    assert.deepEqual(note('tags: [b]\ntopics: [a]').topics, ['a'])
    assert.deepEqual(note('tags: [b]\nkeywords: [c]').topics, ['b'])
  })
})

describe('the fences', () => {
  for (const fence of ['---js', '--- javascript', '---json', '---coffee'])
    test(`${fence} is never run, and refused`, () => {
      const text = `${fence}\nglobalThis.ran = true\n---\nBody`
      const language = fence.slice(3).trim()
      const sentence = `Frontmatter in "${language}" is not read and never run. Write it as YAML, between two lines of "---".`
      assert.deepEqual(problemsOf(text), [`1:4 error frontmatter-language ${sentence}`])
      assert.equal('ran' in globalThis, false)
    })

  test('JSON after ---json is read as the YAML that it is', () => {
    const text = '---json\n{\n  "title": "A title",\n  "tags": ["a", "b"], "created": 2021\n}\n---\nBody'
    const { title, data, topics } = read(text)
    assert.deepEqual([title, topics, data.created], ['A title', ['a', 'b'], '2021'])
    assert.equal(read('---json\n{ "title": "x", "draft": true }\n---\nBody').data.draft, true)
  })

  for (const body of [
    '---\n\nWords',
    '---\nWords',
    '---\n\n# A\n\nWords\n\n---\n\nMore',
    '---\n\nA: b c.\n',
    '----\na\n----\n',
  ])
    test(`a rule at the top is body: ${JSON.stringify(body)}`, () => {
      assert.deepEqual(problemsOf(body), [])
      assert.match(shown(read(body)), /^<hr>/)
    })

  test('a body keeps the lines and columns of its file', () => {
    const text = file('title: T\nclaim: c', '\nSome [[a]] and\n[[b]]')
    const points = [
      { line: 6, column: 6 },
      { line: 7, column: 1 },
    ]
    for (const each of [text, text.replaceAll('\n', '\r\n'), text.replace('---\n', '---yaml\n')])
      assert.deepEqual(
        read(each).links.map(({ point }) => point),
        points,
      )
  })
})
