/** This file tells what is known of a quote since somebody looked for it in its source. */
import type { ParsedNote } from '../model/parsed.ts'
import type { QuoteCheck, WorkUpdates } from '../model/updates.ts'
import { fnv1a } from '../names/fnv1a.ts'

/** Gives a digest of a quote, by which a check is known to be of another wording. */
export const digestOfQuote = (quote: string): number => fnv1a(quote.replace(/\s+/g, ' ').trim())

/** Gives the check of a note's quote. It is undefined where nobody looked for the quote as it is written now. */
export function quoteCheckOf({ quotes }: WorkUpdates, { path, data }: ParsedNote): QuoteCheck | undefined {
  const check = quotes?.get(path)
  return data.quote !== undefined && check?.quote === digestOfQuote(data.quote) ? check : undefined
}
