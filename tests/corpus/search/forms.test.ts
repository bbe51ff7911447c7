/** Words in the forms in which they are looked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinElisions, splitElisions } from '../../../src/corpus/search/elisions.ts'
import { fileName } from '../../../src/corpus/search/file-name.ts'
import { otherForms } from '../../../src/corpus/search/forms.ts'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { inPairs } from '../../../src/corpus/search/unspaced.ts'
import { searchWords } from '../../../src/corpus/search/spelling-dictionary.ts'
import { corpusOf } from '../../support/corpus.ts'

test('unspaced scripts are taken in pairs', () => {
  assert.equal(inPairs('学習の of').trim(), '学習 習の  of')
  assert.deepEqual(otherForms('人工智能', 'en'), ['人工', '工智', '智能'])
  assert.deepEqual(otherForms('人工智能', 'zh-Hans'), ['人工', '工智', '智能'])
})

test('a letter with its vowel signs and its tone is one character of a pair', () => {
  assert.equal(inPairs('ข้าว').trim(), 'ข้า าว')
})

test('words after an elision are apart in records, and joined where they are shown', () => {
  assert.equal(splitElisions("l’œuvre d'art, qu’il dell’arte"), "l’ œuvre d' art, qu’ il dell’ arte")
  assert.equal(joinElisions('l’ <mark>œuvre</mark> <mark>d’</mark> art'), 'l’<mark>œuvre</mark> <mark>d’</mark>art')
  for (const text of ['I don’t, o’clock, ’l’ and rock’n’roll', 'aujourd’hui', 'the authors’ work'])
    assert.deepEqual([splitElisions(text), joinElisions(text)], [text, text])
})

test('versions are found without their v, and Arabic letters as the language of the site writes them', () => {
  assert.deepEqual(otherForms('since v2.5.1', 'en'), ['2.5.1'])
  assert.deepEqual(otherForms('كتاب', 'fa'), ['کتاب'])
  assert.deepEqual(otherForms('کتاب', 'ar'), ['كتاب'])
  assert.deepEqual(otherForms('کتاب', 'fa'), [])
})

test('the name of a file is a name of its entry, where the title says something else', () => {
  const { note } = corpusOf({
    'notes/bst.md': '# Binary search tree\n',
    'notes/x/Binary search.md': '---\ntitle: On binary search\n---\n',
    'notes/2026-04-01.md': '# A day\n',
  })
  assert.equal(fileName(note('notes/bst.md')), 'bst')
  assert.equal(fileName(note('notes/x/Binary search.md')), '')
  assert.equal(fileName(note('notes/2026-04-01.md')), '2026-04-01')
})

test('letters that are none with an accent are written plainly, and the Arabic article is left off', () => {
  assert.deepEqual(otherForms('Łódź, Straße', 'pl'), ['lódź', 'strasse'])
  assert.deepEqual(otherForms('والنموذج', 'en'), ['نموذج'])
  assert.deepEqual(otherForms('plain words', 'en'), [])
})

test('a record has the other names, the roles with the inquiries, the authors, and no words among its facts', () => {
  const { note } = corpusOf({
    'inquiries/q.md': '---\ntitle: "Is it <so>?"\n---\n',
    'notes/a.md':
      '---\ntitle: A\naliases: [Other]\ninquiries:\n  - inquiry: q\n    role: disputes\n' +
      'source: { title: T, authors: [Ann Adams], year: 2020 }\nupdated: 2026-01-02\n---\n',
  })
  const entry = note('notes/a.md')
  const { html } = searchRecord(entry, 'en')
  const facts = [...html.matchAll(/data-pagefind-(\w+)="(\w+)\[content\]" content="([^"]*)"/g)].map(([, ...parts]) =>
    parts.join(' '),
  )
  assert.deepEqual(facts, [
    'filter kind note',
    'filter date 2026-01-02',
    'filter role disputes',
    'filter year 2020',
    'filter author Adams, Ann',
    'filter inquiry /inquiries/q/',
    'filter serves disputes /inquiries/q/ Is it &lt;so&gt;?',
    'meta aliases Other',
    'meta source Adams, 2020',
  ])
  assert.deepEqual(searchWords(entry), ['other', 'adams', '2020'])
})
