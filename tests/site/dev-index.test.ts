/** What is said of the search index in dev while it is made. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { DevIndex } from '../../src/integrations/search/dev-index.ts'

test('a manifest that is missing, or half written, is no error: the last one holds', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const index = new DevIndex(folder, (message) => assert.fail(message))
  const parts = (): number => index.manifest().parts
  assert.equal(parts(), 0)
  writeFileSync(join(folder, 'manifest.json'), '{"parts":2}')
  assert.equal(parts(), 2)
  writeFileSync(join(folder, 'manifest.json'), '{"par')
  assert.equal(parts(), 2)
  assert.match(index.manifest().note ?? '', /being made anew/)
})
