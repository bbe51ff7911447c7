import { hash } from 'node:crypto'
import beforePaint from '../client/before-paint.js?raw'

/**
 * This script runs before the first paint of a page. A theme that the reader chose must not show as another first,
 * and what needs scripts should be there from the start. A reader who allows no storage has the theme of the system.
 * Chromium reports an error when it cannot animate the change of pages in time, which the script keeps from the
 * console. Every page holds the script, so its comments are here.
 */
export const BEFORE_PAINT = beforePaint

/**
 * These are the directives of the Content-Security-Policy of every page. They allow nothing from other sites, and
 * nothing inline but that script. A page with frames that a reader may open allows these besides. The search engine is
 * WebAssembly, which needs a permission of its own.
 */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': `'self' 'sha256-${hash('sha256', BEFORE_PAINT, 'base64')}' 'wasm-unsafe-eval'`,
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
} as const

/** Writes directives as one policy. */
const policyOf = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/**
 * Returns the policy of a page of a build.
 *
 * @param frames The hosts of the frames that a reader may open on the page.
 */
export const policy = (frames: readonly string[] = []): string => policyOf({ ...DIRECTIVES, ...framesFrom(frames) })

/** Without frames, what holds for everything else holds for them. */
const framesFrom = (hosts: readonly string[]): Readonly<Record<string, string>> =>
  hosts.length === 0 ? {} : { 'frame-src': hosts.map((host) => `https://${host}`).join(' ') }

/**
 * Returns the policy of pages in dev: the same, and what Vite needs besides. It puts styles into the page, tells the
 * page of changes over a WebSocket, and waits in a worker of its own for a server that was restarted.
 *
 * @param host The host and the port of the development server, such as `localhost:4321`.
 */
export const devPolicy = (host: string, frames: readonly string[] = []): string =>
  policyOf({
    ...DIRECTIVES,
    ...framesFrom(frames),
    'style-src-elem': "'self' 'unsafe-inline'",
    'connect-src': `'self' ws://${host} wss://${host}`,
    'worker-src': "'self' blob:",
  })
