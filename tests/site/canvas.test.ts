/** Canvases in a real build. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { CANVASES } from '../browser/built/canvases.ts'
import { buildSite, run, sharedSite } from '../support/site.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const at = (dist: string, path: string): string => readFileSync(join(dist, path), 'utf8')

test('a canvas has a page, a place in the list and the navigation, and is found by its words', async () => {
  const { status, stderr, dist } = await sharedSite(CANVASES)
  assert.equal(status, 0, stderr)
  const page = at(dist, 'canvas/boards/map-of-tides/index.html')
  assert.match(page, /<link rel="stylesheet" href="\/canvas\/boards\/map-of-tides\.css"/)
  assert.match(at(dist, 'canvas/boards/map-of-tides.css'), /^\.canvas-plane\{--w:\d+px;--h:\d+px\}\n#node-1\{--x:48px/)
  assert.match(at(dist, 'canvas/index.html'), /<a class="title-link" href="\/canvas\/boards\/map-of-tides\/"/)
  assert.match(at(dist, 'index.html'), /<a class="plain" href="\/canvas\/"/)
  assert.match(at(dist, 'notes/moon/index.html'), /href="\/canvas\/boards\/map-of-tides\/#C\d"/)
  assert.match(at(dist, 'canvas/boards/map-of-tides.md'), /\[The moon pulls the sea\]\(\/notes\/moon\/\)/)
  for (const [path, bytes] of treeOf(dist))
    assert.doesNotMatch(bytes, /zebrasecret|quaggasecret|secret\.md|gonemissing/i, path)
  // Only its own pages load the style sheet of canvases.
  assert.doesNotMatch(at(dist, 'notes/moon/index.html'), /href="[^"]*canvas[^"]*\.css"/)
})

test('canvas: false makes files of canvases, which are offered for download', async () => {
  const files = { ...CANVASES, 'site.yaml': `${CANVASES['site.yaml']}canvas: false\n` }
  const { status, stderr, dist } = await sharedSite(files)
  assert.equal(status, 0, stderr)
  assert.ok(!existsSync(join(dist, 'canvas')))
  assert.match(
    at(dist, 'inquiries/tides/index.html'),
    /href="\/attachments\/boards\/Map%20of%20tides\.canvas\.raw\.txt" download="Map of tides\.canvas"/,
  )
})

test('a canvas follows the notes that it shows, and a build after an edit is as good as a clean one', async () => {
  const folder = contentFolder(CANVASES)
  const { dist } = await buildSite('canvas-edits', folder)
  write(folder, 'notes/moon.md', '---\ntitle: The moon pulls all water\n---\n')
  const rebuilt = await run('build', ['--outDir', dist], folder)
  assert.equal(rebuilt.status, 0, rebuilt.stderr)
  assert.match(at(dist, 'canvas/boards/map-of-tides/index.html'), /The moon pulls all water/)
  const clean = await buildSite('canvas-clean', folder)
  assert.deepEqual([...treeOf(dist)], [...treeOf(clean.dist)])
})
