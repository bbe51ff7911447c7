/**
 * Drives a Chromium without a window over its DevTools protocol (https://chromedevtools.github.io/devtools-protocol/).
 * The messages go through a pipe, so no port is opened.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** The browser asks nothing of anybody: no name is resolved, and it does nothing but what it is told. */
const FLAGS = [
  ...['--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--disable-gpu'],
  ...['--disable-extensions', '--disable-sync', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-default-apps', '--disable-domain-reliability', '--disable-breakpad', '--no-pings', '--mute-audio'],
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--force-color-profile=srgb', '--lang=en-US'],
]

/** The milliseconds to wait for an answer that takes no work. */
const ANSWER_TIME = 20_000

interface Answer {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** Thrown where the browser does not answer in time, or has ended. */
export class NoAnswer extends Error {}

/** A running browser. It has to be closed. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  readonly #kill = (): void => this.close()
  #last = 0
  #rest = ''

  private constructor(path: string) {
    this.#profile = mkdtempSync(join(tmpdir(), 'throughline-browser-'))
    // The sandbox refuses to start as root, which is who runs in most containers.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    this.#process = spawn(path, [...FLAGS, ...sandbox, `--user-data-dir=${this.#profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // On some systems the command is a script that starts the browser, so all that it starts is one group.
      detached: process.platform !== 'win32',
      // What is drawn must not depend on where it is drawn.
      env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    })
    this.#process.on('error', () => this.#end())
    this.#process.on('exit', () => this.#end())
    this.#toBrowser.on('error', () => this.#end())
    const fromBrowser = this.#process.stdio[4] as Readable
    fromBrowser.setEncoding('utf8').on('data', (text: string) => this.#read(text))
    process.once('exit', this.#kill)
  }

  /** Starts a browser. Rejects where it does not start. */
  static async start(path: string): Promise<Chromium> {
    const browser = new Chromium(path)
    try {
      await browser.send('Browser.getVersion')
      return browser
    } catch (error) {
      browser.close()
      throw error
    }
  }

  get #toBrowser(): Writable {
    return this.#process.stdio[3] as Writable
  }

  /**
   * Sends a command, and resolves to its result.
   *
   * @param session The session of a page. Without one the command is for the browser.
   * @param time The milliseconds to wait for the answer.
   */
  async send(method: string, params: object = {}, session?: string, time = ANSWER_TIME) {
    if (this.#process.exitCode !== null || this.#process.pid === undefined) throw new NoAnswer('It has ended.')
    const id = ++this.#last
    const answer = await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        reject(new NoAnswer(`There is no answer to ${method} after ${time / 1000} seconds.`))
      }, time)
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`)
    })
    if (answer.error !== undefined) throw new NoAnswer(answer.error.message)
    return answer.result ?? {}
  }

  /** Reads messages, each of which ends with NUL. */
  #read(text: string): void {
    const messages = (this.#rest + text).split('\0')
    this.#rest = messages.pop() ?? ''
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer
      const resolve = answer.id === undefined ? undefined : this.#waiting.get(answer.id)
      if (answer.id !== undefined) this.#waiting.delete(answer.id)
      resolve?.(answer)
    }
  }

  /** Answers whoever waits, where the browser has ended. */
  #end(): void {
    for (const resolve of this.#waiting.values()) resolve({ error: { message: 'The browser has ended.' } })
    this.#waiting.clear()
  }

  /** Ends the browser, and removes what it wrote. */
  close(): void {
    process.off('exit', this.#kill)
    // Its processes end when nobody holds the other end of the pipe. An open pipe would keep this process waiting too.
    for (const stream of [this.#toBrowser, this.#process.stdio[4] as Readable]) stream.destroy()
    this.#process.unref()
    endAll(this.#process)
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

/** Ends a process and all that it started. */
function endAll(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended already.
  }
}
