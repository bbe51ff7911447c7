/** This file reads the addresses at which readers knew an entry before, as other programs write them. */
import type { KeyPath } from '../frontmatter/position.ts'
import { folderOf } from '../names/file-path.ts'
import { resolveDots } from '../link/resolve-dots.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'

/** An `OldAddress` is an address that an entry asks for beside its own. */
export interface OldAddress {
  /** This is the address as it is written. */
  readonly written: string
  /** This is where it is written in the frontmatter. */
  readonly at: KeyPath
  /** These are the addresses that are meant, with the likeliest first, or the reason why there is none. */
  readonly meant: readonly SitePath[] | { readonly refused: string }
}

/**
 * Lists the addresses that an entry had before. `permalink` and `redirect_from` hold nothing else. An alias is one
 * where it is written as a path, as in Hugo, and any alias is one in Quartz.
 */
export function oldAddresses({ path, data }: Parsed, settings: Settings): OldAddress[] {
  const { permalink, redirectFrom, aliases } = data
  if (permalink === undefined && redirectFrom.length === 0 && aliases.length === 0) return []
  const folder = folderOf(path)
  return [
    ...(permalink === undefined ? [] : [old(permalink, ['permalink'], addressOf(permalink, '', settings))]),
    ...redirectFrom.map((each, index) => old(each, ['redirectFrom', index], addressOf(each, '', settings))),
    ...aliases.flatMap((alias, index) => {
      if (isPath(alias)) return [old(alias, ['aliases', index], addressOf(alias, folder, settings))]
      return settings.dialect === 'quartz' ? [old(alias, ['aliases', index], ofQuartz(alias, folder))] : []
    }),
  ]
}

const old = (written: string, at: KeyPath, meant: SitePath | OldAddress['meant']): OldAddress => ({
  written,
  at,
  meant: typeof meant === 'string' ? [meant] : meant,
})

/** Tells whether an alias is written as a path. A name may have a slash in it too: `TCP/IP`. */
const isPath = (alias: string): boolean => /^\.{0,2}\/(?!\/)|\/$|^\S+\.html?$/i.test(alias) && alias !== '/'

/** Matches what names another site, or a disk. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i
/** Matches signs that no address, or no name of a file on some machine, can have. */
const IMPOSSIBLE = /[\p{Cc}\\<>:"|?*#]/u
/** The names of files and folders have at most so many bytes. */
const MAX_NAME = 200

/**
 * Gives the address that a written path means.
 *
 * @param folder The folder from which a path without a slash at its beginning counts.
 *
 * @example
 * addressOf('/2019/old name/', '', DEFAULT_SETTINGS) // '/2019/old%20name/'
 * addressOf('old.html', 'notes', DEFAULT_SETTINGS) // '/notes/old.html'
 * addressOf('../../etc', 'notes', DEFAULT_SETTINGS) // { refused: 'it leads out of the site' }
 */
export function addressOf(written: string, folder: string, { url }: Settings): SitePath | { refused: string } {
  const own = url !== undefined && written.startsWith(`${url}/`) ? written.slice(url.length) : written
  if (ELSEWHERE.test(own)) return { refused: 'it is no path of the site' }
  const path = decoded(own)
  if (path === undefined) return { refused: 'its percent signs cannot be decoded' }
  if (IMPOSSIBLE.test(path)) return { refused: `it has the sign ${JSON.stringify(IMPOSSIBLE.exec(path)![0])} in it` }
  const segments = resolved(path.startsWith('/') ? path : `${folder}/${path}`)
  if (segments === undefined) return { refused: 'it leads out of the site' }
  if (segments.some((segment) => segment.startsWith('.'))) return { refused: 'a part of it begins with a full stop' }
  if (segments.some((segment) => new TextEncoder().encode(segment).length > MAX_NAME))
    return { refused: 'it is too long' }
  const last = segments.at(-1) ?? ''
  const isFile = /\.html?$/i.test(last)
  const names = isFile && /^index\.html?$/i.test(last) ? segments.slice(0, -1) : segments
  return `/${names.map(encodeURIComponent).join('/')}${names.length === 0 || (isFile && names === segments) ? '' : '/'}`
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Resolves `.` and `..` in a path. The result is undefined where the path leaves the site. */
function resolved(path: string): string[] | undefined {
  const { path: resolved, leaves } = resolveDots(path)
  if (leaves) return undefined
  return resolved
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.trim())
}

/**
 * Gives the addresses that Quartz gives to an alias. Its older versions put it beside the note, and its newer ones at
 * the root of the site. Readers may have links of either.
 */
function ofQuartz(alias: string, folder: string): OldAddress['meant'] {
  const [beside, atRoot] = [`${folder}/${alias}`, alias].map((path) => resolved(quartzSlug(path)))
  const addresses = [beside, atRoot]
    .map((segments) => segments?.filter((segment) => !segment.startsWith('.')) ?? [])
    .flatMap((segments) => (segments.length === 0 ? [] : [`/${segments.map(encodeURIComponent).join('/')}/`]))
  return addresses.length === 0 ? { refused: 'nothing of it can stand in an address' } : [...new Set(addresses)]
}

/** Writes a path as Quartz writes it in addresses. */
const quartzSlug = (path: string): string =>
  path
    .replace(/\s/g, '-')
    .replaceAll('&', '-and-')
    .replaceAll('%', '-percent')
    .replace(/[\p{Cc}\\<>:"|?*#]/gu, '')
