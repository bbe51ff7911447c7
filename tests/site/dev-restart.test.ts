/** `throughline dev` follows the configuration of a site and its address, which it reads once, by starting anew. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { findFreePort } from '../../scripts/bench/serve/free-port.ts'
import { untilPageHolds } from '../../scripts/bench/serve/until.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { nightly } from '../support/runs.ts'

const config = (label: string): string => `import { z } from 'throughline/config'
import { labelled } from './src/label.ts'
export default { fields: { design: { label: labelled('${label}'), schema: z.string() } } }
`
const label = (sign: string): string => `export const labelled = (label: string): string => label + '${sign}'\n`

test(
  'dev starts anew when its configuration or its address changes, and waits while it cannot be loaded',
  nightly,
  async () => {
    const folder = contentFolder({
      'content/site.yaml': 'title: T\n',
      'content/notes/a.md': '---\ntitle: A\ndesign: survey\n---\n',
      'throughline.config.ts': config('Design'),
      'src/label.ts': label(' of it'),
    })
    const port = await findFreePort()
    const args = [join(ROOT, 'src/cli/throughline.mjs'), 'dev', '--port', String(port)]
    const dev = spawn(process.execPath, args, { cwd: folder, env: { ...environment(''), ASTRO_DEV_BACKGROUND: '0' } })
    let printed = ''
    for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()))
    const holds = (words: string, base = '/') =>
      untilPageHolds(`http://localhost:${port}${base}notes/a/`, words, 100).catch((error: unknown) => {
        throw new Error(printed, { cause: error })
      })
    try {
      await holds('Design of it: survey')
      write(folder, 'src/label.ts', label(' used'))
      await holds('Design used: survey')
      write(folder, 'throughline.config.ts', 'export default {')
      while (!printed.includes('The server waits until that is mended.')) await once(dev.stderr, 'data')
      write(folder, 'throughline.config.ts', config('Way'))
      await holds('Way used: survey')
      write(folder, 'content/site.yaml', 'title: T\nurl: https://example.org/garden\n')
      await holds('Way used: survey', '/garden/')
      assert.match(printed, /^site\.yaml has changed, so the server starts anew\.$/m)
    } finally {
      const ended = once(dev, 'exit')
      dev.kill()
      await ended
    }
  },
)
