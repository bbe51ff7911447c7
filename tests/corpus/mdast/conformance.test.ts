/**
 * Sätteri reads Markdown as remark does: the same trees, down to the last position. Without wikilinks, which remark
 * does not know, and without formulas, which `parse-formulas.ts` reads.
 *
 * `syntax.md` holds every construct once; what differs all the same is listed here, with its reason.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Nodes, Root } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { markdownToMdast } from 'satteri'
import { visit } from 'unist-util-visit'
import { read, shown } from '../../support/corpus.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const oracle = remark().use(remarkGfm).freeze()

const bySatteri = (text: string): Root =>
  plain(
    markdownToMdast(text, {
      features: { gfm: true, math: false, wikilinks: false, frontmatter: false },
      position: true,
    }),
  )
const byRemark = (text: string): Root => plain(oracle.parse(text))

/** Only what a tree says, without classes or absent fields. */
function plain(tree: Nodes): Root {
  return JSON.parse(JSON.stringify(tree)) as Root
}

function markdownIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .map((name) => join(folder, name))
    .sort()
}

/** Odd cases in which the trees differ, and in what. None of it shows on a page. */
const DIFFERENT: Readonly<Record<string, string>> = {
  '1/content/c/ft-footnote-name.md': 'a footnote with a blank in its name, see below',
  '2/content/c/wl-url.md': 'texts around an address are cut into two',
  '3/content/c/em-remote.md': 'the position of an address in square brackets',
  '4/content/c/tk1.md': 'the position of an item after a tab',
}

const files = [
  ...markdownIn('content'),
  ...markdownIn('tests/fixtures').filter((file) => !(file.replace('tests/fixtures/cases/', '') in DIFFERENT)),
  'tests/corpus/mdast/syntax.md',
]

describe('Sätteri and remark read the same in', () => {
  for (const file of files)
    test(file, () => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      assert.deepEqual(bySatteri(text), byRemark(text))
      const windows = text.replace(/\r?\n/g, '\r\n')
      assert.deepEqual(bySatteri(windows), byRemark(windows), 'with Windows line ends')
    })
})

/** The first text of a tree. */
function first(tree: Root): string | undefined {
  const values: string[] = []
  visit(tree, 'text', (node) => void values.push(node.value))
  return values[0]
}

describe('known differences, all of them harmless:', () => {
  test('a footnote with a blank in its name is a link to remark and text to Sätteri; it is a footnote to neither', () => {
    const text = 'A [^my note].\n\n[^my note]: words\n'
    assert.equal(first(bySatteri(text)), 'A [^my note].')
    assert.equal(first(byRemark(text)), 'A ')
    for (const tree of [bySatteri(text), byRemark(text)])
      visit(tree, 'footnoteReference', () => assert.fail('It is a footnote.'))
  })

  test('a NUL stays one, until it becomes a replacement character with all that no HTML may hold', () => {
    assert.equal(first(bySatteri('a\0b')), 'a\0b')
    assert.equal(first(byRemark('a\0b')), 'a\uFFFDb')
    assert.equal(shown(read('a\0b')), '<p>a\uFFFDb</p>')
  })

  test('a footnote whose name has a blank in it is none to both, but to Sätteri no definition of a link either', () => {
    const text = 'Text[^a b]\n\n[^a b]: Note'
    assert.equal(first(bySatteri(text)), 'Text[^a b]')
    assert.equal(first(byRemark(text)), 'Text')
  })
})
