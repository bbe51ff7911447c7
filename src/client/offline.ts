/**
 * This script has the browser keep what a reader reads; see `service-worker.js`. It shares nothing with other scripts:
 * what two of them import would be one more file for every page, also of sites that keep nothing.
 */
const base = import.meta.env.BASE_URL

// A copy that is opened from a disk needs no connection.
if ('serviceWorker' in navigator && !('onDisk' in self)) keepReading().catch(() => undefined)

/** Starts the service worker. A page that it did not load tells it what it has loaded. */
async function keepReading(): Promise<void> {
  const { serviceWorker } = navigator
  const isKept = serviceWorker.controller !== null
  await serviceWorker.register(`${base}service-worker.js`, { scope: base })
  if (isKept) return
  const { active } = await serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage([location.href, ...loaded.filter((address) => address.startsWith(location.origin + base))])
}

export {}
