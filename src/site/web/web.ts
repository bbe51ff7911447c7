/** Sends requests to the web. */
import { lookup } from 'node:dns'
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { readBody, TOO_LARGE } from './read-body.ts'
import { isPublicAddress } from './public-host.ts'
import { publicLookup } from './public-lookup.ts'

/** The ways of the web. Tests have others. */
export interface Web {
  /** Finds the addresses of a host. */
  readonly lookup: LookupFunction
  /** Tells whether an address that a host has may be connected to. */
  readonly isPublicAddress: (address: string) => boolean
  /** The milliseconds between two requests to a host. */
  readonly pause: number
  /** The milliseconds after which a request is given up. */
  readonly timeout: number
  /** Where captures are asked for. */
  readonly archive: string
  /** Where captures are made. */
  readonly captures: string
}

/** The web as it is. */
export const THE_WEB: Web = {
  lookup,
  isPublicAddress,
  pause: 1000,
  timeout: 20_000,
  archive: 'https://archive.org',
  captures: 'https://web.archive.org',
}

/** How a request is sent. */
export interface SendOptions {
  readonly method: 'HEAD' | 'GET'
  /** The name by which servers know who asks. */
  readonly agent: string
  /** The milliseconds after which it is given up, with all that came by then. */
  readonly timeout: number
  /** The greatest number of bytes that are read of the body. Undefined where the body is not read. */
  readonly maxBytes?: number
}

/** What a server answered, or the code of the error for which none did. */
export type Answer =
  | {
      readonly status: number
      readonly message: string
      readonly headers: IncomingHttpHeaders
      /** The body, if it was asked for and the status is one of success. */
      readonly body?: Uint8Array
    }
  | { readonly code: string; readonly reason: string }

/** Sends one request, without following where it leads. It never rejects. */
export async function send(web: Web, url: URL, options: SendOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout)
  try {
    return await exchange(web, url, options, signal)
  } catch (thrown) {
    const { code = '', message } = thrown as NodeJS.ErrnoException
    if (signal.aborted && code !== TOO_LARGE)
      return { code: 'ETIMEDOUT', reason: `no answer within ${options.timeout / 1000} seconds` }
    return { code, reason: message }
  }
}

async function exchange(
  web: Web,
  url: URL,
  { method, agent, maxBytes }: SendOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const encoding = maxBytes === undefined ? {} : { 'Accept-Encoding': 'gzip, deflate, br' }
  const options = {
    method,
    lookup: publicLookup(web.lookup, web.isPublicAddress),
    agent: false,
    headers: { 'User-Agent': agent, Accept: '*/*', ...encoding },
    signal,
  }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve)
    sent.on('error', reject).end()
  })
  try {
    const { statusCode: status = 0, statusMessage: message = '', headers } = response
    const isRead = maxBytes !== undefined && status >= 200 && status < 300
    return { status, message, headers, ...(isRead && { body: await readBody(response, maxBytes) }) }
  } finally {
    response.destroy()
  }
}
