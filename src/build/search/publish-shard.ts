import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { digest } from '../../site/cache/digest.ts'
import { SEARCH_ENGINE_CACHE } from '../../site/cache/folders.ts'
import { CacheStore, type CacheEntry } from '../../site/cache/store.ts'

/**
 * Moves the finished index of a shard into the site, in place of the one that is there.
 *
 * @param indexFolder The folder that Pagefind wrote. It is renamed, so it must be on the same file system as the site.
 * @param shardFolder The folder of the shard in the site. It is replaced as a whole, so it never holds a half-written
 *   index.
 * @param withEngine Whether Pagefind's scripts stay in the folder. The site needs them once, so one shard has them.
 */
export async function publishShard(indexFolder: string, shardFolder: string, withEngine: boolean): Promise<void> {
  for (const name of readdirSync(indexFolder))
    if (UNUSED.test(name) || (!withEngine && ENGINE.test(name))) rmSync(join(indexFolder, name))
  if (withEngine) for (const name of SCRIPTS) await minifyFile(join(indexFolder, name))
  replaceFolder(shardFolder, indexFolder)
}

/** Pagefind delivers these scripts with their white space, so they are minified here. */
const SCRIPTS = ['pagefind.js', 'pagefind-worker.js']

/** These files are Pagefind's own user interfaces. The pages have an interface of their own and load none of them. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./

/** These files are the search engine itself; all other files of an index are its data. */
const ENGINE = /^(pagefind(-worker)?\.js|wasm\..*)$/

/** Minifies a script in place. A script that cannot be minified stays as it is, because it works all the same. */
async function minifyFile(file: string): Promise<void> {
  const code = readFileSync(file, 'utf8')
  const store = new CacheStore(SEARCH_ENGINE_CACHE)
  const entry = minifiedScript(basename(file), code)
  let minified = store.read(entry)
  if (minified === undefined) {
    // Vite takes longer to load than everything else in a small index takes.
    const { minify } = await import('vite')
    const result = await minify(file, code, { module: !file.endsWith('worker.js') })
    if (result.errors.length > 0) return
    minified = result.code
    store.write(entry, minified)
  }
  writeFileSync(file, minified)
}

/** What is stored of a script of the engine: its code without white space. */
const minifiedScript = (name: string, code: string): CacheEntry<string> => ({
  name: `${name}.json`,
  schema: z.string(),
  dependsOn: digest(code),
})

function replaceFolder(folder: string, replacement: string): void {
  if (existsSync(folder)) renameSync(folder, `${folder}.old`)
  renameSync(replacement, folder)
  rmSync(`${folder}.old`, { recursive: true, force: true })
}
