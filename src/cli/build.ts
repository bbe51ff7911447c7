/**
 * `npm run build`: checks the content, then builds the site. With an error nothing is built, nothing written, and the exit code is 1.
 *
 * What looks as it did after the last build stays as it is; `--fresh` makes everything anew. `--no-search` leaves the index out.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isError } from '../corpus/problem.ts'
import { getSite, planBuild } from '../site/index.ts'
import { clearProgress } from '../site/progress.ts'
import { report, summary } from '../site/report.ts'
import { command } from './command.ts'

/** Astro's own log has a line for every page. */
const LOG = fileURLToPath(new URL('../integrations/build-log.ts', import.meta.url))

const OPTIONS = {
  outDir: { type: 'string', default: 'dist' },
  fresh: { type: 'boolean', default: false },
  search: { type: 'boolean', default: true },
} as const

await command(async () => {
  const began = performance.now()
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
  // Goes on while Astro is loaded; whoever needs them waits, and hears if it fails.
  site.formatReferences().catch(() => undefined)
  // Loaded only now, so that errors of the content are told at once.
  const { build } = await import('astro')
  await build({ outDir: values.outDir, logger: { entrypoint: LOG } })
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s: ${values.outDir}`)
})
