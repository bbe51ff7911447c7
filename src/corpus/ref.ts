import { hrefOf } from './address.ts'
import type { Ref } from './entry.ts'
import type { Corpus, Parsed } from './model.ts'

/** A link to an entry. */
export const refTo = (corpus: Corpus, { kind, title, path }: Parsed): Ref => ({
  kind,
  title,
  href: hrefOf(corpus, path),
})

/** Without the fields that are undefined: an absent field and an undefined one must not differ. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
