/** Writes a ZIP archive (APPNOTE.TXT of PKWARE, sections 4.3.7 to 4.3.16). */
import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive: its name there, with `/` between segments, and its path on the disk. */
export type FileToPack = readonly [name: string, path: string]

/** So many bytes an archive can hold without additions to each of its files, and so many files without one at its end. */
const [MOST_BYTES, MOST_FILES] = [0xffffffff, 0xfffe]

/** Thrown where files are too large for an archive. */
export class TooLarge extends Error {}

/**
 * Packs files into an archive. The same files give the same bytes: no time is in it.
 *
 * @throws {TooLarge} Where they are more than an archive can hold. Nothing is written then.
 */
export function writeZip(files: readonly FileToPack[], archive: string): void {
  const unfinished = `${archive}.new`
  const file = openSync(unfinished, 'w')
  const directory: Buffer[] = []
  let at = 0
  try {
    for (const [name, path] of files) {
      const { header, entry, packed } = pack(name, readFileSync(path), at)
      writeSync(file, header)
      writeSync(file, packed)
      directory.push(entry)
      at += header.length + packed.length
      if (at > MOST_BYTES) throw new TooLarge('An archive can hold 4 GB, and these files are more.')
    }
    const all = Buffer.concat(directory)
    writeSync(file, all)
    writeSync(file, endOf(files.length, all.length, at))
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, archive)
}

/** Names are in UTF-8. */
const UTF8 = 0x0800
const DEFLATED = 8
/** The version of the format that a reader needs, for an end in 64 bits too. */
const [VERSION, LARGE_VERSION] = [20, 45]
/** The first day that an archive can name. */
const FIRST_DAY = 0x21

function pack(name: string, bytes: Buffer, offset: number) {
  const packed = deflateRawSync(bytes, { level: 9 })
  const path = Buffer.from(name)
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(UTF8, 2)
  facts.writeUInt16LE(DEFLATED, 4)
  facts.writeUInt16LE(FIRST_DAY, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(path.length, 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  const maker = Buffer.alloc(2)
  maker.writeUInt16LE(VERSION)
  return {
    header: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path]),
    entry: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), maker, facts, place, path]),
    packed,
  }
}

/** Returns the end of an archive. Where files are many, it is preceded by an end in 64 bits, with a note where that is. */
function endOf(count: number, size: number, offset: number): Buffer {
  const isLarge = count > MOST_FILES
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(isLarge ? 0xffff : count, 8)
  end.writeUInt16LE(isLarge ? 0xffff : count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return isLarge ? Buffer.concat([largeEndOf(count, size, offset), end]) : end
}

function largeEndOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(76)
  end.write('PK\x06\x06', 'latin1')
  // The length of what follows this number.
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(LARGE_VERSION, 12)
  end.writeUInt16LE(LARGE_VERSION, 14)
  for (const at of [24, 32]) end.writeBigUInt64LE(BigInt(count), at)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.write('PK\x06\x07', 56, 'latin1')
  end.writeBigUInt64LE(BigInt(offset + size), 64)
  end.writeUInt32LE(1, 72)
  return end
}
