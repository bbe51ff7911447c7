/** A build asks nobody for anything, not even Astro, which would by itself. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { environment, NODE_OPTIONS, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'

const ASTRO = 'node_modules/astro/bin/astro.mjs'

/** Runs a program as a user does who has switched off nothing, and returns where it wanted to connect to. */
function connectionsOf(args: readonly string[], content: string): string {
  const own = contentFolder({})
  const env = environment(content)
  for (const name of ['ASTRO_TELEMETRY_DISABLED', 'ASTRO_DISABLE_UPDATE_CHECK']) Reflect.deleteProperty(env, name)
  const record = join(own, 'record')
  const { status, stderr } = spawnSync(
    process.execPath,
    [...NODE_OPTIONS, '--import', './tests/support/record-network.ts', ...args],
    { cwd: ROOT, encoding: 'utf8', env: { ...env, NETWORK_RECORD: record, HOME: own, XDG_CONFIG_HOME: own } },
  )
  assert.equal(status, 0, stderr)
  return existsSync(record) ? readFileSync(record, 'utf8') : ''
}

const content = contentFolder({ 'site.yaml': 'title: Garden\n', 'notes/a.md': '---\ntitle: A\n---\nWords.\n' })

test('npm run build', () => {
  const outDir = contentFolder({})
  assert.equal(connectionsOf(['src/cli/build.ts', '--outDir', outDir], content), '')
})

test('npm run check', () => assert.equal(connectionsOf(['src/cli/check.ts'], content), ''))

test('astro sync, with which the development server begins', () =>
  assert.equal(connectionsOf([ASTRO, 'sync'], content), ''))
