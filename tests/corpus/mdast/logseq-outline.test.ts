/** Pages of Logseq, where every block is an item of a list: what stands before the first one, and empty ones. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import { shown } from '../../support/corpus.ts'

const read = (text: string, path = 'pages/x.md') =>
  parse({ path, text }, { ...DEFAULT_DIALECT, program: 'logseq', lineBreaks: 'hard' }).parsed!
const html = (text: string, path?: string): string =>
  shown(read(text, path))
    .replace(/<a class="permalink".*?<\/a>/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .trim()

describe('an outline', () => {
  for (const [what, text, wanted] of [
    [
      'may begin with a heading that is no item',
      '# Defs\n\t- a\n\t  b\n\t\t- c\n\t- d',
      '<ul><li><h2 id="defs">Defs</h2><ul><li>a<br> b <ul><li>c</li></ul></li><li>d</li></ul></li></ul>',
    ],
    ['may begin with indentation', '\t- a\n\t\t- b\n\t- c', '<ul><li>a <ul><li>b</li></ul></li><li>c</li></ul>'],
    ['has no headings of empty items', '- a\n\t-\n- b\n-', '<ul><li>a</li><li>b</li></ul>'],
    ['keeps an empty item that has others below', '- a\n-\n\t- b', '<ul><li>a</li><li><ul><li>b</li></ul></li></ul>'],
    [
      'goes on below a heading between its items',
      '- a\n## B\n\t- c',
      '<ul><li>a</li><li><h2 id="b">B</h2><ul><li>c</li></ul></li></ul>',
    ],
    [
      'keeps code',
      '- ```sh\n  -\n  \t- x\n  ```',
      '<ul><li><pre tabindex="0" data-language="sh"><code class="hljs language-sh">- - x </code></pre></li></ul>',
    ],
  ] as const)
    test(what, () => {
      assert.equal(html(text), wanted)
    })
})

test('an environment of TeX without dollar signs is a formula', () => {
  for (const text of [
    '- \\begin{equation*}\n  a=b\n  \\end{equation*}',
    '- In words\n  \\begin{aligned}\n  a&=b\\\\\n  c&=d\n  \\end{aligned}',
  ])
    assert.match(html(text), /<math display="block"[^]*<\/math>/)
  for (const text of [
    '- $$\\begin{aligned}a\\end{aligned}$$',
    '- `\\begin{cases}a\\end{cases}`',
    '- \\begin{verse} a \\end{verse}',
  ])
    assert.equal((html(text).match(/<math/g) ?? []).length, text.includes('$$') ? 1 : 0)
})

test('an area of a PDF that was marked is its picture', () => {
  const text =
    '- [:span]\n  ls-type:: annotation\n  hl-page:: 10\n  id:: 659f5f2f-105f-4997-877d-c6b27fcd49c1\n  hl-stamp:: 1704'
  const { links } = read(text, 'pages/hls__A paper.md')
  assert.deepEqual(
    links.map(({ form, target }) => [form, target]),
    [['picture', '../assets/A paper/10_659f5f2f-105f-4997-877d-c6b27fcd49c1_1704.png']],
  )
  assert.doesNotMatch(html(text), /span\]/)
})

test('the days of a task are words, and a path on a disk is none', () => {
  assert.match(html('- x\n  SCHEDULED: <2023-02-16 Thu .+1w>'), /Scheduled: 2023-02-16</)
  assert.equal(html('- ![a b.pdf](file://C:/Users/ann/a b.pdf)'), '<ul><li>a b.pdf</li></ul>')
})

test('a block that begins with a number has a text', () => {
  const text = '- ls-type:: annotation\n  id:: 658936ae-1e93-4aee-9ecd-6bad09320e41\n  1. Introduction'
  assert.deepEqual(read(text).blockTexts, { '6bad09320e41': 'Introduction' })
})
