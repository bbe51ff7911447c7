import { drawsPictures } from '../corpus/share-picture/facts.ts'
import { isError } from '../corpus/problem.ts'
import type { Site } from '../site/index.ts'
import {
  crateSummary,
  downloadSummary,
  NO_PICTURES,
  NO_URL,
  programSummary,
  report,
  summary,
  tally,
} from '../site/report.ts'

/**
 * Prints the problems of the content and a summary of it, before a build begins.
 *
 * @param log Prints a message.
 * @throws {Error} When the content has errors. Nothing is built then.
 */
export function announce(site: Site, log: (message: string) => void): void {
  if (site.problems.length > 0) console.error(report(site.problems, site.folder))
  if (site.problems.some(isError)) throw new ContentError(tally(site.problems))
  if (site.seenProgram !== undefined) log(programSummary(site))
  log(summary(site) + downloadSummary(site.corpus.used))
  if (site.settings.url === undefined) log(NO_URL)
  const crate = site.settings.roCrate ? crateSummary(site.corpus) : undefined
  if (crate !== undefined) log(crate)
  if (drawsPictures(site.corpus) && site.sharePictures === undefined) log(NO_PICTURES)
}

/**
 * Stops a build before anything is written. It has no stack, because the problems were printed and the stack would only
 * hide them.
 */
class ContentError extends Error {
  constructor(count: string) {
    super(`The content has ${count}; nothing was built.`)
    this.name = 'ContentError'
    this.stack = ''
  }
}
