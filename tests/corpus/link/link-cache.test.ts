/** A corpus that is linked again after some files changed equals one that is linked afresh. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EMPTY_BIBLIOGRAPHY } from '../../../src/corpus/bibliography/bibliography.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { link } from '../../../src/corpus/link/link.ts'
import { LinkCache } from '../../../src/corpus/link/link-cache.ts'
import type { Parsed } from '../../../src/corpus/model/parsed.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { everything, read } from '../../support/corpus.ts'
import type { LinkInput } from '../../../src/corpus/link/resolve-entry.ts'
import type { FilePath } from '../../../src/corpus/vocabulary.ts'
import { runs } from '../../support/runs.ts'

const beside = {
  unread: [],
  settings: { ...DEFAULT_SETTINGS, mode: 'strict' as const },
  bibliography: EMPTY_BIBLIOGRAPHY,
  style: APA,
  attachments: new Map(),
}
const linked = (files: Iterable<Parsed>): LinkInput => ({ files: [...files], ...beside })

test('whatever files change, come and go', () => {
  const change = fc.record({
    garden: anyGarden(),
    which: fc.nat(),
    gone: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  })
  fc.assert(
    fc.property(anyGarden(), fc.array(change, { minLength: 1, maxLength: 6 }), (garden, changes) => {
      const memory = new LinkCache()
      const files = new Map<FilePath, Parsed>()
      for (const [path, text] of Object.entries(filesOf(garden))) files.set(path, read(text, path))
      link(linked(files.values()), memory)
      for (const { garden: other, which, gone } of changes) {
        const texts = Object.entries(filesOf(other))
        const [path, text] = texts[which % texts.length]!
        if (gone) files.delete(path)
        else files.set(path, read(text, path))
        assert.equal(everything(link(linked(files.values()), memory)), everything(link(linked(files.values()))))
      }
    }),
    { numRuns: runs(100) },
  )
})

test('a heading, an alias, a block, a bibliography that comes later', () => {
  const memory = new LinkCache()
  const from = read('[[other#A heading]], [[other#^block]], [[Also]] and [@key].', 'notes/from.md')
  const states = ['Nothing.', '## A heading\n', 'Words. ^block\n', '---\naliases: [Also]\n---\n']
  for (const text of states) {
    const files = [from, read(text, 'notes/other.md')]
    const remembered = link(linked(files), memory)
    assert.equal(everything(remembered), everything(link(linked(files))))
  }
  const files = [from, read('', 'notes/other.md')]
  const bibliography = { ...EMPTY_BIBLIOGRAPHY, keys: ['key'] }
  assert.equal(
    link({ ...linked(files), bibliography }, memory)
      .resolutions.get('notes/from.md')
      ?.at(-1)?.type,
    'source',
  )
})
