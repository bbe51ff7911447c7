/** This file gives the addresses of entries, attachments, topics and works on the site. */
import { publishedPath } from './attachments/published-path.ts'
import type { Corpus } from './model/corpus.ts'
import type { Settings } from './site-config.ts'
import type { FilePath, SitePath } from './vocabulary.ts'
import { citeKey } from './cite-key.ts'
import type { Work } from './model/source.ts'

/**
 * Puts the site's base before a path, so that it can stand in an `href`.
 *
 * @example
 * const settings = { ...DEFAULT_SETTINGS, base: '/garden/' }
 * withBase(settings, '/notes/a/') // '/garden/notes/a/'
 */
export function withBase({ base }: Settings, path: string): string {
  return base + path.replace(/^\//, '')
}

/**
 * Makes an address of the site into a whole URL. Where the site does not know at which URL it is published, or the
 * address is on another site, the address stays as it is.
 *
 * @param href An address that begins with the site's base.
 *
 * @example
 * const settings = { ...DEFAULT_SETTINGS, url: 'https://example.org' }
 * absolute(settings, '/notes/a/') // 'https://example.org/notes/a/'
 * absolute(DEFAULT_SETTINGS, '/notes/a/') // '/notes/a/'
 */
export function absolute({ url }: Settings, href: string): string {
  if (url === undefined || !href.startsWith('/')) return href
  const origin = origins.get(url) ?? (URL.canParse(url) ? new URL(url).origin : '')
  origins.set(url, origin)
  if (origin === '') return href
  return origin !== 'null' && PLAIN.test(href) ? origin + href : new URL(href, url).href
}

/**
 * Gives the address of a file that a work is in, from the address of the page of the work.
 *
 * @example
 * workFileAddress('/sources/lee2020/', 'bib') // '/sources/lee2020/lee2020.bib'
 */
export const workFileAddress = (href: string, extension: string): string =>
  `${href}${href.split('/').at(-2)}.${extension}`

/**
 * Makes an id of an address, which stays the same when the site moves to another host.
 *
 * @example
 * urnOf('/notes/a/') // 'urn:throughline:/notes/a/'
 */
export const urnOf = (href: string): string => `urn:throughline:${encodeURI(href)}`

/**
 * Gives the whole URL of an address of the site, or an id of it where the site does not know its URL. Either can stand
 * for the thing in linked data, wherever the data are read.
 *
 * @example
 * identifierOf({ ...DEFAULT_SETTINGS, url: 'https://example.org' }, '/notes/a/') // 'https://example.org/notes/a/'
 * identifierOf(DEFAULT_SETTINGS, '/notes/a/') // 'urn:throughline:/notes/a/'
 */
export const identifierOf = (settings: Settings, href: string): string =>
  settings.url === undefined && href.startsWith('/') ? urnOf(href) : absolute(settings, href)

/**
 * Remembers the origin of each site's URL, because pages name dozens of addresses and few sites have more than one URL.
 * The origin of a scheme without one, such as `file:`, is the string `null`.
 */
const origins = new Map<string, string>()
/** Matches addresses in which nothing has to be encoded or resolved. For them, joining two strings is enough. */
const PLAIN = /^\/(?!\/)(?:[\w%~-][\w%~.-]*(?:\/|$))*$/

/**
 * Gives the address of an entry's page or of an attachment, with the site's base.
 *
 * @example
 * hrefOf(corpus, 'notes/a.md') // '/notes/a/'
 * hrefOf(corpus, 'notes/two words.png') // '/attachments/notes/two%20words.png'
 */
export function hrefOf({ settings, addresses }: Corpus, path: FilePath): string {
  return withBase(settings, addresses.get(path) ?? attachmentPath(path))
}

/** Gives the address at which an attachment is published, without the site's base. */
export function attachmentPath(path: FilePath): string {
  return `/attachments/${publishedPath(path).split('/').map(encodeURIComponent).join('/')}`
}

/**
 * Gives the address of a page of a topic, without the site's base.
 *
 * @param page The number of the page among those of the topic, from 1.
 */
export const topicPath = (slug: string, page = 1): SitePath => `/topics/${slug}/${page === 1 ? '' : `${page}/`}`

/**
 * Gives the address of a topic's page, with the site's base. It is undefined where no public entry has the topic.
 *
 * @param key The key of the topic, as `topicKey` gives it.
 */
export function topicHref({ settings, topics }: Corpus, key: string): string | undefined {
  const topic = topics.get(key)
  return topic && withBase(settings, topicPath(topic.slug))
}

/** Gives the title of an entry, or the path itself where there is no such entry. */
export function titleOf({ entries }: Corpus, path: FilePath): string {
  return entries.get(path)?.title ?? path
}

/** This is the address of the list of all sources, without the site's base. */
export const SOURCES_PATH: SitePath = '/sources/'

/** Gives the address of a work's page, without the site's base. */
export const workAddress = ({ slug }: Work): SitePath => `${SOURCES_PATH}${slug}/`

/**
 * Gives the address of a work's page, with the site's base. It is undefined for a work that has no page, such as one
 * that is written into a note.
 *
 * @param key The citation key, in any spelling.
 */
export function workHref({ settings, works }: Corpus, key: string | undefined): string | undefined {
  const work = key === undefined ? undefined : works.get(citeKey(key))
  return work && withBase(settings, workAddress(work))
}

/** Gives the address of the findings of an inquiry from that of its page. */
export const findingsAddress = (inquiry: string): string => `${inquiry}findings/`
