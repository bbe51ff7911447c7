/**
 * `throughline dev` serves the site, and follows every change of its content. When the configuration changes, it starts
 * anew. Where it then cannot be loaded, it says why and waits for the next change.
 */
import { parseArgs } from 'node:util'
import { ROOT } from '../site/cache/folders.ts'
import { ownComponents } from '../site/own-components.ts'
import { loadOwnDialect } from '../site/own-dialect.ts'
import { showDrafts } from '../site/shown-drafts.ts'
import { UsageError } from '../site/usage-error.ts'
import { storedCommandCode, useSiteOf } from './command-code.ts'
import { COMMANDS } from './commands.ts'
import { watchConfiguration } from './dev-restart.ts'
import { RESTART, RESTARTED } from './restart.mjs'
import { serverOptions } from './server-options.ts'

export default async function develop(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.dev.options })
  const server = serverOptions(values)
  if (values.drafts && values.host === true)
    throw new UsageError('--drafts and --host together would show drafts to others. Leave one of them out.')
  if (values.drafts) showDrafts()
  const fault = await faultInConfiguration()
  // Whoever calls the command is told at once. Whoever edits the configuration goes on editing it.
  if (fault !== undefined && process.env[RESTARTED] === undefined) throw fault
  watchConfiguration((name) => {
    console.log(`${name} has changed, so the server starts anew.`)
    process.exit(RESTART)
  })
  if (fault !== undefined) console.error(`${fault.message} The server waits until that is mended.`)
  else await serve(server)
}

async function faultInConfiguration(): Promise<UsageError | undefined> {
  try {
    await loadOwnDialect()
    await ownComponents()
    return undefined
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
}

async function serve(server: ReturnType<typeof serverOptions>): Promise<void> {
  const bundle = storedCommandCode()
  if (bundle !== undefined) useSiteOf(bundle)
  const { dev } = await import('astro')
  await dev({ root: ROOT, server })
}
