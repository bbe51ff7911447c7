/** A file of any type is published so that it cannot run: as itself where it is harmless, and else as plain text. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { downloadName, publishedPath } from '../../../src/corpus/attachments/published-path.ts'
import { corpusOf } from '../../support/corpus.ts'

describe('an attachment', () => {
  for (const path of ['a/x.png', 'x.PDF', 'x.mov', 'x.csv', 'x.txt', 'b/x.docx', 'x.xlsx', 'x.heic', 'x.7z'])
    test(`${path} keeps its path`, () => assert.equal(publishedPath(path), path))

  for (const [path, published] of [
    ['a/x.html', 'a/x.html.raw.txt'],
    ['x.XHTML', 'x.XHTML.raw.txt'],
    ['x.js', 'x.js.raw.txt'],
    ['x.xml', 'x.xml.raw.txt'],
    ['x.py', 'x.py.raw.txt'],
    ['x.ipynb', 'x.ipynb.raw.txt'],
    ['x.php', 'x-php.raw.txt'],
    ['x.php.unknown', 'x-php.unknown.raw.txt'],
    ['LICENSE', 'LICENSE.raw.txt'],
    ['x.html.raw.txt', 'x.html.raw.txt.raw.txt'],
  ] as const)
    test(`${path} becomes plain text`, () => assert.equal(publishedPath(path), published))

  test('that browsers do not show has its own name when it is kept', () => {
    assert.equal(downloadName('a/x.docx'), 'x.docx')
    assert.equal(downloadName('a/x.html'), 'x.html')
    assert.equal(downloadName('a/x.pdf'), undefined)
  })

  test('is a link that keeps it', () => {
    const { html } = corpusOf({
      'notes/a.md': '[[page.html|w]] [d](x.docx) [[talk.pdf]]',
      'notes/x.docx': '',
      'page.html': '',
      'talk.pdf': '',
    })
    assert.match(html('notes/a.md'), /<a href="\/attachments\/page\.html\.raw\.txt" download="page\.html">w<\/a>/)
    assert.match(html('notes/a.md'), /<a href="\/attachments\/notes\/x\.docx" download="x\.docx">d<\/a>/)
    assert.match(html('notes/a.md'), /<a href="\/attachments\/talk\.pdf">/)
  })
})
