/** Words in the forms in which they are looked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inPairs, otherForms } from '../../../src/corpus/search/forms.ts'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { searchWords } from '../../../src/corpus/search/spelling-dictionary.ts'
import { corpusOf } from '../../support/corpus.ts'

test('unspaced scripts are taken in pairs, where the engine has no dictionary for the language', () => {
  assert.equal(inPairs('学習の of', 'en').trim(), '学習 習の  of')
  assert.equal(inPairs('学習の of', 'ja'), '学習の of')
  assert.deepEqual(otherForms('人工智能', 'en'), ['人工', '工智', '智能'])
  assert.deepEqual(otherForms('人工智能', 'zh-Hans'), [])
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
