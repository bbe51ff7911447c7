import { hrefOf } from '../address.ts'
import type { Ref } from '../model/entry.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'

/** A link to an entry. */
export function refTo(corpus: Corpus, parsed: Parsed): Ref {
  const { kind, title, path } = parsed
  return { kind, title, href: hrefOf(corpus, path), ...defined({ lang: ownLanguage(corpus, parsed) }) }
}

/** Undefined where it is that of the site. */
export const ownLanguage = ({ settings }: Corpus, { data: { lang } }: Parsed): string | undefined =>
  lang === settings.language ? undefined : lang

/** Without the fields that are undefined: an absent field and an undefined one must not differ. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
