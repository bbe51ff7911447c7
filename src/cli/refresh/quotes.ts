/** `npm run refresh -- --quotes` looks for the quotes of public notes in their sources. */
import { pointOfField } from '../../corpus/frontmatter/position.ts'
import type { UpdatesLock } from '../../corpus/model/updates.ts'
import { SCHEMAS } from '../../corpus/schema/fields.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import type { Site } from '../../site/index.ts'
import { lookFor, quotesOf, unchecked, withLooked } from '../../site/quotes/check-quotes.ts'
import { placeInFile } from '../../site/report.ts'
import { userAgent } from '../../site/registries/request.ts'
import { Turns } from '../../site/web/turns.ts'
import { THE_WEB } from '../../site/web/web.ts'
import type { LinkOptions } from './links.ts'

/**
 * Looks for the quotes of notes in their sources, and writes what came of each into the lock. A quote that is not there
 * may be on a page that shows only part of the work, so this is no error.
 */
export async function lookForQuotes(
  { corpus, settings: { mailto } }: Pick<Site, 'corpus' | 'settings'>,
  lock: UpdatesLock,
  { again, write }: Pick<LinkOptions, 'again' | 'write'>,
  web = THE_WEB,
): Promise<UpdatesLock> {
  const today = new Date().toISOString().slice(0, 10)
  const quotes = quotesOf(corpus)
  let known = lock.quotes ?? {}
  const due = again ? quotes : unchecked(quotes, known, today)
  const placeOf = (path: FilePath): string =>
    placeInFile(path, pointOfField(corpus.entries.get(path)!, SCHEMAS.note, ['quote']))
  for await (const looked of lookFor(due, today, { web, agent: userAgent({ mailto }), turns: new Turns(web.pause) })) {
    known = withLooked(known, looked, quotes)
    write({ ...lock, quotes: known })
    const { note, unread, check } = looked
    for (const reason of unread)
      console.error(
        `${placeOf(note)}: the source cannot be read at ${reason}. Open it in a browser, and compare the quote by hand.`,
      )
    if (check?.found === false)
      console.log(`${placeOf(note)}: the quote is not at ${check.address}. Compare it with the source by hand.`)
  }
  const found = Object.values(known).filter((each) => each.found).length
  console.error(`${found} of ${quotes.length} quotes found in their sources.`)
  return { ...lock, quotes: known }
}
