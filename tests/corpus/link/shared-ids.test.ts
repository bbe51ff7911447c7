/** Ids that several notes have. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corpusOf } from '../../support/corpus.ts'

test('an id that two notes have is reported, where it stands, whether a link names it or not', () => {
  const { problems } = corpusOf({
    'notes/20210305123456 a.md': 'A\n',
    'notes/b.md': '---\ntitle: B\nid: 20210305123456\n---\n',
    'notes/c.md': 'C\n\n@ID:20210305123457\n',
    'notes/d.md': '---\nid: 20210305123457\ndraft: true\n---\n',
  })
  assert.deepEqual(problems, [
    'notes/b.md:3:5 warning id-taken The id "20210305123456" is also that of notes/20210305123456 a.md, so links by it are ambiguous. Give one of the two another id.',
  ])
})
