/** This file writes `robots.txt` (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309), which leads to the sitemap. */
import { absolute, withBase } from '../address.ts'
import type { Settings } from '../site-config.ts'
import { SITEMAP } from './sitemap.ts'

/**
 * Writes `robots.txt`. It is undefined where it would say nothing: without an address there is no sitemap, and the file
 * is only read at the root of a host.
 */
export const robotsTxt = (settings: Settings): string | undefined =>
  settings.url === undefined || settings.base !== '/'
    ? undefined
    : `User-agent: *\nAllow: /\n\nSitemap: ${absolute(settings, withBase(settings, SITEMAP))}\n`
