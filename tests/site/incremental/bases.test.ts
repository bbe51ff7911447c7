/** A page that shows a view of a base depends on every row of it: it is made again when one changes, and only then. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { nightly } from '../../support/runs.ts'
import { reword } from './edits.ts'
import { Pair, type Files } from './pair.ts'

const VAULT: Files = {
  'site.yaml': 'title: A vault\nmode: lenient\nhistory: off\n',
  'shelf.base':
    'filters: file.hasTag("book")\nviews:\n  - type: table\n    name: All\n    order: [file.name, rating]\n',
  'notes/home.md': '# Home\n![[shelf.base]]\n',
  'notes/code.md': '# Code\n```base\nfilters: file.hasLink(this)\nviews:\n  - type: list\n    name: Links here\n```\n',
  'notes/plain.md': '# Plain\nWords.\n',
  'notes/a.md': '---\ntitle: A\ntags: [book]\nrating: 1\n---\nSee [[code]].\n',
  'notes/b.md': '---\ntitle: B\ntags: [book]\nrating: 2\n---\n',
}

const pair = new Pair('bases', VAULT)

/** Pages that every build renders, or that list all entries. */
const isOwn = (path: string): boolean => /^(?:notes\/[^/]+|bases\/[^/]+)\/index\.html$/.test(path)

async function written(edit: (files: Files) => Files): Promise<string[]> {
  pair.edit(edit)
  const rebuilt = await pair.assertClean()
  return rebuilt.written
    .filter(isOwn)
    .map((path) => path.replace(/\/index\.html$/, ''))
    .sort()
}

describe('after an edit a build is as good as a clean one:', nightly, () => {
  test('at first', async () => {
    await pair.assertClean()
  })

  for (const [what, edit, expected] of [
    ['a value of a row', reword('notes/b.md', 'rating: 2', 'rating: 3'), ['bases/shelf', 'notes/home']],
    ['a value that no view shows', reword('notes/b.md', 'rating: 3', 'rating: 3\nmood: good'), []],
    ['a word of the base', reword('shelf.base', 'name: All', 'name: Everything'), ['bases/shelf', 'notes/home']],
    [
      'a link to an entry that lists what links to it',
      reword('notes/b.md', '---\n', '---\nrelated: "[[code]]"\n'),
      ['notes/code'],
    ],
    [
      'a row that is a draft now',
      reword('notes/b.md', 'mood: good', 'draft: true'),
      // One note had suggested it.
      ['bases/shelf', 'notes/a', 'notes/code', 'notes/home'],
    ],
  ] as const)
    test(what, async () => assert.deepEqual(await written(edit), expected))

  test('a base that is gone', async () => {
    const gone = await written(({ 'shelf.base': _, ...files }) => files)
    assert.ok(gone.includes('notes/home'))
  })
})
