/** Line breaks are shown where the folder's writers see them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import { shown } from '../../support/corpus.ts'

const html = (text: string, lineBreaks: 'soft' | 'hard' = 'hard'): string =>
  shown(parse({ path: 'notes/x.md', text }, { ...DEFAULT_DIALECT, lineBreaks }).parsed!)

describe('a line break', () => {
  test('is a space where line breaks are soft', () => assert.equal(html('a\nb', 'soft'), '<p>a\nb</p>'))

  for (const [text, seen] of [
    ['a\nb\nc', '<p>a<br>\nb<br>\nc</p>'],
    ['a\r\nb', '<p>a<br>\nb</p>'],
    ['> a\n> b', '<blockquote>\n<p>a<br>\nb</p>\n</blockquote>'],
    ['- a\n  b', '<ul>\n<li>a<br>\nb</li>\n</ul>'],
    ['*a\nb*', '<p><em>a<br>\nb</em></p>'],
    ['[a\nb](https://e.org)', '<p><a href="https://e.org">a<br>\nb</a></p>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    ['a\\\nb', '<p>a<br>\nb</p>'],
    ['a<br>\nb', '<p>a<br>b</p>'],
    ['**a:** b\n**c:** d', '<p><strong>a:</strong> b<br>\n<strong>c:</strong> d</p>'],
    ['a $x$\nb', undefined],
  ] as const)
    test(`is shown in ${JSON.stringify(text)}`, () => {
      if (seen === undefined) assert.match(html(text), /<\/math><br>\nb<\/p>$/)
      else assert.equal(html(text), seen)
    })

  test('in code, and between blocks, stays what it is', () => {
    assert.doesNotMatch(html('```\na\nb\n```\n\n    c\n    d\n\n`e\nf`\n# g\nh'), /<br>/)
    assert.doesNotMatch(html('| a |\n|--|\n| b |'), /<br>/)
  })

  test('ends the title of a callout and leaves nothing behind', () =>
    assert.match(html('> [!note] Title\n> a\n> b'), /callout-title">Title<\/p>\n<p>a<br>\nb<\/p>/))
})
