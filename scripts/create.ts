/**
 * `npm run create ../my-site` begins a site with the package of this clone, as `npm create throughline my-site` does with
 * the one that is published. Options after `--` are those of `throughline init`.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packAll } from './pack/pack-all.ts'

const CREATE = fileURLToPath(new URL('../packages/create-throughline/index.mjs', import.meta.url))

const args = process.argv.slice(2)
if (args[0] === undefined || args[0].startsWith('-')) {
  console.error('Say where the site is to be: npm run create ../my-site')
  process.exitCode = 2
} else {
  const [engine] = packAll('.packages')
  const { status } = spawnSync(process.execPath, [CREATE, ...args, '--package', engine!], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
