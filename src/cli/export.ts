/**
 * `npm run export -- INQUIRY` writes an inquiry as a paper. `--to` names the format and `--out` the file. Beside it are
 * the bibliography, the citation style and the pictures of a paper in Markdown or LaTeX. It writes over nothing without
 * `--force`, and writes nothing into the content folder, where it would become an entry.
 */
import { parseArgs } from 'node:util'
import { BIBLIOGRAPHIES } from '../corpus/paper/bibliography.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'
import { PAPER_FORMATS } from './export/formats.ts'
import { exportPaper } from './export/write-paper.ts'

export default async function exportCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: COMMANDS.export.options, allowPositionals: true })
  const [name, ...rest] = positionals
  if (!name || rest.length > 0)
    throw new UsageError('Say which inquiry: export INQUIRY. Put a name with blanks into quotes.')
  const format = oneOf(PAPER_FORMATS, values.to, '--to')
  const bibliography = oneOf(BIBLIOGRAPHIES, values.bibliography, '--bibliography')
  const written = await exportPaper({ name, format, bibliography, out: values.out, mayReplace: values.force })
  for (const remark of written.remarks) console.error(remark)
  console.log(written.files.join('\n'))
}

/** Returns the name that an option has. Throws a `UsageError` where it is none of those that there are. */
function oneOf<const T extends string>(names: readonly T[], name: string, option: string): T {
  const found = names.find((each) => each === name)
  if (found === undefined) throw new UsageError(`${option} is one of ${names.join(', ')}.`)
  return found
}
