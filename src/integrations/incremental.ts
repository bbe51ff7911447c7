/**
 * Renders only the pages that will look different from last time; the others stay in the folder of the site as they are.
 *
 * Astro's own incremental build keeps a second copy of every page and puts it back into a folder that it has emptied, which takes
 * longer than rendering where files are slow; and a build that is interrupted can leave a copy newer than what is known of it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildStore, isUpToDate, PAGES, RUNNING, writtenFile, type WrittenFile } from '../site/cache/build-manifest.ts'
import { filesIn } from '../site/cache/code-digest.ts'
import type { CacheStore } from '../site/cache/store.ts'
import { buildPlan, getSite } from '../site/index.ts'
import { outputPath } from '../site/output-path.ts'
import { pageDigests, type PageDigest } from '../site/page-digests.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { foldersOf, type Folders } from './build-folders.ts'
import { removeFiles } from './remove-files.ts'

/** A build that has begun, and what it found. */
interface Begun {
  readonly store: CacheStore
  /** Names this build among those that may run at the same time. */
  readonly token: string
  readonly last: Readonly<Record<string, WrittenFile>> | undefined
  /** Files that were there and may be left over. */
  readonly before: readonly string[]
}

/** A build that knows which pages are there already. */
interface Build extends Begun {
  readonly pageDigests: readonly (PageDigest & { readonly file: string })[]
  readonly kept: ReadonlySet<string>
}

/** Made anew by every build, so that nothing of theirs is ever left over. */
const FRESH = ['_astro', 'attachments']
/** Kept in order by the search index itself. */
const PAGEFIND = 'pagefind'

/** Comes last: a build begins once the content is known to be right, and ends when everything is written. */
export function incremental(): AstroIntegration {
  let folders: Folders
  let build: Build | undefined
  return {
    name: 'throughline:incremental',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } })
      },
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const begun = begin(folders)
        setPrerenderer((standard) => ({
          ...standard,
          // Pages are bundled by now. What they show is known once the references are formatted, which went on meanwhile.
          getStaticPaths: async () => {
            build = await chooseKept(begun, folders)
            return standard.getStaticPaths()
          },
        }))
      },
      'astro:build:done': async ({ assets, logger }) => {
        if (build === undefined) return
        const { outDir, publicDir } = folders
        const written = [...assets.values()].flat().map((url) => fileURLToPath(url).slice(outDir.length))
        const others = [
          ...(await getSite()).alternates.map(({ address }) => outputPath(address)),
          ...filesIn(publicDir).map((file) => file.slice(publicDir.length)),
        ]
        end(build, [...written, ...others], folders)
        logger.info(`pages: ${written.length} rendered, ${[...build.kept].filter(isPage).length} kept`)
      },
    },
  }
}

const isPage = (file: string): boolean => file.endsWith('.html')

/** Runs before anything is written. */
function begin({ outDir }: Folders): Begun {
  const store = buildStore(contentFolder(), outDir)
  const token = `${process.pid} ${Date.now()}`
  const last = store.read(PAGES)
  const wasInterrupted = store.has(RUNNING)
  // After a build that came to its end, all that may be left over are pages it wrote itself.
  const before = last === undefined || wasInterrupted ? allFiles(outDir) : Object.keys(last)
  store.write(RUNNING, token)
  for (const name of FRESH) rmSync(join(outDir, name), { recursive: true, force: true })
  return { store, token, last, before }
}

/** Runs before anything is rendered. */
async function chooseKept(begun: Begun, { outDir }: Folders): Promise<Build> {
  const { last } = begun
  const site = await getSite()
  await site.formatReferences()
  const digests = pageDigests(site).map((each) => ({ ...each, file: outputPath(each.address) }))
  const kept = digests.filter(({ file, digest }) => isUpToDate(join(outDir, file), digest, last?.[file]))
  buildPlan().leaveOut(new Set(kept.map(({ address }) => address)))
  return { ...begun, pageDigests: digests, kept: new Set(kept.map(({ file }) => file)) }
}

/** Runs when everything is written. @param made Every file of the site that has no digest. */
function end(build: Build, made: readonly string[], { outDir }: Folders): void {
  const { store, token, last, before, pageDigests, kept } = build
  const now = new Set([...made, ...pageDigests.map(({ file }) => file)])
  removeFiles(
    outDir,
    before.filter((file) => !now.has(file)),
  )
  if (store.read(RUNNING) !== token) {
    // Another build has written here meanwhile, and nobody knows which page is whose.
    store.write(RUNNING, 'spoiled')
    store.remove(PAGES)
    return
  }
  const written = pageDigests.flatMap(({ file, digest }): [string, WrittenFile][] => {
    const known = kept.has(file) ? last?.[file] : writtenFile(join(outDir, file), digest)
    return known === undefined ? [] : [[file, known]]
  })
  store.write(PAGES, Object.fromEntries(written))
  store.remove(RUNNING)
}

const allFiles = (outDir: string): string[] =>
  filesIn(outDir)
    .map((file) => file.slice(outDir.length))
    .filter((file) => ![...FRESH, PAGEFIND, '.git'].includes(file.split(/[\\/]/)[0]!))
