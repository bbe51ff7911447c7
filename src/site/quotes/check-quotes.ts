/** Looks for the quotes of notes in their sources, as these are on the web today. */
import type { Corpus } from '../../corpus/model/corpus.ts'
import { isNote, type ParsedNote } from '../../corpus/model/parsed.ts'
import type { QuoteCheck, QuoteChecks } from '../../corpus/model/updates.ts'
import { digestOfQuote } from '../../corpus/quotes/checked-quote.ts'
import { isVerbatim } from '../../corpus/quotes/verbatim.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import type { Asking } from '../web/follow.ts'
import { fetchText, type SourceText } from './source-text.ts'

/** A quote, and the addresses at which its source can be read, those of its full text first. */
export interface QuoteToCheck {
  readonly note: FilePath
  readonly quote: string
  readonly addresses: readonly string[]
}

/** Lists the quotes of public notes. Of a note with several sources it is not known which one it quotes. */
export const quotesOf = ({ entries, sourceOf }: Corpus): QuoteToCheck[] =>
  [...entries.values()].filter(isNote).flatMap(({ path, data: { quote } }: ParsedNote) => {
    const [source, ...others] = sourceOf.get(path) ?? []
    if (quote === undefined || source === undefined || others.length > 0) return []
    const [pdfs, pages] = [true, false].map((isPdf) => source.links.filter(({ label }) => (label === 'PDF') === isPdf))
    const addresses = [...pdfs!, ...pages!.toReversed()].map(({ href }) => href)
    return addresses.length === 0 ? [] : [{ note: path, quote, addresses }]
  })

/** What came of looking for a quote. `unread` says why each address could not be read. */
export interface Looked {
  readonly note: FilePath
  readonly check?: QuoteCheck
  readonly unread: readonly string[]
}

/**
 * Looks for quotes, one after another, and yields what came of each. A source of several quotes is fetched once.
 *
 * @param today The day, as YYYY-MM-DD.
 */
export async function* lookFor(quotes: readonly QuoteToCheck[], today: string, asking: Asking): AsyncGenerator<Looked> {
  const fetched = new Map<string, Promise<SourceText>>()
  const read = (address: string): Promise<SourceText> => {
    const known = fetched.get(address) ?? fetchText(asking, address)
    fetched.set(address, known)
    return known
  }
  for (const each of quotes) yield await lookForOne(each, today, read)
}

async function lookForOne(
  { note, quote, addresses }: QuoteToCheck,
  today: string,
  read: (address: string) => Promise<SourceText>,
): Promise<Looked> {
  const unread: string[] = []
  let check: QuoteCheck | undefined
  for (const address of addresses) {
    const source = await read(address)
    if ('error' in source) unread.push(`${address}: ${source.error}`)
    else {
      const found = isVerbatim(quote, source.text)
      if (found || check === undefined) check = { quote: digestOfQuote(quote), checked: today, address, found }
      if (found) break
    }
  }
  return { note, unread, ...(check && { check }) }
}

/** Returns the quotes that were not looked for today, as they are written now. */
export const unchecked = (quotes: readonly QuoteToCheck[], known: QuoteChecks, today: string): QuoteToCheck[] =>
  quotes.filter(({ note, quote }) => {
    const check = Object.hasOwn(known, note) ? known[note] : undefined
    return check?.checked !== today || check.quote !== digestOfQuote(quote)
  })

/** Returns what is known of quotes with something more, in the order of the notes and without those that are gone. */
export function withLooked(known: QuoteChecks, { note, check }: Looked, quotes: readonly QuoteToCheck[]): QuoteChecks {
  const all = new Map([...Object.entries(known), ...(check === undefined ? [] : [[note, check] as const])])
  return Object.fromEntries(quotes.flatMap(({ note }) => (all.has(note) ? [[note, all.get(note)!]] : [])))
}
