/** This file finds the pages that lead on from the addresses at which readers knew an entry before. */
import { pointOfField } from '../frontmatter/position.ts'
import { ownAddresses } from '../link/link.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import { SCHEMAS } from '../schema/fields.ts'
import type { FilePath, Problem, SitePath } from '../vocabulary.ts'
import { oldAddresses, type OldAddress } from './old-address.ts'

/** A `Redirect` is a page that leads to an entry from an address that it had before. */
export interface Redirect {
  /** The address ends with a slash or with `.html`. */
  readonly address: SitePath
  readonly to: FilePath
}

/** `Redirects` are all such pages of a site, and what is wrong with the addresses that none of them has. */
export interface Redirects {
  readonly redirects: readonly Redirect[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the redirects of a site. None of them is where a page or a file of the site is, or needs a folder. Of two
 * entries that ask for the same address, the one whose path comes first has it. The addresses that entries had in
 * earlier commits come last: nobody wrote them, so nothing is said of those that are taken.
 *
 * @param files Lists the addresses of the files of the site that are no pages. It is only called where it is needed.
 */
export function redirectsOf(corpus: Corpus, files: () => Iterable<SitePath>): Redirects {
  const asked = [...corpus.entries.values()].flatMap((entry) =>
    oldAddresses(entry, corpus.settings).map((old) => ({ entry, old })),
  )
  const { formerAddresses = [] } = corpus.history
  if (asked.length === 0 && formerAddresses.length === 0) return { redirects: [], problems: [] }
  const places = new Places(corpus, files())
  const redirects: Redirect[] = []
  const problems: Problem[] = []
  const add = (address: SitePath, to: FilePath): void => {
    places.take(address, to)
    redirects.push({ address, to })
  }
  for (const { entry, old } of asked) {
    const [first] = 'refused' in old.meant ? [] : old.meant
    const owner = first === undefined ? undefined : places.ownerOf(first)
    if (first !== undefined && owner === undefined) add(first, entry.path)
    else if (owner !== entry.path) problems.push(unmade(entry, old, owner))
  }
  // Another address that may be meant is taken where it is free, once all have what they ask for.
  for (const { entry, old } of asked)
    for (const address of 'refused' in old.meant ? [] : old.meant.slice(1))
      if (places.ownerOf(address) === undefined) add(address, entry.path)
  if (corpus.settings.oldAddresses === 'on')
    for (const { address, to } of formerAddresses)
      if (corpus.entries.has(to) && places.ownerOf(address) === undefined) add(address, to)
  return { redirects, problems }
}

/** Says why there is no page at an address. */
function unmade(entry: Parsed, { written, at, meant }: OldAddress, owner: string | undefined): Problem {
  const why =
    'refused' in meant
      ? `"${written}" cannot be an address of the site, because ${meant.refused}.`
      : `The address ${decodeURI(meant[0]!)} is that of ${owner ?? 'another page'}.`
  const sentence = `${why} No page there leads to this entry. Write another address, or take it out.`
  return problem('warning', 'redirect', entry.path, pointOfField(entry, SCHEMAS[entry.kind], at), sentence)
}

/** These folders of the site are filled by the build. */
const OF_THE_BUILD = ['_astro', 'attachments', 'pagefind']

/**
 * `Places` knows which files and folders a site has, and whose they are. Some disks do not tell the case of letters.
 */
class Places {
  readonly #files = new Map<string, string>()
  readonly #folders = new Map<string, string>()

  constructor({ entries, addresses, settings, topics, works }: Corpus, files: Iterable<SitePath>) {
    const site = 'a page of the site'
    for (const address of ['/', ...[...ownAddresses([...entries.values()], settings, topics, works)].map(withSlash)])
      this.take(address, site)
    this.take('/404.html', site)
    for (const address of files) this.take(address, 'a file of the site')
    for (const folder of OF_THE_BUILD) this.#files.set(folder, 'the files of the site')
    for (const [path, address] of addresses) this.take(address, path)
  }

  /** Gives whose an address is: the path of an entry, or words for a page or a file of the site. */
  ownerOf(address: SitePath): string | undefined {
    const file = fileOf(address)
    const owner = this.#files.get(file) ?? this.#folders.get(file)
    return owner ?? foldersAbove(file).flatMap((folder) => this.#files.get(folder) ?? [])[0]
  }

  take(address: SitePath, owner: string): void {
    const file = fileOf(address)
    this.#files.set(file, owner)
    for (const folder of foldersAbove(file)) if (!this.#folders.has(folder)) this.#folders.set(folder, owner)
  }
}

const withSlash = (address: string): SitePath => `${address}/`

/** Gives the path of the file of an address, in a form in which paths are equal that some disks take for equal. */
const fileOf = (address: SitePath): string =>
  `${decodeURIComponent(address).slice(1)}${address.endsWith('/') ? 'index.html' : ''}`.normalize('NFC').toLowerCase()

/** Lists the folders on the way to a file. */
function foldersAbove(file: string): string[] {
  const names = file.split('/')
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'))
}
