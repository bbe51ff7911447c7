/** `npm run build`: checks the content, then builds the site. With an error nothing is built, nothing written, and the exit code is 1. */
import { parseArgs } from 'node:util'
import { build } from 'astro'
import { isError } from '../corpus/problem.ts'
import { getSite } from '../site/index.ts'
import { report, summary } from '../site/report.ts'
import { command } from './command.ts'

await command(async () => {
  const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } })
  const site = await getSite()
  const { problems, folder } = site
  if (!problems.some(isError)) return build({ outDir: values.outDir })
  console.error(report(problems, folder))
  console.error(`${summary(site)} Nothing was built.`)
  process.exitCode = 1
})
