/** Entry → JSON: what its page shows, field by field, as `entry.ts` describes it. */
import { absolute } from '../address.ts'
import type { Entry } from '../model/entry.ts'
import { markdownAddress } from './markdown.ts'
import type { Settings } from '../site-config.ts'

export const jsonAddress = (address: string): string => `${address.replace(/\/$/, '')}.json`

/** Without HTML, which the page has; its text is in the Markdown beside it. Addresses within the site begin with the site's base. */
export function jsonOf(entry: Entry, settings: Settings): string {
  const { html: _, path: __, address: ___, hasMaths: ____, ...facts } = entry
  const url = absolute(settings, entry.href)
  return `${JSON.stringify({ url, markdown: markdownAddress(url), ...facts })}\n`
}
