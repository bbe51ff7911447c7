/** Names of pages that hold the names of others, as Roam writes them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corpusOf, read, shown } from '../../support/corpus.ts'

const targets = (text: string) => read(text).links.map(({ target, point }) => `${target} ${point.line}:${point.column}`)

const CASES: Readonly<Record<string, readonly string[]>> = {
  'See [[[[EVD]] - one - [[@ober2019]]]] here.': ['[[EVD]] - one - [[@ober2019]] 1:5'],
  'a [[[[QUE]] - why]] b [[[[CLM]] - c|so]]\nd [[[[EVD]] - e]]': [
    '[[QUE]] - why 1:3',
    '[[CLM]] - c 1:23',
    '[[EVD]] - e 2:3',
  ],
  '[[A [[B]] C]]': ['A [[B]] C 1:1'],
  '> q\n> [[[[EVD]] - a]]\n> t [[[[EVD]] - b]] more\n> x': ['[[EVD]] - a 2:3', '[[EVD]] - b 3:5'],
  '| a |\n|--|\n| [[[[EVD]] - a]] |': ['[[EVD]] - a 3:3'],
  '[[[[a]] and [[[[b]] - c]]': ['a 1:3', '[[b]] - c 1:13'],
  '[[[[QUE]] - a [[[[EVD]] - b]] c]]': ['[[QUE]] - a [[[[EVD]] - b]] c 1:1'],
  '[[moon|words [[sun]] of it]]': ['sun 1:14'],
  '[[[[unclosed]] and': ['unclosed 1:3'],
  '[[[[over]] two\nlines]]': ['over 1:3'],
  '`[[[[code]] - a]]` [[1] and](b.md)': ['b.md 1:20'],
}
for (const [text, expected] of Object.entries(CASES)) test(text, () => assert.deepEqual(targets(text), expected))

test('the words around stay, and so do words of its own', () =>
  assert.equal(shown(read('a [[[[CLM]] - c|so]] b')), '<p>a {open 0}so{close 0} b</p>'))

test('a page is found by the name with brackets or without them, and by its title', () => {
  const { corpus } = corpusOf({
    'notes/[[EVD]] - a - [[@k]].md': '',
    'notes/EVD - b.md': '',
    'notes/c.md': '---\ntitle: "[[EVD]] - c - [[@k]]"\nsupports: "[[[[EVD]] - b]]"\n---\n',
    'notes/x.md': '[[[[EVD]] - a - [[@k]]]] [[[[EVD]] - b]] [[[[EVD]] - c - [[@k]]]]',
  })
  assert.deepEqual(
    corpus.resolutions.get('notes/x.md')?.map((each) => each.type === 'found' && each.path),
    ['notes/[[EVD]] - a - [[@k]].md', 'notes/EVD - b.md', 'notes/c.md'],
  )
  assert.deepEqual(corpus.problems, [])
  assert.equal(corpus.entries.get('notes/c.md')?.title, 'EVD - c - @k')
})

test('many brackets are read in no time', () => {
  assert.equal(targets(`${'[['.repeat(20_000)}a]]`).length, 1)
})
