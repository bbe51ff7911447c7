/*
 * Keeps what a reader reads, so that it can be read again without a connection. A build writes the words before this,
 * and `offline-files.js`, which says which build it is and which files the search needs.
 */
{
  self.importScripts('offline-files.js')

  const { words, files } = self
  const base = new URL('./', location.href).pathname
  // Other sites may be on the same host, each with its own cache.
  const mine = `offline:${base}:`
  const name = mine + files.version

  self.addEventListener('install', (event) => event.waitUntil(install()))
  self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
  // A page that was open before this ran says what it has loaded.
  self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)))
  self.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return
    if (/^(?:audio|video)$/.test(request.destination)) return
    if (pathname === `${base}pagefind/manifest.json`) event.waitUntil(keepAll(files.index.map((file) => base + file)))
    event.respondWith(pathname.startsWith(`${base}_astro/`) ? keptFirst(request) : newestFirst(request))
  })

  /** The home page is the frame in which it is said that a page is not kept. */
  async function install() {
    await keepAll([base])
    const home = await kept(base)
    const styles = [...((await home?.text()) ?? '').matchAll(/href="([^"]+\.css)"/g)].map(([, href]) => href)
    await keepAll(styles)
    await self.skipWaiting()
  }

  /** Fetches anew what earlier builds kept, and forgets what is no more. */
  async function takeOver() {
    for (const old of await caches.keys()) {
      if (!old.startsWith(mine) || old === name) continue
      const requests = await (await caches.open(old)).keys()
      await keepAll(requests.map(({ url }) => url))
      await caches.delete(old)
    }
    await self.clients.claim()
  }

  /** The address of a file without its query, which changes nothing in it. */
  const keyOf = (address) => new URL(new URL(address, location.href).pathname, location.href).href

  const kept = async (address) => (await caches.open(name)).match(keyOf(address))

  async function keep(address, response) {
    if (response.status === 200 && response.type === 'basic' && !response.redirected)
      await (await caches.open(name)).put(keyOf(address), response)
  }

  /** What cannot be fetched now is kept when it is read. */
  async function keepAll(addresses) {
    for (const address of addresses)
      if ((await kept(address)) === undefined)
        await fetch(address, { cache: 'no-cache' }).then(
          (response) => keep(address, response),
          () => undefined,
        )
  }

  /** The name of such a file changes with what is in it. */
  async function keptFirst(request) {
    return (await kept(request.url)) ?? newestFirst(request)
  }

  async function newestFirst(request) {
    try {
      const response = await fetch(request)
      await keep(request.url, response.clone()).catch(() => undefined)
      return response
    } catch (error) {
      const found = await kept(request.url)
      if (found !== undefined) return found
      if (request.mode !== 'navigate') throw error
      return notKept()
    }
  }

  /** Says in the frame of the home page that a page is not kept. */
  async function notKept() {
    const said = `<h1>${words.heading}</h1><p>${words.text}</p>`
    const home = (await (await kept(base))?.text()) ?? '<!doctype html><title></title><main></main>'
    const page = home
      .replace(/<title>[^<]*/, () => `<title>${words.heading}`)
      .replace(/(<main\b[^>]*>).*(?=<\/main>)/s, (_, start) => start + said)
    return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}
