/** Asks the Internet Archive for captures of addresses, and to make some. */
import { z } from 'zod'
import { requestJson } from '../registries/request.ts'
import type { Asking } from '../web/follow.ts'
import { send } from '../web/web.ts'

/** A capture of an address, with its day as YYYY-MM-DD. */
export interface Capture {
  readonly address: string
  readonly date: string
}

/** A capture, `none`, or why that is not known. */
export type Captured = Capture | 'none' | { readonly error: string }

/** The archive is not asked any more once it failed this many times in a row. */
const MAX_FAILURES = 2
/** The milliseconds in which the archive makes a capture: two minutes at most. */
const CAPTURE_TIMEOUT = 150_000

/** Asks the archive, as long as it answers. */
export class Archive {
  readonly #asking: Asking
  #failed = 0
  #reason = ''

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /**
   * Asks for the last capture of an address. The archive is asked for that of a moment, and tells the nearest
   * (https://archive.org/help/wayback_api.php).
   *
   * @param today The day, as YYYY-MM-DD.
   */
  lastCapture(address: string, today: string): Promise<Captured> {
    const { web, turns, agent } = this.#asking
    const query = `url=${encodeURIComponent(address)}&timestamp=${today.replaceAll('-', '')}`
    const at = `${web.archive}/wayback/available?${query}`
    return this.#ask(() => turns.take(new URL(at).host, () => availableAt(at, agent, address)))
  }

  /**
   * Has an address captured (Save Page Now, without an account: a GET of its address, which leads to the capture). It may
   * take a minute or two.
   */
  capture(address: string): Promise<Captured> {
    const { web, turns, agent } = this.#asking
    const url = new URL(`${web.captures}/save/${address}`)
    return this.#ask(async () => {
      const options = { method: 'GET', agent, timeout: CAPTURE_TIMEOUT } as const
      const answer = await turns.take(url.host, () => send(web, url, options))
      if (!('status' in answer)) return { error: answer.reason }
      const { location, 'content-location': content } = answer.headers
      const [, time] = /\/web\/(\d{14})/.exec(location ?? content ?? '') ?? []
      return captureOf(address, time) ?? { error: `${answer.status} ${answer.message}`.trim() }
    })
  }

  async #ask(task: () => Promise<Captured>): Promise<Captured> {
    if (this.#failed >= MAX_FAILURES) return { error: this.#reason }
    const captured = await task()
    const isFailure = typeof captured === 'object' && 'error' in captured
    this.#failed = isFailure ? this.#failed + 1 : 0
    if (isFailure) this.#reason = captured.error
    return captured
  }
}

async function availableAt(at: string, agent: string, address: string): Promise<Captured> {
  const response = await requestJson(at, undefined, agent)
  if (response === 'missing') return 'none'
  if ('error' in response) return { error: response.error }
  const { data } = answerSchema.safeParse(response.answer)
  if (data === undefined) return { error: 'The answer is in an unknown form' }
  const { closest } = data.archived_snapshots
  const isGood = closest?.available === true && /^[23]/.test(closest.status)
  return (isGood ? captureOf(address, closest.timestamp) : undefined) ?? 'none'
}

/** This is how the archive answers. Where it has no capture, there is no `closest`. */
const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.boolean(), status: z.coerce.string().default('200'), timestamp: z.coerce.string() })
      .optional(),
  }),
})

/** Returns the capture of an address at a time, YYYYMMDDhhmmss. Its address is made here, whatever the archive says. */
function captureOf(address: string, time = ''): Capture | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)\d{6}$/.exec(time) ?? []
  const date = `${year}-${month}-${day}`
  return Number.isNaN(Date.parse(date))
    ? undefined
    : { address: `https://web.archive.org/web/${time}/${address}`, date }
}
