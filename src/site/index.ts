/** The one site of this process. Pages, the search index and the checks all read the same. */
import { contentFolder } from './content-folder.ts'
import { locate, type Located } from './report.ts'
import { Site } from './site.ts'

export type { FileBeside } from './files-beside.ts'
export type { Lists } from './lists.ts'
export type { Printed } from './printed.ts'
export type { Shelved } from './shelves.ts'
export type { Site } from './site.ts'

/** Sent by the watcher in dev: paths under the content folder that were added, changed or removed. */
export const CONTENT_EVENT = 'throughline:content'
/** Sent back once the site has taken them up: every problem there is now. */
export const REFRESHED_EVENT = 'throughline:refreshed'

/** What is said of the site in dev whenever it has been read. */
export interface SiteState {
  readonly problems: readonly Located[]
  /** May pages that are open look different now? */
  readonly changed: boolean
}

let site: Promise<Site> | undefined

export function getSite(): Promise<Site> {
  site ??= open()
  return site
}

async function open(): Promise<Site> {
  const opened = await Site.open(contentFolder())
  announce(opened, false)
  return opened
}

function announce({ problems, folder }: Site, changed: boolean): void {
  if (!import.meta.hot) return
  const state: SiteState = { problems: locate(problems, folder), changed }
  import.meta.hot.send(REFRESHED_EVENT, state)
}

/** Requests wait for the refresh, because it takes the site's place until it is done. */
function refresh(files: readonly string[]): void {
  site = site?.then(async (opened) => {
    const changed = await opened.refresh(files).catch(reportFault)
    announce(opened, changed)
    return opened
  })
}

/** The site stays as it was, and the next change is tried as if this one had not been. */
function reportFault(error: unknown): false {
  console.error(error)
  return false
}

if (import.meta.hot) import.meta.hot.on(CONTENT_EVENT, ({ files }: { files: string[] }) => refresh(files))
