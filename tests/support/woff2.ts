/** Reads what a font in the format WOFF2 says of itself (https://www.w3.org/TR/WOFF2/). */
import { brotliDecompressSync } from 'node:zlib'

const HEADER = 48
/** The flag of a table whose name is written out. */
const ARBITRARY_TAG = 63
const TRANSFORMABLE = [10, 11]

/** Tells whether a font states something in one of its names, which are in UTF-16. */
export function fontStates(font: Buffer, text: string): boolean {
  const start = endOfDirectory(font)
  const tables = brotliDecompressSync(font.subarray(start, start + font.readUInt32BE(20)))
  return tables.includes(Buffer.from(text, 'utf16le').swap16())
}

/** Returns the offset after the table directory. The tables follow it as one compressed stream. */
function endOfDirectory(font: Buffer): number {
  let at = HEADER
  const skipNumber = (): void => {
    while ((font[at++]! & 0x80) !== 0);
  }
  for (let tables = font.readUInt16BE(12); tables > 0; tables--) {
    const flags = font[at++]!
    const [tag, version] = [flags & 63, flags >> 6]
    if (tag === ARBITRARY_TAG) at += 4
    skipNumber()
    const isTransformed = TRANSFORMABLE.includes(tag) ? version !== 3 : version !== 0
    if (isTransformed) skipNumber()
  }
  return at
}
