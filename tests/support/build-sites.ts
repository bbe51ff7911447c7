/** `npm run test:build`: the demo, and every site that several tests share, built one after another in one process. */
import { SITES_OF_RUN } from '../browser/built/sites.ts'
import { DEMO, DEMO_CONTENT, removeOldSites, run, sharedSite } from './site.ts'

removeOldSites()
const demo = await run('build', ['--outDir', DEMO], DEMO_CONTENT)
console.log(demo.stdout + demo.stderr)
const shared = []
for (const [, { files, env }] of SITES_OF_RUN) shared.push(await sharedSite(files, env))
for (const { status, stderr } of shared) if (status !== 0) console.error(stderr)
process.exitCode = [demo, ...shared].every(({ status }) => status === 0) ? 0 : 1
