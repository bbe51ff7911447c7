/** Renders the pages with page code that an earlier build stored. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
import { z } from 'zod'
import { setActivity } from '../site/activity.ts'
import { showProgress } from '../site/progress.ts'
import { buildPlan } from '../site/index.ts'
import { isFirst } from '../site/share.ts'
import astroLog from './astro-log.ts'
import type { PageCode } from './page-code.ts'
import { writeAll } from './write-all.ts'

/**
 * Astro's app, as far as it is used here. The public types of Astro name what lists the pages, and not how the app of a
 * build is made ready.
 */
type BuildApp = ConstructorParameters<typeof StaticPaths>[0] & {
  /** Tells the app what the bundler made. */
  setInternals(internals: {
    readonly pagesByKeys: ReadonlyMap<string, PageCode['pages'][number]>
    readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>
  }): void
  setOptions(options: {
    readonly settings: { readonly scripts: readonly never[] }
    readonly logger: { readonly options: { readonly destination: ReturnType<typeof astroLog> } }
  }): void
  render(request: Request, options: { readonly routeData: Page['route'] }): Promise<Response>
}

/** A page that is to be rendered. */
type Page = Awaited<ReturnType<StaticPaths['getAll']>>[number]

const isFunction = (value: unknown): boolean => typeof value === 'function'

const appSchema = z.custom<BuildApp>(
  (app) =>
    z
      .looseObject({
        setInternals: z.custom(isFunction),
        setOptions: z.custom(isFunction),
        render: z.custom(isFunction),
        manifest: z.looseObject({
          base: z.string(),
          pageMap: z.map(z.string(), z.custom(isFunction)),
          routes: z.array(z.looseObject({ routeData: z.looseObject({ type: z.string(), prerender: z.boolean() }) })),
        }),
      })
      .safeParse(app).success,
)

/** A program that renders the pages of a site, loaded and ready. */
export class PageRenderer {
  readonly #code: PageCode
  readonly #app: BuildApp

  private constructor(code: PageCode, app: BuildApp) {
    this.#code = code
    this.#app = app
  }

  /**
   * Loads page code, as a whole, so that nobody who removes it later does harm.
   *
   * @returns Undefined where the code is damaged, or is not as it is expected to be.
   */
  static async load(code: PageCode): Promise<PageRenderer | undefined> {
    try {
      const { app } = z.object({ app: appSchema }).parse(await import(code.module))
      app.setInternals({
        pagesByKeys: new Map(code.pages.map((page) => [page.key, page])),
        entrySpecifierToBundleMap: new Map(),
      })
      app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: astroLog() } } })
      if (app.manifest.routes.some(({ routeData }) => routeData.prerender && routeData.type !== 'page'))
        return undefined
      await loadPages(app)
      return existsSync(code.assetsFolder) ? new PageRenderer(code, app) : undefined
    } catch {
      return undefined
    }
  }

  /**
   * Renders the pages that the build plan says, and copies the files that go with them.
   *
   * @param folder The folder of the files, as an absolute path.
   * @returns The number of pages.
   */
  async renderTo(folder: string): Promise<number> {
    const { assets, assetsFolder, publicFolder } = this.#code
    cpSync(assetsFolder, join(folder, assets), { recursive: true })
    if (existsSync(publicFolder)) cpSync(publicFolder, folder, { recursive: true, dereference: true })
    const files = new Map<string, Page>()
    // Where two routes have the same page, the first one renders it, as in a build by Astro. A public file of the same
    // name is in its place as well.
    for (const page of ownPages(await new StaticPaths(this.#app).getAll())) {
      const file = fileOf(page.pathname)
      if (!files.has(file) && !existsSync(join(publicFolder, file))) files.set(file, page)
    }
    setActivity('rendering pages')
    let rendered = 0
    await withPlainResponses(() =>
      writeAll([...files], async ([file, page]) => {
        const html = await this.#render(page)
        showProgress('Rendering pages:', ++rendered)
        return [join(folder, file), html]
      }),
    )
    return files.size
  }

  async #render({ pathname, route }: Page): Promise<Uint8Array> {
    const path = trimSlashes(`${this.#app.manifest.base}/${trimSlashes(pathname)}`)
    const url = new URL(path === '' ? '/' : `/${path}/`, this.#code.origin)
    const response = await this.#app.render(new Request(url), { routeData: route })
    if (response instanceof PlainResponse && response.page !== undefined) return response.page
    // Astro would write a page for a redirection, and none for an answer without a body. No page of this project is so.
    if (response.body === null || (response.status >= 300 && response.status < 400))
      throw new Error(`The page ${pathname} was answered with the status ${response.status}.`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/**
 * Returns the pages of the share that is built. Pages whose route lists them are of this share already; the others,
 * such as the home page, are in the first share.
 */
export const ownPages = <P extends { readonly route: { readonly pathname?: string | undefined } }>(
  pages: readonly P[],
): P[] => pages.filter(({ route }) => route.pathname === undefined || isFirst(buildPlan().options.share))

/** Loads the modules of all pages. They are kept, because asking Node for a module takes a while for every page. */
async function loadPages({ manifest: { pageMap = new Map() } }: BuildApp): Promise<void> {
  for (const [route, load] of pageMap) {
    const loaded = await load()
    const page = await loaded.page()
    pageMap.set(route, () => Promise.resolve({ ...loaded, page: () => Promise.resolve(page) }))
  }
}

/**
 * A response that keeps the bytes of a page as they are. A `Response` of Node copies them into a stream, from which
 * they have to be copied again, and that takes an eighth of the time of a page.
 */
class PlainResponse extends Response {
  readonly page: Uint8Array | undefined

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const isPage = body instanceof Uint8Array && init?.status === 200
    super(isPage ? null : body, init)
    this.page = isPage ? body : undefined
  }
}

/** Does some work, in which every response that is made is a plain one. */
async function withPlainResponses(work: () => Promise<void>): Promise<void> {
  const standard = globalThis.Response
  globalThis.Response = PlainResponse
  try {
    await work()
  } finally {
    globalThis.Response = standard
  }
}

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '')

/** Returns the path of the file of a page in the site, like Astro. */
const fileOf = (pathname: string): string => {
  const path = trimSlashes(pathname)
  if (path === '404' || path === '500') return `${path}.html`
  return path === '' ? 'index.html' : `${path}/index.html`
}
