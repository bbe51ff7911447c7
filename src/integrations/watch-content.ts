import { sep } from 'node:path'
import type { DevEnvironment, Plugin, ViteDevServer } from 'vite'
import { isOwnCode } from '../site/own-files.ts'
import { toFilePath } from '../site/read/content-folder.ts'
import { problemLine } from '../site/report.ts'
import { watchFolder } from './watch-folder.ts'
import {
  CONTENT_EVENT,
  type Hello,
  REFRESHED_EVENT,
  type Shown,
  type SiteState,
  PROBLEMS_EVENT,
  HELLO_EVENT,
} from '../site/dev-events.ts'

/**
 * The milliseconds to wait for further changes. An editor saves by writing, moving and deleting, and these count as one
 * change.
 */
const DEBOUNCE = 20

/**
 * A Vite plugin that watches the content folder in dev. It sends changes to the environments that render pages, where
 * the site reads the files again. Then every open page reloads if it may look different, and shows the problems there
 * are.
 *
 * @param folder The content folder, as an absolute path.
 */
export function watchContent(folder: string): Plugin {
  return {
    name: 'throughline:watch-content',
    apply: 'serve',
    // The content folder usually lies in the project, and Vite would watch it as well.
    config: () => ({
      server: {
        watch: {
          ignored: [(path: string) => (path === folder || path.startsWith(folder + sep)) && !isOwnCode(path)],
        },
      },
    }),
    configureServer(server) {
      const changed = new Set<string>()
      let timer: NodeJS.Timeout | undefined
      watchFolder(folder, (file) => {
        changed.add(toFilePath(folder, file))
        clearTimeout(timer)
        timer = setTimeout(() => {
          sendChanges(server, [...changed])
          changed.clear()
        }, DEBOUNCE)
      })
      forwardProblems(server)
    },
  }
}

/** Returns the environments that render pages, which are all but that of the browser. */
const pageEnvironments = ({ environments }: ViteDevServer): DevEnvironment[] =>
  Object.values(environments).filter(({ name }) => name !== 'client')

/** Tells the environments that render pages which files changed. */
function sendChanges(server: ViteDevServer, files: string[]): void {
  for (const { hot } of pageEnvironments(server)) {
    hot.send(CONTENT_EVENT, { files })
    // This is Astro's own event. On it, Astro drops the paths of its routes from its cache.
    hot.send('astro:content-changed', {})
  }
}

/**
 * Passes the state of the site on to the browsers whenever the content was read again, and the current problems to each
 * browser that opens a page. Such a page reloads if it was asked for before the last change: it was not connected yet
 * when the others were told to reload. Problems are printed in the terminal as well.
 */
function forwardProblems(server: ViteDevServer): void {
  const browsers = server.environments.client.hot
  let shown: Required<Shown> = { problems: [], notices: [] }
  let changedAt = -Infinity
  for (const { hot } of pageEnvironments(server))
    hot.on(REFRESHED_EVENT, (state: SiteState) => {
      const { problems, notices } = state
      const isNews = JSON.stringify(problems) !== JSON.stringify(shown.problems)
      shown = { problems, notices: notices ?? shown.notices }
      if (problems.length > 0 && (isNews || state.changed))
        server.config.logger.warn(problems.map(problemLine).join('\n'))
      browsers.send(PROBLEMS_EVENT, { problems, ...(notices && { notices }) } satisfies Shown)
      if (!state.changed) return
      changedAt = performance.now()
      browsers.send({ type: 'full-reload' })
    })
  browsers.on(HELLO_EVENT, ({ address, age }: Hello, client) => {
    const { problems, notices } = shown
    client.send(PROBLEMS_EVENT, { problems, notices: notices.filter((each) => each.address === address) })
    if (performance.now() - age <= changedAt) client.send({ type: 'full-reload' })
  })
}
