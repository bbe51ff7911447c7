/** Puts what the owner of a site wrote into the place of the engine's: a theme, components, pages and static files. */
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'
import { CACHE, PROJECT, ROOT } from '../site/cache/folders.ts'
import { ownComponents } from '../site/own-components.ts'
import { IS_APART, isReplacedIcon, ownPages, publicFolders, THEME } from '../site/own-files.ts'

/** What pages of an owner may import of the engine. */
const PUBLIC_FOLDERS = /^throughline\/(components|layouts|styles)\//

/** An Astro integration that has Astro find the owner's files. */
export function ownFiles(): AstroIntegration {
  return {
    name: 'throughline:own-files',
    hooks: {
      'astro:config:setup': async ({ updateConfig, injectRoute }) => {
        for (const { file, pattern, replaces } of ownPages())
          if (replaces === undefined) injectRoute({ pattern, entrypoint: file })
        const replacements = await replacementsOf()
        updateConfig({
          ...(publicFolders().length > 1 && { publicDir: pathToFileURL(`${mergedPublicFolder()}/`) }),
          vite: {
            resolve: {
              alias: [
                { find: PUBLIC_FOLDERS, replacement: `${join(ROOT, 'src')}/$1/` },
                { find: /^throughline\/site$/, replacement: join(ROOT, 'src/site/index.ts') },
              ],
            },
            plugins: [replaceModules(replacements), partsElsewhere()],
            ...(IS_APART && {
              server: { fs: { allow: [ROOT, join(ROOT, '..'), ...replacements.values(), ...OWN_FOLDERS] } },
            }),
          },
        })
      },
    },
  }
}

/** The owner's folders that the development server may serve. Those of the content it may not. */
const OWN_FOLDERS = ['src', 'public', 'node_modules'].map((name) => join(PROJECT, name))

/** Returns the files that take the place of the engine's, by the absolute paths of those. */
async function replacementsOf(): Promise<Map<string, string>> {
  return new Map([
    ...(existsSync(THEME) ? [[join(ROOT, 'src/styles/theme.css'), THEME] as const] : []),
    ...ownPages().flatMap(({ file, replaces }) => (replaces === undefined ? [] : [[replaces, file] as const])),
    ...(await ownComponents()),
  ])
}

/** Matches the query by which Astro asks for a part of a component: its style or its script. */
const PART = /(?:^|&)astro(?:&|=|$)/

/**
 * A Vite plugin that resolves imports of the engine's files to the owner's. The owner's file may import the engine's,
 * whose style and scripts then remain its own.
 */
function replaceModules(replacements: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'throughline:replace-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (replacements.size === 0 || source.startsWith('\0')) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      const [path = '', query] = (resolved?.id ?? '').split('?', 2)
      const own = replacements.get(path)
      if (own === undefined || own === importer?.split('?', 1)[0] || PART.test(query ?? '')) return null
      return query === undefined ? own : `${own}?${query}`
    },
  }
}

/**
 * A Vite plugin for components in a folder that has not even its first name in common with that of the engine. Astro 7
 * takes the path of their styles and scripts for one that begins at the engine, unless it is written after `/@fs`.
 */
function partsElsewhere(): Plugin {
  const first = ROOT.split('/', 2).join('/')
  return {
    name: 'throughline:parts-elsewhere',
    enforce: 'pre',
    resolveId(source) {
      const [path = '', query = ''] = source.split('?', 2)
      const top = /^\/[^/@]+(?=\/)/.exec(path)?.[0]
      if (top === undefined || top === first || !PART.test(query)) return null
      // In dev, browsers ask for parts of the engine by paths that begin at its root.
      return existsSync(join(ROOT, path)) ? null : `/@fs${source}`
    },
  }
}

/** Copies the static files of the engine and of the owner into one folder, and returns it. */
function mergedPublicFolder(): string {
  const folder = join(CACHE, 'throughline-public')
  rmSync(folder, { recursive: true, force: true })
  const filter = (file: string): boolean => !isReplacedIcon(file)
  for (const each of publicFolders()) cpSync(each, folder, { recursive: true, dereference: true, filter })
  return folder
}
