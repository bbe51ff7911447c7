/**
 * `npm run guide` builds the guide, which is all documents of the project, as a site in `.guide/dist`, or in the folder
 * that `--outDir` names. `--url` is the address at which it will be published.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeGuide } from './guide/write-guide.ts'

const { values } = parseArgs({
  options: { outDir: { type: 'string', default: '.guide/dist' }, url: { type: 'string' } },
})
const throughline = resolve('src/cli/throughline.mjs')
const outDir = resolve(values.outDir)
writeGuide('.guide', values.url)
const { status } = spawnSync(process.execPath, [throughline, 'build', '--outDir', outDir], {
  cwd: '.guide',
  stdio: 'inherit',
})
process.exitCode = status ?? 1
