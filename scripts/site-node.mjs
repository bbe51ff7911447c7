/**
 * Refuses to begin a site on a Node on which it would not run. npm tells on which one it runs itself, which later runs
 * the site: the scripts of the project run on the Node that the project brings.
 */
const [, node = process.versions.node] = /\bnode\/v([\d.]+)/.exec(process.env['npm_config_user_agent'] ?? '') ?? []
const [major = 0, minor = 0] = node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `A site runs on Node 22.12 or later, and this is Node ${node}. Install a newer one from https://nodejs.org, and run this again.`,
  )
  process.exitCode = 2
}
