/** Asks Crossref about works. Nothing else in the project uses the network. */
import { setTimeout as wait } from 'node:timers/promises'
import { updateIn } from '../corpus/updates.ts'
import type { WorkUpdate } from '../corpus/model/updates.ts'

/** `unknown`: Crossref has no record. `failed`: it could not be asked, so nothing is known. */
export type Answer = { readonly update: WorkUpdate | undefined } | 'unknown' | { readonly failed: string }

/** At once: Crossref asks for few, and answers 429 to more (https://www.crossref.org/documentation/retrieve-metadata/rest-api/). */
const AT_ONCE = 3
const TRIES = 4
/** Milliseconds. */
const TIMEOUT = 30_000

/** @param api Its address; `CROSSREF_URL` sets another, such as a mirror. @param told Is called after each answer. */
export async function askCrossref(
  dois: readonly string[],
  groups: (doi: string, answer: Answer) => void,
  api = process.env['CROSSREF_URL'] ?? 'https://api.crossref.org',
): Promise<void> {
  const waiting = dois.values()
  const worker = async (): Promise<void> => {
    for (const doi of waiting) groups(doi, await ask(api, doi))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function ask(api: string, doi: string): Promise<Answer> {
  let failed = ''
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const response = await fetch(`${api}/works/${encodeURIComponent(doi)}`, {
        headers: { 'User-Agent': 'Throughline (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)' },
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (response.status === 404) return 'unknown'
      if (response.ok) return { update: updateIn(await response.json()) }
      failed = `${response.status} ${response.statusText}`.trim()
      if (response.status < 500 && response.status !== 429) return { failed }
      await wait(pause(response.headers.get('Retry-After'), attempt))
    } catch (error) {
      failed = error instanceof Error ? error.message : String(error)
      await wait(pause(null, attempt))
    }
  }
  return { failed }
}

/** Milliseconds: as long as it asks for, at most a minute; otherwise twice as long each time. */
const pause = (asked: string | null, attempt: number): number =>
  asked !== null && Number(asked) >= 0 ? Math.min(Number(asked), 60) * 1000 : 500 * 2 ** attempt
