import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../site/cache/folders.ts'
import { buildPlan, getSite } from '../site/index.ts'
import { announce } from './announce.ts'
import { openFolders } from './folders.ts'
import { storedPageCode } from './page-code.ts'
import { PageRenderer } from './render-pages.ts'
import { SiteBuild } from './site-build.ts'

/** This module receives Astro's log, because Astro itself would print a line for every page. */
const LOG = fileURLToPath(new URL('./astro-log.ts', import.meta.url))

/**
 * Builds the site of the content folder, as the build plan says. Where the code of the project is as it was when the
 * pages were last bundled, it renders them with what was made then. Otherwise Astro bundles and renders them, and the
 * integrations of this project do the rest.
 *
 * @param outDir The folder of the site.
 */
export async function buildSite(outDir: string): Promise<void> {
  const site = await getSite()
  const code = buildPlan().options.fresh ? undefined : storedPageCode(site.settings)
  const renderer = code && (await PageRenderer.load(code))
  if (renderer === undefined) {
    // Astro is loaded only now, so that errors of the content are reported at once.
    const { build } = await import('astro')
    await build({ root: ROOT, outDir: resolve(outDir), logger: { entrypoint: LOG } })
    return
  }
  announce(site, console.log)
  console.log('page code: kept')
  const build = new SiteBuild(site, openFolders(outDir))
  await build.choosePages()
  const rendered = await renderer.renderTo(build.folders.staging)
  await build.finish(rendered, console.log)
}
