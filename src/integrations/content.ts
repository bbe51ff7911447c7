import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { announce } from '../build/announce.ts'
import { readSettings } from '../corpus/settings.ts'
import { contentFolder, readDocument } from '../site/read/content-folder.ts'
import { setActivity } from '../site/activity.ts'
import { getSite } from '../site/index.ts'
import { SETTINGS_FILE } from '../site/read/read-settings.ts'
import { ATTACHMENT_ROUTE, routeAttachments } from './attachments.ts'
import { shareSite, shareSiteInDev } from './share-site.ts'
import { watchContent } from './watch-content.ts'

/**
 * An Astro integration that connects the content folder with Astro. It takes the site's address from `site.yaml`,
 * reports problems before a build and stops it when there are errors, and in dev serves attachments and follows changes
 * of the content.
 */
export function content(): AstroIntegration {
  return {
    name: 'throughline:content',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectRoute, injectScript }) => {
        const { settings } = readSettings(readDocument(contentFolder(), SETTINGS_FILE))
        setActivity('preparing the build')
        updateConfig({
          base: settings.base,
          ...(settings.url !== undefined && { site: new URL(settings.url).origin }),
          vite: {
            plugins:
              command === 'build'
                ? [shareSite()]
                : [shareSiteInDev(), watchContent(contentFolder()), routeAttachments(contentFolder(), settings)],
          },
        })
        if (command !== 'dev') return
        injectRoute({ pattern: ATTACHMENT_ROUTE, entrypoint: pathTo('./attachment-route.ts') })
        injectScript('page', `import ${JSON.stringify(pathTo('../client/dev-problems.ts'))}`)
      },
      'astro:build:start': async ({ logger }) => {
        announce(await getSite(), (message) => logger.info(message))
        setActivity('bundling')
      },
    },
  }
}

/** Returns the absolute path of a module of this project. */
const pathTo = (module: string): string => fileURLToPath(new URL(module, import.meta.url))
