/**
 * This file writes what a link to a page looks like where somebody shares it: the tags of Open Graph (https://ogp.me) and
 * those of X, which has the rest from them.
 */
import { absolute, withBase } from '../address.ts'
import { PICTURE_SIZE } from '../share-picture/svg.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'

/** A `ShareTag` is an element `meta`. Those of Open Graph have a `property`, and the other a `name`. */
export type ShareTag = ({ readonly property: string } | { readonly name: string }) & { readonly content: string }

/** An `OwnPicture` is what is said of the picture of a page. */
export interface OwnPicture {
  /** This is its address, without the base of the site. */
  readonly address: SitePath
  /** This says what it shows, to those who do not see it. */
  readonly alt: string
}

/** A `SharedPage` is what is said of a page. */
interface SharedPage {
  readonly title: string
  readonly description: string
  /** This is the whole address of the page. */
  readonly url: string
  /** This is true for an entry, and false for lists and what belongs to the site. */
  readonly isEntry: boolean
  /** This is the picture of the page. It is undefined where it has none of its own. */
  readonly picture?: OwnPicture | undefined
}

/** This is the picture that the owner of a site gives for all pages without one of their own, 1200 by 630 pixels. */
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
  const picture = page.picture?.address ?? [PICTURE, ICON].find((each) => files.has(each))
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
          ['og:image:alt', page.picture?.alt ?? settings.title],
        ] as const)),
    ...(page.picture === undefined
      ? []
      : ([
          ['og:image:width', String(PICTURE_SIZE.width)],
          ['og:image:height', String(PICTURE_SIZE.height)],
        ] as const)),
  ]
  return [
    ...named.map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: picture === undefined || picture === ICON ? 'summary' : 'summary_large_image' },
  ]
}
