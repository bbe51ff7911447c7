/** Fetches the text of a source: of a web page as it is, and of a PDF by pdftotext, where that is installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { userAgent } from '../registries/request.ts'

/** The milliseconds after which a request is given up. */
const TIMEOUT = 30_000
/** The greatest number of bytes of a source that is read. Books as PDF are smaller. */
const MAX_BYTES = 100_000_000

/** The text of a source, or why it cannot be read. */
export type SourceText = { readonly text: string } | { readonly error: string }

/**
 * Fetches a source. It never rejects.
 *
 * @param mailto The address by which the people of the site can reach whoever asks.
 */
export async function fetchText(address: string, mailto: string | undefined): Promise<SourceText> {
  try {
    const response = await fetch(address, {
      headers: { 'User-Agent': userAgent({ mailto }) },
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!response.ok) return { error: `${response.status} ${response.statusText}`.trim() }
    if (Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES) return { error: 'it is too large' }
    const bytes = new Uint8Array(await response.arrayBuffer())
    return await textIn(bytes, response.headers.get('Content-Type') ?? '')
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

async function textIn(bytes: Uint8Array, type: string): Promise<SourceText> {
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
  if (isPdf) return pdfText(bytes)
  const written = new TextDecoder(/charset=["']?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8').decode(bytes)
  return { text: /html/i.test(type) || /^\s*<(?:!doctype|html)/i.test(written) ? htmlText(written) : written }
}

/** Returns the text of a PDF. A word that is divided at the end of a line stands there as a whole too. */
async function pdfText(bytes: Uint8Array): Promise<SourceText> {
  const child = spawn('pdftotext', ['-q', '-enc', 'UTF-8', '-', '-'], { stdio: ['pipe', 'pipe', 'ignore'] })
  // A program that ends before it has read everything breaks the pipe, and its status says why.
  child.stdin.on('error', () => undefined)
  try {
    child.stdin.end(bytes)
    const [read, [status]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>])
    if (status !== 0) return { error: `pdftotext cannot read it (status ${String(status)})` }
    return { text: `${read}\n${read.replace(/(?<=\p{L})-\s*\n\s*/gu, '')}` }
  } catch {
    return { error: 'it is a PDF, which is read where pdftotext (of Poppler) is installed' }
  }
}

/** Returns the text of a page, without scripts and styles. What stands in different blocks is not one word. */
export function htmlText(html: string): string {
  const parts: string[] = []
  const collect = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value)
    if (!('children' in node) || (node.type === 'element' && UNSEEN.has(node.tagName))) return
    const isBlock = node.type !== 'element' || !INLINE.has(node.tagName)
    if (isBlock) parts.push('\n')
    node.children.forEach(collect)
    if (isBlock) parts.push('\n')
  }
  collect(fromHtml(html))
  return parts.join('')
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg'])
/** The text of these is part of the text around it. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
