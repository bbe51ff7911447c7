/** Frames, films and sounds in HTML, and the captions of pictures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corpusOf, read, shown } from '../../support/corpus.ts'

const FILES = { 'notes/y.md': 'Y', 'a/f.png': '', 'a/t.mp4': '', 'a/v.mp3': '' }
const html = (text: string): string => corpusOf({ 'notes/x.md': text, ...FILES }).html('notes/x.md')

for (const [written, expected] of [
  ['<iframe src="https://x.org/e"></iframe>', '<p><a href="https://x.org/e">https://x.org/e</a></p>'],
  [
    'See <iframe src="https://x.org/e" title="A film"></iframe> now',
    '<p>See <a href="https://x.org/e">A film</a> now</p>',
  ],
  [
    '<video src="https://x.org/t.mp4" controls></video>',
    '<p><a href="https://x.org/t.mp4">https://x.org/t.mp4</a></p>',
  ],
  ['<embed src="//x.org/e">', '<p><a href="//x.org/e">//x.org/e</a></p>'],
  ['<object data="https://x.org/d.pdf">Words</object>', '<p><a href="https://x.org/d.pdf">https://x.org/d.pdf</a></p>'],
  ['<iframe src="javascript:alert(1)"></iframe>', '<p><a>javascript:alert(1)</a></p>'],
  ['Name: <input type="text" value="Ann">', '<p>Name: <span>Ann</span></p>'],
  ['<input type="hidden" value="x">a', '<p><span></span>a</p>'],
] as const)
  test(`HTML that shows something else becomes words or a link: ${written}`, () => {
    assert.equal(shown(read(written)).trim(), expected)
  })

for (const written of [
  '<video src="../a/t.mp4"></video>',
  '<video controls><source src="a/t.mp4"></video>',
  '<video src="t.mp4"/>',
])
  test(`a film of the content folder has a player: ${written}`, () => {
    assert.equal(html(written), '<video controls preload="none" src="/attachments/a/t.mp4"></video>')
  })

test('a box to tick stays one', () => {
  assert.match(
    shown(read('<input type="checkbox" checked> done')),
    /<input type="checkbox" checked disabled aria-label="Done">/,
  )
})

test('the title of a picture that stands alone is its caption, and otherwise a title', () => {
  assert.match(
    html('![Alt](../a/f.png "The <caption>")'),
    /^<figure><img [^>]*><figcaption>The &lt;caption&gt;<\/figcaption><\/figure>$/,
  )
  assert.match(html('See ![Alt](../a/f.png "T")'), /^<p>See <img [^>]*alt="Alt" title="T"/)
  assert.match(html('[y](y.md "T")'), /<a href="\/notes\/y\/" id="C1" title="T">y<\/a>/)
  assert.match(html('![Alt](https://x.org/f.png "T")'), /<a href="https:\/\/x\.org\/f\.png" title="T">Alt<\/a>/)
  assert.match(html('![Alt](gone.png "T")'), /^<p><span class="missing">Missing picture: Alt\. T<\/span><\/p>$/)
})
