/** Computes the digests by which an incremental build tells whether a page will look different. */
import { digest } from './cache/digest.ts'
import type { Shared } from './share.ts'
import type { Site } from './site.ts'
import type { SitePath } from '../corpus/vocabulary.ts'

/** A page or an alternate, and the digest of everything that it shows. */
export interface PageDigest {
  /** The address of a page ends with a slash; that of an alternate does not. */
  readonly address: SitePath
  readonly digest: string
}

/**
 * Returns the digests of the pages, redirects, alternates and pictures that a build can leave as they are while their digests
 * stay the same. Pages with a route of their own (such as the home page, the search page, and the first pages of the
 * lists of inquiries and notes) and the alternates of the whole site are not among them, because every build makes
 * these again.
 *
 * @param isOwn Tells which pages and alternates the build makes, where it makes a share only.
 */
export function pageDigests(site: Site, isOwn: (item: Shared) => boolean): PageDigest[] {
  const { settings, navigation, entries, lists, sourceLists, auditPages, groundsPages, alternates, redirectPages } =
    site
  const { sharePictures = [] } = site
  // The head of a page names a picture, and none has one where there are too many pages.
  const frame = digest([settings, navigation, sharePictures.length > 0])
  const { inquiries, notes, topics, canvases, bases, news, findings } = lists.pages
  // The first page of a list has a route of its own, which Astro renders in every build.
  const listed = [
    ...inquiries.slice(1),
    ...notes.slice(1),
    ...topics,
    ...canvases,
    ...sourceLists,
    ...bases,
    ...news,
    ...findings,
  ]
  const pages: [SitePath, unknown][] = [
    ...entries.filter(isOwn).map((lazyEntry): [SitePath, unknown] => [lazyEntry.address, lazyEntry.digest()]),
    ...groundsPages.filter(isOwn).map((page): [SitePath, unknown] => [page.address, page.open()]),
    ...[...auditPages, ...listed].filter(isOwn).map((page): [SitePath, unknown] => [page.address, page]),
  ]
  const digests = new Map(pages.map(([address, content]) => [address, digest([frame, content])]))
  return [
    ...[...digests].map(([address, digest]) => ({ address, digest })),
    ...[...alternates, ...redirectPages]
      .filter(isOwn)
      .flatMap(({ address, page, dependsOn }) =>
        dependsOn === undefined ? [] : [{ address, digest: both(digests.get(page ?? ''), dependsOn()) }],
      ),
    ...sharePictures.filter(isOwn).map(({ address, facts }) => ({ address, digest: digest(facts) })),
  ]
}

/** Returns the digest of a file from that of its page and from whatever else it depends on, where there is anything. */
const both = (page: string | undefined, more: unknown): string =>
  page !== undefined && more === undefined ? page : digest([page, more])
