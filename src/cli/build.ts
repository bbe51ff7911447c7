/**
 * `npm run build` checks the content, then builds the site. When the content has an error, nothing is written and the
 * exit code is 1.
 *
 * A page that would look as it did after the last build stays as it is; `--fresh` makes everything again. `--no-search`
 * builds a site without a search index. `--outDir` sets the folder of the site. A folder that has files of others in
 * it is refused, unless `--force` says that they may stay beside the site. A content folder that suddenly has no
 * entries is refused, unless `--allow-empty` says that this is meant. `--shard 2/4` makes the second of four shares of
 * a site, which `npm run join` puts together. `--single` makes a copy of the site besides that opens from a disk,
 * and `--printed` one page of everything to print.
 */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSite } from '../build/index.ts'
import { preparePrinted } from '../build/printed/prepare.ts'
import { prepareCopy } from '../build/single/prepare.ts'
import { isError } from '../corpus/problem.ts'
import { setActivity } from '../site/activity.ts'
import { stagingFolder } from '../site/cache/folders.ts'
import { getSite, planBuild } from '../site/index.ts'
import { refusedByHost } from '../site/output/host-limits.ts'
import { readMarker } from '../site/output/marker.ts'
import { prepareOutDir } from '../site/output/prepare.ts'
import { clearProgress } from '../site/progress.ts'
import { report, summary } from '../site/report.ts'
import { parseShare, WHOLE } from '../site/share.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'

export default async function build(args: string[]): Promise<void> {
  const startTime = performance.now()
  const { values } = parseArgs({ args, options: COMMANDS.build.options, allowNegative: true })
  const share = values.shard === undefined ? WHOLE : parseShare(values.shard)
  const site = await getSite()
  const { problems, folder } = site
  if (problems.some(isError)) {
    clearProgress()
    console.error(report(problems, folder))
    console.error(`${summary(site)} Nothing was built.`)
    process.exitCode = 1
    return
  }
  const { fresh, search, force, single, printed } = values
  prepareOutDir(values.outDir, folder, force)
  if (printed) preparePrinted(resolve(values.outDir), force, share)
  if (single) prepareCopy(resolve(values.outDir), folder, force, share)
  const before = readMarker(resolve(values.outDir)).entries
  if (site.corpus.entries.size === 0 && before > 0 && !values['allow-empty'])
    throw new UsageError(
      `0 of ${before} entries are left in ${folder}. If that is meant, add --allow-empty. Nothing was built.`,
    )
  planBuild({ fresh, search, force, share })
  // The references are formatted while the page code is loaded. Whoever needs them awaits the same promise, and a
  // failure is reported there.
  const formatted = site.formatReferences().catch(() => undefined)
  setActivity('loading the page code')
  try {
    await buildSite(values.outDir)
  } catch (error) {
    // The next build would clear the folder away, and until then it may fill the disk. Worker threads write into it
    // until the process ends.
    const staging = stagingFolder(folder, resolve(values.outDir))
    process.once('exit', () => rmSync(staging, { recursive: true, force: true }))
    throw error
  }
  await formatted
  if (printed) await (await import('../build/printed/index.ts')).writePrinted(site, resolve(values.outDir), console.log)
  if (single) await (await import('../build/single/index.ts')).writeCopy(site, resolve(values.outDir), console.log)
  if (site.referenceProblems.length > 0) console.error(report(site.referenceProblems, folder))
  if (share.of === 1)
    for (const sentence of refusedByHost(resolve(values.outDir), site.settings)) console.warn(sentence)
  console.log(`Built in ${((performance.now() - startTime) / 1000).toFixed(1)} s: ${values.outDir}`)
}
