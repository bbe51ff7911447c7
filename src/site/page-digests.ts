import { digest } from './cache/digest.ts'
import type { Site } from './site.ts'
import type { SitePath } from '../corpus/vocabulary.ts'

/** A page, or a file beside one, and the digest of all that it shows. */
export interface PageDigest {
  /** With a slash at the end: a page. */
  readonly address: SitePath
  readonly digest: string
}

/** Whatever a build can leave as it is, because the same digest is the same page: all but the lists that show a little of everything. */
export function pageDigests(site: Site): PageDigest[] {
  const { settings, navigation, entries, lists, sourceLists, auditPages, alternates } = site
  const frame = digest([settings, navigation])
  const { inquiries, notes, topics } = lists.pages
  // The first pages have routes of their own, which Astro always renders.
  const listed = [...inquiries.slice(1), ...notes.slice(1), ...topics, ...sourceLists]
  const pages: [SitePath, unknown][] = [
    ...entries.map((lazyEntry): [SitePath, unknown] => [lazyEntry.address, lazyEntry.open()]),
    ...[...auditPages, ...listed].map((page): [SitePath, unknown] => [page.address, page]),
  ]
  const digests = new Map(pages.map(([address, content]) => [address, digest([frame, content])]))
  return [
    ...[...digests].map(([address, digest]) => ({ address, digest })),
    ...alternates.flatMap(({ address, page, dependsOn }) =>
      dependsOn === undefined ? [] : [{ address, digest: digest([digests.get(page ?? ''), dependsOn()]) }],
    ),
  ]
}
