/** This file writes feeds as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { absolute, urnOf } from '../address.ts'
import type { Settings } from '../site-config.ts'
import { feedStem, UNKNOWN_TIME, type Feed, type FeedItem } from './feed.ts'

/**
 * Gives the address of the JSON feed of a page, or of feeds with some stem. The file `.json` of a page is something else
 * already.
 *
 * @example
 * jsonFeedAddress('/inquiries/a/') // '/inquiries/a.feed.json'
 */
export const jsonFeedAddress = (address: string): string => `${feedStem(address)}.feed.json`

/** Writes a feed as JSON. It names no addresses where the site does not know its own, because they have to be whole. */
export function jsonFeedOf({ title, page, stem, items }: Feed, settings: Settings): string {
  const url = (href: string): string | undefined => (settings.url === undefined ? undefined : absolute(settings, href))
  const author = { name: settings.author ?? settings.title, url: settings.orcid }
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url(page),
    feed_url: url(jsonFeedAddress(stem)),
    authors: [author],
    language: settings.language,
    items: items.map(({ about, name, date, summary }: FeedItem) => ({
      id: urnOf(`${about.href}#${name}`),
      url: url(about.href),
      title: about.title,
      content_text: summary,
      // A day that is not known is left out here, where Atom asks for one.
      date_modified: date === UNKNOWN_TIME ? undefined : date,
    })),
  }
  return `${JSON.stringify(feed)}\n`
}
