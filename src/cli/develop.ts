/** `throughline dev` serves the site, and follows every change of its content. */
import { parseArgs } from 'node:util'
import { ROOT } from '../site/cache/folders.ts'
import { storedCommandCode, useSiteOf } from './command-code.ts'
import { COMMANDS } from './commands.ts'
import { serverOptions } from './server-options.ts'

export default async function develop(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.dev.options })
  const bundle = storedCommandCode()
  if (bundle !== undefined) useSiteOf(bundle)
  const { dev } = await import('astro')
  await dev({ root: ROOT, server: serverOptions(values) })
}
