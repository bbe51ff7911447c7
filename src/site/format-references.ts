/** Formats the works that pages show. A style takes milliseconds a work, so it is done for all of them at once, and remembered. */
import { formatReference, rememberReference, referenceKey } from '../corpus/bibliography.ts'
import type { Corpus } from '../corpus/model.ts'
import { inThreads, isWorthThreads } from './threads.ts'

/** Formatted references by their works' keys, as they may be kept between builds. */
export type References = Readonly<Record<string, string>>

/**
 * From now on no page waits for the style of a reference.
 *
 * @param known What an earlier build formatted.
 * @returns Those of this corpus, and no others.
 */
export async function formatReferences({ sourceOf }: Corpus, known: References): Promise<References> {
  const works = new Map([...sourceOf.values()].flat().map((source) => [referenceKey(source), source]))
  const keys = [...works.keys()]
  const missing = keys.filter((key) => known[key] === undefined).map((key) => works.get(key)!)
  const formatted = isWorthThreads(missing)
    ? await inThreads<string>('Formatting references:', new URL('./reference-worker.ts', import.meta.url), missing)
    : missing.map(formatReference)
  const made = new Map(missing.map((source, index) => [referenceKey(source), formatted[index]!]))
  const all = keys.map((key) => [key, known[key] ?? made.get(key)!] as const)
  for (const [key, html] of all) rememberReference(key, html)
  return Object.fromEntries(all)
}
