/** Runs Pagefind, which makes the files of a search index from pages. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { close, createIndex } from 'pagefind'
import type { IndexPage } from './transferable-pages.ts'

/**
 * The number of postings in each file of the index. A query fetches a file from every shard, so these files are smaller
 * than Pagefind usually makes them (20 000 postings). Pagefind reads the number from its environment only.
 */
const POSTINGS_PER_FILE = '2300'

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

const COMMAND = fileURLToPath(new URL('./runner/bin.cjs', import.meta.resolve('pagefind')))
const run = promisify(execFile)

/**
 * Runs Pagefind's command in the folder of the pages, so that it finds no configuration file that was meant for
 * something else.
 */
async function indexWithCommand(pagesFolder: string, indexFolder: string): Promise<void> {
  const settings = ['--site', pagesFolder, '--output-path', indexFolder]
  const options = ['--include-characters', WORD_CHARACTERS, '--silent']
  await run(process.execPath, [COMMAND, ...settings, ...options], { cwd: pagesFolder })
}

/** The number of pages that are on their way to Pagefind at a time, so that it never waits for one. */
const BATCH = 500

async function indexWithNodeApi(pages: readonly IndexPage[], indexFolder: string): Promise<void> {
  const { index, errors } = await createIndex({ includeCharacters: WORD_CHARACTERS })
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
  await close()
}
