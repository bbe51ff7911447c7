/** `npm run check`: reads the content folder and prints everything that is wrong in it. Exits with 1 when there is an error. */
import { parseArgs } from 'node:util'
import { isError } from '../corpus/problem.ts'
import { getSite } from '../site/index.ts'
import { count, FORMATS, report, tally, type Format } from '../site/report.ts'

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } })
const format = FORMATS.find((each): each is Format => each === values.format)

if (format === undefined) {
  console.error(`--format is one of ${FORMATS.join(', ')}.`)
  process.exitCode = 2
} else {
  const site = await getSite()
  const { problems } = site
  const text = report(problems, site.folder, format)
  if (text !== '') console.log(text)
  console.error(`${count(site.size, 'file')} read: ${tally(problems)}.`)
  if (problems.some(isError)) process.exitCode = 1
}
