/** This file starts the dev server on a content folder, in a process group of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../places.ts'
import { findFreePort } from './free-port.ts'

/** A `DevServer` is a dev server that runs. */
export interface DevServer {
  readonly url: string
  /** This is the time of its start in milliseconds, on the clock of `performance.now()`. */
  readonly started: number
  /** Ends the server and all that it started. */
  stop(): Promise<void>
}

/**
 * Starts the dev server on a free port. It may not answer yet when the promise resolves.
 *
 * @param root The folder of the project, or of a copy of it.
 */
export async function startDev(contentDir: string, root = ROOT): Promise<DevServer> {
  const port = await findFreePort()
  const started = performance.now()
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const child = spawn(
    process.execPath,
    ['--import', './src/cli/dev.ts', astro, 'dev', '--ignore-lock', '--port', String(port)],
    {
      cwd: root,
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, CONTENT_DIR: contentDir, ASTRO_DEV_BACKGROUND: '0' },
    },
  )
  const kill = (): void => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid)
  }
  // A process group of its own does not receive Ctrl-C.
  const interrupted = (): void => {
    kill()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  return {
    url: `http://localhost:${port}`,
    started,
    async stop() {
      process.off('SIGINT', interrupted)
      const ended = once(child, 'exit')
      kill()
      if (child.exitCode === null) await ended
    },
  }
}
