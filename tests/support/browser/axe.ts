/** What axe has to complain of. */
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const SCRIPT = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))

/** The rules that a theme alone may break. All the others look at what is there, which is the same in both. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** The page's own policy would keep the checker out as well, and what appears gradually would be judged half way. */
export const CHECKED = { bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } } as const

interface Violation {
  readonly theme: 'light' | 'dark'
  readonly rule: string
  readonly place: string
  readonly summary: string | undefined
}

/** What is wrong with a page as it stands, or with a part of it, in the light theme and in the dark one. */
export async function violations(page: Page, part?: string): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: SCRIPT })
  const light = await check(page, 'light', { part, options: {} })
  const dark = await check(page, 'dark', { part, options: { runOnly: OF_COLOUR } })
  return [...light, ...dark]
}

interface Extent {
  readonly part: string | undefined
  readonly options: axe.RunOptions
}

async function check(page: Page, theme: Violation['theme'], extent: Extent): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme: theme })
  const found = await page.evaluate(async ({ part, options }) => {
    const { axe: checker } = window as unknown as { axe: typeof axe }
    // Of what is well, one example will do.
    const { violations } = await checker.run(part ?? document, { resultTypes: ['violations'], ...options })
    return violations
  }, extent)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ theme, rule: id, place: target.join(' '), summary: failureSummary })),
  )
}
