/**
 * `npm run refresh` asks Crossref whether the works with a DOI were retracted or corrected, and writes
 * `sources.lock.json` into the content folder, which every build reads. It is the only command that uses the network.
 * It exits with 1 when it could not ask about some works, and then leaves their records in the file as they were.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askCrossref } from '../site/crossref.ts'
import { getSite } from '../site/index.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { clearProgress, showProgress } from '../site/progress.ts'
import { LOCK_FILE } from '../site/content.ts'
import { EMPTY_LOCK, type UpdatesLock } from '../corpus/model/updates.ts'

export default async function refresh(args: string[]): Promise<void> {
  parseArgs({ args, options: {} })
  const site = await getSite()
  const dois = site.dois
  const lock = await askAll(dois, site.lock)
  writeAtomically(join(site.folder, LOCK_FILE), `${JSON.stringify(lock, null, 2)}\n`)
  for (const [doi, { status, date = '' }] of Object.entries(lock.works)) console.log(`${doi} ${status} ${date}`.trim())
  console.error(
    `${dois.length} works asked about, ${Object.keys(lock.works).length} with a notice, ${lock.unknown.length} unknown to Crossref.`,
  )
}

/**
 * Asks Crossref about every DOI and returns the new content of the lock file. Works that could not be asked about keep
 * their records, are reported on the terminal, and set the exit code to 1.
 *
 * @param before The content of the lock file until now.
 */
async function askAll(dois: readonly string[], before: UpdatesLock): Promise<UpdatesLock> {
  const works: [string, UpdatesLock['works'][string]][] = []
  const unknown: string[] = []
  let done = 0
  await askCrossref(dois, (doi, result) => {
    showProgress('Asking Crossref:', ++done, dois.length)
    if (result === 'unknown') unknown.push(doi)
    else if ('error' in result) {
      process.exitCode = 1
      clearProgress()
      console.error(`${doi} could not be asked about: ${result.error}`)
      const known = Object.hasOwn(before.works, doi) ? before.works[doi] : undefined
      if (known !== undefined) works.push([doi, known])
    } else if (result.update !== undefined) works.push([doi, result.update])
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
