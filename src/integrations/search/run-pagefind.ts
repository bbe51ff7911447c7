/** Pages for the indexer → the files of an index, by Pagefind. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { close, createIndex } from 'pagefind'
import type { IndexPage } from './transferable-pages.ts'

/**
 * Postings to a file of the index. With several parts a query fetches a file from each, so they are smaller than the usual 20 000.
 * The engine reads the number from its environment only.
 */
const POSTINGS = '2300'
/** Signs that are part of a word, so that `C++` and `C#` are not `C`. */
const CHARACTERS = '+#'

/** What an index is made with besides its pages. */
export const INDEXED_WITH = [POSTINGS, CHARACTERS] as const

/**
 * @param laidOut A folder that has them and is read in their order. Pagefind's command indexes it in half the time that its
 *   interface takes for the same pages, and on all cores; what it makes is the same to the byte. Undefined where there is none.
 * @param to The folder for the index. There is none yet.
 */
export async function runPagefind(
  pages: readonly IndexPage[],
  inMemory: string | undefined,
  to: string,
): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = POSTINGS
  await (inMemory === undefined ? byNodeApi(pages, to) : byCommand(inMemory, to))
}

const COMMAND = fileURLToPath(new URL('./runner/bin.cjs', import.meta.resolve('pagefind')))
const run = promisify(execFile)

/** Runs where the pages are, so that it finds no settings that were meant for something else. */
async function byCommand(folder: string, to: string): Promise<void> {
  const settings = ['--site', folder, '--output-path', to, '--include-characters', CHARACTERS, '--silent']
  await run(process.execPath, [COMMAND, ...settings], { cwd: folder })
}

/** Pages on their way to the indexer at a time, so that it never waits. */
const AHEAD = 500

async function byNodeApi(pages: readonly IndexPage[], to: string): Promise<void> {
  const { index, errors } = await createIndex({ includeCharacters: CHARACTERS })
  if (index === undefined) throw new Error(`The search index was not made: ${errors.join('; ')}`)
  for (let at = 0; at < pages.length; at += AHEAD)
    await Promise.all(
      pages.slice(at, at + AHEAD).map(async ({ url, html }) => {
        const added = await index.addHTMLFile({ url, content: Buffer.from(html).toString() })
        if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`)
      }),
    )
  const written = await index.writeFiles({ outputPath: to })
  if (written.errors.length > 0) throw new Error(`The search index was not written: ${written.errors.join('; ')}`)
  await close()
}
