/** Frames of other sites in a real build: which pages may open them, and what these load. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FRAMES } from '../browser/built/frames.ts'
import { elements, pagesOf } from '../support/html.ts'
import { sharedSite } from '../support/site.ts'

const policyOf = (html: string): string =>
  String(
    elements(html, ({ properties }) => properties.httpEquiv?.toString() === 'content-security-policy')[0]?.properties
      .content,
  )

test('only pages with a frame of a named host allow that host, and load the script for it', async () => {
  const { status, stderr, dist } = await sharedSite(FRAMES)
  assert.equal(status, 0, stderr)
  for (const [address, html] of pagesOf(dist)) {
    const hasFrame = address === '/notes/film/' || address === '/notes/shows/'
    assert.equal(/; frame-src https:\/\/player\.example\.org$/.test(policyOf(html)), hasFrame, address)
    assert.equal(policyOf(html).includes('frame-src'), hasFrame, address)
    assert.equal(/<script [^>]*src="[^"]*FrameScript/.test(html), hasFrame, address)
    assert.doesNotMatch(html, /<iframe/)
  }
  assert.match(
    readFileSync(join(dist, 'notes/other/index.html'), 'utf8'),
    /<p><a href="https:\/\/other\.example\/v">https:\/\/other\.example\/v<\/a><\/p>/,
  )
})

test('without the setting a frame is a link', async () => {
  const { dist } = await sharedSite({ ...FRAMES, 'site.yaml': 'title: Frames\ndescription: A garden.\n' })
  for (const [address, html] of pagesOf(dist)) assert.doesNotMatch(html, /data-frame|frame-src|FrameScript/, address)
})

test('what is no host is reported and allows nothing', async () => {
  const site =
    'title: Frames\nmode: lenient\nframes:\n  - "*"\n  - "https://Player.example.org/v"\n  - "x.org; script-src *"\n'
  const { stderr, dist } = await sharedSite({ ...FRAMES, 'site.yaml': site })
  assert.match(
    stderr,
    /site\.yaml:4:5 warning The field "frames\[1\]" must be the host of a site, .+ "\*"\. \(field-value\)/,
  )
  assert.match(stderr, /site\.yaml:6:5 warning The field "frames\[3\]" must be the host of a site/)
  const film = readFileSync(join(dist, 'notes/film/index.html'), 'utf8')
  assert.match(policyOf(film), /; frame-src https:\/\/player\.example\.org$/)
})
