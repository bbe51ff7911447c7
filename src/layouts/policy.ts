import { hash } from 'node:crypto'
import beforePaint from '../client/before-paint.js?raw'

/**
 * Runs before anything of a page is seen: a theme that the reader chose must not show as another first, what needs scripts should be there
 * from the start, and fonts that a phone has by now should be asked for before the text is there. Chromium calls it an error when it
 * cannot pass from page to page in time, which this keeps from the console.
 */
export const BEFORE_PAINT = beforePaint

/** Nothing from elsewhere, and nothing inline but that script. The search engine is WebAssembly, which has a word of its own. */
export const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash('sha256', BEFORE_PAINT, 'base64')}' 'wasm-unsafe-eval'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')
