/** Asks whether anything is at an address of the web. */
import type { LookupFunction } from 'node:net'
import { follow, type Asking } from '../web/follow.ts'
import { NOT_ASKED } from '../web/public-lookup.ts'
import type { Answer, Web } from '../web/web.ts'

/** Whether something is at an address; or why that is not known. */
export type Fate = 'alive' | 'dead' | { readonly reason: string }

/** After these errors a request by another method would fare no better. */
const HOPELESS = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  NOT_ASKED,
])

/**
 * Asks whether anything is at an address, by HEAD, and by GET where a server does not like that. Only a server that says
 * so, and a name that no host has, tell that nothing is there.
 */
export async function askAddress(asking: Asking, address: string): Promise<Fate> {
  const head = await follow(asking, address, { method: 'HEAD' })
  const isFinal = 'status' in head ? head.status < 400 || head.status === 429 : HOPELESS.has(head.code)
  const answer = isFinal ? head : await follow(asking, address, { method: 'GET' })
  if ('status' in answer) return fateBy(answer)
  if (answer.code !== 'ENOTFOUND') return { reason: answer.reason }
  return (await isOnline(asking.web)) ? 'dead' : { reason: 'no host is found, so the network may be down' }
}

function fateBy({ status, message }: Extract<Answer, { status: number }>): Fate {
  if (status >= 200 && status < 400) return 'alive'
  return status === 404 || status === 410 ? 'dead' : { reason: `${status} ${message}`.trim() }
}

/** Tells whether names of hosts are found at all. */
const isOnline = ({ lookup, archive }: Web): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname } = new URL(archive)
    const done: Parameters<LookupFunction>[2] = (error) => resolve(error === null)
    lookup(hostname, {}, done)
  })
