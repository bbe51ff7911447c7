/** The one site of this process and the one build, if there is one. Pages, the search index and the checks all read the same. */
import { BuildPlan, type BuildOptions } from './build-plan.ts'
import { type SiteState, REFRESHED_EVENT, CONTENT_EVENT } from './dev-events.ts'
import { contentFolder } from './read/content-folder.ts'
import { locate } from './report.ts'
import { Site } from './site.ts'

export type { Alternate } from './alternates.ts'
export type { Lists } from './lists.ts'
export type { LazyEntry } from './entry-store.ts'
export type { Site } from './site.ts'

let site: Promise<Site> | undefined

export function getSite(): Promise<Site> {
  site ??= openSite()
  return site
}

let plan = new BuildPlan()

/** Says what the build that is about to start makes. Without it, a build makes everything. */
export function planBuild(options: BuildOptions): void {
  plan = new BuildPlan(options)
}

export const buildPlan = (): BuildPlan => plan

async function openSite(): Promise<Site> {
  const newSite = await Site.open(contentFolder())
  sendState(newSite, false)
  return newSite
}

function sendState({ problems, folder }: Site, changed: boolean): void {
  if (!import.meta.hot) return
  const state: SiteState = { problems: locate(problems, folder), changed }
  import.meta.hot.send(REFRESHED_EVENT, state)
}

/** Requests wait for the refresh, because it takes the site's place until it is done. */
function refresh(files: readonly string[]): void {
  site = site?.then(async (opened) => {
    const changed = await opened.refresh(files).catch(logError)
    sendState(opened, changed)
    return opened
  })
}

/** The site stays as it was, and the next change is tried as if this one had not been. */
function logError(error: unknown): false {
  console.error(error)
  return false
}

if (import.meta.hot) import.meta.hot.on(CONTENT_EVENT, ({ files }: { files: string[] }) => refresh(files))
