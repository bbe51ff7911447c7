/**
 * Renders only the pages that will look different from the last build. The others stay in the folder of the site as
 * they are.
 *
 * Astro's own incremental build works otherwise: it keeps a second copy of every page, empties the folder of the site,
 * and copies the pages back. Where the disk is slow, that takes longer than rendering. And when it is interrupted, a
 * copy can be newer than the digest that is stored for it.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import {
  buildStore,
  isUpToDate,
  WRITTEN_PAGES,
  WRITTEN_SHARDS,
  writtenFile,
  type WrittenFile,
} from '../site/cache/build-manifest.ts'
import { pathWithin } from '../site/files-in.ts'
import { setActivity } from '../site/activity.ts'
import { buildPlan, getSite } from '../site/index.ts'
import { outputPath } from '../site/output-path.ts'
import { unlockSite } from '../site/output/lock.ts'
import { publish } from '../site/output/publish.ts'
import { PUBLISHING } from '../site/sudden-end.mjs'
import { pageDigests, type PageDigest } from '../site/page-digests.ts'
import type { BuildFolders } from './build-folders.ts'

/** A page or alternate that has a digest, with its path in the site. */
interface DigestedFile extends PageDigest {
  readonly file: string
}

/**
 * The Astro integration for incremental builds. It must be the last integration of the configuration: then it finishes
 * when all files are made, and publishes them.
 *
 * @param folders Returns the folders of the build, once they are known.
 */
export function incremental(folders: () => BuildFolders): AstroIntegration {
  let digested: readonly DigestedFile[] = []
  return {
    name: 'throughline:incremental',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          // The digests of the pages need all references. These were formatted while Astro bundled the pages.
          getStaticPaths: async () => {
            digested = await leaveOutUpToDate(folders())
            return standard.getStaticPaths()
          },
        }))
      },
      'astro:build:done': async ({ assets, logger }) => {
        const rendered = [...assets.values()].flat().map((url) => pathWithin(folders().staging, fileURLToPath(url)))
        const kept = [...buildPlan().keptFiles].filter(isPage)
        await finishBuild(digested, folders())
        logger.info(`pages: ${rendered.length} rendered, ${kept.length} kept`)
      },
    },
  }
}

/** Tells a page from an alternate by its path. */
const isPage = (file: string): boolean => file.endsWith('.html')

/**
 * Finds the pages and alternates that are up to date in the site, and takes them out of the build plan, so that they
 * are not made again.
 *
 * @returns Every page and alternate that has a digest.
 */
async function leaveOutUpToDate({ outDir }: BuildFolders): Promise<DigestedFile[]> {
  const site = await getSite()
  await site.formatReferences()
  const digested = pageDigests(site).map((each) => ({ ...each, file: outputPath(each.address) }))
  const last = buildPlan().options.fresh ? {} : (buildStore(site.folder, outDir).read(WRITTEN_PAGES) ?? {})
  const upToDate = digested.filter(({ file, digest }) => isUpToDate(join(outDir, file), digest, last[file]))
  buildPlan().leaveOut(new Set(upToDate.map(({ address }) => address)))
  buildPlan().keepFiles(upToDate.map(({ file }) => file))
  return digested
}

/** Publishes the site when everything is made, and stores the digests for the next build. */
async function finishBuild(digested: readonly DigestedFile[], { outDir, staging }: BuildFolders): Promise<void> {
  const { folder, corpus } = await getSite()
  const store = buildStore(folder, outDir)
  setActivity(PUBLISHING)
  // A build that ends while it publishes leaves nothing that the next one would trust.
  store.remove(WRITTEN_PAGES)
  store.remove(WRITTEN_SHARDS)
  publish({ staging, kept: buildPlan().keptFiles, entries: corpus.entries.size }, outDir)
  const written = digested.flatMap(({ file, digest }): [string, WrittenFile][] => {
    const record = writtenFile(join(outDir, file), digest)
    return record === undefined ? [] : [[file, record]]
  })
  store.write(WRITTEN_PAGES, Object.fromEntries(written))
  buildPlan().published()
  unlockSite(outDir)
}
