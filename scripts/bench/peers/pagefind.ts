/** This file runs Pagefind's own command, of the version that this project has, over the output of a peer. */
import { join } from 'node:path'
import type { Command } from '../measure/command.ts'
import { ROOT } from '../places.ts'

/** Returns the command that indexes a built site. */
export const pagefindCommand = (site: string): Command => ({
  command: process.execPath,
  args: [join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', site],
  cwd: ROOT,
})
