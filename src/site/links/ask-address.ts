/** Asks whether anything is at an address of the web. */
import type { LookupFunction } from 'node:net'
import { isPublicHost } from './public-host.ts'
import { send, type Answer, type Turns, type Web } from './web.ts'

/** Whether something is at an address; or why that is not known. */
export type Fate = 'alive' | 'dead' | { readonly reason: string }

/** What every request of a run shares. */
export interface Asking {
  readonly web: Web
  readonly turns: Turns
  /** The name by which servers know who asks. */
  readonly agent: string
}

/** The number of redirects that are followed. It is that of browsers. */
const MAX_REDIRECTS = 20
/** After these errors a request by another method would fare no better. */
const HOPELESS = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'NOT_FOLLOWED',
])
const notFollowed = (reason: string): Answer => ({ code: 'NOT_FOLLOWED', reason })

/**
 * Asks whether anything is at an address, by HEAD, and by GET where a server does not like that. Only a server that says
 * so, and a name that no host has, tell that nothing is there.
 */
export async function askAddress(asking: Asking, address: string): Promise<Fate> {
  const head = await follow(asking, address, 'HEAD')
  const isFinal = 'status' in head ? head.status < 400 || head.status === 429 : HOPELESS.has(head.code)
  const answer = isFinal ? head : await follow(asking, address, 'GET')
  if ('status' in answer) return fateBy(answer)
  if (answer.code !== 'ENOTFOUND') return { reason: answer.reason }
  return (await isOnline(asking.web)) ? 'dead' : { reason: 'no host is found, so the network may be down' }
}

function fateBy({ status, message }: Extract<Answer, { status: number }>): Fate {
  if (status >= 200 && status < 400) return 'alive'
  return status === 404 || status === 410 ? 'dead' : { reason: `${status} ${message}`.trim() }
}

/** Follows an address to where it leads. Each host on the way is asked when it is its turn. */
async function follow(asking: Asking, address: string, method: 'HEAD' | 'GET'): Promise<Answer> {
  const { web, turns, agent } = asking
  let url = new URL(address)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!/^https?:$/.test(url.protocol) || !isPublicHost(url.hostname))
      return notFollowed(`${url.host || url.protocol} is not on the web`)
    const answer = await turns.take(url.host, () => send(web, url, { method, agent, timeout: web.timeout }))
    const next = 'status' in answer && answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
    if (next === undefined) return answer
    if (!URL.canParse(next, url)) return notFollowed('it redirects to no address')
    url = new URL(next, url)
  }
  return notFollowed('it redirects too often')
}

/** Tells whether names of hosts are found at all. */
const isOnline = ({ lookup, archive }: Web): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname } = new URL(archive)
    const done: Parameters<LookupFunction>[2] = (error) => resolve(error === null)
    lookup(hostname, {}, done)
  })
