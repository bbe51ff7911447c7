/**
 * Holds the one site of this process, and the plan of its build. Pages, the search index and the checks share them, so
 * the content is read once.
 */
import type { ViteHotContext } from 'vite/types/hot.d.ts'
import { BuildPlan, type BuildOptions } from './build-plan.ts'
import { type SiteState, REFRESHED_EVENT, CONTENT_EVENT } from './dev-events.ts'
import { contentFolder } from './read/content-folder.ts'
import { type Words, wordsFor } from '../corpus/words/words.ts'
import { pageNotices, type PageNotice } from './page-notices.ts'
import { locate } from './report.ts'
import { Site } from './site.ts'

export type { Alternate } from './alternate.ts'
export type { Lists } from './lists.ts'
export type { GroundsPage } from './grounds-pages.ts'
export type { LazyEntry } from './entry-store.ts'
export type { Site } from './site.ts'

let site: Promise<Site> | undefined

/** Returns the site of the content folder. It is read when it is first asked for. */
export function getSite(): Promise<Site> {
  site ??= openSite()
  return site
}

/** The words of the interface in the language of the site that was opened. */
let words: Words | undefined

/**
 * Returns the words of the interface in the language of the site. Components ask for them without waiting, because
 * their page has waited for the site.
 *
 * @throws {Error} Where the site was not asked for yet.
 */
export function siteWords(): Words {
  if (words === undefined) throw new Error('Wait for getSite() before words are asked for.')
  return words
}

let plan = new BuildPlan()

/** Sets the options of the build that is about to start. Without this call, a build makes everything. */
export function planBuild(options: BuildOptions): void {
  plan = new BuildPlan(options)
}

/** Returns the plan of the current build. */
export const buildPlan = (): BuildPlan => plan

async function openSite(): Promise<Site> {
  const newSite = await Site.open(contentFolder())
  words = wordsFor(newSite.settings.language)
  sendState(newSite, false)
  lookThroughWhenIdle(newSite)
  return newSite
}

/** The connection with the development server. There is none in a build. */
let server: ViteHotContext | undefined

/**
 * Connects the site with the development server, which from now on says which files changed, and hears of the problems.
 * A later connection takes the place of an earlier one.
 *
 * @param hot The object that Vite gives to modules it has loaded, as `import.meta.hot`.
 */
export function connect(hot: ViteHotContext): void {
  server = hot
  hot.on(CONTENT_EVENT, ({ files }: { files: string[] }) => {
    if (server === hot) refresh(files)
  })
}

/** What the audit found last. */
let notices: readonly PageNotice[] = []

/** Tells the development server about the problems of the site. It does nothing in a build. */
function sendState({ allProblems, folder }: Site, changed: boolean, news: Pick<SiteState, 'notices'> = {}): void {
  if (server === undefined) return
  const state: SiteState = { problems: locate(allProblems, folder), changed, ...news }
  server.send(REFRESHED_EVENT, state)
}

/**
 * The milliseconds after a change in which the pages that are asked for have the process to themselves. To look through
 * all citations of ten thousand entries takes most of a second, so it waits for a pause in writing.
 */
const IDLE = 2000

let timer: NodeJS.Timeout | undefined

/**
 * Formats all references in the development server, where a page formats only those that it shows, and audits the site.
 * Only then is it known which works cannot be written in the citation style, and what deserves a second look.
 */
function lookThroughWhenIdle(current: Site): void {
  if (server === undefined) return
  clearTimeout(timer)
  timer = setTimeout(() => void lookThrough(current).catch(logError), IDLE)
}

async function lookThrough(current: Site): Promise<void> {
  const sentences = (): string => JSON.stringify(locate(current.referenceProblems, current.folder))
  const before = sentences()
  await current.formatReferences()
  const found = (await pageNotices(current)) ?? notices
  const areNew = JSON.stringify(found) !== JSON.stringify(notices)
  notices = found
  if (areNew || sentences() !== before) sendState(current, false, areNew ? { notices } : {})
}

/**
 * Reads changed files again. The promise of the site is replaced, so that requests which come meanwhile wait for it.
 */
function refresh(files: readonly string[]): void {
  site = site?.then(async (opened) => {
    const changed = await opened.refresh(files).catch(logError)
    words = wordsFor(opened.settings.language)
    sendState(opened, changed)
    lookThroughWhenIdle(opened)
    return opened
  })
}

/**
 * Reports a fault of a refresh and says that nothing changed. The site stays as it was, and the next change is read as
 * usual.
 */
function logError(error: unknown): false {
  console.error(error)
  return false
}

if (import.meta.hot) connect(import.meta.hot)
