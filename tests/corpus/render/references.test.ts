/** Which works a page lists as its references. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { APA, BUILT_IN } from '../../../src/corpus/bibliography/style.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const BIB = ['Adams', 'Baker', 'Clark', 'Davis', 'Evans', 'Frank']
  .map((name) => `@book{${name.toLowerCase()}, title={T}, author={${name}, A}, year=2020, doi={10.1/${name}}}`)
  .join('\n')
const FILES: Files = {
  'references.bib': BIB,
  'inquiries/q.md': 'As @davis and [@baker] say; [[a]], [[b]].',
  'notes/a.md': '---\nsource: [clark, baker]\n---\n',
  'notes/b.md': '---\nsource: { title: Written here, authors: [Ann Zed] }\n---\n[@frank]',
  'notes/c.md': '---\nsource: adams\ninquiries: q\n---\n',
  'notes/d.md': '---\nsource: evans\ndraft: true\ninquiries: q\n---\n',
}

test('an inquiry rests on the works that it cites and on those that its notes are drawn from, each once', () => {
  const { references, numbered } = corpusOf(FILES).inquiry('inquiries/q.md').cited
  assert.equal(numbered, false)
  assert.deepEqual(
    references.map(({ short, href, coins }) => [short, href, coins !== undefined]),
    [
      ['Adams, 2020', '/sources/adams/', false],
      ['Baker, 2020', '/sources/baker/', true],
      ['Clark, 2020', '/sources/clark/', false],
      ['Davis, 2020', '/sources/davis/', true],
      ['Zed, n.d.', '/sources/zed-written-here/', false],
    ],
  )
})

test('works that an essay cites by number come first, in the order of their numbers', () => {
  const numeric = BUILT_IN.find(({ isNumeric }) => isNumeric) ?? APA
  const { cited } = corpusOf(FILES, Object.keys(FILES), numeric).inquiry('inquiries/q.md')
  assert.equal(cited.numbered, true)
  assert.deepEqual(
    cited.references.map(({ short }) => short),
    ['Davis, 2020', 'Baker, 2020', 'Clark, 2020', 'Zed, n.d.', 'Adams, 2020'],
  )
})

test('a note lists what its own text cites', () => {
  const { references } = corpusOf(FILES).note('notes/b.md').cited
  assert.deepEqual(
    references.map(({ key }) => key),
    ['frank'],
  )
})
