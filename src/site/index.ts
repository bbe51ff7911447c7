/** The one site of this process. Pages, the search index and the checks all read the same. */
import { contentFolder } from './content-folder.ts'
import { locate, type Located } from './report.ts'
import { Site } from './site.ts'

export type { Shelved, Site } from './site.ts'

/** Sent by the watcher in dev: paths under the content folder that were added, changed or removed. */
export const CONTENT_EVENT = 'throughline:content'
/** Sent back once the site has taken them up: every problem there is now. */
export const REFRESHED_EVENT = 'throughline:refreshed'

/** What is said of the site in dev whenever it has been read. */
export interface SiteState {
  readonly problems: readonly Located[]
  /** True the first time, when no page needs to be shown anew. */
  readonly opened: boolean
}

let site: Promise<Site> | undefined

export function getSite(): Promise<Site> {
  site ??= open()
  return site
}

async function open(): Promise<Site> {
  const opened = await Site.open(contentFolder())
  announce(opened, 'opened')
  return opened
}

function announce({ problems, folder }: Site, when: 'opened' | 'refreshed'): void {
  if (!import.meta.hot) return
  const state: SiteState = { problems: locate(problems, folder), opened: when === 'opened' }
  import.meta.hot.send(REFRESHED_EVENT, state)
}

/** Requests wait for the refresh, because it takes the site's place until it is done. */
function refresh(files: readonly string[]): void {
  site = site?.then(async (opened) => {
    await opened.refresh(files).catch((error: unknown) => console.error(error))
    announce(opened, 'refreshed')
    return opened
  })
}

if (import.meta.hot) import.meta.hot.on(CONTENT_EVENT, ({ files }: { files: string[] }) => refresh(files))
