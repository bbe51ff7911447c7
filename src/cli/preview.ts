/** `throughline preview` serves the site that was built, as a host would. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../site/cache/folders.ts'
import { isMarked } from '../site/output/marker.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'
import { serverOptions } from './server-options.ts'

export default async function preview(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.preview.options })
  const outDir = resolve(values.outDir)
  if (!isMarked(outDir)) throw new UsageError(`There is no site in ${outDir} yet. Run throughline build before.`)
  const { preview: serve } = await import('astro')
  await serve({ root: ROOT, outDir, server: serverOptions(values) })
}
