/** Makes the navigation of a site. */
import { AUDIT_PATH } from '../corpus/audit/page.ts'
import { SECTION_PATHS } from '../corpus/names/identify.ts'
import { BASES_PATH } from '../corpus/lists/base-pages.ts'
import { wordsFor } from '../corpus/words/words.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { Corpus } from '../corpus/model/corpus.ts'

/** The links at the top of every page. */
export type Navigation = NonNullable<Settings['navigation']>

/**
 * Returns the navigation that `site.yaml` sets. Where it sets none, the navigation has the sections that are not empty,
 * then every page.
 */
export function navigationOf(corpus: Corpus): Navigation {
  const navigation = known.get(corpus.addresses) ?? newNavigation(corpus)
  known.set(corpus.addresses, navigation)
  return navigation
}

/**
 * Keeps the navigation by the addresses of a corpus, which linking makes anew whenever more than words of entries have
 * changed. In development every page that is shown asks for it after each change.
 */
const known = new WeakMap<Corpus['addresses'], Navigation>()

function newNavigation({ settings, entries, topics, works, addresses, bases }: Corpus): Navigation {
  if (settings.navigation !== undefined) return settings.navigation
  const kinds = new Set([...entries.values()].map(({ kind }) => kind))
  const { kinds: labels, audit } = wordsFor(settings.language)
  const ofTopics = new Set([...topics.values()].map(({ about }) => about?.path))
  const pages = [...entries.values()].filter(({ kind, path }) => kind === 'page' && !ofTopics.has(path))
  return [
    ...(kinds.has('inquiry') ? [{ label: labels.inquiry, to: '/inquiries/' }] : []),
    ...(kinds.has('note') ? [{ label: labels.note, to: '/notes/' }] : []),
    ...(works.size > 0 ? [{ label: labels.source, to: '/sources/' }] : []),
    ...(topics.size > 0 ? [{ label: labels.topic, to: '/topics/' }] : []),
    ...(kinds.has('canvas') ? [{ label: labels.canvas, to: SECTION_PATHS.canvas }] : []),
    ...(bases !== undefined && bases.pages.length > 0 ? [{ label: labels.base, to: BASES_PATH }] : []),
    ...(settings.audit === 'listed' ? [{ label: audit.title, to: AUDIT_PATH }] : []),
    ...pages.map(({ title, path }) => ({ label: title, to: addresses.get(path)! })),
  ]
}
