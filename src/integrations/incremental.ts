/**
 * Renders only the pages that will look different from last time; the others stay in the folder of the site as they are.
 *
 * Astro's own incremental build keeps a second copy of every page and puts it back into a folder that it has emptied, which takes
 * longer than rendering where files are slow; and a build that is interrupted can leave a copy newer than what is known of it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { getSite, type PageDigest } from '../site/index.ts'
import { filePath, siteAlternates } from '../site/site-alternates.ts'
import { formatReferences } from '../site/format-references.ts'
import { codeDigest, filesIn } from '../site/cache/code-digest.ts'
import { isAsMade, made, readLastBuild, writeState, type LastBuild, type Made } from '../site/cache/build-manifest.ts'
import { removeFiles } from './remove-files.ts'
import { foldersOf, stateFolder, type Folders } from './state-folder.ts'

interface Begun {
  readonly stateFile: string
  /** There while a build is running; one that is left over tells that a build was interrupted. */
  readonly marker: string
  readonly token: string
  readonly code: string
  readonly last: LastBuild | undefined
  /** Files that were there and may be left over. */
  readonly before: readonly string[]
}

interface Build extends Begun {
  readonly outDir: string
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
          ...siteAlternates(await getSite()).map(({ address }) => filePath(address)),
          ...filesIn(publicDir).map((file) => file.slice(publicDir.length)),
        ]
        end(build, written, others)
        logger.info(`pages: ${written.length} rendered, ${[...build.kept].filter(isPage).length} kept`)
      },
    },
  }
}

const isPage = (file: string): boolean => file.endsWith('.html')

/** Before anything is written. */
function begin({ root, outDir, cacheDir }: Folders): Begun {
  const folder = stateFolder(cacheDir, outDir)
  const [stateFile, marker, token] = [
    join(folder, 'pages.json'),
    join(folder, 'running'),
    `${process.pid} ${Date.now()}`,
  ]
  const code = codeDigest(root)
  const found = readLastBuild(stateFile)
  const last = found?.code === code ? found : undefined
  const wasInterrupted = existsSync(marker)
  // After a build that came to its end, all that may be left over are pages it wrote itself.
  const before = last === undefined || wasInterrupted ? allFiles(outDir) : Object.keys(last.pages)
  writeState(marker, token)
  for (const name of FRESH) rmSync(join(outDir, name), { recursive: true, force: true })
  return { stateFile, marker, token, code, last, before }
}

/** Before anything is rendered. */
async function chooseKept(begun: Begun, { outDir }: Folders): Promise<Build> {
  const { last } = begun
  const site = await getSite()
  await formatReferences(site.corpus)
  const pageDigests = site.pageDigests().map((each) => ({ ...each, file: filePath(each.address) }))
  const isKept = ({ file, digest }: Build['pageDigests'][number]): boolean =>
    last !== undefined && isAsMade(join(outDir, file), digest, last.pages[file])
  const kept = pageDigests.filter(isKept)
  site.leaveOut(new Set(kept.map(({ address }) => address)))
  return { ...begun, outDir, pageDigests, kept: new Set(kept.map(({ file }) => file)) }
}

function end(build: Build, written: readonly string[], others: readonly string[]): void {
  const { outDir, stateFile, marker, token, code, last, before, pageDigests, kept } = build
  const now = new Set([...written, ...pageDigests.map(({ file }) => file), ...others])
  removeFiles(
    outDir,
    before.filter((file) => !now.has(file)),
  )
  if (readFileSync(marker, 'utf8') !== JSON.stringify(token)) {
    // Another build has written here meanwhile, and nobody knows which page is whose.
    writeFileSync(marker, '"spoiled"')
    rmSync(stateFile, { force: true })
    return
  }
  const recorded = pageDigests.flatMap(({ file, digest }): [string, Made][] => {
    const record = kept.has(file) ? last?.pages[file] : made(join(outDir, file), digest)
    return record === undefined ? [] : [[file, record]]
  })
  writeState(stateFile, { code, pages: Object.fromEntries(recorded) } satisfies LastBuild)
  rmSync(marker)
}

const allFiles = (outDir: string): string[] =>
  filesIn(outDir)
    .map((file) => file.slice(outDir.length))
    .filter((file) => ![...FRESH, PAGEFIND, '.git'].includes(file.split(/[\\/]/)[0]!))
