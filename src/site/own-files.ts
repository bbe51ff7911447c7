/**
 * The files by which the owner of a site changes how it looks: `theme.css`, pages in `src/pages`, and files of `public`.
 * They are in the folder of the site. In a clone of the engine, `src` and `public` are those of the engine itself.
 */
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { SitePath } from '../corpus/vocabulary.ts'
import { PROJECT, ROOT } from './cache/folders.ts'
import { filesIn, pathWithin } from './files-in.ts'

/** Whether the engine lies elsewhere than the site. */
export const IS_APART = resolve(ROOT) !== PROJECT

/** The style sheet with the owner's values of the design tokens, which need not be there. */
export const THEME = join(PROJECT, 'theme.css')

/** Tells whether a file is one of the owner's code, by its absolute path. Where the notes are all of a site, it is among them. */
export const isOwnCode = (path: string): boolean =>
  path === THEME || ['src', 'public'].some((name) => path.startsWith(join(PROJECT, name, sep)))

/** The folders of static files, the engine's first. A file of a later folder takes the place of one before. */
export const publicFolders = (): string[] =>
  [join(ROOT, 'public'), ...(IS_APART ? [join(PROJECT, 'public')] : [])].filter((folder) => existsSync(folder))

/** The pictures that the engine made of its icon, `favicon.svg`. */
const OF_ICON = ['favicon.ico', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png']

/**
 * Tells whether a file is a picture of the engine's icon in a site whose owner has another icon. It is left out then,
 * so that no device shows the engine's.
 */
export const isReplacedIcon = (file: string): boolean =>
  IS_APART &&
  OF_ICON.some((name) => file === join(ROOT, 'public', name)) &&
  existsSync(join(PROJECT, 'public', 'favicon.svg'))

/** A page that the owner of the site wrote. */
export interface OwnPage {
  /** The absolute path of its file. */
  readonly file: string
  /** The pattern of its route, as Astro has it: `/about` or `/years/[year]`. */
  readonly pattern: string
  /** The page of the engine in whose place it is, as an absolute path. Undefined where there is none. */
  readonly replaces: string | undefined
}

/** Lists the pages that the owner of the site wrote. A file or folder whose name begins with `_` is no page. */
export function ownPages(): OwnPage[] {
  const folder = join(PROJECT, 'src/pages')
  if (!IS_APART) return []
  return filesIn(folder)
    .filter((file) => file.endsWith('.astro') && !/(^|\/)_/.test(pathWithin(folder, file)))
    .map((file) => {
      const path = pathWithin(folder, file)
      const replaced = join(ROOT, 'src/pages', path)
      return {
        file,
        pattern: `/${path.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`,
        replaces: existsSync(replaced) ? replaced : undefined,
      }
    })
}

/** Returns the addresses of the owner's pages, but for those of which one file makes several. */
export const ownAddresses = (): SitePath[] =>
  ownPages()
    .filter(({ pattern, replaces }) => replaces === undefined && !pattern.includes('['))
    .map(({ pattern }) => `${pattern}/`)
