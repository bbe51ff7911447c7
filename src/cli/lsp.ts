/** `throughline lsp` serves an editor over standard input and output, until the editor ends it. */
import { parseArgs } from 'node:util'
import { serve } from '../lsp/server.ts'
import { COMMANDS } from './commands.ts'

export default function lsp(args: string[]): void {
  parseArgs({ args, options: COMMANDS.lsp.options })
  serve()
}
