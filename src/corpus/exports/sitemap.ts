/**
 * This file writes the sitemap, from which search engines learn which pages there are and when they changed
 * (https://www.sitemaps.org/protocol.html). The lists are in it by their first pages, which lead to the others.
 */
import { absolute, findingsAddress, SOURCES_PATH, topicPath, withBase, workAddress } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import { groundsAddress, hasGrounds } from '../grounds-address.ts'
import { isInquiry } from '../model/parsed.ts'
import { studyOf } from '../render/study.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath, SitePath } from '../vocabulary.ts'

/** This is the address of the sitemap, without the site's base. Where there are several files, it lists them. */
export const SITEMAP: SitePath = '/sitemap.xml'

/** A file of a sitemap has at most so many addresses, as the protocol says. */
const MOST = 50_000

/** A `Place` is a page of a sitemap, by its address without the site's base. */
interface Place {
  readonly address: SitePath
  /** This is the day on which what the page says was changed, as YYYY-MM-DD, or its month or year. */
  readonly changed?: string | undefined
  /** These are the same page in all of its languages, by their tags. It is undefined where it is in one. */
  readonly translations?: readonly (readonly [lang: string, address: SitePath])[] | undefined
}

/**
 * Writes the files of the sitemap, by their addresses. There are none where the site does not know its own address,
 * because a sitemap names whole addresses.
 *
 * @param others The addresses of pages that are in no corpus, such as those that the owner of a site wrote.
 * @param most The greatest number of addresses in a file.
 */
export function sitemapFiles(corpus: Corpus, others: readonly SitePath[] = [], most = MOST): Map<SitePath, string> {
  const { settings } = corpus
  if (settings.url === undefined) return new Map()
  const url = (address: SitePath): string => absolute(settings, withBase(settings, address))
  const places = placesOf(corpus, others)
  if (places.length <= most) return new Map([[SITEMAP, urlSet(places, url)]])
  const count = Math.ceil(places.length / most)
  const parts = Array.from({ length: count }, (_, part): [SitePath, string] => [
    `/sitemap-${part + 1}.xml`,
    urlSet(places.slice(part * most, (part + 1) * most), url),
  ])
  const listed = parts.map(([address]) => `<sitemap><loc>${escapeHtml(url(address))}</loc></sitemap>`)
  return new Map([[SITEMAP, file('sitemapindex', listed)], ...parts])
}

/** Lists the pages of a site: lists and works by their addresses, and entries with the days on which they changed. */
function placesOf(corpus: Corpus, others: readonly SitePath[]): Place[] {
  const { entries, addresses, topics, works, bases } = corpus
  const kinds = new Set([...entries.values()].map(({ kind }) => kind))
  const lists: SitePath[] = [
    '/',
    ...(kinds.has('inquiry') ? ['/inquiries/'] : []),
    ...(kinds.has('note') ? ['/notes/'] : []),
    ...(works.size > 0 ? [SOURCES_PATH] : []),
    ...(topics.size > 0 ? ['/topics/'] : []),
    ...(kinds.has('canvas') ? ['/canvas/'] : []),
    ...(bases?.pages ?? []).map(({ address }) => address),
    ...(kinds.has('inquiry') || kinds.has('note') ? ['/new/', '/map/'] : []),
    ...[...topics.values()].map(({ slug }) => topicPath(slug)),
    ...[...works.values()].map(workAddress),
    ...[...entries.values()].filter(isInquiry).flatMap(({ path, data }) => {
      const address = addresses.get(path)!
      const evidence = corpus.evidenceByInquiry.get(path) ?? []
      const isStudied = evidence.some(({ note }) => studyOf(corpus, note) !== undefined)
      return [...(hasGrounds(data) ? [groundsAddress(address)] : []), ...(isStudied ? [findingsAddress(address)] : [])]
    }),
    ...others,
  ]
  const places = new Map(lists.map((address): [SitePath, Place] => [address, { address }]))
  for (const path of entries.keys()) {
    const address = addresses.get(path)!
    // A page about a topic stands on the page of the topic, which changes with its entries as well.
    if (!places.has(address))
      places.set(address, { address, changed: lastChange(corpus, path), translations: translationsAt(corpus, path) })
  }
  return [...places.values()]
}

/**
 * Gives the day on which an entry was last changed: that of its last commit, or else the one that it states. In a clone
 * that is cut off, the oldest commit that is left has every older file in it, so its day tells nothing.
 */
export function lastChange({ entries, history }: Corpus, path: FilePath): string | undefined {
  const committed = history.revisions.get(path)?.date.slice(0, 10)
  if (committed !== undefined && committed !== history.since) return committed
  const { created, updated } = entries.get(path)?.data ?? {}
  return updated ?? created
}

/** Lists the languages of an entry, itself among them, as search engines want them. */
function translationsAt({ translations, entries, addresses, settings }: Corpus, path: FilePath): Place['translations'] {
  return translations
    ?.get(path)
    ?.map((other) => [entries.get(other)!.data.lang ?? settings.language, addresses.get(other)!] as const)
}

const urlSet = (places: readonly Place[], url: (address: SitePath) => string): string =>
  file(
    'urlset',
    places.map(({ address, changed, translations = [] }) => {
      const day = changed === undefined ? '' : `<lastmod>${escapeHtml(changed)}</lastmod>`
      const others = translations.map(
        ([lang, other]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeHtml(url(other))}"/>`,
      )
      return `<url><loc>${escapeHtml(url(address))}</loc>${day}${others.join('')}</url>`
    }),
    places.some(({ translations }) => translations !== undefined) ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : '',
  )

const file = (root: string, lines: readonly string[], names = ''): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${names}>`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n')
