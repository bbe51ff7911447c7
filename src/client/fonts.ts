/**
 * A phone is often on a slow connection, where our fonts would hold up the text by as long as all else together, so its first page is
 * set in its own. Ours are fetched when that page is there, and shown from the next one on (`before-paint.js`).
 */
import { savePreference } from './preferences.ts'

/** Called as in tokens.css. */
const [SERIF, SANS] = ['"Source Serif 4 Variable"', '"Source Sans 3 Variable"']
const STYLES = [`1em ${SERIF}`, `italic 1em ${SERIF}`, `1em ${SANS}`]

export function fetchFontsLater(): void {
  if ('fonts' in document.documentElement.dataset || savesData()) return
  new PerformanceObserver((_, observer) => {
    observer.disconnect()
    // Of the alphabets of the page.
    const text = document.body.innerText
    Promise.all(STYLES.map((style) => document.fonts.load(style, text))).then(
      () => savePreference('fonts', ''),
      () => undefined,
    )
  }).observe({ type: 'paint', buffered: true })
}

/** Whether the reader asked for few bytes. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
