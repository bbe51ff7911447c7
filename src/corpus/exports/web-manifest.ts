/** This file writes the manifest by which a device keeps the site as an app (https://www.w3.org/TR/appmanifest/). */
import { withBase } from '../address.ts'
import { directionOf } from '../language.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'

/** This is the address of the manifest, without the site's base. */
export const MANIFEST: SitePath = '/manifest.webmanifest'

/** These are the icons that a manifest may name, by their addresses without the site's base, with their sizes. */
const ICONS: readonly (readonly [SitePath, sizes: string, type: string])[] = [
  ['/favicon.svg', 'any', 'image/svg+xml'],
  ['/icon-192.png', '192x192', 'image/png'],
  ['/icon-512.png', '512x512', 'image/png'],
]

/**
 * Writes the manifest.
 *
 * @param files The addresses of the static files of the site, without its base. Only icons among them are named.
 */
export function webManifest(settings: Settings, files: ReadonlySet<SitePath>): string {
  const { title, description, language, base } = settings
  const icons = ICONS.filter(([address]) => files.has(address)).map(([address, sizes, type]) => ({
    src: withBase(settings, address),
    sizes,
    type,
  }))
  const manifest = {
    id: base,
    name: title,
    description,
    lang: language,
    dir: directionOf(language),
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    icons,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
