/**
 * Renders only the pages that will look different from the last build. The others stay in the folder of the site as
 * they are.
 *
 * Astro's own incremental build works otherwise: it keeps a second copy of every page, empties the folder of the site,
 * and copies the pages back. Where the disk is slow, that takes longer than rendering. And when it is interrupted, a
 * copy can be newer than the digest that is stored for it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import {
  buildStore,
  isUpToDate,
  WRITTEN_PAGES,
  RUNNING_BUILD,
  writtenFile,
  type WrittenFile,
} from '../site/cache/build-manifest.ts'
import { filesIn } from '../site/files-in.ts'
import type { CacheStore } from '../site/cache/store.ts'
import { buildPlan, getSite } from '../site/index.ts'
import { outputPath } from '../site/output-path.ts'
import { pageDigests, type PageDigest } from '../site/page-digests.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { buildFolders, type BuildFolders } from './build-folders.ts'
import { removeFiles } from './remove-files.ts'

/** A build that has started, and what it found in the folder of the site. */
interface StartedBuild {
  /** Keeps the digests of the pages from build to build. */
  readonly store: CacheStore
  /** Identifies this build among those that may run at the same time. */
  readonly token: string
  /**
   * The pages and alternates that the last build wrote, by their paths in the site. Undefined where that is not known.
   */
  readonly lastWritten: Readonly<Record<string, WrittenFile>> | undefined
  /**
   * The paths of the files that were in the site before. Those that this build has no use for are removed at its end.
   */
  readonly filesBefore: readonly string[]
}

/** A build that knows which pages it has to render. */
interface PlannedBuild extends StartedBuild {
  /** Every page and alternate that has a digest, with its path in the site. */
  readonly pageDigests: readonly (PageDigest & { readonly file: string })[]
  /** The paths of the pages and alternates that are in the site already, as they would be made now. */
  readonly upToDate: ReadonlySet<string>
}

/** Every build empties these folders and fills them again, so that no old file is ever left in them. */
const REBUILT_FOLDERS = ['_astro', 'attachments']
/** The folder of the search index, whose integration removes old files itself. */
const SEARCH_FOLDER = 'pagefind'

/**
 * The Astro integration for incremental builds. It must be the last integration of the configuration: then it starts
 * after the content was checked, and finishes when all files are written.
 */
export function incremental(): AstroIntegration {
  let folders: BuildFolders
  let build: PlannedBuild | undefined
  return {
    name: 'throughline:incremental',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } })
      },
      'astro:config:done': ({ config }) => {
        folders = buildFolders(config)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const started = startBuild(folders)
        setPrerenderer((standard) => ({
          ...standard,
          // The digests of the pages need all references. These were formatted while Astro bundled the pages.
          getStaticPaths: async () => {
            build = await findUpToDate(started, folders)
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
        finishBuild(build, [...written, ...others], folders)
        logger.info(`pages: ${written.length} rendered, ${[...build.upToDate].filter(isPage).length} kept`)
      },
    },
  }
}

/** Tells a page from an alternate by its path. */
const isPage = (file: string): boolean => file.endsWith('.html')

/** Starts a build before anything is written: marks it as running, and finds the files that are in the site. */
function startBuild({ outDir }: BuildFolders): StartedBuild {
  const store = buildStore(contentFolder(), outDir)
  const token = `${process.pid} ${Date.now()}`
  const lastWritten = store.read(WRITTEN_PAGES)
  const wasInterrupted = store.has(RUNNING_BUILD)
  // A build that was interrupted may have left any file. One that finished left only pages and alternates that it
  // stored.
  const filesBefore = lastWritten === undefined || wasInterrupted ? allFiles(outDir) : Object.keys(lastWritten)
  store.write(RUNNING_BUILD, token)
  for (const name of REBUILT_FOLDERS) rmSync(join(outDir, name), { recursive: true, force: true })
  return { store, token, lastWritten, filesBefore }
}

/**
 * Finds the pages and alternates that are up to date, and takes them out of the build plan, so that they are not made
 * again.
 */
async function findUpToDate(started: StartedBuild, { outDir }: BuildFolders): Promise<PlannedBuild> {
  const { lastWritten } = started
  const site = await getSite()
  await site.formatReferences()
  const digests = pageDigests(site).map((each) => ({ ...each, file: outputPath(each.address) }))
  const current = digests.filter(({ file, digest }) => isUpToDate(join(outDir, file), digest, lastWritten?.[file]))
  buildPlan().leaveOut(new Set(current.map(({ address }) => address)))
  return { ...started, pageDigests: digests, upToDate: new Set(current.map(({ file }) => file)) }
}

/**
 * Finishes a build when everything is written: removes files that are left over, and stores the digests for the next
 * build.
 *
 * @param otherFiles The paths of the files that this build wrote and that have no digest.
 */
function finishBuild(build: PlannedBuild, otherFiles: readonly string[], { outDir }: BuildFolders): void {
  const { store, token, lastWritten, filesBefore, pageDigests, upToDate } = build
  const siteFiles = new Set([...otherFiles, ...pageDigests.map(({ file }) => file)])
  removeFiles(
    outDir,
    filesBefore.filter((file) => !siteFiles.has(file)),
  )
  if (store.read(RUNNING_BUILD) !== token) {
    // Another build wrote into the same folder meanwhile, so it is unknown which build a page comes from.
    store.write(RUNNING_BUILD, 'spoiled')
    store.remove(WRITTEN_PAGES)
    return
  }
  const written = pageDigests.flatMap(({ file, digest }): [string, WrittenFile][] => {
    const known = upToDate.has(file) ? lastWritten?.[file] : writtenFile(join(outDir, file), digest)
    return known === undefined ? [] : [[file, known]]
  })
  store.write(WRITTEN_PAGES, Object.fromEntries(written))
  store.remove(RUNNING_BUILD)
}

/** Returns the paths of all files in the site, except those that this integration leaves to others. */
const allFiles = (outDir: string): string[] =>
  filesIn(outDir)
    .map((file) => file.slice(outDir.length))
    .filter((file) => ![...REBUILT_FOLDERS, SEARCH_FOLDER, '.git'].includes(file.split(/[\\/]/)[0]!))
