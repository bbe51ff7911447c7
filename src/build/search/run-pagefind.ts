/** Runs Pagefind, which makes the files of a search index from pages. */
import { execFile, type ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DiskFullError, isAlmostFull } from '../../site/full-disk.ts'
import { UsageError } from '../../site/usage-error.ts'
import type { IndexPage } from './transferable-pages.ts'

/**
 * The number of postings in each file of the index. A query fetches a file from every shard, so these files are smaller
 * than Pagefind usually makes them (20 000 postings). Pagefind reads the number from its environment only.
 */
const POSTINGS_PER_FILE = '1500'

/** Signs that are part of a word, so that `C++` and `C#` are words other than `C`. */
const WORD_CHARACTERS = '+#'

/** The options of Pagefind that change its index. Whoever compares the digests of indexes includes them. */
export const PAGEFIND_OPTIONS = [POSTINGS_PER_FILE, WORD_CHARACTERS] as const

/**
 * Indexes pages. Rejects when Pagefind reports an error.
 *
 * @param pages The pages in the order in which they are indexed.
 * @param pagesFolder The folder that `writePages` filled with these pages, if it did. Pagefind's command indexes a
 *   folder in half the time that its Node API takes for the same pages, because it uses all cores; both write the same
 *   bytes.
 * @param indexFolder The folder for the index, which does not exist yet.
 */
export async function runPagefind(
  pages: readonly IndexPage[],
  pagesFolder: string | undefined,
  indexFolder: string,
): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = POSTINGS_PER_FILE
  await (pagesFolder === undefined ? indexWithNodeApi(pages, indexFolder) : indexWithCommand(pagesFolder, indexFolder))
}

const run = promisify(execFile)

/** Returns the URL of a module of Pagefind. */
const moduleOfPagefind = (path: string): URL => new URL(path, import.meta.resolve('pagefind'))

/**
 * Returns Pagefind's program, and the arguments that come first. Its command is a script that finds the program and
 * starts it. To start Node for the script takes longer than to index a small site.
 */
async function findCommand(): Promise<[string, ...string[]]> {
  try {
    const finder = (await import(moduleOfPagefind('./resolveBinary.js').href)) as {
      resolveBinaryPath(names: readonly string[]): string
    }
    return [finder.resolveBinaryPath(['pagefind_extended', 'pagefind'])]
  } catch {
    return [process.execPath, fileURLToPath(moduleOfPagefind('./runner/bin.cjs'))]
  }
}

/**
 * Runs Pagefind's command in the folder of the pages, so that it finds no configuration file that was meant for
 * something else.
 */
async function indexWithCommand(pagesFolder: string, indexFolder: string): Promise<void> {
  const settings = ['--site', pagesFolder, '--output-path', indexFolder]
  const options = ['--include-characters', WORD_CHARACTERS, '--silent']
  const [program, ...first] = await findCommand()
  await run(program, [...first, ...settings, ...options], { cwd: pagesFolder })
}

/** The number of pages that are on their way to Pagefind at a time, so that it never waits for one. */
const BATCH = 500

async function indexWithNodeApi(pages: readonly IndexPage[], indexFolder: string): Promise<void> {
  // Most indexes are made by the command, so the interface is loaded only now.
  const { close, createIndex } = await import('pagefind')
  const ended = Promise.withResolvers<never>()
  const watch = (message: unknown): void => {
    const { process } = message as { readonly process: ChildProcess }
    process.once('exit', (code, signal) => ended.reject(endedEarly(code ?? signal, indexFolder)))
  }
  // Pagefind's API starts a process, does not hand it on, and waits forever for its answers where it has ended.
  subscribe('child_process', watch)
  const creating = createIndex({ includeCharacters: WORD_CHARACTERS })
  unsubscribe('child_process', watch)
  try {
    await Promise.race([creating.then((created) => addAndWrite(created, pages, indexFolder)), ended.promise])
  } finally {
    await close()
  }
}

/** Returns the error of a Pagefind that ended before the index was written. It may have said why on the terminal. */
function endedEarly(status: number | string | null, indexFolder: string): Error {
  if (isAlmostFull(indexFolder)) return new DiskFullError(indexFolder)
  return new UsageError(
    `Pagefind, which makes the search index, ended early (${status}). Build again, and with --no-search if it does so each time.`,
  )
}

type Created = Awaited<ReturnType<typeof import('pagefind').createIndex>>

async function addAndWrite({ index, errors }: Created, pages: readonly IndexPage[], indexFolder: string) {
  if (index === undefined) throw new Error(`The search index was not made: ${errors.join('; ')}`)
  for (let at = 0; at < pages.length; at += BATCH)
    await Promise.all(
      pages.slice(at, at + BATCH).map(async ({ url, html }) => {
        const added = await index.addHTMLFile({ url, content: Buffer.from(html).toString() })
        if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`)
      }),
    )
  const written = await index.writeFiles({ outputPath: indexFolder })
  if (written.errors.length > 0) throw new Error(`The search index was not written: ${written.errors.join('; ')}`)
}
