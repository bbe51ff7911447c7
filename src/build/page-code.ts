/**
 * Stores the page code from build to build. Page code is what Astro makes of the components, styles and scripts of the
 * project: a program that renders the pages, and the files that the pages load. It depends on the code and the
 * configuration, and not on the content. So as long as these are the same, a build needs neither Astro's builder nor
 * Vite, which take longer to load and to bundle than a small site takes to render.
 *
 * Astro has no public interface for this. What is used of it beyond its public types is in this file and in
 * `render-pages.ts`, and checked before it is used. Where anything is not as expected, nothing is stored, and the next
 * build bundles the pages again.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { compareText } from '../corpus/compare.ts'
import type { Settings } from '../corpus/site-config.ts'
import { pageCodeCache } from '../site/cache/folders.ts'
import { filesIn } from '../site/files-in.ts'
import { CacheStore, type CacheEntry } from '../site/cache/store.ts'

/** A style sheet of a page: a file of the site, or its text. */
const sheetSchema = z.union([
  z.object({ type: z.literal('external'), src: z.string() }),
  z.object({ type: z.literal('inline'), content: z.string() }),
])

/** What Astro knows of a page once the pages are bundled, as far as rendering needs it. */
const bundledPageSchema = z.object({
  key: z.string(),
  styles: z.array(z.object({ depth: z.number(), order: z.number(), sheet: sheetSchema })),
})

const descriptionSchema = z.object({
  /** The name of the folder with the code, in the folder of the store. */
  folder: z.string(),
  /** The folder of static files, as an absolute path. */
  publicFolder: z.string(),
  /** The name of the folder of the site that has the files which pages load. */
  assets: z.string(),
  /** The origin of the addresses with which pages are requested. */
  origin: z.string(),
  pages: z.array(bundledPageSchema),
})

type Description = z.infer<typeof descriptionSchema>

/** Page code that is stored, with absolute paths. */
export interface PageCode extends Description {
  /** The URL of the module that exports Astro's app. */
  readonly module: string
  /** The folder with the files that pages load. */
  readonly assetsFolder: string
}

/** What is used of the options of Astro's build. */
const optionsSchema = z.object({
  allPages: z.record(z.string(), bundledPageSchema),
  origin: z.string(),
  settings: z.object({
    // Scripts that an integration adds to every page need more of Astro than is stored.
    scripts: z.array(z.unknown()).length(0),
    buildOutput: z.literal('static'),
    config: z.object({
      // Whatever another integration does to the site, it does in a build by Astro.
      integrations: z.array(z.object({ name: z.string().startsWith('throughline:') })),
      publicDir: z.instanceof(URL),
      trailingSlash: z.literal('always'),
      build: z.object({ format: z.literal('directory'), assets: z.string() }),
      i18n: z.undefined().optional(),
    }),
  }),
})

/** What is used of Astro's app, where it is the app of a build. */
interface BuildApp {
  getOptions(): unknown
}

/** How the module that exports Astro's app begins. */
const ENTRY = /^prerender-entry.*\.mjs$/
/** The folder in which Astro puts the code, in the folder of the site. */
const CODE = '.prerender'
/** The module that has all of the code, once it is stored. */
const PAGES = 'pages.mjs'

const storeOf = (settings: Settings): CacheStore => new CacheStore(pageCodeCache([settings.base, settings.url]))

const entryOf = (settings: Settings): CacheEntry<Description> => ({
  name: 'page-code.json',
  schema: descriptionSchema,
  dependsOn: [settings.base, settings.url],
})

/** Returns the page code that an earlier build stored, if nothing that it depends on has changed since. */
export function storedPageCode(settings: Settings): PageCode | undefined {
  const store = storeOf(settings)
  const description = store.read(entryOf(settings))
  if (description === undefined) return undefined
  const folder = join(store.folder, description.folder)
  return {
    ...description,
    module: pathToFileURL(join(folder, PAGES)).href,
    assetsFolder: join(folder, description.assets),
  }
}

/**
 * Stores the page code of a build by Astro, once the pages are bundled and before they are rendered. Stores nothing
 * where the code is not like that of this project, such as with an integration of somebody else, or where it cannot be
 * written.
 *
 * @param app Astro's app.
 * @param staging The folder in which Astro makes the site.
 * @returns Whether the page code is stored.
 */
export async function storePageCode(settings: Settings, app: unknown, staging: string): Promise<boolean> {
  const store = storeOf(settings)
  store.remove(entryOf(settings))
  for (const name of outdatedIn(store.folder)) rmSync(join(store.folder, name), { recursive: true, force: true })
  // Each time it is another folder, so that a build which uses the code finds either all of it or nothing.
  const folder = `${Date.now().toString(36)}-${process.pid}`
  try {
    const { allPages, origin, settings: used } = optionsSchema.parse((app as BuildApp).getOptions())
    const { publicDir, build } = used.config
    const entry = readdirSync(join(staging, CODE)).find((name) => ENTRY.test(name))
    if (entry === undefined || madeLater(join(staging, CODE))) return false
    await bundle(join(staging, CODE, entry), join(store.folder, folder, PAGES))
    cpSync(join(staging, build.assets), join(store.folder, folder, build.assets), { recursive: true })
    store.write(entryOf(settings), {
      folder,
      publicFolder: fileURLToPath(publicDir),
      assets: build.assets,
      origin,
      pages: Object.values(allPages),
    })
    return true
  } catch {
    // The next build has Astro bundle the pages again, which takes longer and is no less right.
    store.remove(entryOf(settings))
    rmSync(join(store.folder, folder), { recursive: true, force: true })
    return false
  }
}

/**
 * Makes one file of the code, with what it uses of packages. As Astro leaves it, it is 36 files, which import 130 more,
 * and to find and read each of them takes time.
 *
 * @param entry The module that exports Astro's app.
 * @param file The file to write.
 */
async function bundle(entry: string, file: string): Promise<void> {
  const { rolldown } = await import('rolldown')
  const code = await rolldown({ input: entry, platform: 'node', external: /^file:/, logLevel: 'silent' })
  await code.write({ file, format: 'esm', codeSplitting: false })
  await code.close()
}

/** The number of earlier folders that stay, because another build may be using their code. */
const KEPT = 2

/** Returns the names of the folders that no build uses any more. Each begins with its time, so they sort by age. */
function outdatedIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes('.')) : []
  return names.sort(compareText).slice(0, -KEPT)
}

/** Tells whether pages use pictures of Astro's own, which it makes once all pages are rendered. */
const madeLater = (folder: string): boolean =>
  filesIn(folder).some((file) => file.endsWith('.mjs') && readFileSync(file, 'utf8').includes('addStaticImage'))
