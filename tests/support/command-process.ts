/**
 * A process that runs commands of the project one after another, because starting Node and loading Astro takes several
 * times as long as building a small site. The project's own code is loaded anew for each command, so that nothing it
 * holds in memory outlasts one. It is bundled, as it is for users but without packages, because loading hundreds of
 * modules takes longer than a small site, too.
 */
import { hash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Order, Run } from './commands.ts'

/** Whatever is imported by a name. */
const PACKAGES = /^[^./\0]/
const COMMANDS: readonly Order['command'][] = ['build', 'check', 'export', 'import', 'join', 'new', 'rename']

let count = 0
let own: string
/** The module of the site in the sources, and in the bundle. A process has one of them only. */
let site: readonly [source: string, bundled: string] = ['', '']

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    if (!isOwn(resolved.url)) return resolved
    const [source, bundled] = site
    return resolved.url === source
      ? { ...resolved, url: `${bundled}?command=${count}`, format: 'module' }
      : { ...resolved, url: `${resolved.url}?command=${count}` }
  },
})

const isOwn = (url: string): boolean =>
  url.startsWith(own) && !/\/node_modules\/(?!\.(?:astro|commands)\/)|\?/.test(url)

const urlOf = (...path: string[]): string => pathToFileURL(join(...path)).href

/** Bundles the commands of a project, unless they are bundled as its code is now. Returns the folder of the bundle. */
async function bundled(project: string): Promise<string> {
  const code = (await import(
    urlOf(project, 'src/cli/command-code.ts')
  )) as typeof import('../../src/cli/command-code.ts')
  const { codeDigest } = (await import(
    urlOf(project, 'src/site/cache/code-digest.ts')
  )) as typeof import('../../src/site/cache/code-digest.ts')
  // A bundle names files of the project by their paths, so a project that was moved or copied has another one.
  const place = hash('sha256', project, 'hex').slice(0, 12)
  const folder = join(project, 'node_modules/.commands', `${codeDigest(project).slice(0, 12)}-${place}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  await code.bundleCommands(COMMANDS, unfinished, [PACKAGES])
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true })
  }
  return folder
}

const output = { stdout: '', stderr: '' }
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: string | Uint8Array): boolean => {
    output[name] += String(text)
    return true
  }

async function run({ command, args, project, env, isWatched = false }: Order): Promise<Run> {
  count++
  own = urlOf(project, '/')
  process.chdir(project)
  const outside = { ...process.env }
  Object.assign(process.env, env)
  Object.assign(output, { stdout: '', stderr: '' })
  process.exitCode = 0
  process.stderr.isTTY = isWatched
  const folder = await bundled(project)
  site = [urlOf(project, 'src/site/index.ts'), urlOf(folder, 'site.mjs')]
  const cli = (await import(urlOf(project, 'src/cli/command.ts'))) as typeof import('../../src/cli/command.ts')
  const script = (await import(urlOf(folder, `${command}.mjs`))) as typeof import('../../src/cli/build.ts')
  await cli.command(command, () => script.default([...args]))
  for (const name of Object.keys(process.env)) if (!(name in outside)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, outside)
  return { status: process.exitCode, ...output }
}

process.on('message', (order: Order) => {
  void run(order).then((done) => process.send!(done))
})
// Ended like this it keeps none of the code that it compiled: nobody will load it by those names again.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
