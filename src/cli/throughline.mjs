#!/usr/bin/env node
/**
 * The command `throughline`. It looks at the version of Node before anything is loaded that an older one could not
 * read, so it is no TypeScript, imports nothing, and uses nothing that is new.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Throughline runs on Node 22.12 or later, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  )
  process.exitCode = 2
} else {
  const { dispatch } = await import('./dispatch.ts')
  await dispatch(process.argv.slice(2))
}
