/** Reads what a server sent, up to a number of bytes. */
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

const DECODERS = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }

/** The code of the error where a body is larger than what is read. */
export const TOO_LARGE = 'TOO_LARGE'

/** Returns the body of an answer. It rejects where that is more than `maxBytes`, as sent or without its compression. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return decoded(Buffer.concat(chunks), response.headers['content-encoding'] ?? 'identity', maxBytes)
}

async function decoded(body: Buffer, encoding: string, maxBytes: number): Promise<Uint8Array> {
  if (encoding === 'identity' || body.length === 0) return body
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding as keyof typeof DECODERS] : undefined
  if (decode === undefined) throw new Error(`it is encoded as ${encoding}, which is not read`)
  try {
    return await decode(body, { maxOutputLength: maxBytes })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes)
    throw thrown
  }
}

const tooLarge = (maxBytes: number): Error =>
  Object.assign(new Error(`it has more than ${maxBytes / 1_000_000} MB`), { code: TOO_LARGE })
