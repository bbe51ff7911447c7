/** Frames, films and sounds in HTML, and the captions of pictures. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { frameHosts } from '../../../src/corpus/hast/frames.ts'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
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

describe('a frame of a host that the site names', () => {
  const dialect = { ...DEFAULT_DIALECT, frames: ['player.example.org'] }
  const marked = (text: string): string => shown(parse({ path: 'notes/x.md', text }, dialect).parsed!).trim()

  test('is a link with the mark of its host and its size', () => {
    assert.equal(
      marked('<iframe src="https://player.example.org/v/1" width="560" height="315" title="Tides"></iframe>'),
      '<p><a href="https://player.example.org/v/1" data-frame="player.example.org" data-size="560x315">Tides</a></p>',
    )
    assert.match(
      marked('<iframe src="https://PLAYER.example.org/v" width="100%"></iframe>'),
      /data-frame="player\.example\.org">/,
    )
  })

  for (const address of [
    'http://player.example.org/v',
    'https://player.example.org.evil.example/v',
    'https://evil.example/?player.example.org',
    'https://player.example.org@evil.example/',
    'https://x@player.example.org/',
    'https://player.example.org:8443/',
    '//player.example.org/v',
    'javascript:alert(1)//player.example.org',
  ])
    test(`is none where the host is another one, or the way to it: ${address}`, () => {
      assert.doesNotMatch(marked(`<iframe src="${address}"></iframe>`), /data-frame/)
    })

  test('is none by a mark that a writer wrote', () => {
    assert.equal(
      marked('<a data-frame="evil.example" href="https://evil.example/">x</a>'),
      '<p><a href="https://evil.example/">x</a></p>',
    )
    assert.equal(
      marked('<a data-frame="yes" data-size="1x1" href="https://evil.example/">x</a>'),
      '<p><a href="https://evil.example/">x</a></p>',
    )
    assert.deepEqual(frameHosts('<p>a data-frame="player.example.org"</p>', ['player.example.org']), [])
    assert.deepEqual(frameHosts('<a href="" data-frame="evil.example">', ['player.example.org']), [])
  })
})
