/** This file serves a folder as a web host does, compressed, and counts what it sends. */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}
/** This matches the types that hosts compress. Fonts, pictures and Pagefind's own files are compressed already. */
const COMPRESSIBLE = /^(text|application\/(json|xml)|image\/svg)/

/** A `Sent` is one response. */
export interface Sent {
  readonly path: string
  /** This is the number of bytes of the body as they were sent. */
  readonly bytes: number
  /** This is the number of bytes of the file. */
  readonly uncompressed: number
}

/** A `StaticServer` is a server that runs. */
export interface StaticServer {
  readonly url: string
  /** This is everything that was sent so far, in order. */
  readonly sent: readonly Sent[]
  close(): Promise<void>
}

/** Serves a folder on a port that the system picks. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    const file = fileOf(folder, new URL(request.url ?? '/', 'http://localhost').pathname)
    if (file === undefined) return void response.writeHead(404).end()
    const content = readFileSync(file)
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const compress = COMPRESSIBLE.test(type)
    const body = compress ? gzipSync(content) : content
    sent.push({ path: request.url ?? '/', bytes: body.length, uncompressed: content.length })
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(compress && { 'content-encoding': 'gzip' }),
    })
    response.end(body)
  })
  const port = await listen(server)
  return { url: `http://localhost:${port}`, sent, close: () => closeServer(server) }
}

/** Returns the file for a path of a request, or undefined when there is none. */
function fileOf(folder: string, pathname: string): string | undefined {
  const path = normalize(decodeURIComponent(pathname))
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined
}

/** Makes a server listen on a port that the system picks, and returns the port. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
