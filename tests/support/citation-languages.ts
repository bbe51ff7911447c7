/** The same works in many languages, with names as people have them there. */
import { readFileSync } from 'node:fs'
import type { Csl } from '../../src/corpus/model/csl.ts'

const text = readFileSync(new URL('../fixtures/citations/languages.json', import.meta.url), 'utf8')
const { names } = JSON.parse(text) as { names: Record<string, [family: string, given: string][]> }

/** The languages, as BCP 47 tags. */
export const LANGUAGES: readonly string[] = Object.keys(names)

/** The works with the names of a language. */
export function worksIn(language: string): Csl[] {
  const people = names[language] ?? []
  const named = text.replace(/"([AB])(\d)"/g, (_, part: string, index: string) =>
    JSON.stringify(people[Number(index) - 1]?.[part === 'A' ? 0 : 1]),
  )
  return (JSON.parse(named) as { works: Csl[] }).works
}
