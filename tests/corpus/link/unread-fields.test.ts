/** What is said of fields that nothing reads, and of a role that stands beside the inquiries and not under one. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readSettings } from '../../../src/corpus/settings.ts'
import { corpusOf, said } from '../../support/corpus.ts'

const note = (fields: string): string => `---\n${fields}\n---\n`

describe('a field that nothing reads', () => {
  test('is reported once, where it first stands, with the number of the other entries', () => {
    const { problems } = corpusOf({
      'notes/a.md': note('title: A\nmood: calm'),
      'notes/b.md': note('Mood: bright\nweather: fine'),
      'notes/c.md': note('mood: dull'),
      'pages/d.md': note('mood: dull'),
    })
    const remedy = 'Write what it says in the text, or leave it if another tool reads it.'
    assert.deepEqual(problems, [
      `notes/a.md:3:1 warning field-unread The field "mood" is not read, here and in 3 other entries. ${remedy}`,
      `notes/b.md:3:1 warning field-unread The field "weather" is not read. ${remedy}`,
    ])
  })

  test('may be one of another kind of entry', () =>
    assert.deepEqual(corpusOf({ 'notes/a.md': note('answer: No.'), 'pages/b.md': note('topics: [t]') }).problems, [
      'notes/a.md:2:1 warning field-unread The field "answer" is not read. It is a field of inquiries. Take it out.',
      'pages/b.md:2:1 warning field-unread The field "topics" is not read. It is a field of inquiries and notes. Take it out.',
    ]))

  test('may be a field in another spelling, where both say something', () => {
    const { problems, corpus } = corpusOf({
      'notes/a.md': note('tags: [x]\ntopics: [y]'),
      'notes/b.md': note('tags: [x]\ntopics:'),
      'notes/c.md': note('tags: [x]\ntopics: [x]'),
    })
    assert.deepEqual(problems, [
      'notes/a.md:2:1 warning field-unread The field "tags" is not read. Another spelling of "topics" counts, and says something else. Take one of the two out.',
    ])
    assert.deepEqual(
      [...corpus.entries.values()].map(({ topics }) => topics),
      [['y'], ['x'], ['x']],
    )
  })

  test('may be a date that a program wrote, beside the one that a writer did', () => {
    const { problems, corpus } = corpusOf({
      'notes/a.md': note('created: 2026-02-01T10:00\ndate: 2024-05-05'),
      'notes/b.md': note('date: 2024-05-05\ncreated: 2024-05-05 10:00'),
      'notes/c.md': note('created: 2024-05-05\ndate:'),
    })
    assert.deepEqual(problems, [
      'notes/a.md:2:1 warning field-unread The field "created" is not read. "date", or else "created", counts, and says something else. Take one of the two out.',
    ])
    for (const { data } of corpus.entries.values()) assert.equal(data.created, '2024-05-05')
  })

  test('of a draft is not spoken of', () =>
    assert.deepEqual(corpusOf({ 'notes/a.md': note('draft: true\nmood: calm') }).problems, []))

  test('and that only shows a file in its own tool, or says what the file is, is none', () =>
    assert.deepEqual(corpusOf({ 'notes/a.md': note('cssclasses: [wide]\ntype: claim') }).problems, []))

  test('may be a setting', () =>
    assert.deepEqual(readSettings({ path: 'site.yaml', text: 'title: T\ncolour: red\n' }).problems.map(said), [
      '2:1 warning field-unread There is no setting "colour", so it changes nothing. docs/fields.md lists the settings; take it out.',
    ]))
})

test('a role and a reason beside the inquiries say of nothing how it bears', () => {
  const { problems, inquiry } = corpusOf({
    'inquiries/q.md': '',
    'notes/a.md': note('inquiries: q\nrole: disputes\nBecause: It is so.'),
  })
  assert.deepEqual(problems, [
    'notes/a.md:3:1 warning field-unknown There is no field "role". Write "role" in a note, under the inquiry that it is about: "inquiries: [{ inquiry: name, role: … }]".',
    'notes/a.md:4:1 warning field-unknown There is no field "Because". Write "because" in a note, under the inquiry that it is about: "inquiries: [{ inquiry: name, because: … }]".',
  ])
  assert.deepEqual(inquiry('inquiries/q.md').balance, { none: 1 })
})
