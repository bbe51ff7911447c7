/**
 * Decodes the bytes of a file as text. Every file has a text; a problem with its position says where bytes had to be
 * replaced.
 */
import { isUtf8 } from 'node:buffer'
import { problem } from '../../corpus/problem.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'

/** The text of a file, and the problems with its encoding. */
export interface Decoded {
  readonly text: string
  readonly problems: readonly Problem[]
}

/**
 * Decodes the bytes of a file as UTF-8, or as UTF-16 where they are. It never throws.
 *
 * Bytes that are not valid, and NUL characters, become U+FFFD. All line endings become line feeds, because the parsers
 * do not agree on what else ends a line.
 *
 * @example decode('notes/a.md', Buffer.from('one\r\ntwo')) // { text: 'one\ntwo', problems: [] }
 */
export function decode(path: FilePath, bytes: Buffer): Decoded {
  const utf16 = utf16Encoding(bytes)
  const text = utf16 === undefined ? UTF8.decode(bytes) : new TextDecoder(utf16).decode(bytes)
  return {
    text: withLineFeeds(text),
    problems:
      utf16 === undefined
        ? [...badLines(path, bytes, isUtf8, NOT_UTF8), ...badLines(path, bytes, hasNoNul, NUL)]
        : [utf16Warning(path, utf16)],
  }
}

/** Writes a text as files are read: all line endings are line feeds, and there are no NUL characters. */
export const withLineFeeds = (text: string): string => text.replace(/\0/g, '\uFFFD').replace(/\r\n?/g, '\n')

/** The decoder for all files. Making one takes longer than decoding most files. */
const UTF8 = new TextDecoder('utf-8')

type Utf16 = 'utf-16le' | 'utf-16be'

/**
 * Recognises UTF-16 by its byte order mark, or by the zeros of Latin text: these are the second bytes of little-endian
 * UTF-16, and the first ones of big-endian. Returns undefined for any other encoding.
 */
function utf16Encoding(bytes: Buffer): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 64)
  const zeros = (parity: number): number => start.filter((byte, index) => index % 2 === parity && byte === 0).length
  if (start.length < 8 || zeros(0) + zeros(1) < start.length / 3) return undefined
  if (zeros(0) === 0) return 'utf-16le'
  return zeros(1) === 0 ? 'utf-16be' : undefined
}

function utf16Warning(path: FilePath, encoding: Utf16): Problem {
  const sentence = `This file is ${encoding.toUpperCase()}. It was read all the same; save it as UTF-8, which every tool reads.`
  return problem('warning', 'encoding', path, { line: 1, column: 1 }, sentence)
}

const NOT_UTF8 = 'are no UTF-8'
const NUL = 'are NUL'
const hasNoNul = (bytes: Buffer): boolean => !bytes.includes(0)

/**
 * Returns one problem at the first bad line, which says how many there are. A file in another encoding has bad bytes in
 * most lines, and a problem for each would hide all others.
 *
 * @param isGood Tells whether bytes are as they should be.
 * @param what Ends the sentence "Bytes here …".
 */
function badLines(path: FilePath, bytes: Buffer, isGood: (bytes: Buffer) => boolean, what: string): Problem[] {
  if (isGood(bytes)) return []
  const badOnes = linesOf(bytes).flatMap((line, index) => (isGood(line) ? [] : [{ line, number: index + 1 }]))
  const [first] = badOnes
  if (first === undefined) return []
  const others = badOnes.length === 1 ? '' : ` Lines like it: ${badOnes.length}.`
  const sentence = `Bytes here ${what}; each is shown as "\uFFFD".${others} Save the file as UTF-8.`
  const column = columnOf(first.line, isGood)
  return [problem('warning', 'encoding', path, { line: first.number, column }, sentence)]
}

/** Divides bytes into lines. Each line includes its ending: a line feed, a carriage return, or both. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const ends = bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)
    if (!ends) continue
    lines.push(bytes.subarray(start, at + 1))
    start = at + 1
  }
  return [...lines, bytes.subarray(start)]
}

const LF = 0x0a
const CR = 0x0d

/**
 * Returns the column of the first bad byte in a line, counted in characters from 1. It finds the longest good beginning
 * of the line by bisection.
 */
function columnOf(line: Buffer, isGood: (bytes: Buffer) => boolean): number {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
  let [low, high] = [0, whole.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startsWith(line, whole.slice(0, middle)) && isGood(Buffer.from(whole.slice(0, middle)))) low = middle
    else high = middle - 1
  }
  return whole.startsWith('\uFEFF') ? Math.max(1, low) : low + 1
}

const startsWith = (bytes: Buffer, text: string): boolean => {
  const start = Buffer.from(text)
  return start.equals(bytes.subarray(0, start.length))
}
