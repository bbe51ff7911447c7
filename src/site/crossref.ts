/** Asks Crossref whether works were retracted or corrected. Nothing else in the project uses the network. */
import { setTimeout as wait } from 'node:timers/promises'
import { updateIn } from '../corpus/updates.ts'
import type { WorkUpdate } from '../corpus/model/updates.ts'

/**
 * The answer of Crossref about one work: the update that its record has, if any; `unknown` where Crossref has no record
 * of the DOI; or an error where it could not be asked, so that nothing is known.
 */
export type CrossrefResult = { readonly update: WorkUpdate | undefined } | 'unknown' | { readonly error: string }

/**
 * The number of requests at a time. Crossref wants few, and answers 429 to more
 * (https://www.crossref.org/documentation/retrieve-metadata/rest-api/).
 */
const CONCURRENCY = 3
/** The number of requests for one work before it is given up. */
const MAX_ATTEMPTS = 4
/** The milliseconds after which a request is given up. */
const TIMEOUT = 30_000

/**
 * Asks Crossref about works, several at a time. It never rejects because of a work: that is reported as the result of
 * the work.
 *
 * @param dois The DOIs of the works.
 * @param onResult Is called once for each work, in the order in which the answers come.
 * @param api The address of the API. `CROSSREF_URL` sets another, such as a mirror.
 */
export async function askCrossref(
  dois: readonly string[],
  onResult: (doi: string, result: CrossrefResult) => void,
  api = process.env['CROSSREF_URL'] ?? 'https://api.crossref.org',
): Promise<void> {
  const remaining = dois.values()
  const worker = async (): Promise<void> => {
    for (const doi of remaining) onResult(doi, await fetchUpdate(api, doi))
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
}

/** Asks about one work, and again where Crossref is busy or cannot be reached. */
async function fetchUpdate(api: string, doi: string): Promise<CrossrefResult> {
  let failure = ''
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    try {
      const response = await fetch(`${api}/works/${encodeURIComponent(doi)}`, {
        headers: { 'User-Agent': 'Throughline (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)' },
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (response.status === 404) return 'unknown'
      if (response.ok) return { update: updateIn(await response.json()) }
      failure = `${response.status} ${response.statusText}`.trim()
      if (response.status < 500 && response.status !== 429) return { error: failure }
      await wait(retryDelay(response.headers.get('Retry-After'), attempt))
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
      await wait(retryDelay(null, attempt))
    }
  }
  return { error: failure }
}

/**
 * Returns the milliseconds to wait before the next attempt: as long as Crossref says, but at most a minute; where it
 * says nothing, half a second, and twice as long after each attempt.
 *
 * @param retryAfter The header `Retry-After` in seconds, or null where there is none.
 */
const retryDelay = (retryAfter: string | null, attempt: number): number =>
  retryAfter !== null && Number(retryAfter) >= 0 ? Math.min(Number(retryAfter), 60) * 1000 : 500 * 2 ** attempt
