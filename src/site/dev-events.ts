/** The events that the parts of the development server send each other: the watcher, the site and the browsers. */
import type { PageNotice } from './page-notices.ts'
import type { LocatedProblem } from './report.ts'

/** The watcher sends this event to the site. It has the paths of the files that were added, changed or removed. */
export const CONTENT_EVENT = 'throughline:content'

/** The site sends this event to the server when it has read those files again. It has a `SiteState`. */
export const REFRESHED_EVENT = 'throughline:refreshed'

/** What browsers show of the content, over a page and in its margin. */
export interface Shown {
  /** All problems there are now. */
  readonly problems: readonly LocatedProblem[]
  /** What the audit has found, in a pause. There may be thousands, so they are only sent when they are new. */
  readonly notices?: readonly PageNotice[]
}

/** The state of the site after it was read, or read again. */
export interface SiteState extends Shown {
  /** Whether any page may look different now. */
  readonly changed: boolean
}

/** The server sends this event to the browsers. It has a `Shown`. */
export const PROBLEMS_EVENT = 'throughline:problems'

/** A browser sends this event to the server when it has opened a page. It has a `Hello`. */
export const HELLO_EVENT = 'throughline:hello'

/** What a page says of itself. */
export interface Hello {
  /** The address of the page, without the base of the site. */
  readonly address: string
  /** The milliseconds since the browser began to ask for the page. */
  readonly age: number
}
