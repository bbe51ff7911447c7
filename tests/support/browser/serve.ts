/**
 * Serves many built sites from one server: each is a host of its own, so that all of them are at the root that they
 * were built for.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

export interface ServedSite {
  readonly folder: string
  /** The path that all addresses of the site begin with. */
  readonly base: string
  /** Whether pages are served without the policy that is in them. */
  readonly hasNoPolicy: boolean
}

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/

const PORT = Number(process.env['PLAYWRIGHT_PORT'] ?? 4391)

/** @param name The demo has none. Browsers find every host below `localhost` on this machine, without asking anyone. */
export const addressOf = (name?: string): string => `http://${name === undefined ? '' : `${name}.`}localhost:${PORT}`

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/**
 * @param sites By the address that each is served at.
 * @returns What ends the server.
 */
export async function serveSites(sites: ReadonlyMap<string, ServedSite>): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const site = sites.get(`http://${request.headers.host ?? ''}`)
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = normalize(decodeURIComponent(pathname))
    const send = (status: number, name: string, content: Buffer | string): void => {
      const type = TYPES[extname(name)] ?? 'application/octet-stream'
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'max-age=600' }).end(content)
    }
    if (site === undefined || !path.startsWith(site.base)) return void response.writeHead(404).end()
    const { folder, base, hasNoPolicy } = site
    const name = path.endsWith(sep) ? `${path}index.html` : path
    readFile(join(folder, name.slice(base.length))).then(
      (content) =>
        send(200, name, hasNoPolicy && name.endsWith('.html') ? content.toString().replace(POLICY, '') : content),
      // As web hosts do, with the page that a site has for it.
      () =>
        readFile(join(folder, '404.html')).then(
          (content) => send(404, '404.html', content),
          () => response.writeHead(404).end(),
        ),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(PORT, resolve)
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
