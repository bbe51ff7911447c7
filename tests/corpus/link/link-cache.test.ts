/** A corpus that is linked again after some files changed equals one that is linked afresh. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EMPTY_BIBLIOGRAPHY } from '../../../src/corpus/bibliography/bibliography.ts'
import { inlineSource } from '../../../src/corpus/bibliography/source.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { link } from '../../../src/corpus/link/link.ts'
import { LinkCache } from '../../../src/corpus/link/link-cache.ts'
import type { Parsed } from '../../../src/corpus/model/parsed.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { everything, read } from '../../support/corpus.ts'
import type { LinkInput } from '../../../src/corpus/link/resolve-entry.ts'
import type { FilePath } from '../../../src/corpus/vocabulary.ts'
import { runs, seed } from '../../support/runs.ts'

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
    { numRuns: runs(100), seed },
  )
})

test('words of files that name each other in every way', () => {
  const texts: Record<FilePath, string> = {
    'inquiries/one.md': '---\ntitle: One?\nnext: [two]\ntopics: [Soil]\n---\nIt [[a|does]], and [@k]. See [[b]].\n',
    'inquiries/two.md': '---\ntitle: Two?\nnext: [one]\n---\n[[a]] and [[one]].\n',
    'notes/a.md':
      '---\ninquiries:\n  - inquiry: one\n    role: supports\nsupports: [b]\nsource: k\ntopics: [soil]\n---\n[[b]]\n',
    'notes/b.md': '---\ninquiries: [two]\ndisputes: [a]\n---\n[[a#Part]] and #soil, says [@k].\n\n## Part\n',
    'notes/c.md': '---\ndraft: true\n---\n[[a]]\n',
    'pages/about.md': '[[a]], [[one]] and [[nowhere]].\n',
  }
  const source = inlineSource({ title: 'T', authors: ['Lee'], year: 2020 })
  const bibliography = {
    ...EMPTY_BIBLIOGRAPHY,
    keys: ['k'],
    get: (key: string) => (key === 'k' ? { ...source, key } : undefined),
  }
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, read(text, path)]))
  const memory = new LinkCache()
  const input = (): LinkInput => ({ ...linked(files.values()), bibliography })
  link(input(), memory)
  for (const [path, text] of Object.entries(texts))
    for (const changed of [
      text.replace('[[a', 'Well, [[a'),
      text.replace('[[b', 'Well, [[b'),
      `${text}More.\n`,
      text,
    ]) {
      files.set(path, read(changed, path))
      const relinked = link(input(), memory)
      assert.equal(everything(relinked), everything(link(input())))
      const held = [...files.values()].filter(({ data }) => !data.draft)
      for (const each of held) assert.equal(relinked.entries.get(each.path), each, 'no old version of it is left')
      assert.deepEqual(oldFilesIn(relinked, new Set<object>(held)), [], path)
    }
})

test('words alone resolve nothing again, though the lists of the input are made anew', () => {
  const memory = new LinkCache()
  const input = (text: string, ...ownPages: string[]): LinkInput => ({
    ...linked([read(text, 'notes/a.md'), read('[[a]]', 'notes/b.md')]),
    unread: [],
    ownPages,
  })
  const before = link(input('A claim.'), memory)
  assert.equal(link(input('Another claim.'), memory).resolutions, before.resolutions)
  const after = link(input('A third claim.', '/notes/a/'), memory)
  assert.notEqual(after.resolutions, before.resolutions)
  assert.equal(after.addresses.get('notes/a.md'), '/notes/a-2/')
})

/** Finds files in a corpus that are not among those that were linked. */
function oldFilesIn(corpus: object, files: ReadonlySet<object>): string[] {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if ('body' in value && 'edits' in value) {
      if (!files.has(value)) found.add((value as unknown as Parsed).path)
      return
    }
    const parts = value instanceof Map ? [...value.values()] : Object.values(value)
    parts.forEach(walk)
  }
  walk(corpus)
  return [...found]
}

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
