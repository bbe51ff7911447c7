#!/usr/bin/env node
/**
 * `npm create throughline my-site` makes a folder, installs Throughline in it, and has it make a first site there.
 * Options are passed on to `throughline init`. `--package` names another version to install, or a tarball, which is
 * copied into the folder: whoever has the site can install it then.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Throughline runs on Node 22.12 or later, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  )
  process.exitCode = 2
} else process.exitCode = create(process.argv.slice(2))

/**
 * Makes the site.
 *
 * @param {string[]} args
 * @returns {number} The exit code.
 */
function create(args) {
  const at = args.indexOf('--package')
  const [, source = 'latest'] = at === -1 ? [] : args.splice(at, 2)
  const path = args[0]?.startsWith('-') === false ? /** @type {string} */ (args.shift()) : '.'
  const folder = resolve(path)
  mkdirSync(folder, { recursive: true })
  // Without one, npm would install into a folder above that has one. `init` writes what else belongs into it.
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{}\n')
  console.log('Installing Throughline, which takes a moment.')
  const name = source.endsWith('.tgz') ? copyInto(folder, source) : `throughline@${source}`
  const install = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', name], folder)
  const init =
    install ||
    run(process.execPath, [join(folder, 'node_modules/throughline/src/cli/throughline.mjs'), 'init', ...args], folder)
  if (init === 0 && path !== '.') console.log(`The site is in ${path}, so first: cd ${path}`)
  return init
}

/**
 * Copies a tarball into the folder, and returns what npm calls it there.
 *
 * @param {string} folder
 * @param {string} tarball
 */
function copyInto(folder, tarball) {
  copyFileSync(tarball, join(folder, basename(tarball)))
  return `./${basename(tarball)}`
}

/**
 * Runs a command in a folder and returns its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {number}
 */
function run(command, args, cwd) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd, stdio: 'inherit', shell }).status ?? 1
}
