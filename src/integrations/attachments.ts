/** Pictures and other files beside the notes: copied in a build, served in dev. Only those that a public entry uses. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createReadStream, realpathSync, statSync } from 'node:fs'
import { dirname, extname, join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { withBase } from '../corpus/address.ts'
import { sanitiseSvg } from '../corpus/svg.ts'
import { onDisk } from '../site/read/content-folder.ts'
import type { Site } from '../site/index.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { FilePath } from '../corpus/vocabulary.ts'

export async function publishAttachments(site: Site, outDir: string): Promise<void> {
  for (const path of site.corpus.used) await publish(site.folder, path, join(outDir, 'attachments', path))
}

async function publish(folder: string, path: FilePath, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const from = onDisk(folder, path)
  if (isSvg(path)) await writeFile(to, sanitiseSvg(await readFile(from, 'utf8')))
  else await copyFile(from, to)
}

const isSvg = (path: string): boolean => extname(path).toLowerCase() === '.svg'

const TYPES: Readonly<Record<string, string>> = {
  '.apng': 'image/apng',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

export function serveAttachments(folder: string, settings: Settings): Plugin {
  return {
    name: 'throughline:serve-attachments',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(withBase(settings, '/attachments'), (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))
        const file = fileWithin(folder, path)
        if (file === undefined) {
          next()
          return
        }
        response.setHeader('Content-Type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream')
        if (isSvg(file)) void readFile(file, 'utf8').then((svg) => response.end(sanitiseSvg(svg)), next)
        else createReadStream(file).pipe(response)
      })
    },
  }
}

/** The file a path leads to, if it truly lies in the folder. */
function fileWithin(folder: string, path: string): string | undefined {
  try {
    const file = realpathSync(onDisk(folder, path.replace(/^\/+/, '')))
    return file.startsWith(realpathSync(folder) + sep) && statSync(file).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
