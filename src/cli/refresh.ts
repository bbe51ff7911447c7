/**
 * `npm run refresh` asks Crossref, DataCite and OpenAlex what became of the works that have a DOI, and writes
 * `sources.lock.json` into the content folder, which every build reads. Beside it only `new --online` uses the network.
 * It exits with 1 when it could not ask about some works, and then leaves their records in the file as they were.
 *
 * The file is written after every request, and works that were answered about today are not asked about again. So a run
 * that was interrupted goes on where it was.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { getSite } from '../site/index.ts'
import { Asker } from '../site/registries/ask.ts'
import { answeredToday, withAnswers } from '../site/registries/lock-file.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { clearProgress, showProgress } from '../site/progress.ts'
import { LOCK_FILE } from '../site/content.ts'
import { askForLinks } from './refresh/links.ts'
import { lookForQuotes } from './refresh/quotes.ts'
import { COMMANDS } from './commands.ts'
import type { UpdatesLock, WorkUpdate } from '../corpus/model/updates.ts'

export default async function refresh(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.refresh.options })
  const site = await getSite()
  const today = new Date().toISOString().slice(0, 10)
  const done = values.all ? new Set<string>() : answeredToday(site.lock, today)
  const dois = site.dois.filter((doi) => !done.has(doi))
  const write = (lock: UpdatesLock): void =>
    writeAtomically(join(site.folder, LOCK_FILE), `${JSON.stringify(lock, null, 2)}\n`)
  const asker = new Asker(site.settings.mailto)
  let lock = withAnswers(site.lock, undefined, site.dois, today)
  write(lock)
  let asked = 0
  for await (const answers of asker.ask(dois)) {
    lock = withAnswers(lock, answers, site.dois, today)
    write(lock)
    asked += answers.records.size + answers.unknown.length + answers.failed.size
    showProgress('Asking about works:', asked, dois.length)
  }
  clearProgress()
  report(lock, asked, site.dois.length - dois.length, asker.unreachable)
  if (values.quotes) lock = await lookForQuotes(site, lock, { again: values.all, write })
  if (values.links || values.capture)
    await askForLinks(site, lock, { again: values.all, capture: values.capture, write })
  if (site.worksWithoutDoi > 0)
    console.error(`Works without a DOI, about which nobody can be asked: ${site.worksWithoutDoi}.`)
}

/** Prints what is known now, and what could not be asked. */
function report(lock: UpdatesLock, asked: number, before: number, unreachable: Asker['unreachable']): void {
  const told = Object.entries(lock.works).filter(([, { updates }]) => updates.length > 0)
  for (const [doi, { updates }] of told) console.log([doi, updates.map(inWords).join(', ')].join(' '))
  const failed = Object.entries(lock.failed)
  for (const [doi, reason] of failed) console.error(`${doi} could not be asked about: ${reason}`)
  for (const { name, reason } of unreachable) console.error(`${name} could not be asked about all works: ${reason}`)
  if (failed.length > 0) process.exitCode = 1
  const others = before === 0 ? '' : `, ${before} answered today already (--all asks again)`
  console.error(
    `${asked} works asked about${others}; ${told.length} with a notice, ${lock.unknown.length} unknown to the registries, ${failed.length} that could not be asked about.`,
  )
}

const inWords = ({ status, type, date }: WorkUpdate): string => [type ?? status, date].filter(Boolean).join(' ')
