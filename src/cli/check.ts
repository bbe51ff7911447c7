/**
 * `npm run check`: reads the content folder and prints everything that is wrong in it. Exits with 1 when there is an error.
 * `npm run check -- --format json|github` prints it for another program, or beside the lines of a pull request.
 */
import { parseArgs } from 'node:util'
import { isError } from '../corpus/problem.ts'
import { UsageError } from '../site/content-folder.ts'
import { getSite } from '../site/index.ts'
import { FORMATS, report, summary, type Format } from '../site/report.ts'
import { command } from './command.ts'

await command(async () => {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } })
  const format = FORMATS.find((each): each is Format => each === values.format)
  if (format === undefined) throw new UsageError(`--format is one of ${FORMATS.join(', ')}.`)
  const site = await getSite()
  const { problems, folder } = site
  const text = report(problems, folder, format)
  if (text !== '') console.log(text)
  console.error(summary(site))
  if (problems.some(isError)) process.exitCode = 1
})
