/** The one site of this process. Pages, the search index and the checks all read the same. */
import { contentFolder } from './read/content-folder.ts'
import { locate } from './report.ts'
import { Site } from './site.ts'

export type { Alternate } from './alternates.ts'
export type { Lists } from './lists.ts'
export type { PageDigest } from './page-digests.ts'
export type { LazyEntry } from './entry-store.ts'
export type { Site } from './site.ts'
import { type SiteState, REFRESHED_EVENT, CONTENT_EVENT } from './dev-events.ts'

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
