/**
 * `throughline doctor` looks at all that a site needs, and says what to mend. It exits with 1 when something keeps the
 * site from being built.
 */
import { parseArgs } from 'node:util'
import { COMMANDS } from './commands.ts'
import { examine, type Examined } from './doctor/examine.ts'

const SIGNS = { ok: '✓', warning: '!', error: '✗' } as const

export default async function doctor(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.doctor.options })
  const examined = await examine()
  console.log(values.json ? JSON.stringify(examined, null, 2) : examined.map(inWords).join('\n'))
  if (examined.some(({ state }) => state === 'error')) process.exitCode = 1
}

const inWords = ({ state, says, remedy }: Examined): string =>
  `${SIGNS[state]} ${says}${remedy === undefined ? '' : `\n  ${remedy}`}`
