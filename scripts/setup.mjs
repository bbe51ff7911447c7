/**
 * Installs what the project needs, and with `--browser` a browser for its tests too. Runs before anything is installed, on any Node
 * from 18 on; everything after it runs on the Node that it installs.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(command, args, options = {}) {
  console.log(`> ${[command, ...args].join(' ')}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  return status === 0
}

const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** npm leaves a lockfile of its own in node_modules; one older than ours belongs to another state of the project. */
function installed() {
  return changed(`${root}node_modules/.package-lock.json`) >= changed(`${root}package-lock.json`)
}

// npm would complain of the old Node it runs on; what it installs runs on the Node it installs.
function install() {
  return installed() || run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** What is there already, then Playwright's own download, then the system's package; of both, what needs no window to draw. */
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

const done = install() && (!process.argv.includes('--browser') || (await installBrowser()))
if (!done) {
  console.error(
    'The set-up did not finish; the message above says why. For the tests, Chrome or Chromium on the PATH is enough.',
  )
  process.exitCode = 1
}
