/**
 * Pages at addresses that entries had before: they lead on, are no part of the search, and go with what asked for them.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { contentFolder, write } from '../support/content-folder.ts'
import { differences, treeOf } from '../support/tree.ts'
import { buildSite, run } from '../support/site.ts'

const note = (fields: string): string => `---\ntitle: Moss\n${fields}---\nGreen words.\n`
const FILES = {
  '_config.yml': '',
  'notes/moss.md': note('permalink: /2019/moss.html\nredirect_from:\n  - /green/\n  - /notes/bark/\n'),
  'notes/bark.md': '---\ntitle: Bark\n---\nSee [[moss]].\n',
}

test('old addresses lead on, and a build after an edit is as good as a clean one', async () => {
  const folder = contentFolder(FILES)
  const { status, stdout, stderr, dist } = await buildSite('redirects', folder)
  assert.equal(status, 0, stderr)
  const page = (path: string): string => readFileSync(join(dist, path), 'utf8')
  for (const path of ['2019/moss.html', 'green/index.html'])
    assert.match(page(path), /url=\/notes\/moss\/"[^]*<link rel="canonical" href="\/notes\/moss\/">/)
  assert.match(stdout + stderr, /notes\/moss\.md:6:5 warning The address \/notes\/bark\/ is that of notes\/bark\.md/)
  assert.match(page('notes/bark/index.html'), /<h1[^]*Bark/)
  const found = [...treeOf(dist)].filter(
    ([path]) => path.startsWith('pagefind/') && /fragment.+\.pf_fragment$/.test(path),
  )
  for (const [path] of found) assert.doesNotMatch(unpacked(join(dist, path)), /"\/green\/|2019\/moss/)

  write(folder, 'notes/moss.md', note('redirect_from: /mossy/\n'))
  const again = await run('build', ['--outDir', dist], folder)
  assert.equal(again.status, 0, again.stderr)
  assert.deepEqual([existsSync(join(dist, 'green')), existsSync(join(dist, '2019'))], [false, false])
  assert.match(page('mossy/index.html'), /url=\/notes\/moss\//)
  const clean = await buildSite('redirects-clean', folder)
  assert.deepEqual(differences(treeOf(dist), treeOf(clean.dist)), [])

  write(folder, 'notes/moss.md', note('redirect_from: /mossy/\n').replace('title: Moss', 'title: Lichen'))
  await run('build', ['--outDir', dist], folder)
  assert.match(page('mossy/index.html'), />Lichen<\/a>/)
})

function unpacked(file: string): string {
  const bytes = readFileSync(file)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
}
