/**
 * This file fetches the fonts of the site for a phone after its first page is shown. A phone is often on a slow
 * connection, where these fonts would take as long as all the rest of the page, so the first page uses the fonts of
 * the system. The next pages use the fetched ones (`before-paint.js`).
 */
import { savePreference } from './preferences.ts'

/** These are the names of the two font families, as tokens.css has them. */
const [SERIF, SANS] = ['"Source Serif 4 Variable"', '"Source Sans 3 Variable"']
/** These are the styles to fetch, as values of the CSS property `font`. */
const STYLES = [`1em ${SERIF}`, `italic 1em ${SERIF}`, `1em ${SANS}`]

/**
 * Fetches the fonts after the first paint, and remembers that this browser has them. It does nothing where the page
 * uses them already, or where the reader asked for little traffic.
 */
export function fetchFontsLater(): void {
  if ('fonts' in document.documentElement.dataset || savesData()) return
  new PerformanceObserver((_, observer) => {
    observer.disconnect()
    // Only the files for the alphabets of this page are loaded, because each file holds one range of characters.
    const text = document.body.innerText
    Promise.all(STYLES.map((style) => document.fonts.load(style, text))).then(
      () => savePreference('fonts', ''),
      () => undefined,
    )
  }).observe({ type: 'paint', buffered: true })
}

/** Tells whether the reader asked the browser to save data. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
