/** Which entries are kept in memory once they were looked at. */
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { EntryStore } from '../../src/site/entry-store.ts'
import { corpusOf } from '../support/corpus.ts'

const { corpus } = corpusOf({
  'inquiries/q.md': '---\ntitle: Q\nanswer: A.\n---\nAs [[a]] says.',
  'notes/a.md': '---\ntitle: A\n---\nText',
})

/** Asks for the digest of the entry of a kind and then twice for the entry, and counts how often it is rendered. */
function rendered(kind: 'inquiry' | 'note', expectsFew: boolean): { digest: string; times: number } {
  const store = new EntryStore(corpus)
  if (expectsFew) store.expectFewPages()
  const [entry] = store.collection(kind)
  // The version of an entry is looked up once for each time that it is rendered.
  const revisions = mock.method(corpus.history.revisions as Map<string, unknown>, 'get')
  const digest = entry!.digest()
  entry!.open()
  entry!.open()
  revisions.mock.restore()
  return { digest, times: revisions.mock.callCount() }
}

for (const kind of ['inquiry', 'note'] as const)
  test(`${kind}: the digest is the same whether or not few pages are expected`, () => {
    assert.equal(rendered(kind, true).digest, rendered(kind, false).digest)
    assert.equal(rendered(kind, false).times, 1)
  })

test('where few pages are expected, a digest keeps inquiries, and nothing else', () => {
  assert.deepEqual([rendered('inquiry', true).times, rendered('note', true).times], [1, 2])
})
