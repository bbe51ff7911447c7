/** `npm run docs:commands` writes `docs/commands.md` from what the commands say of themselves. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandsPage } from './commands-docs/page.ts'

writeFileSync(join(import.meta.dirname, '../docs/commands.md'), commandsPage())
