import { sep } from 'node:path'
import type { DevEnvironment, Plugin, ViteDevServer } from 'vite'
import { toPath } from '../site/read/content-folder.ts'
import { line } from '../site/report.ts'
import { watchFolder } from './watch-folder.ts'
import { CONTENT_EVENT, REFRESHED_EVENT, type SiteState, PROBLEMS_EVENT, HELLO_EVENT } from '../site/dev-events.ts'

/** Changes come in bursts (an editor saves by writing, moving and deleting), so those of a moment are taken up together. */
const MOMENT = 20

/**
 * Follows the content folder in dev. A change goes to the pages' environments, where the site takes it up; once it has, every
 * page that is open reloads and shows what is wrong, if anything.
 */
export function watchContent(folder: string): Plugin {
  return {
    name: 'throughline:watch-content',
    apply: 'serve',
    // Vite would watch it as well, since it mostly lies in the project.
    config: () => ({
      server: { watch: { ignored: [(path: string) => path === folder || path.startsWith(folder + sep)] } },
    }),
    configureServer(server) {
      const changed = new Set<string>()
      let timer: NodeJS.Timeout | undefined
      watchFolder(folder, (file) => {
        changed.add(toPath(folder, file))
        clearTimeout(timer)
        timer = setTimeout(() => {
          send(server, [...changed])
          changed.clear()
        }, MOMENT)
      })
      tellBrowsers(server)
    },
  }
}

const pageEnvironments = ({ environments }: ViteDevServer): DevEnvironment[] =>
  Object.values(environments).filter(({ name }) => name !== 'client')

function send(server: ViteDevServer, files: string[]): void {
  for (const { hot } of pageEnvironments(server)) {
    hot.send(CONTENT_EVENT, { files })
    // Astro's own word for it: it forgets which paths its routes have.
    hot.send('astro:content-changed', {})
  }
}

function tellBrowsers(server: ViteDevServer): void {
  const browsers = server.environments.client.hot
  let problems: SiteState['problems'] = []
  for (const { hot } of pageEnvironments(server))
    hot.on(REFRESHED_EVENT, (state: SiteState) => {
      problems = state.problems
      if (problems.length > 0) server.config.logger.warn(problems.map(line).join('\n'))
      browsers.send(PROBLEMS_EVENT, { problems })
      if (state.changed) browsers.send({ type: 'full-reload' })
    })
  browsers.on(HELLO_EVENT, (_, client) => client.send(PROBLEMS_EVENT, { problems }))
}
