/** Loads `throughline.config.ts`, in which the owner of a site changes the engine. Every thread loads it for itself. */
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Config } from '../config/index.ts'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { EXTENSION, PROJECT, ROOT } from './cache/folders.ts'
import { UsageError } from './usage-error.ts'

const NAMES = ['throughline.config.ts', 'throughline.config.mjs', 'throughline.config.js']

/** The module that the configuration imports as `throughline/config`, wherever the engine lies. */
const PUBLIC_MODULE = pathToFileURL(join(ROOT, 'src/config', `index${EXTENSION}`)).href

/** The beginning of the addresses of the owner's modules. In a clone of the engine, they are those of the engine too. */
const OWN_MODULES = `${pathToFileURL(join(PROJECT, 'src')).href}/`

/** The paths at which a configuration may be. */
export const CONFIG_FILES: readonly string[] = NAMES.map((name) => join(PROJECT, name))

/** The path of the configuration. Undefined where a site has none. */
export const CONFIG_FILE: string | undefined = CONFIG_FILES.find((file) => existsSync(file))

/** The modules of the owner that were loaded with the configuration. */
const modules = new Set<string>()

/** Returns the absolute paths of the owner's modules that the configuration imports. Node before 22.15 tells of none. */
export const configModules = (): string[] => [...modules]

let loaded: Promise<Config> | undefined

/**
 * Returns the configuration of the site, which is empty where there is none. It is loaded once.
 *
 * @throws {UsageError} Where it cannot be loaded.
 */
export const ownConfig = (): Promise<Config> =>
  (loaded ??= CONFIG_FILE === undefined ? Promise.resolve({}) : load(CONFIG_FILE))

async function load(file: string): Promise<Config> {
  leadToEngine()
  try {
    const { default: config = {} } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default?: Config }
    assertKeys(config)
    return config
  } catch (error) {
    if (error instanceof UsageError) throw error
    const name = relative(PROJECT, file)
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new UsageError(
        `Node ${process.versions.node} reads no TypeScript. Rename ${name} to throughline.config.mjs, or take Node 22.18 or later.`,
      )
    throw new UsageError(`${name} cannot be loaded: ${message}`)
  }
}

/** What the configuration can say. The compiler finds a name that is none of its type. */
const KEYS = ['components', 'fields', 'remarkPlugins', 'rehypePlugins'] as const satisfies (keyof Config)[]

/** Refuses a configuration that says something else, which would change nothing without a word. */
function assertKeys(config: object): void {
  const key = Object.keys(config).find((each) => !KEYS.some((known) => known === each))
  if (key === undefined) return
  const remedy = didYouMean(nearest(key, KEYS)) || ` There are ${KEYS.join(', ')}.`
  throw new UsageError(`throughline.config: there is no setting "${key}".${remedy}`)
}

/**
 * Leads the import of `throughline/config` here, and keeps which modules of the owner are imported. Node before 22.15
 * finds the package where it is installed.
 */
function leadToEngine(): void {
  const { registerHooks } = nodeModule as Partial<typeof nodeModule>
  registerHooks?.({
    resolve: (specifier, context, next) => {
      if (specifier !== 'throughline/config') return remembered(next(specifier, context))
      const format = EXTENSION === '.ts' ? 'module-typescript' : 'module'
      return { url: PUBLIC_MODULE, shortCircuit: true, format }
    },
  })
}

function remembered<T extends { readonly url: string }>(resolved: T): T {
  const { url } = resolved
  if (url.startsWith(OWN_MODULES) && !url.includes('/node_modules/')) modules.add(fileURLToPath(url))
  return resolved
}
