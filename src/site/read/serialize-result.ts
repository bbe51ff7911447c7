/**
 * Packs parse results as bytes and unpacks them, so that they can pass between threads and into the cache. Problems are
 * instances of a class, and serialising them would lose the class.
 *
 * Of a parsed file, linking reads everything but its text and its body, which are half of it. They stay packed until
 * somebody asks for them, so that they are no objects in memory before that, nor after it.
 */
import { deserialize, serialize } from 'node:v8'
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { ParseResult } from '../../corpus/parse.ts'
import { isError, problem, ruleOf } from '../../corpus/problem.ts'
import type { ProblemRule } from '../../corpus/problem-rules.ts'
import type { FilePath, Point, Problem } from '../../corpus/vocabulary.ts'

/** A problem as plain data. */
interface PlainProblem {
  readonly severity: 'error' | 'warning'
  readonly rule: ProblemRule
  readonly file: FilePath
  readonly point: Point
  readonly sentence: string
}

/** A parse result as plain data. */
export interface PlainResult {
  readonly parsed?: Parsed
  readonly problems: readonly PlainProblem[]
}

/**
 * What is known of each file of a bucket, in the order of the paths. It is undefined for a missing file, and null where
 * the result is not stored because the file is private.
 */
export type PlainResults = readonly (PlainResult | null | undefined)[]

/** Converts a parse result to plain data. */
export const toPlainResult = ({ problems, ...result }: ParseResult): PlainResult => ({
  ...result,
  problems: problems.map(toPlainProblem),
})

/** Converts plain data back to a parse result. */
const fromPlainResult = ({ problems, ...result }: PlainResult): ParseResult => ({
  ...result,
  problems: problems.map(({ severity, rule, file, point, sentence }) => problem(severity, rule, file, point, sentence)),
})

/** The parts of a parsed file that stay packed, besides its text. */
type Bulk = Pick<Parsed, 'body' | 'edits'>

/** What is known of a parsed file at once. */
type Facts = Omit<Parsed, keyof Bulk | 'text'>

/** What is packed, besides the texts and the bulk of the files, which lie behind it. */
interface Packed {
  readonly results: readonly ((Omit<PlainResult, 'parsed'> & { readonly facts?: Facts }) | null | undefined)[]
  /** For each parsed file, the offsets at which its text and its bulk end, one after the other. */
  readonly ends: readonly number[]
}

/** The number of bytes that say how long the first part of packed results is. */
const HEAD = 4

/** Packs the results of a bucket. */
export function packResults(results: PlainResults): Uint8Array {
  const pieces: Buffer[] = []
  const packed: Packed['results'] = results.map((result) => {
    if (result?.parsed === undefined) return result
    const { parsed, ...rest } = result
    const { text, body, edits, ...facts } = parsed
    pieces.push(Buffer.from(text), Buffer.from(JSON.stringify({ body, edits } satisfies Bulk)))
    return { ...rest, facts }
  })
  let end = 0
  const ends = pieces.map(({ length }) => (end += length))
  const first = serialize({ results: packed, ends } satisfies Packed)
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(first.length)
  return new Uint8Array(Buffer.concat([head, first, ...pieces]))
}

/** Unpacks the results of a bucket. */
export function unpackResults(bytes: Uint8Array): (ParseResult | null | undefined)[] {
  const first = HEAD + Buffer.from(bytes.buffer, bytes.byteOffset, HEAD).readUInt32LE()
  const { results, ends } = deserialize(bytes.subarray(HEAD, first)) as Packed
  // A copy, so that the memory of the first part can be freed.
  const pieces = bytes.slice(first)
  let next = 0
  const nextPiece = (): Uint8Array => pieces.subarray(ends[next - 1] ?? 0, ends[next++])
  return results.map((result) => {
    if (result === null || result === undefined) return result
    const { facts, ...rest } = result
    return fromPlainResult(facts === undefined ? rest : { ...rest, parsed: withBulk(facts, nextPiece(), nextPiece()) })
  })
}

/** Returns a parsed file whose text and bulk are unpacked when they are asked for. */
function withBulk(facts: Facts, text: Uint8Array, bulk: Uint8Array): Parsed {
  return {
    ...facts,
    get text() {
      return unpackText(text)
    },
    get body() {
      return unpackBulk(bulk).body
    },
    get edits() {
      return unpackBulk(bulk).edits
    },
  } as Parsed
}

/** What was unpacked last. Who asks for a part of a file often asks for the other, and often more than once. */
let lastText: { readonly packed: Uint8Array; readonly text: string } | undefined
let lastBulk: { readonly packed: Uint8Array; readonly bulk: Bulk } | undefined

function unpackText(packed: Uint8Array): string {
  if (lastText?.packed !== packed) lastText = { packed, text: UTF8.decode(packed) }
  return lastText.text
}

function unpackBulk(packed: Uint8Array): Bulk {
  if (lastBulk?.packed !== packed) lastBulk = { packed, bulk: JSON.parse(UTF8.decode(packed)) as Bulk }
  return lastBulk.bulk
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

function toPlainProblem(found: Problem): PlainProblem {
  const { file = '', line = 1, column = 1, reason: sentence } = found
  return {
    severity: isError(found) ? 'error' : 'warning',
    rule: ruleOf(found),
    file,
    point: { line, column },
    sentence,
  }
}
