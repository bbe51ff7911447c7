/**
 * A process that runs commands of the project one after another, because starting Node and loading Astro takes several
 * times as long as building a small site. The project's own code is loaded anew for each command, so that nothing it
 * holds in memory outlasts one.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Order, Run } from './commands.ts'

let count = 0
let own: string

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return isOwn(resolved.url) ? { ...resolved, url: `${resolved.url}?command=${count}` } : resolved
  },
})

const isOwn = (url: string): boolean => url.startsWith(own) && !/\/node_modules\/(?!\.astro\/)|\?/.test(url)

const output = { stdout: '', stderr: '' }
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: string | Uint8Array): boolean => {
    output[name] += String(text)
    return true
  }

async function run({ command, args, project, env, isWatched = false }: Order): Promise<Run> {
  const module = (name: string): string => pathToFileURL(join(project, 'src/cli', `${name}.ts`)).href
  count++
  own = pathToFileURL(join(project, '/')).href
  process.chdir(project)
  const outside = { ...process.env }
  Object.assign(process.env, env)
  Object.assign(output, { stdout: '', stderr: '' })
  process.exitCode = 0
  process.stderr.isTTY = isWatched
  const cli = (await import(module('command'))) as typeof import('../../src/cli/command.ts')
  const script = (await import(module(command))) as typeof import('../../src/cli/build.ts')
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
