/**
 * `npm run build` checks the content, then builds the site. When the content has an error, nothing is written and the
 * exit code is 1.
 *
 * A page that would look as it did after the last build stays as it is; `--fresh` makes everything again. `--no-search`
 * builds a site without a search index. `--outDir` sets the folder of the site.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isError } from '../corpus/problem.ts'
import { getSite, planBuild } from '../site/index.ts'
import { clearProgress } from '../site/progress.ts'
import { report, summary } from '../site/report.ts'
import { command } from './command.ts'

/** This module receives Astro's log, because Astro itself would print a line for every page. */
const LOG = fileURLToPath(new URL('../integrations/build-log.ts', import.meta.url))

const OPTIONS = {
  outDir: { type: 'string', default: 'dist' },
  fresh: { type: 'boolean', default: false },
  search: { type: 'boolean', default: true },
} as const

await command(async () => {
  const startTime = performance.now()
  const { values } = parseArgs({ options: OPTIONS, allowNegative: true })
  const site = await getSite()
  const { problems, folder } = site
  if (problems.some(isError)) {
    clearProgress()
    console.error(report(problems, folder))
    console.error(`${summary(site)} Nothing was built.`)
    process.exitCode = 1
    return
  }
  if (values.fresh) rmSync(values.outDir, { recursive: true, force: true })
  planBuild({ search: values.search })
  // The references are formatted while Astro is loaded. Whoever needs them awaits the same promise, and a failure is
  // reported there.
  site.formatReferences().catch(() => undefined)
  // Astro is loaded only now, so that errors of the content are reported at once.
  const { build } = await import('astro')
  await build({ outDir: values.outDir, logger: { entrypoint: LOG } })
  console.log(`Built in ${((performance.now() - startTime) / 1000).toFixed(1)} s: ${values.outDir}`)
})
