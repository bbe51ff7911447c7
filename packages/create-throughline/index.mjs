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
  const name = args[0]?.startsWith('-') === false ? /** @type {string} */ (args.shift()) : '.'
  const folder = resolve(name)
  mkdirSync(folder, { recursive: true })
  writeManifest(folder, source.endsWith('.tgz') ? copyInto(folder, source) : source)
  console.log('Installing Throughline, which takes a moment.')
  const install = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  const init =
    install ||
    run(process.execPath, [join(folder, 'node_modules/throughline/src/cli/throughline.mjs'), 'init', ...args], folder)
  if (init === 0 && name !== '.') console.log(`The site is in ${name}, so first: cd ${name}`)
  return init
}

/**
 * Copies a tarball into the folder, and returns what `package.json` calls it.
 *
 * @param {string} folder
 * @param {string} tarball
 */
function copyInto(folder, tarball) {
  copyFileSync(tarball, join(folder, basename(tarball)))
  return `file:${basename(tarball)}`
}

/**
 * Writes a `package.json`, unless there is one.
 *
 * @param {string} folder
 * @param {string} source The version of Throughline, or where it is.
 */
function writeManifest(folder, source) {
  const file = join(folder, 'package.json')
  if (existsSync(file)) return
  const names = ['dev', 'build', 'preview', 'check', 'doctor', 'new', 'import', 'rename', 'refresh', 'upgrade']
  const manifest = {
    name:
      basename(folder)
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'site',
    private: true,
    type: 'module',
    scripts: Object.fromEntries(names.map((each) => [each, `throughline ${each}`])),
    dependencies: { throughline: source },
  }
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
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
