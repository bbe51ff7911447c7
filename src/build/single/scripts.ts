/** Makes scripts of modules, because a page that is opened from a disk may load no module. */
import { join } from 'node:path'
import type { InputOptions, OutputOptions, Plugin } from 'rolldown'
import { EXTENSION, ROOT } from '../../site/cache/folders.ts'

/**
 * Bundles a module and all that it imports, at once or later, into one script.
 *
 * @param file The module, as an absolute path.
 * @param output What Rolldown is told besides of the script.
 * @returns The text of the script.
 */
async function scriptOf(file: string, input: InputOptions = {}, output: OutputOptions = {}): Promise<string> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: file, platform: 'browser', logLevel: 'silent', ...input })
  try {
    const { output: chunks } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true, ...output })
    return chunks[0].code
  } finally {
    await bundle.close()
  }
}

/** Makes a script of a module that the pages of a site load. */
export const scriptOfModule = (file: string): Promise<string> => scriptOf(file, { plugins: [loadEngine()] })

/** Matches where the search engine is imported. No script can import a module that is no part of it. */
const IMPORT = /\bimport\((?=[^()]*pagefind\.js)/g

/** Has the search engine be loaded as `src/client/on-disk.ts` does it. */
const loadEngine = (): Plugin => ({
  name: 'throughline:load-engine',
  transform: (code) => code.replace(IMPORT, 'loadOnDisk('),
})

/** Makes the script of the search engine, which looks for its files beside itself. */
export const scriptOfPagefind = (file: string): Promise<string> =>
  scriptOf(
    file,
    { transform: { define: { 'import.meta.url': 'pagefindAddress' } } },
    { name: 'pagefind', banner: 'var pagefindAddress = document.currentScript.src;' },
  )

/**
 * Makes the script that every page of a copy begins with.
 *
 * @param base The path that all addresses of the site begin with.
 */
export const scriptOnDisk = (base: string): Promise<string> =>
  scriptOf(join(ROOT, 'src/client', `on-disk${EXTENSION}`), {
    transform: { define: { 'import.meta.env.BASE_URL': JSON.stringify(base) } },
  })
