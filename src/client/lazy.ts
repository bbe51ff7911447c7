/**
 * A script that shows something over the page or beside it, together with the styles of such things, which no page waits for.
 *
 * @throws {Error} When either cannot be had.
 */
export const withStyles = async <M>(script: Promise<M>): Promise<M> =>
  (await Promise.all([script, loadOverlayStyles()]))[0]

function loadOverlayStyles(): Promise<unknown> {
  const sheet = document.querySelector<HTMLLinkElement>('#overlay-styles')!
  if (sheet.sheet !== null) return Promise.resolve()
  return new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve, { once: true })
    const fail = (): void => {
      // So that it is fetched again when it is enabled again.
      sheet.disabled = true
      reject(new Error(`${sheet.href} could not be loaded.`))
    }
    sheet.addEventListener('error', fail, { once: true })
    sheet.disabled = false
  })
}

type Overlays = typeof import('./overlays.ts')

let loading: Promise<Overlays> | undefined

/**
 * Fetches what it is first asked for, and again what could not be had: until then nothing happens. Who asks for it meanwhile gets it in
 * turn, which two imports do not promise.
 */
export function withOverlays(show: (overlays: Overlays) => void): void {
  loading ??= withStyles(import('./overlays.ts'))
  loading.then(show, () => (loading = undefined))
}
