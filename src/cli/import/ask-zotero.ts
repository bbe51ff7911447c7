/** Asks the Zotero that runs on this computer. Nothing is asked of any other machine. */
import { UsageError } from '../../site/usage-error.ts'

/** The address of Zotero's local API (https://www.zotero.org/support/dev/web_api/v3/start). */
const address = (): string => process.env['ZOTERO_URL'] ?? 'http://localhost:23119/api'

/** The API gives at most so many items at once. */
const MOST = 100

/** Returns all items of the library as JSON, annotations and the works above them. */
export async function askZotero(): Promise<string> {
  const items: unknown[] = []
  for (;;) {
    const page = await ask(`${address()}/users/0/items?format=json&limit=${MOST}&start=${items.length}`)
    items.push(...page)
    if (page.length < MOST) return JSON.stringify(items)
  }
}

async function ask(url: string): Promise<unknown[]> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    const answer: unknown = response.ok ? await response.json() : undefined
    if (Array.isArray(answer)) return answer as unknown[]
    throw new Error(String(response.status))
  } catch (error) {
    throw new UsageError(
      `Zotero does not answer (${error instanceof Error ? error.message : String(error)}). Start it, and allow other ` +
        'applications on this computer to communicate with it, in its settings under Advanced.',
    )
  }
}
