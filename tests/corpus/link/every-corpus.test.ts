/** What holds of every corpus, whatever its files are called and however they name each other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexNames } from '../../../src/corpus/link/names.ts'
import { resolveName } from '../../../src/corpus/link/resolve.ts'
import { anyGarden, anyPaths, filesOf } from '../../support/random-corpora.ts'
import { corpusOf, everything, read, type Files } from '../../support/corpus.ts'
import type { FilePath } from '../../../src/corpus/vocabulary.ts'
import { runs, seed } from '../../support/runs.ts'

test('every entry is found by its full path from everywhere', () => {
  fc.assert(
    fc.property(anyPaths(), fc.constantFrom('name', 'path'), (paths, by) => {
      const names = indexNames(
        paths.map((path) => read('', path)),
        [],
        [],
        new Map(),
        [],
      )
      for (const from of paths)
        for (const to of paths) assert.deepEqual(resolveName(names, from, `/${to}`, by), { type: 'found', path: to })
    }),
    { numRuns: runs(100), seed },
  )
})

test('addresses are distinct, and none is that of a page of the site', () => {
  const own = ['/', '/inquiries/', '/notes/', '/topics/', '/topics/t/', '/search/', '/map/', '/404/']
  const asked = own.slice(1).map((address) => `pages${address.replace(/\/$/, '.md')}`)
  fc.assert(
    fc.property(anyPaths(), fc.subarray(asked), (paths, pages) => {
      const topical = ['notes/topical.md', '---\ntopics: t\n---\n']
      const files = Object.fromEntries([topical, ...[...paths, ...pages].map((path) => [path, ''])]) as Files
      const { corpus } = corpusOf(files)
      const addresses = [...own, ...corpus.addresses.values()]
      assert.equal(corpus.addresses.size, Object.keys(files).length)
      assert.deepEqual(
        addresses.filter((address, index) => addresses.indexOf(address) !== index),
        [],
      )
    }),
    { numRuns: runs(100), seed },
  )
})

test('nothing depends on the order in which its files are read', () => {
  fc.assert(
    fc.property(anyPaths(), anyGarden(), fc.infiniteStream(fc.nat()), (paths, garden, numbers) => {
      const links = paths.map((path) => `[[${path}]] [[${path.slice(path.lastIndexOf('/') + 1)}]]\n`).join('')
      const files = { ...filesOf(garden), ...Object.fromEntries(paths.map((path) => [path, links])) }
      const order = Object.keys(files).map((path) => [path, numbers.next().value] as const)
      const shuffled = order.toSorted(([, a], [, b]) => a - b).map(([path]) => path)
      const one = corpusOf(files)
      const other = corpusOf(files, shuffled)
      assert.equal(everything(other.corpus), everything(one.corpus))
      assert.equal(everything(other.entries), everything(one.entries))
      assert.deepEqual(other.problems, one.problems)
    }),
    { numRuns: runs(60), seed },
  )
})

test('what one entry declares of another is shown at both ends, once, unless one of them is a draft', () => {
  fc.assert(
    fc.property(anyGarden(), (garden) => {
      const { entries, problems } = corpusOf(filesOf(garden))
      const ofKind = (kind: string) =>
        garden.filter(({ path }) => path.startsWith('inquiries/') === (kind === 'inquiry'))
      const isPublic = (path: FilePath) => garden.some((entry) => entry.path === path && !entry.isPrivate)
      const hrefOf = (path: FilePath) => entries.get(path)!.href
      const shown = [...entries.values()]
      const notes = shown.filter((entry) => entry.kind === 'note')
      const inquiries = shown.filter((entry) => entry.kind === 'inquiry')

      const evidenceLinks = ofKind('note').flatMap(({ path, inquiries, isPrivate }) => {
        const first = new Map(inquiries.toReversed().map((evidenceLink) => [evidenceLink.to, evidenceLink]))
        const seen = isPrivate ? [] : [...first.values()].filter(({ to }) => isPublic(to))
        return seen.map(({ to, role, because }) => line(hrefOf(path), hrefOf(to), role, because))
      })
      const fromInquiry = inquiries.flatMap(({ href, evidence }) =>
        evidence.map(({ note, role, because }) => line(note.href, href, role, because)),
      )
      const fromNote = notes.flatMap(({ href, serves }) =>
        serves.map(({ inquiry, role, because }) => line(href, inquiry.href, role, because)),
      )
      assert.deepEqual(fromInquiry.sort(), fromNote.sort())
      // Without a role stands what an essay cites though the note says nothing of it.
      assert.deepEqual(
        fromNote.filter((each) => !each.includes('undefined')),
        evidenceLinks.sort(),
      )

      const relations = ofKind('note').flatMap(({ path, notes, isPrivate }) =>
        notes
          .filter(({ to }) => !isPrivate && isPublic(to) && to !== path)
          .map(({ to, role }) => line(hrefOf(path), hrefOf(to), role)),
      )
      const relates = notes.flatMap((entry) => entry.relates.map(({ note, role }) => line(entry.href, note.href, role)))
      const relatedBy = notes.flatMap((entry) =>
        entry.relatedBy.map(({ note, role }) => line(note.href, entry.href, role)),
      )
      assert.deepEqual(relates.sort(), [...new Set(relations)].sort())
      assert.deepEqual(relatedBy.sort(), relates)

      const nextInquiries = ofKind('inquiry').flatMap(({ path, inquiries, isPrivate }) =>
        inquiries
          .filter(({ to }) => !isPrivate && isPublic(to) && to !== path)
          .map(({ to }) => line(hrefOf(path), hrefOf(to))),
      )
      const next = inquiries.flatMap((entry) => entry.next.map(({ inquiry }) => line(entry.href, inquiry.href)))
      const leadHere = inquiries.flatMap((entry) => entry.leadHere.map(({ inquiry }) => line(inquiry.href, entry.href)))
      assert.deepEqual(next.sort(), [...new Set(nextInquiries)].sort())
      assert.deepEqual(leadHere.sort(), next)
      assert.deepEqual(
        problems.filter((problem) => problem.includes(' error ')),
        [],
      )
    }),
    { numRuns: runs(100), seed },
  )
})

const line = (...parts: unknown[]): string => parts.map(String).join(' ')
