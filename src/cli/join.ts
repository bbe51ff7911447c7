/**
 * `npm run join -- FOLDER FOLDER …` puts the shares of a site together, which `npm run build -- --shard 1/2` and
 * `--shard 2/2` made in these folders. The site is the same to the byte as that of one build. When a share is missing
 * or of another site, nothing is written and the exit code is 1.
 *
 * `--outDir` sets the folder of the site, and `--force` lets files of others stay in it.
 */
import { parseArgs } from 'node:util'
import { joinShares } from '../build/join-shares.ts'
import { setActivity } from '../site/activity.ts'
import { count } from '../site/report.ts'
import { COMMANDS } from './commands.ts'

export default function join(args: string[]): void {
  const startTime = performance.now()
  const { values, positionals } = parseArgs({ args, options: COMMANDS.join.options, allowPositionals: true })
  setActivity('joining the shares')
  const files = joinShares(positionals, values.outDir, values.force)
  const seconds = ((performance.now() - startTime) / 1000).toFixed(1)
  console.log(
    `${count(positionals.length, 'share')}, ${count(files, 'file')}. Joined in ${seconds} s: ${values.outDir}`,
  )
}
