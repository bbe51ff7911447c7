/** Asks for an address of the web, and follows where it leads. */
import { isPublicHost } from './public-host.ts'
import { NOT_ASKED } from './public-lookup.ts'
import type { Turns } from './turns.ts'
import { send, type Answer, type SendOptions, type Web } from './web.ts'

/** What every request of a run shares. */
export interface Asking {
  readonly web: Web
  readonly turns: Turns
  /** The name by which servers know who asks. */
  readonly agent: string
}

/** The number of redirects that are followed. It is that of browsers. */
const MAX_REDIRECTS = 20

const notAsked = (reason: string): Answer => ({ code: NOT_ASKED, reason })

/**
 * Follows an address to where it leads. Each host on the way is asked when it is its turn, and only where it is on the
 * web. It never rejects.
 */
export async function follow(
  { web, turns, agent }: Asking,
  address: string,
  options: Pick<SendOptions, 'method' | 'maxBytes'>,
): Promise<Answer> {
  if (!URL.canParse(address)) return notAsked('it is no address')
  let url = new URL(address)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!/^https?:$/.test(url.protocol) || !isPublicHost(url.hostname))
      return notAsked(`${url.host || url.protocol} is not on the web`)
    const answer = await turns.take(url.host, () => send(web, url, { ...options, agent, timeout: web.timeout }))
    const next = 'status' in answer && answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
    if (next === undefined) return answer
    if (!URL.canParse(next, url)) return notAsked('it redirects to no address')
    url = new URL(next, url)
  }
  return notAsked('it redirects too often')
}
