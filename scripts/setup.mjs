/**
 * This command installs what a build needs. With `--tools` it installs what making the packages needs too, and with
 * `--tests` also what the tests need, a browser among it. It runs before anything is installed, on any Node from 18 on.
 * Everything after it runs on the Node that it installs.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const withTests = process.argv.includes('--tests')
const withTools = withTests || process.argv.includes('--tools')

/** Runs a command, and tells whether it succeeded. */
function run(command, args, options = {}) {
  console.log(`> ${[command, ...args].join(' ')}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  return status === 0
}

/** Returns the time in milliseconds at which a file was changed, or 0 when there is none. */
const modifiedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/**
 * Tells whether the packages are installed. npm writes a lockfile of its own into node_modules; if that is older than
 * the one of the project, it belongs to another state of the project. What only tools and tests need may be missing.
 */
function isInstalled() {
  if (withTools && !existsSync(`${root}node_modules/@playwright/test`)) return false
  return modifiedAt(`${root}node_modules/.package-lock.json`) >= modifiedAt(`${root}package-lock.json`)
}

// npm would warn of the old Node that it runs on. What it installs runs on the Node that it installs.
function install() {
  const omitted = withTools ? [] : ['--omit=dev']
  return isInstalled() || run('npm', ['ci', ...omitted, '--no-audit', '--no-fund', '--loglevel=error'])
}

/**
 * Finds or installs a browser: first one that is there already, then Playwright's own download, then the package of
 * the system. The latter two need no window.
 */
async function installBrowser() {
  const { hasBrowser } = await import('./browser.mjs')
  if (await hasBrowser()) return true
  if (run('npx', ['playwright', 'install', '--with-deps', '--only-shell', 'chromium']) && (await hasBrowser()))
    return true
  const sudo = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = (...args) => run([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1))
  const add = (name) => apt('install', '-y', '--no-install-recommends', name)
  return apt('update') && (add('chromium-headless-shell') || add('chromium')) && hasBrowser()
}

const done = install() && (!withTests || (await installBrowser()))
if (!done) {
  console.error(
    'The set-up did not finish; the message above says why. For the tests, Chrome or Chromium on the PATH is enough.',
  )
  process.exitCode = 1
}
