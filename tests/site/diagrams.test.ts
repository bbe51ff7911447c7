/** Diagrams of Mermaid in real builds. A stand-in draws them, and Mermaid itself where it is installed. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBrowser } from '../../src/site/diagrams/find-browser.ts'
import { diagram, DIAGRAMS, STUB } from '../browser/built/diagrams.ts'
import { contentFolder } from '../support/content-folder.ts'
import { elements } from '../support/html.ts'
import { buildSite, run, sharedSite } from '../support/site.ts'
import { differences, treeOf } from '../support/tree.ts'

const skip = findBrowser() === undefined && 'there is no Chromium'
const at = (dist: string, path: string): string => readFileSync(join(dist, path), 'utf8')
const idsOf = (html: string): string[] =>
  elements(html, ({ properties }) => typeof properties.id === 'string').map(({ properties }) => String(properties.id))

test('diagrams are drawn at build time, as text and shapes and nothing else', { skip }, async () => {
  const { status, stderr, dist } = await sharedSite(DIAGRAMS, STUB)
  assert.equal(status, 0, stderr)
  const page = at(dist, 'notes/tides/index.html')
  const [drawn = ''] = /<figure class="diagram".*?<\/figure>/s.exec(page) ?? []
  assert.match(
    drawn,
    /^<figure class="diagram" tabindex="0" aria-label="Diagram"><svg role="img" aria-label="The moon pulls" class="wide"/,
  )
  assert.match(drawn, /<rect width="200" height="30" fill="rgb\(244, 239, 230\)" stroke="rgb\(1, 2, 3\)"/)
  assert.match(drawn, /<text [^>]*font-weight="700"[^>]*>Moon<\/text>/)
  assert.match(drawn, />In HTML<\/tspan>/)
  assert.match(drawn, /<g transform="translate\(0,80\)">/)
  assert.doesNotMatch(drawn, /<style|<script|<a |foreignObject|onclick|onerror|style=|class="(?!wide|diagram)/)
  assert.match(drawn, /<marker id="drawing-1-1".*marker-end="url\(#drawing-1-1\)"/s)
  assert.match(
    page,
    /<details class="diagram-code"><summary>Code of the diagram<\/summary><pre[^>]*><code class="[^"]*language-mermaid">/,
  )
  const shows = at(dist, 'notes/shows/index.html')
  assert.equal(shows.match(/<svg role="img"/g)?.length, 3)
  assert.equal(new Set(idsOf(shows)).size, idsOf(shows).length)
  // Only pages with drawings load their styles.
  assert.match(page, /<link rel="stylesheet" href="[^"]*diagrams[^"]*\.css"/)
  assert.doesNotMatch(at(dist, 'notes/wrong/index.html'), /diagrams[^"]*\.css|<svg role="img"/)
})

test('a fault in a diagram has the line that Mermaid names, and the code is shown', { skip }, async () => {
  const { stderr, dist } = await sharedSite(DIAGRAMS, STUB)
  assert.match(
    stderr,
    /wrong\.md:8:1 warning Mermaid cannot draw this diagram: Parse error on line 2\. Its code is shown\. Mend it\. \(diagram\)/,
  )
  assert.match(
    at(dist, 'notes/wrong/index.html'),
    /<pre [^>]*data-language="mermaid"><code class="[^"]*language-mermaid">/,
  )
})

test('without Mermaid, and without a browser, one notice says what is missing', async () => {
  const missing = await sharedSite(DIAGRAMS, { MERMAID_PATH: '/nowhere' })
  assert.equal(missing.status, 0)
  assert.match(
    missing.stderr,
    /notice 4 diagrams of Mermaid are shown as code, because Mermaid is not installed\. Run "npm install mermaid"/,
  )
  const page = at(missing.dist, 'notes/tides/index.html')
  assert.doesNotMatch(page, /<figure|diagram-code/)
  assert.match(page, /<pre tabindex="0" data-language="mermaid"><code class="[^"]*language-mermaid">flowchart LR/)
  const blind = await sharedSite(DIAGRAMS, { ...STUB, BROWSER_PATH: '/nowhere' })
  assert.match(blind.stderr, /as code, because no Chromium was found\./)
  assert.equal(blind.stderr.match(/ notice /g)?.length, 1)
  const off = await sharedSite({ ...DIAGRAMS, 'site.yaml': 'title: Diagrams\nmermaid: false\n' }, STUB)
  assert.doesNotMatch(off.stderr, /Mermaid/)
})

test('a build after Mermaid was installed or taken away is as good as a clean one', { skip }, async () => {
  const folder = contentFolder(DIAGRAMS)
  const { dist } = await buildSite('diagrams', folder, false, { MERMAID_PATH: '/nowhere' })
  const clean = (await buildSite('diagrams-clean', folder, false, STUB)).dist
  const plain = treeOf(dist)
  for (const [env, expected] of [
    [STUB, treeOf(clean)],
    [STUB, treeOf(clean)],
    [{ MERMAID_PATH: '/nowhere' }, plain],
  ] as const) {
    assert.equal((await run('build', ['--outDir', dist], folder, env)).status, 0)
    assert.deepEqual(differences(treeOf(dist), expected), [])
  }
})

test('nothing in a diagram reaches a network, and one that never ends costs only itself', { skip }, async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const folder = contentFolder({
    'site.yaml': 'title: Diagrams\nmode: lenient\n',
    'notes/a.md': [diagram('forever'), diagram(`ask http://127.0.0.1:${port}/x`), diagram('Last')].join('\n'),
  })
  const { status, stderr, dist } = await buildSite('diagrams-hostile', folder, false, STUB)
  server.close()
  assert.equal(status, 0, stderr)
  assert.deepEqual(asked, [])
  assert.match(stderr, /a\.md:1:1 warning Mermaid cannot draw this diagram: It takes longer than 10 seconds\. /)
  assert.equal(at(dist, 'notes/a/index.html').match(/<svg role="img"/g)?.length, 2)
})

/** Whether Mermaid itself is installed, or named. */
const real = process.env['MERMAID_PATH'] ?? resolved()
function resolved(): string | undefined {
  try {
    return new URL('mermaid.min.js', import.meta.resolve('mermaid')).pathname
  } catch {
    return undefined
  }
}

test('Mermaid draws', { skip: skip || (real === undefined && 'Mermaid is not installed') }, async () => {
  const kinds = {
    flow: 'flowchart LR\naccTitle: Tides\nA[Moon] -->|pulls| B[Größe]\nclick A href "https://example.org/"',
    sequence: 'sequenceDiagram\nAlice->>Bob: Hello',
    mindmap: 'mindmap\n  root((Tides))\n    Moon',
    classes: 'classDiagram\nAnimal <|-- Duck',
  }
  const files = Object.entries(kinds).map(([name, code]): [string, string] => [`notes/${name}.md`, diagram(code)])
  const { stderr, dist } = await sharedSite(Object.fromEntries(files), { MERMAID_PATH: real! })
  assert.doesNotMatch(stderr, /\(diagram\)/)
  const words = {
    flow: ['Moon', 'pulls', 'Größe'],
    sequence: ['Alice', 'Hello'],
    mindmap: ['Tides'],
    classes: ['Duck'],
  }
  for (const [name, all] of Object.entries(words)) {
    const [drawn = ''] = /<figure class="diagram".*?<\/figure>/s.exec(at(dist, `notes/${name}/index.html`)) ?? []
    for (const word of all) assert.match(drawn, new RegExp(`>${word}<`), name)
    assert.doesNotMatch(drawn, /<style|foreignObject|<a |https:/)
    assert.doesNotMatch(drawn, /opacity="0\.5"/, 'no line goes through the words at it')
  }
})
