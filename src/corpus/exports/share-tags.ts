/**
 * This file writes what a link to a page looks like where somebody shares it: the tags of Open Graph (https://ogp.me) and
 * those of X, which has the rest from them.
 */
import { absolute, withBase } from '../address.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'

/** A `ShareTag` is an element `meta`. Those of Open Graph have a `property`, and the other a `name`. */
export type ShareTag = ({ readonly property: string } | { readonly name: string }) & { readonly content: string }

/** A `SharedPage` is what is said of a page. */
interface SharedPage {
  readonly title: string
  readonly description: string
  /** This is the whole address of the page. */
  readonly url: string
  /** This is true for an entry, and false for lists and what belongs to the site. */
  readonly isEntry: boolean
}

/** This is the picture that the owner of a site gives for all of its pages, 1200 by 630 pixels. */
const PICTURE: SitePath = '/share.png'
/** This stands in for it. */
const ICON: SitePath = '/icon-512.png'

/**
 * Writes the tags of a page. There are none where the site does not know its address, because they name whole ones.
 *
 * @param files The addresses of the static files of the site, without its base.
 */
export function shareTags(page: SharedPage, settings: Settings, files: ReadonlySet<SitePath>): ShareTag[] {
  if (settings.url === undefined) return []
  const picture = [PICTURE, ICON].find((each) => files.has(each))
  const named: readonly (readonly [property: string, content: string])[] = [
    ['og:site_name', settings.title],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:type', page.isEntry ? 'article' : 'website'],
    ['og:url', page.url],
    ...(picture === undefined
      ? []
      : ([
          ['og:image', absolute(settings, withBase(settings, picture))],
          ['og:image:alt', settings.title],
        ] as const)),
  ]
  return [
    ...named.map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: picture === PICTURE ? 'summary_large_image' : 'summary' },
  ]
}
