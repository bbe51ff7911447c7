/**
 * `npm run refresh`: asks Crossref whether works with a DOI were retracted or corrected, and writes `sources.lock.json` into the content
 * folder, from which every build reads. The only command that uses the network. Exits with 1 when some works could not be asked about;
 * what was known of them is kept.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askCrossref } from '../site/crossref.ts'
import { getSite } from '../site/index.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { clearProgress, showProgress } from '../site/progress.ts'
import { LOCK_FILE } from '../site/content.ts'
import { command } from './command.ts'
import { EMPTY_LOCK, type UpdatesLock } from '../corpus/model/updates.ts'

await command(async () => {
  parseArgs({ options: {} })
  const site = await getSite()
  const dois = site.dois
  const lock = await refreshed(dois, site.lock)
  writeAtomically(join(site.folder, LOCK_FILE), `${JSON.stringify(lock, null, 2)}\n`)
  for (const [doi, { status, date = '' }] of Object.entries(lock.works)) console.log(`${doi} ${status} ${date}`.trim())
  console.error(
    `${dois.length} works asked about, ${Object.keys(lock.works).length} with a notice, ${lock.unknown.length} unknown to Crossref.`,
  )
})

/** Works that could not be asked about stay as they were. */
async function refreshed(dois: readonly string[], before: UpdatesLock): Promise<UpdatesLock> {
  const works: [string, UpdatesLock['works'][string]][] = []
  const unknown: string[] = []
  let done = 0
  await askCrossref(dois, (doi, answer) => {
    showProgress('Asking Crossref:', ++done, dois.length)
    if (answer === 'unknown') unknown.push(doi)
    else if ('failed' in answer) {
      process.exitCode = 1
      clearProgress()
      console.error(`${doi} could not be asked about: ${answer.failed}`)
      const known = before.works[doi]
      if (known !== undefined) works.push([doi, known])
    } else if (answer.update !== undefined) works.push([doi, answer.update])
  })
  clearProgress()
  const inOrder = works.sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    ...EMPTY_LOCK,
    checked: new Date().toISOString().slice(0, 10),
    works: Object.fromEntries(inOrder),
    unknown: unknown.sort(),
  }
}
