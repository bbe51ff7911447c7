/** Loads `throughline.config.ts`, in which the owner of a site changes the engine. Every thread loads it for itself. */
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '../config/index.ts'
import { EXTENSION, PROJECT, ROOT } from './cache/folders.ts'
import { UsageError } from './usage-error.ts'

const NAMES = ['throughline.config.ts', 'throughline.config.mjs', 'throughline.config.js']

/** The module that the configuration imports as `throughline/config`, wherever the engine lies. */
const PUBLIC_MODULE = pathToFileURL(join(ROOT, 'src/config', `index${EXTENSION}`)).href

/** The path of the configuration. Undefined where a site has none. */
export const CONFIG_FILE: string | undefined = NAMES.map((name) => join(PROJECT, name)).find((file) => existsSync(file))

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
    return config
  } catch (error) {
    const name = relative(PROJECT, file)
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new UsageError(
        `Node ${process.versions.node} reads no TypeScript. Rename ${name} to throughline.config.mjs, or take Node 22.18 or later.`,
      )
    throw new UsageError(`${name} cannot be loaded: ${message}`)
  }
}

/** Leads the import of `throughline/config` here. Node before 22.15 finds the package where it is installed. */
function leadToEngine(): void {
  const { registerHooks } = nodeModule as Partial<typeof nodeModule>
  registerHooks?.({
    resolve: (specifier, context, next) =>
      specifier === 'throughline/config'
        ? {
            url: PUBLIC_MODULE,
            shortCircuit: true,
            format: EXTENSION === '.ts' ? 'module-typescript' : 'module',
          }
        : next(specifier, context),
  })
}
