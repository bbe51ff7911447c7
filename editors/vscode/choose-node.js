/** Chooses the Node with which the language server runs: the first that is new enough. */
const { spawnSync } = require('node:child_process')

/**
 * Returns the path of a Node, and what it needs in its environment. Where there is none, returns a sentence that says
 * so in place of the path.
 *
 * A Node that is on the path is often an old one, and an editor that is not started from a terminal may see none. The
 * editor itself runs on Node, which is new enough in recent versions.
 *
 * @param {string | undefined} named What the setting names. Whatever a user wrote counts alone.
 */
exports.chooseNode = (named, own = { path: process.execPath, version: process.versions.node }) => {
  const wished = named || 'node'
  const version = versionOf(wished)
  if (version !== undefined && isNewEnough(version)) return { path: wished, env: {} }
  if (!named && isNewEnough(own.version)) return { path: own.path, env: { ELECTRON_RUN_AS_NODE: '1' } }
  const found = version === undefined ? `"${wished}" cannot be run` : `"${wished}" is Node ${version}`
  return {
    says: `Throughline needs Node 22.12 or later, and ${found}. Name another one in the setting throughline.node.`,
  }
}

function versionOf(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}
