/**
 * Stores the code of the commands from run to run, bundled. A command is some thousand modules, and to find, read and
 * link each of them takes longer than a small site takes to build. Bundled they are a few files.
 *
 * The bundle depends on the code of the project and on its packages, and not on content or settings. A command that
 * finds no bundle runs from its sources, and so does everything that Astro loads in a build and in dev.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'rolldown'
import { codeDigest } from '../site/cache/code-digest.ts'
import { CACHE, commandCodeCache, EXTENSION, OWNER_LENGTH, ROOT } from '../site/cache/folders.ts'

const SOURCES = join(ROOT, 'src')

/** The module of which a process has one only, because it holds the site. */
const SITE = join(SOURCES, 'site/index.ts')

/**
 * The modules that stay outside the bundle, because they hold what all code in a process shares: what is loaded before
 * the command, the command, and the integrations of Astro, which are loaded from their sources.
 */
const SHARED = [
  'site/activity.ts',
  'site/progress.ts',
  'site/usage-error.ts',
  'site/output/lock.ts',
  'site/cache/code-digest.ts',
  'site/cache/folders.ts',
].map((path) => join(SOURCES, path))

/** Node before 22.15 cannot lead an import to a bundle. There every command runs from its sources. */
const { registerHooks } = nodeModule as Partial<typeof nodeModule>

/** Returns the folder of the bundle of the code as it is now. What an owner changes beside the engine is not in it. */
const folderOfBundle = (): string => commandCodeCache(codeDigest(ROOT, ROOT))

/** Returns the folder of the bundle that belongs to the code as it is now, or undefined where none is stored. */
export function storedCommandCode(): string | undefined {
  if (registerHooks === undefined) return undefined
  const folder = folderOfBundle()
  return existsSync(folder) ? folder : undefined
}

/**
 * Loads a command from a bundle.
 *
 * @param name The name of the command, such as `build`.
 * @param folder The folder of the bundle.
 * @returns The exports of the module of the command.
 */
export async function loadFrom(folder: string, name: string): Promise<unknown> {
  const command: unknown = await import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  useSiteOf(folder)
  return command
}

/** From now on, code that is loaded from its sources receives the site of a bundle. */
export function useSiteOf(folder: string): void {
  const [source, bundled] = [SITE, join(folder, 'site.mjs')].map((path) => pathToFileURL(path).href)
  registerHooks?.({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context)
      return resolved.url === source ? { ...resolved, url: bundled!, format: 'module' } : resolved
    },
  })
}

/** Removes a bundle that could not be loaded. */
export const removeCommandCode = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/**
 * Bundles the commands and stores the bundle, unless it is stored already. Where that fails, such as on a full disk,
 * nothing is stored, and the commands go on running from their sources.
 *
 * @param commands The names of the commands, which are modules of `src/cli`.
 */
export async function storeCommandCode(commands: readonly string[]): Promise<void> {
  const folder = folderOfBundle()
  if (registerHooks === undefined || existsSync(folder)) return
  // A process that uses the bundle finds all of it or nothing.
  const unfinished = `${folder}-${process.pid}`
  try {
    for (const each of outdated(folder)) rmSync(each, { recursive: true, force: true })
    await bundleCommands(commands, unfinished)
    renameSync(unfinished, folder)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** The packages that stay outside the bundle. Some load their parts in ways of CommonJS that no bundler can follow. */
const EXTERNAL: readonly (string | RegExp)[] = ['astro', 'vite', 'rolldown', 'pagefind', 'satteri', 'sharp', 'tinypool']

/**
 * Bundles commands into a folder.
 *
 * @param external The packages that the bundle imports instead of containing them.
 * @throws {Error} When the code cannot be bundled or written.
 */
export async function bundleCommands(commands: readonly string[], dir: string, external = EXTERNAL): Promise<void> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: {
      ...Object.fromEntries(commands.map((name) => [name, join(SOURCES, 'cli', name + EXTENSION)])),
      site: SITE,
    },
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    external: [...external],
    logLevel: 'silent',
    plugins: [shareModules(), followThreads()],
  })
  await bundle.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'part-[name]-[hash].mjs',
  })
  await bundle.close()
}

/** The number of earlier bundles that stay, because another process may be running one of them. */
const KEPT = 2

/** Returns the folders of earlier bundles that no process uses any more. */
function outdated(folder: string): string[] {
  const kind = basename(folder).slice(0, -OWNER_LENGTH)
  const folders = readdirSync(CACHE)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(CACHE, name))
  return folders.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs).slice(KEPT)
}

/** Keeps the shared modules out of the bundle. */
const shareModules = (): Plugin => ({
  name: 'throughline:share-modules',
  resolveId(source, importer) {
    if (!source.startsWith('.') || importer === undefined) return null
    const path = resolve(dirname(importer), source)
    return SHARED.includes(path) ? { id: pathToFileURL(path).href, external: true } : null
  },
})

/** Matches the address of a module of the project that runs in a thread. */
const THREAD = /new URL\(['"](\.[^'"]+\.[jt]s)['"], import\.meta\.url\)/g

/**
 * Bundles the modules that run in threads of their own. The bundle is in another folder than the sources, so an address
 * relative to a module of the sources would lead nowhere.
 */
const followThreads = (): Plugin => ({
  name: 'throughline:follow-threads',
  transform: {
    filter: { code: /import\.meta\.(url|dirname|filename)/, id: /^[^\0]/ },
    handler(code, id) {
      if (!id.startsWith(SOURCES)) throw new Error(`${id} looks for files beside it. It must stay outside the bundle.`)
      return code.replace(THREAD, (_, path: string) => {
        const module = resolve(dirname(id), path)
        const fileName = `thread-${relative(SOURCES, module).replaceAll(/\W+/g, '-')}.mjs`
        this.emitFile({ type: 'chunk', id: module, fileName })
        return `new URL('./${fileName}', import.meta.url)`
      })
    },
  },
})
