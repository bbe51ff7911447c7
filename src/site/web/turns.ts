/** Spares hosts: none has more than one request at a time. */
import { setTimeout as wait } from 'node:timers/promises'

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
