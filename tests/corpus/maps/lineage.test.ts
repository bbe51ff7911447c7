import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lineagesOf, type LineageItem } from '../../../src/corpus/maps/lineage.ts'
import { corpusOf } from '../../support/corpus.ts'

/** Inquiries that name others: `{ a: 'b c', b: '' }`. */
const lineages = (next: Readonly<Record<string, string>>, drafts: readonly string[] = []): string[] => {
  const files = Object.entries(next).map(([name, named]): [string, string] => [
    `inquiries/${name}.md`,
    `---\ndraft: ${drafts.includes(name)}\nnext: ${JSON.stringify(named.split(' ').filter(Boolean))}\n---\n`,
  ])
  return lineagesOf(corpusOf(Object.fromEntries(files)).corpus).map(written)
}
const written = ({ inquiry, isAgain, next }: LineageItem): string =>
  `${inquiry.id}${isAgain ? '*' : ''}${next.length > 0 ? `(${next.map(written).join(' ')})` : ''}`

describe('lineages of inquiries', () => {
  test('each begins where none leads to, and an inquiry that comes again is only named', () => {
    assert.deepEqual(lineages({ a: 'b c', b: 'd', c: 'd', d: '', alone: '' }), ['a(b(d) c(d*))'])
  })

  test('a circle begins with the first of its inquiries', () => {
    assert.deepEqual(lineages({ a: 'b', b: 'c', c: 'a' }), ['a(b(c(a*)))'])
  })

  test('what is too deep begins again', () => {
    const chain = { a: 'b', b: 'c', c: 'd', d: 'e', e: 'f', f: 'g', g: 'h', h: '' }
    assert.deepEqual(lineages(chain), ['a(b(c(d(e(f(g*))))))', 'g(h)'])
  })

  test('drafts are nowhere', () => {
    assert.deepEqual(lineages({ a: 'b', b: 'c', c: 'd', d: '' }, ['b']), ['c(d)'])
  })
})
