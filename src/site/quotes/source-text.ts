/** Fetches the text of a source: of a web page as it is, and of a PDF by pdftotext, where that is installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { follow, type Asking } from '../web/follow.ts'

/** The greatest number of bytes of a source, and of its text, that is read. Books as PDF are smaller. */
const MAX_BYTES = 100_000_000
/** The milliseconds after which `pdftotext` is given up. */
const PDF_TIMEOUT = 120_000

/** The text of a source, or why it cannot be read. */
export type SourceText = { readonly text: string } | { readonly error: string }

/** Fetches a source. It never rejects. */
export async function fetchText(asking: Asking, address: string): Promise<SourceText> {
  const answer = await follow(asking, address, { method: 'GET', maxBytes: MAX_BYTES })
  if (!('status' in answer)) return { error: answer.reason }
  const { status, message, headers, body } = answer
  if (body === undefined) return { error: `${status} ${message}`.trim() }
  try {
    return await textIn(body, headers['content-type'] ?? '')
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
  // A timer of `spawn` itself would go on where there is no such program, and keep the command from ending.
  const signal = AbortSignal.timeout(PDF_TIMEOUT)
  const child = spawn('pdftotext', ['-q', '-enc', 'UTF-8', '-', '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    signal,
  })
  // A program that ends before it has read everything breaks the pipe, and its status says why.
  child.stdin.on('error', () => undefined)
  try {
    child.stdin.end(bytes)
    const closed = once(child, 'close') as Promise<[number | null]>
    const [read, [status]] = await Promise.all([textOf(child.stdout), closed])
    if (read.length > MAX_BYTES) return { error: `its text has more than ${MAX_BYTES / 1_000_000} MB` }
    if (status !== 0) return { error: `pdftotext cannot read it (status ${String(status)})` }
    return { text: `${read}\n${read.replace(/(?<=\p{L})-\s*\n\s*/gu, '')}` }
  } catch {
    if (signal.aborted) return { error: `pdftotext has not read it within ${PDF_TIMEOUT / 1000} seconds` }
    return { error: 'it is a PDF, which is read where pdftotext (of Poppler) is installed' }
  }
}

/** Reads what a program says. More than the most that is read ends the program, which then has nowhere to write to. */
async function textOf(output: Readable): Promise<string> {
  let text = ''
  for await (const part of output.setEncoding('utf8') as AsyncIterable<string>) {
    text += part
    if (text.length > MAX_BYTES) break
  }
  return text
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
