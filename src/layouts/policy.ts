import { hash } from 'node:crypto'
import beforePaint from '../client/before-paint.js?raw'

/**
 * This script runs before the first paint of a page. A theme that the reader chose must not show as another first,
 * what needs scripts should be there from the start, and fonts that a phone has by now should be asked for before the
 * text is there. Chromium reports an error when it cannot animate the change of pages in time, which the script keeps
 * from the console.
 */
export const BEFORE_PAINT = beforePaint

/**
 * This is the Content-Security-Policy of every page. It allows nothing from other sites, and nothing inline but that
 * script. The search engine is WebAssembly, which needs a permission of its own.
 */
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
