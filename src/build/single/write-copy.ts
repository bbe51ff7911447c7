/** Writes the files of a copy from those of the site. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readMarker } from '../../site/output/marker.ts'
import { INDEX } from '../search/build-index.ts'
import { FILES, scriptOfFile, scriptOfPage } from './handed-over.ts'
import { edited, linksIn, ON_DISK } from './link-edits.ts'
import { pathInCopy, relativePath } from './paths.ts'
import { scriptOfModule, scriptOfPagefind, scriptOnDisk } from './scripts.ts'

/** Files of a site that are for servers and search engines. */
const FOR_SERVERS =
  /^(?:404\.html|_headers|_redirects|\.htaccess|vercel\.json|robots\.txt|sitemap[^/]*\.xml|manifest\.webmanifest|opensearch\.xml|service-worker\.js|offline-files\.js|\.throughline[^/]*)$/
/** The scripts of pages, of which a copy has others, and those of the search engine. */
const SCRIPTS = /^(?:_astro|pagefind\/\d+)\/[^/]+\.js$/
const ENGINE = `${INDEX}/0/pagefind.js`

/**
 * Writes the files of a copy.
 *
 * @param from The folder of the site, as an absolute path.
 * @param to The folder of the copy, which is empty.
 * @param base The path that all addresses of the site begin with.
 */
export async function writeFilesOfCopy(from: string, to: string, base: string): Promise<void> {
  const files = [...readMarker(from).files].filter((file) => !FOR_SERVERS.test(file) && !SCRIPTS.test(file))
  const { pages = [], styles = [], index = [], others = [] } = Object.groupBy(files, kindOf)
  const read = (file: string): Buffer => readFileSync(join(from, file))
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), content)
  }
  const [modules, fetched] = [new Set<string>(), new Set(index)]
  const pathOf = (address: string): string => decodeURI(address.replace(/[?#].*$/s, '').slice(base.length))
  for (const file of pages) {
    const html = read(file).toString()
    const links = linksIn(html, base)
    for (const address of links.modules) modules.add(pathOf(address))
    for (const address of links.fetched) fetched.add(pathOf(address))
    write(
      file,
      edited(html, links.edits, (address) => relativePath(pathInCopy(address, base), encodeURI(file))),
    )
    // A page without scripts is one that no script shows.
    if (links.modules.length > 0) write(scriptPath(file), scriptOfPage(html, links, base))
  }
  for (const file of styles) write(file, styleOf(read(file).toString(), file, base))
  for (const file of others) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    copyFileSync(join(from, file), join(to, file))
  }
  for (const file of fetched) write(scriptPath(file), scriptOfFile(file, read(file)))
  for (const file of modules) write(file, await scriptOfModule(join(from, file)))
  if (index.length > 0) write(ENGINE, await scriptOfPagefind(join(from, ENGINE)))
  write(ON_DISK, await scriptOnDisk(base))
}

/** Tells how a copy has a file of the site. Nothing names the files of the index, so it has them as scripts only. */
const kindOf = (file: string): 'pages' | 'styles' | 'index' | 'others' =>
  file.startsWith(`${INDEX}/`)
    ? 'index'
    : file.endsWith('.html')
      ? 'pages'
      : file.endsWith('.css')
        ? 'styles'
        : 'others'

const scriptPath = (file: string): string => `${FILES}/${file}.js`

/** Writes styles with relative paths. */
const styleOf = (css: string, file: string, base: string): string =>
  css.replace(/url\((["']?)(\/(?!\/)[^"')]*)/g, (all, quote: string, address: string) =>
    address.startsWith(base) ? `url(${quote}${relativePath(address.slice(base.length), encodeURI(file))}` : all,
  )
