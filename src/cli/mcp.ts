/** `throughline mcp` serves an assistant over standard input and output, until the assistant ends it. */
import { parseArgs } from 'node:util'
import { serve } from '../mcp/server.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { version } from './version.ts'
import { COMMANDS } from './commands.ts'

export default function mcp(args: string[]): void {
  parseArgs({ args, options: COMMANDS.mcp.options })
  // Standard output belongs to the protocol.
  console.log = console.error
  serve(contentFolder(), version())
}
