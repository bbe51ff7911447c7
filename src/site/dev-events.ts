import type { LocatedProblem } from './report.ts'

/** Sent by the watcher in dev: paths under the content folder that were added, changed or removed. */
export const CONTENT_EVENT = 'throughline:content'

/** Sent back once the site has taken them up: every problem there is now. */
export const REFRESHED_EVENT = 'throughline:refreshed'

/** What is said of the site in dev whenever it has been read. */
export interface SiteState {
  readonly problems: readonly LocatedProblem[]
  /** May pages that are open look different now? */
  readonly changed: boolean
}

/** Sent to the browser: the problems there are now. */
export const PROBLEMS_EVENT = 'throughline:problems'

/** Sent by a browser that has just opened a page. */
export const HELLO_EVENT = 'throughline:hello'
