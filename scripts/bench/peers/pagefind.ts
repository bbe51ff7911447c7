/** Pagefind's own command, of the version that our build has, over the output of a peer. */
import { join } from 'node:path'
import type { Command } from '../measure/command.ts'
import { ROOT } from '../places.ts'

export const pagefindCommand = (site: string): Command => ({
  command: process.execPath,
  args: [join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', site],
  cwd: ROOT,
})
