/** This file writes an entry as JSON: what its page shows, field by field, as `model/entry.ts` describes it. */
import { absolute } from '../address.ts'
import type { Entry } from '../model/entry.ts'
import { markdownAddress } from './markdown.ts'
import { quotableClaim } from './quotable-claim.ts'
import type { Settings } from '../site-config.ts'
import { schemaUrl } from './schema-address.ts'

/**
 * Gives the address of the JSON of an entry from the address of its page.
 *
 * @example
 * jsonAddress('/notes/a/') // '/notes/a.json'
 */
export const jsonAddress = (address: string): string => `${address.replace(/\/$/, '')}.json`

/**
 * Writes an entry as JSON. The HTML and what its page loads are left out, because the page has it and the text is in
 * the Markdown of the entry. Addresses within the site begin with the site's base.
 */
export function jsonOf(entry: Entry, settings: Settings): string {
  const {
    html: _,
    path: __,
    address: ___,
    hasMaths: ____,
    hasCode: _____,
    frames: ______,
    hasDrawings: _______,
    hasBase: ________,
    ...facts
  } = entry
  const url = absolute(settings, entry.href)
  const quotable = entry.kind === 'note' ? quotableClaim(entry, settings) : undefined
  const $schema = schemaUrl(settings, 'entry')
  const markdown = settings.alternates.includes('markdown') ? markdownAddress(url) : undefined
  return `${JSON.stringify({ $schema, url, markdown, quotable, ...facts }, withoutMarkup)}\n`
}

/**
 * Leaves out the HTML of fields, which are there as plain text, linked data, which the page has, and what the site
 * suggests or draws without its writer having said it.
 */
const withoutMarkup = (key: string, value: unknown): unknown => (LEFT_OUT.has(key) ? undefined : value)

const LEFT_OUT: ReadonlySet<string> = new Set(['markup', 'linkedData', 'suggested', 'map', 'hasFindings'])
