/** Makes the navigation of a site. */
import { AUDIT_PATH } from '../corpus/audit/page.ts'
import { SECTION_PATHS } from '../corpus/names/identify.ts'
import { BASES_PATH } from '../corpus/lists/base-pages.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { Corpus } from '../corpus/model/corpus.ts'

/** The links at the top of every page. */
export type Navigation = NonNullable<Settings['navigation']>

/**
 * Returns the navigation that `site.yaml` sets. Where it sets none, the navigation has the sections that are not empty,
 * then every page.
 */
export function navigationOf({ settings, entries, topics, works, addresses, bases }: Corpus): Navigation {
  if (settings.navigation !== undefined) return settings.navigation
  const kinds = new Set([...entries.values()].map(({ kind }) => kind))
  const pages = [...entries.values()].filter(({ kind }) => kind === 'page')
  return [
    ...(kinds.has('inquiry') ? [{ label: 'Inquiries', to: '/inquiries/' }] : []),
    ...(kinds.has('note') ? [{ label: 'Notes', to: '/notes/' }] : []),
    ...(works.size > 0 ? [{ label: 'Sources', to: '/sources/' }] : []),
    ...(topics.size > 0 ? [{ label: 'Topics', to: '/topics/' }] : []),
    ...(kinds.has('canvas') ? [{ label: 'Canvases', to: SECTION_PATHS.canvas }] : []),
    ...(bases !== undefined && bases.pages.length > 0 ? [{ label: 'Bases', to: BASES_PATH }] : []),
    ...(settings.audit === 'listed' ? [{ label: 'Audit', to: AUDIT_PATH }] : []),
    ...pages.map(({ title, path }) => ({ label: title, to: addresses.get(path)! })),
  ]
}
