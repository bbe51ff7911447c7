import { setTimeout as wait } from 'node:timers/promises'

/** This is the time in milliseconds after which a page is given up. */
const TIMEOUT = 120_000

/**
 * Asks for a page again and again until it holds a text.
 *
 * @param pause The time in milliseconds between two requests.
 * @returns The moment at which its last byte came, on the clock of `performance.now()`.
 * @throws {Error} When it takes more than two minutes.
 */
export async function untilPageHolds(url: string, text: string, pause: number): Promise<number> {
  const deadline = performance.now() + TIMEOUT
  while (performance.now() < deadline) {
    const html = await readPage(url)
    const now = performance.now()
    if (html.includes(text)) return now
    await wait(pause)
  }
  throw new Error(`${url} did not come to hold "${text}" in ${TIMEOUT / 1000} seconds.`)
}

/** Reads a page. The text is empty while there is no such page, or no server yet. */
async function readPage(url: string): Promise<string> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : ''
  } catch {
    return ''
  }
}
