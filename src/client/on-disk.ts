/**
 * This is the first script of every page in a copy of the site that is opened from a disk. There a page may load scripts
 * and nothing else: no script may fetch a file, import a module or start a worker. So each file that is fetched is in a
 * script of its own, which hands it over; see `src/build/single/`. Scripts fetch as they do elsewhere, and get it.
 */
import type { Filters, Pagefind, PagefindModule } from './search/pagefind.ts'

/** This is a file that a script hands over: its media type, and its text or its bytes in Base64. */
type File = readonly [type: string, content: string, isBase64?: boolean]

declare global {
  /** Is called by the script of a file. */
  var handOver: (...file: File) => void
  /** This is the search engine, once its script has run. */
  var pagefind: PagefindModule
}

/** This is the path that all addresses of the site begin with on the web. */
const SITE = import.meta.env.BASE_URL
/** This is the path of the folder of the copy. The copy may lie anywhere, so each page says where it begins. */
const base = new URL(document.documentElement.dataset['place']!, location.href).pathname
/** These are the folder of the scripts of files, and the mark that stands for the path of the copy in pages, and the file of a page. */
const [FILES, PLACE, FILE] = ['_files/', '\u0001', 'index.html']

const handedOver = new Map<Element | null, File>()
const browserFetch = globalThis.fetch

/**
 * Returns the path of a file in the copy, from a path on the disk or from one on the web, with what follows it. It is
 * undefined for what is elsewhere.
 */
function pathOf(address: string): string | undefined {
  const start = [base, SITE].find((each) => address.startsWith(each))
  return start === undefined ? undefined : address.slice(start.length).replace(/^([^?#]*\/)?(?=[?#]|$)/, `$1${FILE}`)
}

const hrefOf = (address: string): string => base + (pathOf(address) ?? '')

/**
 * Runs a script, and resolves to its element.
 *
 * @throws {Error} When there is no such script. The promise is rejected.
 */
function runScript(address: string): Promise<Element> {
  const script = document.createElement('script')
  script.src = address
  document.head.append(script)
  return new Promise<Element>((resolve, reject) => {
    script.onload = () => resolve(script)
    script.onerror = () => reject(new Error(`${address} could not be loaded.`))
  }).finally(() => script.remove())
}

/** Answers with a file of the copy as a server would, and leaves everything else to the browser. */
async function fetchFile(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { href, host, pathname } = new URL(input instanceof Request ? input.url : input, location.href)
  const path = host === location.host ? pathOf(pathname) : undefined
  if (path === undefined) return browserFetch(input, init)
  const script = await runScript(`${base}${FILES}${path}.js`).catch(() => null)
  const file = handedOver.get(script)
  handedOver.delete(script)
  if (file === undefined) return new Response(null, { status: 404 })
  const [type, content, isBase64] = file
  const body = isBase64 ? Uint8Array.from(atob(content), (each) => each.charCodeAt(0)) : content.replaceAll(PLACE, base)
  const response = new Response(body, { headers: { 'content-type': type } })
  Object.defineProperty(response, 'url', { value: href })
  return response
}

/** Returns the address that a page has on the web. */
const addressOf = (pathname: string): string =>
  pathname.startsWith(base) ? SITE + pathname.slice(base.length).replace(/(^|\/)index\.html$/, '$1') : pathname

/** Says in addresses of the web what a search is narrowed by: the inquiry that a reader has open, for instance. */
const onTheWeb = (filters: Filters): Filters =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, typeof value === 'string' ? addressOf(value) : value]),
  )

/** Returns an engine that is asked and answers with addresses of the web, as they are in the index. */
function withAddresses(engine: Pagefind): Pagefind {
  return {
    ...engine,
    options: (options) => engine.options({ ...options, baseUrl: SITE }),
    search: (term, { filters = {} }) => engine.search(term, { filters: onTheWeb(filters) }),
    mergeIndex: (part, options) => engine.mergeIndex(part, { ...options, baseUrl: SITE }),
  }
}

/** Loads the search engine in place of its module. */
async function load(address: string): Promise<PagefindModule> {
  await runScript(address)
  const { pagefind } = globalThis
  return {
    ...pagefind,
    createInstance: (options) => withAddresses(pagefind.createInstance({ ...options, baseUrl: SITE })),
  }
}

/** Has a link that a script wrote, with an address of the web, lead to the file before anybody follows it. */
function lead({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null
  if (link !== null) link.setAttribute('href', hrefOf(link.getAttribute('href')!))
}

const browserOpen = globalThis.open.bind(globalThis)
Object.assign(globalThis, {
  handOver: (...file: File) => handedOver.set(document.currentScript, file),
  fetch: fetchFile,
  open: (address: string, ...rest: string[]) => {
    const { protocol, pathname, search, hash } = new URL(address, location.href)
    return browserOpen(protocol === location.protocol ? hrefOf(pathname + search + hash) : address, ...rest)
  },
  Worker: undefined,
  onDisk: base,
  loadOnDisk: load,
})
for (const type of ['pointerover', 'focusin', 'click', 'auxclick']) document.addEventListener(type, lead, true)
