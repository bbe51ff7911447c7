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

/** The parts of a parsed file that stay packed. */
type Bulk = Pick<Parsed, 'body' | 'text' | 'edits'>

/** What is packed, besides the bulk of the files, which lies behind it. */
interface Packed {
  readonly results: readonly (
    (Omit<PlainResult, 'parsed'> & { readonly facts?: Omit<Parsed, keyof Bulk> }) | null | undefined
  )[]
  /** For each file, the offset at which its bulk ends. It begins where that of the file before ends. */
  readonly ends: readonly number[]
}

/** The number of bytes that say how long the first part of packed results is. */
const HEAD = 4

/** Packs the results of a bucket. */
export function packResults(results: PlainResults): Uint8Array {
  const bulk: Buffer[] = []
  const ends: number[] = []
  let end = 0
  const packed: Packed['results'] = results.map((result) => {
    const piece = result?.parsed === undefined ? undefined : Buffer.from(JSON.stringify(bulkOf(result.parsed)))
    if (piece !== undefined) bulk.push(piece)
    ends.push((end += piece?.length ?? 0))
    if (result?.parsed === undefined) return result
    const { parsed, ...rest } = result
    const { body: _, text: __, edits: ___, ...facts } = parsed
    return { ...rest, facts }
  })
  const first = serialize({ results: packed, ends } satisfies Packed)
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(first.length)
  return new Uint8Array(Buffer.concat([head, first, ...bulk]))
}

const bulkOf = ({ body, text, edits }: Parsed): Bulk => ({ body, text, edits })

/** Unpacks the results of a bucket. */
export function unpackResults(bytes: Uint8Array): (ParseResult | null | undefined)[] {
  const first = HEAD + Buffer.from(bytes.buffer, bytes.byteOffset, HEAD).readUInt32LE()
  const { results, ends } = deserialize(bytes.subarray(HEAD, first)) as Packed
  // A copy, so that the memory of the first part can be freed.
  const bulk = bytes.slice(first)
  return results.map((result, index) => {
    if (result === null || result === undefined) return result
    const { facts, ...rest } = result
    const packed = bulk.subarray(ends[index - 1] ?? 0, ends[index])
    return fromPlainResult({ ...rest, ...(facts && { parsed: withBulk(facts, packed) }) })
  })
}

/** Returns a parsed file whose text and body are unpacked when they are asked for. */
function withBulk(facts: Omit<Parsed, keyof Bulk>, packed: Uint8Array): Parsed {
  return {
    ...facts,
    get body() {
      return unpack(packed).body
    },
    get text() {
      return unpack(packed).text
    },
    get edits() {
      return unpack(packed).edits
    },
  } as Parsed
}

/** The bulk that was unpacked last. Who asks for one part often asks for the others, and often more than once. */
let last: { readonly packed: Uint8Array; readonly bulk: Bulk } | undefined

function unpack(packed: Uint8Array): Bulk {
  if (last?.packed !== packed) last = { packed, bulk: JSON.parse(UTF8.decode(packed)) as Bulk }
  return last.bulk
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
