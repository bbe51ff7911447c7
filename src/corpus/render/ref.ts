/** This file makes links to entries that are ready to print. */
import { hrefOf } from '../address.ts'
import type { Ref } from '../model/entry.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import { ownLanguage } from '../own-language.ts'

/** Makes a link to an entry. */
export function refTo(corpus: Corpus, parsed: Parsed): Ref {
  const { kind, title, path } = parsed
  return { kind, title, href: hrefOf(corpus, path), ...withoutUndefined({ lang: ownLanguage(corpus, parsed) }) }
}

/**
 * Leaves out the fields that are undefined. A field that is missing and one that is undefined must not differ, because
 * an entry is compared by the digest of its JSON.
 *
 * @example
 * defined({ a: 1, b: undefined }) // { a: 1 }
 */
export function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
