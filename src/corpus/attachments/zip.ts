/** Replaces files in a ZIP archive (APPNOTE.TXT of PKWARE, section 4.3) without unpacking any. */
import { beginsWith, bytesOf, copyOf, joined, MOST_PARTS, textOf, viewOf } from './bytes.ts'

/** A file of an archive. */
interface ZipEntry {
  readonly name: string
  /** The offset of the file's own header. */
  readonly start: number
  /** The header of the file in the directory at the end of the archive, with its name. */
  readonly header: Uint8Array
  /** What the directory says of the file besides. */
  readonly rest: Uint8Array
}

/** Where the parts of an archive are. */
interface Zip {
  /** The files, in the order in which they lie in the archive. */
  readonly entries: readonly ZipEntry[]
  /** The offset of the directory. */
  readonly directory: number
}

const FILE = 'PK\x03\x04'
const IN_DIRECTORY = 'PK\x01\x02'
const END = 'PK\x05\x06'
/** The lengths of the three kinds of headers, without names and what comes after them. */
const FILE_LENGTH = 30
const DIRECTORY_LENGTH = 46
const END_LENGTH = 22
/** The first day that an archive can name. */
const FIRST_DAY = 0x21

/**
 * Returns the names of the files in an archive, in no order, or undefined where it does not parse or is larger than
 * 4 GB.
 */
export const namesInZip = (bytes: Uint8Array): string[] | undefined => zipOf(bytes)?.entries.map(({ name }) => name)

/**
 * Returns an archive in which some files are others, and no file says when it was saved. All other files stay byte for
 * byte.
 *
 * @param replace Gives what the file with a name holds instead, or undefined where it stays.
 * @returns Undefined where the archive does not parse, or is larger than 4 GB.
 */
export function zipWith(bytes: Uint8Array, replace: (name: string) => string | undefined): Uint8Array | undefined {
  const zip = zipOf(bytes)
  if (zip === undefined) return undefined
  const parts: Uint8Array[] = [bytes.subarray(0, zip.entries[0]?.start ?? 0)]
  const directory: Uint8Array[] = []
  let at = parts[0]!.length
  for (const [index, entry] of zip.entries.entries()) {
    const text = replace(entry.name)
    const whole = copyOf(bytes.subarray(entry.start, zip.entries[index + 1]?.start ?? zip.directory))
    const header = copyOf(entry.header)
    if (text === undefined) setDay(viewOf(whole), 10)
    const file = text === undefined ? whole : storedFile(header, new TextEncoder().encode(text))
    setDay(viewOf(header), 12)
    viewOf(header).setUint32(42, at, true)
    directory.push(header, ...(text === undefined ? [entry.rest] : []))
    parts.push(file)
    at += file.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  return joined([...parts, ...directory, endOf(zip.entries.length, length, at)])
}

const setDay = (view: DataView, at: number): void => {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, FIRST_DAY, true)
}

/** Returns a file that is stored as it is, and says so in its header of the directory. */
function storedFile(header: Uint8Array, data: Uint8Array): Uint8Array {
  const view = viewOf(header)
  const name = header.subarray(DIRECTORY_LENGTH)
  // Only the sign that the name is UTF-8 stays of the flags.
  view.setUint16(8, view.getUint16(8, true) & 0x800, true)
  view.setUint16(10, 0, true)
  view.setUint32(16, crc32(data), true)
  view.setUint32(20, data.length, true)
  view.setUint32(24, data.length, true)
  view.setUint16(30, 0, true)
  view.setUint16(32, 0, true)
  setDay(view, 12)
  const own = new Uint8Array(FILE_LENGTH)
  own.set(bytesOf(FILE))
  own.set(header.subarray(6, 30), 4)
  return joined([own, name, data])
}

/** Returns the end of an archive. */
function endOf(count: number, length: number, start: number): Uint8Array {
  const end = new Uint8Array(END_LENGTH)
  const view = viewOf(end)
  end.set(bytesOf(END))
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, length, true)
  view.setUint32(16, start, true)
  return end
}

/** Finds the parts of an archive. */
function zipOf(bytes: Uint8Array): Zip | undefined {
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const view = viewOf(bytes)
  const [count, directory] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  const isWhole = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  if (!isWhole || count === 0xffff || count > MOST_PARTS || directory > end) return undefined
  const entries: ZipEntry[] = []
  let at = directory
  for (let index = 0; index < count; index++) {
    const entry = at + DIRECTORY_LENGTH <= end ? entryAt(bytes, view, at) : undefined
    if (entry === undefined || entry.start + FILE_LENGTH > directory) return undefined
    entries.push(entry)
    at += entry.header.length + entry.rest.length
  }
  entries.sort((a, b) => a.start - b.start)
  const isApart = entries.every(({ start }, index) => start + FILE_LENGTH <= (entries[index + 1]?.start ?? directory))
  return at <= end && isApart ? { entries, directory } : undefined
}

/** Reads a header of the directory. */
function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  if (!beginsWith(bytes, IN_DIRECTORY, at)) return undefined
  const nameEnd = at + DIRECTORY_LENGTH + view.getUint16(at + 28, true)
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const start = view.getUint32(at + 42, true)
  if (end > bytes.length || !beginsWith(bytes, FILE, start)) return undefined
  const header = bytes.subarray(at, nameEnd)
  return { name: textOf(header.subarray(DIRECTORY_LENGTH)), start, header, rest: bytes.subarray(nameEnd, end) }
}

/** Finds the end of the directory, which only a remark of at most 65,535 bytes may follow. */
function findEnd(bytes: Uint8Array): number | undefined {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - 0xffff); at--)
    if (beginsWith(bytes, END, at)) return at
  return undefined
}

/** Returns the check sum that archives have of each file. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
