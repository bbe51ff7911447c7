/** Sends requests to the web, of which only the status and the headers are read. */
import { lookup } from 'node:dns'
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** The ways of the web. Tests have others. */
export interface Web {
  /** Finds the addresses of a host. */
  readonly lookup: LookupFunction
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
  pause: 1000,
  timeout: 20_000,
  archive: 'https://archive.org',
  captures: 'https://web.archive.org',
}

/** What a server answered, or the code of the error for which none did. */
export type Answer =
  | { readonly status: number; readonly message: string; readonly headers: IncomingHttpHeaders }
  | { readonly code: string; readonly reason: string }

/** Sends one request, without following where it leads. It never rejects. */
export function send(
  { lookup }: Web,
  url: URL,
  { method, agent, timeout }: { readonly method: 'HEAD' | 'GET'; readonly agent: string; readonly timeout: number },
): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }): void =>
      error.name === 'AbortError'
        ? resolve({ code: 'ETIMEDOUT', reason: `no answer within ${timeout / 1000} seconds` })
        : resolve({ code: error.code ?? '', reason: error.message })
    const options = {
      method,
      lookup,
      agent: false,
      headers: { 'User-Agent': agent, Accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    }
    try {
      const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
        const { statusCode: status = 0, statusMessage: message = '', headers } = response
        resolve({ status, message, headers })
        response.destroy()
      })
      sent.on('error', fail).end()
    } catch (thrown) {
      fail(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
  })
}

/** Gives each host its turns: no request to a host is sent before the last one was answered and a pause has passed. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()
  readonly #pause: number

  /** @param pause The milliseconds between two requests to a host. */
  constructor(pause: number) {
    this.#pause = pause
  }

  /** Runs a task when it is the turn of the next request to a host. */
  take<T>(host: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host)
    const done = before === undefined ? task() : before.then(() => wait(this.#pause)).then(task)
    this.#last.set(
      host,
      done.catch(() => undefined),
    )
    return done
  }
}
