/**
 * `throughline upgrade` moves the package of a site to its newest version, or to the one that `--to` names, builds the
 * site with it, and prints what the changelog says of the versions between. What the owner wrote stays as it is.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT } from '../site/cache/folders.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'
import { changesSince } from './upgrade/changes.ts'

/** The package as it is installed in the folder of the site. */
const PACKAGE = join(PROJECT, 'node_modules/throughline')

export default function upgrade(args: string[]): void {
  const { values } = parseArgs({ args, options: COMMANDS.upgrade.options })
  if (!existsSync(join(PACKAGE, 'package.json')))
    throw new UsageError('throughline is not installed in this folder. npx throughline@latest runs the newest version.')
  const before = installedVersion()
  const known = changelog()
  run('npm', ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', packageAt(values.to)])
  const after = installedVersion()
  console.log(after === before ? `Throughline ${before} is there already.` : `Throughline ${before} → ${after}`)
  const changes = changesSince(known, changelog())
  if (changes !== '') console.log(`\n${changes}`)
  run(process.execPath, [join(PACKAGE, 'src/cli/throughline.mjs'), 'check'])
}

/** A tarball is named by its path, and anything else is a version or a tag. */
const packageAt = (to: string): string => (existsSync(resolve(to)) ? resolve(to) : `throughline@${to}`)

const installedVersion = (): string =>
  (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version

const changelog = (): string => readFileSync(join(PACKAGE, 'CHANGELOG.md'), 'utf8')

/** Runs a command in the folder of the site. */
function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    process.exitCode = 1
    if (command === 'npm') throw new UsageError('npm could not install it, so the site is at the version that it had.')
  }
}
