import { loadWords } from './words.ts'

/**
 * Loads a script that shows something over the page, together with its words and the styles of such things, which no
 * page loads by itself.
 *
 * @throws {Error} When the script, its words or the style sheet cannot be loaded. The promise is rejected.
 */
export const withStyles = async <M>(script: Promise<M>): Promise<M> =>
  (await Promise.all([script, loadOverlayStyles(), loadWords()]))[0]

/** Enables the style sheet of the overlays, which makes the browser load it, and waits for it. */
function loadOverlayStyles(): Promise<unknown> {
  const sheet = document.querySelector<HTMLLinkElement>('#overlay-styles')!
  if (sheet.sheet !== null) return Promise.resolve()
  return new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve, { once: true })
    const fail = (): void => {
      // A disabled sheet is fetched again when it is enabled again.
      sheet.disabled = true
      reject(new Error(`${sheet.href} could not be loaded.`))
    }
    sheet.addEventListener('error', fail, { once: true })
    sheet.disabled = false
  })
}

type Overlays = typeof import('./overlays.ts')

/** These are the overlays once they were asked for, or undefined before that and after a failure. */
let loading: Promise<Overlays> | undefined

/**
 * Loads the overlays and calls a function with them. Calls that come while they load are made in their order, which
 * two separate imports do not promise. If they cannot be loaded nothing happens, and the next call tries again.
 *
 * @example withOverlays(({ enlarge }) => enlarge(picture))
 */
export function withOverlays(show: (overlays: Overlays) => void): void {
  loading ??= withStyles(import('./overlays.ts'))
  loading.then(show, () => (loading = undefined))
}
