/** `![words](note.md)` is an embed, as Obsidian writes it where its wikilinks are turned off. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf } from '../../support/corpus.ts'

const html = (markdown: string): string =>
  corpusOf({
    'notes/a.md': markdown,
    'notes/b note.md': '## Part\n\nThe part.\n\n## Other\n\nThe other. ^block',
    'files/talk.mp4': '',
    'files/voice.MP3': '',
    'files/paper.pdf': '',
    'files/scan.tiff': '',
    'files/table.xlsx': '',
    'files/fig.png': '',
  }).html('notes/a.md')

describe('a Markdown picture', () => {
  test('of a note is the note, or the part of it', () => {
    assert.match(html('![](b%20note.md)'), /<div class="embed">.*The part\..*The other\./s)
    assert.doesNotMatch(html('![](b%20note.md#Part)'), /The other/)
    assert.match(html('![](b%20note.md#^block)'), /<div class="embed">.*<p>The other\.<\/p><\/div>/s)
    assert.match(html('![My words](<b note.md>)'), /<p class="embed-from"><a [^>]*>My words<\/a>/)
  })

  test('of a film or a sound is a player, and of any other file a link', () => {
    assert.match(
      html('![](../files/talk.mp4)'),
      /^<video controls preload="none" src="\/attachments\/files\/talk\.mp4">/,
    )
    assert.match(html('![|300](voice.MP3)'), /^<audio controls/)
    assert.match(html('![A paper](paper.pdf#page=3)'), /<a href="\/attachments\/files\/paper\.pdf#page=3">A paper<\/a>/)
    assert.match(
      html('![A scan](scan.tiff)'),
      /<a href="\/attachments\/files\/scan\.tiff" download="scan\.tiff">A scan<\/a>/,
    )
    assert.match(html('![](table.xlsx)'), /<a [^>]*download="table\.xlsx">table\.xlsx<\/a>/)
  })

  test('of nothing is reported as a picture is, and shows its words', () => {
    const { problems, html } = corpusOf({ 'notes/a.md': '![A film](gone.mp4)' })
    assert.deepEqual(problems, [
      'notes/a.md:1:1 warning picture-missing There is no file "gone.mp4" to show here. Put the file beside the note or mend its name.',
    ])
    assert.match(html('notes/a.md'), /<span class="missing"[^>]*>A film<\/span>/)
  })

  test('of a picture stays one, and so does one of another site', () => {
    assert.match(html('![Fig](fig.png)'), /^<p><img src="\/attachments\/files\/fig\.png" alt="Fig"/)
    assert.match(html('![x](https://example.org/talk.mp4)'), /<a href="https:\/\/example\.org\/talk\.mp4"/)
    assert.doesNotMatch(html('[![x](talk.mp4)](https://example.org)'), /<a [^>]*>[^]*<a /)
  })
})

test('an embed within emphasis is shown, and the words around it stay emphasised', () => {
  const { html } = corpusOf({ 'a.md': '*![[b]]*\n\n**x *![[b]]* y**', 'b.md': 'Bee' })
  const bee = '<div class="embed"><p class="embed-from"><a href="/notes/b/" id="C1">b</a></p><p>Bee</p></div>'
  assert.equal(
    html('a.md').replaceAll(/id="C\d"/g, 'id="C1"'),
    [bee, '<p><strong>x </strong></p>', bee, '<p><strong> y</strong></p>'].join('\n'),
  )
})
