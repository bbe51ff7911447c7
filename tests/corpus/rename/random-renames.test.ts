/** Whatever is renamed in whatever folder, every link leads to the same entry as before, and back again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { namesIn } from '../../../src/corpus/link/link-cache.ts'
import { isPrivate } from '../../../src/corpus/model/parsed.ts'
import { Names } from '../../../src/corpus/rename/meanings.ts'
import type { Files } from '../../support/corpus.ts'
import { vault } from '../../support/random-vault.ts'
import { after, inputOf, renaming } from '../../support/renaming.ts'
import { runs, seed } from '../../support/runs.ts'

/** What every file names, by the paths of the files, each with the path that is meant. */
function graphOf(files: Files): Map<string, string[]> {
  const input = inputOf(files)
  const drafts = input.files.filter((file) => isPrivate(file, input.settings))
  const names = new Names(namesIn(input), drafts, input.bibliography)
  return new Map(input.files.map((file) => [file.path, names.of(file).map(({ type, path = '' }) => `${type} ${path}`)]))
}

/** The same graph with other names for its entries. */
const mapped = (graph: Map<string, string[]>, from: string, to: string): Map<string, string[]> =>
  new Map(
    [...graph].map(([path, named]) => [
      path === from ? to : path,
      named.map((each) => (each.endsWith(` ${from}`) ? each.slice(0, -from.length) + to : each)),
    ]),
  )

const sorted = (graph: Map<string, string[]>): [string, string[]][] => [...graph].sort(([a], [b]) => (a < b ? -1 : 1))

const TO = ['notes/entirely new.md', 'fresh (2).md', "Über/it's & so.md", 'notes/deep/er/日本.md', 'a/b/c/100.md']
const arbitrary = fc.record({
  size: fc.integer({ min: 3, max: 25 }),
  number: fc.integer({ min: 1, max: 1_000_000 }),
  which: fc.nat(),
  to: fc.constantFrom(...TO),
})

/** A random vault in memory, and one of its notes. */
function drawn({ size, number, which }: { size: number; number: number; which: number }) {
  const files = Object.fromEntries(
    Object.entries(vault(size, number)).map(([path, text]) => [
      path.normalize('NFC'),
      typeof text === 'string' ? text.normalize('NFC') : '',
    ]),
  )
  const entries = Object.keys(files).filter((path) => path.endsWith('.md') && !path.startsWith('inquiries/'))
  return { files, from: entries[which % entries.length] ?? '' }
}

test('a renaming keeps the graph', () => {
  let refusals = 0
  const count = runs(60)
  fc.assert(
    fc.property(arbitrary, ({ to, ...seeds }) => {
      const { files, from } = drawn(seeds)
      if (from === '') return
      const made = renaming(files, from, to)
      if ('refused' in made) {
        // A link to such a name is read as a heading, or as a field of YAML, and may rightly be left to its writer.
        const isUnsure = /#|: /.test(from) && files[from]!.includes(from.replace(/^.*\/|\.md$/g, ''))
        if (!isUnsure) assert.doesNotMatch(made.refused.join('\n'), /cannot be rewritten|another way/)
        refusals++
      } else assert.deepEqual(sorted(graphOf(after(files, made))), sorted(mapped(graphOf(files), from, to)))
    }),
    { numRuns: count, seed },
  )
  assert.ok(refusals < count / 3, `${refusals} of ${count} were refused`)
})

test('renaming back in the same folder keeps the bytes', () => {
  fc.assert(
    fc.property(arbitrary, (seeds) => {
      const { files, from } = drawn(seeds)
      // Names with other signs may be encoded in more ways than one, and some are refused for a new file.
      if (!/(?:^|\/)[\w ']+\.md$/.test(from)) return
      const to = from.replace(/[^/]*$/, 'entirely new.md')
      const then = after(files, renaming(files, from, to, { keepsAddress: false }))
      assert.notDeepEqual(then, files)
      assert.deepEqual(after(then, renaming(then, to, from, { keepsAddress: false })), files)
    }),
    { numRuns: runs(40), seed },
  )
})
