/** Where entries, files and topics are on the site. */
import type { Corpus } from './model/corpus.ts'
import type { Settings } from './site-config.ts'
import type { FilePath, SitePath } from './vocabulary.ts'
import { citeKey } from './cite-key.ts'
import type { Work } from './model/source.ts'

/** An address of the site with its base, ready for an `href`. */
export function withBase({ base }: Settings, path: string): string {
  return base + path.replace(/^\//, '')
}

/** The same on the web, as far as the site knows where it is published. */
export function absolute({ url }: Settings, href: string): string {
  if (url === undefined || !href.startsWith('/')) return href
  const origin = origins.get(url) ?? (URL.canParse(url) ? new URL(url).origin : '')
  origins.set(url, origin)
  if (origin === '') return href
  return origin !== 'null' && PLAIN.test(href) ? origin + href : new URL(href, url).href
}

/** Pages name dozens of addresses, and few sites have more than one. `null` is the origin of schemes that have none, such as `file:`. */
const origins = new Map<string, string>()
/** In which there is nothing to encode or to resolve. */
const PLAIN = /^\/(?!\/)(?:[\w%~-][\w%~.-]*(?:\/|$))*$/

/** Where an entry's page is, or where an attachment is published. */
export function hrefOf({ settings, addresses }: Corpus, path: FilePath): string {
  return withBase(settings, addresses.get(path) ?? attachmentPath(path))
}

/** The address of an attachment under the site's base. */
export function attachmentPath(path: FilePath): string {
  return `/attachments/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** @param page From 1, of all that belongs to the topic. */
export const topicPath = (slug: string, page = 1): SitePath => `/topics/${slug}/${page === 1 ? '' : `${page}/`}`

/** Where a topic's page is, or undefined when no public entry has that topic. */
export function topicHref({ settings, topics }: Corpus, key: string): string | undefined {
  const topic = topics.get(key)
  return topic && withBase(settings, topicPath(topic.slug))
}

export function titleOf({ entries }: Corpus, path: FilePath): string {
  return entries.get(path)?.title ?? path
}

export const SOURCES: SitePath = '/sources/'

export const workAddress = ({ slug }: Work): SitePath => `${SOURCES}${slug}/`

/** Where the page of a work is. Undefined for a work that has none, such as one written into a note. */
export function workHref({ settings, works }: Corpus, key: string | undefined): string | undefined {
  const work = key === undefined ? undefined : works.get(citeKey(key))
  return work && withBase(settings, workAddress(work))
}
