/** Asks a service for JSON, and again where it is busy or cannot be reached. */
import { setTimeout as wait } from 'node:timers/promises'

/** The number of requests for one address before it is given up. */
const MAX_ATTEMPTS = 4
/** The milliseconds after which a request is given up. */
const TIMEOUT = 30_000

/**
 * What came of a request: the JSON that the service answered; `missing` where it has nothing at the address; or an
 * error. `isRefused` is true where the service answered that it does not want the request, so that another one may do.
 */
export type Response =
  { readonly answer: unknown } | 'missing' | { readonly error: string; readonly isRefused: boolean }

/** Returns the name by which sites know who asks, with the address of the site for which it asks and of its people. */
export function userAgent({ url, mailto }: { readonly url?: string; readonly mailto?: string | undefined }): string {
  const known = [...(url ? [`+${url}`] : []), ...(mailto ? [`mailto:${mailto}`] : [])]
  return known.length === 0 ? 'Throughline' : `Throughline (${known.join('; ')})`
}

/**
 * Asks for JSON. It never rejects.
 *
 * @param mailto The address by which the people of the service can reach whoever asks. Crossref answers those faster
 *   who give one.
 */
export async function requestJson(
  address: string,
  mailto: string | undefined,
  agent = userAgent({ mailto }),
): Promise<Response> {
  let error = ''
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    let delay: number
    try {
      const response = await fetch(address, {
        headers: { Accept: 'application/json', 'User-Agent': agent },
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (response.status === 404) return 'missing'
      if (response.ok) return { answer: await response.json() }
      error = `${response.status} ${response.statusText}`.trim()
      if (response.status < 500 && response.status !== 429) return { error, isRefused: true }
      delay = retryDelay(response.headers.get('Retry-After'), attempt)
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : String(thrown)
      delay = retryDelay(null, attempt)
    }
    if (attempt < MAX_ATTEMPTS - 1) await wait(delay)
  }
  return { error, isRefused: false }
}

/**
 * Returns the milliseconds to wait before the next attempt: as long as the service says, but at most a minute; where it
 * says nothing, half a second, and twice as long after each attempt.
 *
 * @param retryAfter The header `Retry-After` in seconds, or null where there is none.
 */
const retryDelay = (retryAfter: string | null, attempt: number): number =>
  retryAfter !== null && Number(retryAfter) >= 0 ? Math.min(Number(retryAfter), 60) * 1000 : 500 * 2 ** attempt
