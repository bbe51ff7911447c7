/** Puts the shares of a site, which several builds made, together into one site. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { buildStore, WRITTEN_PAGES, WRITTEN_SHARDS } from '../site/cache/build-manifest.ts'
import { stagingFolder } from '../site/cache/folders.ts'
import { unlockSite } from '../site/output/lock.ts'
import { readMarker } from '../site/output/marker.ts'
import { prepareOutDir } from '../site/output/prepare.ts'
import { publish } from '../site/output/publish.ts'
import { readShareRecord, SHARE_FILE, type ShareRecord } from '../site/output/share-record.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { OFFLINE_FILES, offlineFiles, SERVICE_WORKER } from '../site/service-worker.ts'
import { ShareError } from '../site/share.ts'
import { INDEX, WORDS, wordList } from './search/build-index.ts'

/** A share as it lies in its folder. */
interface BuiltShare {
  readonly folder: string
  readonly record: ShareRecord
  readonly entries: number
  /** The files of the share, as paths in its folder with `/` between segments. */
  readonly files: readonly string[]
}

/** The file that each share has with words of its own, and the site with the words of all. */
const WORD_FILE = `${INDEX}/${WORDS}`

/**
 * Joins shares. The site is the same to the byte as that of one build. Nothing in its folder changes before everything
 * is there.
 *
 * @param folders The folders of the shares, in any order.
 * @param outDir The folder of the site.
 * @param force Whether the folder may have files of others in it.
 * @returns The number of files of the site.
 * @throws {ShareError} When the shares do not make up one site.
 */
export function joinShares(folders: readonly string[], outDir: string, force: boolean): number {
  const [content, target] = [contentFolder(), resolve(outDir)]
  const shares = folders.map((folder) => readShare(resolve(folder)))
  assertWhole(shares)
  if (shares.some(({ folder }) => folder === target))
    throw new ShareError(`${outDir} is the folder of a share. Name another folder with --outDir. Nothing was joined.`)
  prepareOutDir(target, content, force)
  const staging = stagingFolder(content, target)
  rmSync(staging, { recursive: true, force: true })
  try {
    const files = copyAll(shares, staging)
    if (files.has(SERVICE_WORKER))
      writeFileSync(
        join(staging, OFFLINE_FILES),
        offlineFiles(new Map([...files].map((file) => [file, join(staging, file)]))),
      )
    // What an earlier build recorded of the site says nothing of this one.
    const store = buildStore(content, target)
    store.remove(WRITTEN_PAGES)
    store.remove(WRITTEN_SHARDS)
    publish({ staging, kept: [], entries: shares[0]!.entries }, target)
    return files.size
  } finally {
    rmSync(staging, { recursive: true, force: true })
    unlockSite(target)
  }
}

function readShare(folder: string): BuiltShare {
  const record = readShareRecord(folder)
  if (record === undefined)
    throw new ShareError(`${folder} has no share of a site. \`npm run build -- --shard 1/2\` makes one. ${NOTHING}`)
  const { entries, files } = readMarker(folder)
  const lost = [...files].find((file) => !existsSync(join(folder, file)))
  if (lost !== undefined)
    throw new ShareError(
      `${join(folder, lost)} is missing. Build share ${record.number}/${record.of} again. ${NOTHING}`,
    )
  return { folder, record, entries, files: [...files].filter((file) => file !== SHARE_FILE) }
}

/** Makes sure that each share is there once, and that all are of the same site. */
function assertWhole(shares: readonly BuiltShare[]): void {
  const [first, ...others] = shares
  if (first === undefined)
    throw new ShareError(`Name the folders of the shares: npm run join -- FOLDER FOLDER. ${NOTHING}`)
  const { of } = first.record
  const say = ({ folder, record }: BuiltShare): string => `${folder} is share ${record.number}/${record.of}`
  for (const other of others) {
    if (other.record.of !== of)
      throw new ShareError(`${say(first)}, and ${say(other)}. Build all shares with the same second number. ${NOTHING}`)
    if (other.record.code !== first.record.code)
      throw new ShareError(
        `${first.folder} and ${other.folder} were built with different code, packages or Node. Build both again. ${NOTHING}`,
      )
    if (other.record.content !== first.record.content)
      throw new ShareError(
        `${first.folder} and ${other.folder} were built from different content, or only one with a search index. ` +
          `Build both again, in clones with the same history. ${NOTHING}`,
      )
  }
  for (let number = 1; number <= of; number++) {
    const [one, twice] = shares.filter(({ record }) => record.number === number)
    if (one === undefined)
      throw new ShareError(`Share ${number}/${of} is missing. Build it and name its folder. ${NOTHING}`)
    if (twice !== undefined)
      throw new ShareError(`${say(one)}, and so is ${twice.folder}. Name only one of them. ${NOTHING}`)
  }
}

const NOTHING = 'Nothing was joined.'

/**
 * Copies the files of all shares. Some, such as style sheets, are in every share, and have to be the same there.
 *
 * @returns The paths of the files in the site.
 */
function copyAll(shares: readonly BuiltShare[], staging: string): ReadonlySet<string> {
  const owners = new Map<string, string>()
  const words = new Set<string>()
  for (const { folder, files } of shares)
    for (const file of files) {
      const [from, to, owner] = [join(folder, file), join(staging, file), owners.get(file)]
      if (file === WORD_FILE) for (const word of wordsIn(from)) words.add(word)
      else if (owner !== undefined) assertSame(join(owner, file), from)
      else {
        mkdirSync(dirname(to), { recursive: true })
        copyFileSync(from, to)
      }
      owners.set(file, folder)
    }
  if (owners.has(WORD_FILE)) writeFileSync(join(staging, WORD_FILE), wordList(words))
  return new Set(owners.keys())
}

const wordsIn = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((word) => word !== '')

function assertSame(one: string, other: string): void {
  if (statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other))) return
  throw new ShareError(`${one} and ${other} differ. Build both shares again with the same code. ${NOTHING}`)
}
