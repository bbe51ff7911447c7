/** This file tells the language of an entry from that of its site. */
import type { Corpus } from './model/corpus.ts'
import type { Parsed } from './model/parsed.ts'

/** Gives the language of an entry. It is undefined where that is the site's language. */
export const ownLanguage = ({ settings }: Corpus, { data: { lang } }: Parsed): string | undefined =>
  lang === settings.language ? undefined : lang
