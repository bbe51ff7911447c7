import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import { openFolders, type BuildFolders } from '../build/folders.ts'
import { storePageCode } from '../build/page-code.ts'
import { ownPages } from '../build/render-pages.ts'
import { SiteBuild } from '../build/site-build.ts'
import { getSite } from '../site/index.ts'

/**
 * An Astro integration that has a build make its files in a folder of its own, render only the pages that will look
 * different, make everything else around them, and publish the site when all is there.
 */
export function siteBuild(): AstroIntegration {
  let folders: BuildFolders | undefined
  let build: SiteBuild | undefined
  return {
    name: 'throughline:site-build',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        folders = openFolders(fileURLToPath(config.outDir))
        updateConfig({ outDir: pathToFileURL(`${folders.staging}/`), vite: { build: { emptyOutDir: false } } })
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        if (folders === undefined) throw new Error('The folders of the build are not known yet.')
        const site = await getSite()
        const begun = new SiteBuild(site, folders)
        build = begun
        setPrerenderer((standard: AppPrerenderer) => ({
          ...standard,
          // Pages are bundled by now. What they show is known once the references are formatted, which went on
          // meanwhile.
          getStaticPaths: async () => {
            await begun.choosePages()
            const isStored = await storePageCode(site.settings, standard.app, begun.folders.staging)
            logger.info(`page code: bundled${isStored ? '' : ', and not kept for the next build'}`)
            return ownPages(await standard.getStaticPaths())
          },
        }))
      },
      'astro:build:done': async ({ assets, logger }) => {
        await build?.finish([...assets.values()].flat().length, (message) => logger.info(message))
      },
    },
  }
}

/** Astro's own prerenderer, which has the app that renders the pages. */
type AppPrerenderer = AstroPrerenderer & { readonly app?: unknown }
