/**
 * Serves the demo at a path of a host by the real nginx and the real Caddy, each with the file that `throughline init
 * --host server` writes, and walks every link, fragment and file of it, by requests and in Chromium. It does the same with
 * the copy of `build --single`, which is opened from the disk. It exits with 1 where anything is broken. Both servers have to be installed; `NGINX` and `CADDY` name programs elsewhere.
 *
 *     node scripts/hosts.ts
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadInBrowser } from './hosts/load.ts'
import { serveByCaddy, serveByNginx } from './hosts/serve.ts'
import { walkFolder } from './hosts/walk-folder.ts'
import { walk, type Walked } from './hosts/walk.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = Number(process.env['PLAYWRIGHT_PORT'] ?? 5401)
const SITE = `http://127.0.0.1:${PORT}/garden`

const work = mkdtempSync(join(tmpdir(), 'hosts-'))
const dist = join(ROOT, 'tests/.output/hosts')
try {
  build()
  mkdirSync(join(work, 'www/127.0.0.1'), { recursive: true })
  symlinkSync(dist, join(work, 'www/127.0.0.1/garden'))
  for (const serve of [serveByNginx, serveByCaddy]) {
    const server = await serve(SITE, work)
    try {
      await report(server.name, await walk(`${SITE}/`))
    } finally {
      await server.stop()
    }
  }
  await report('a disk', walkFolder(pathToFileURL(join(`${dist}-single`, 'index.html')).href))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Loads all pages of a site that was walked, and prints what there is and what is broken. */
async function report(name: string, { pages, files, links, fragments, broken }: Walked): Promise<void> {
  const all = [...broken, ...(await loadInBrowser(pages))]
  const counts = `${pages.length} pages, ${files} other files, ${links} links, ${fragments} fragments`
  console.log(`${name}: ${counts}, ${all.length} broken`)
  for (const line of all) console.log(`  ${line}`)
  if (all.length > 0) process.exitCode = 1
}

/** Builds the demo as it is published at that address. */
function build(): void {
  const content = join(work, 'content')
  cpSync(join(ROOT, 'content'), content, { recursive: true })
  const settings = readFileSync(join(content, 'site.yaml'), 'utf8').replace(/^url:.*\n/m, '')
  writeFileSync(join(content, 'site.yaml'), `${settings.trimEnd()}\nurl: ${SITE}\n`)
  execFileSync(process.execPath, ['src/cli/run.mjs', 'build', '--single', '--outDir', dist], {
    cwd: ROOT,
    env: { ...process.env, CONTENT_DIR: content },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
