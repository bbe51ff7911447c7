/** Writes the bytes of files in binary formats. */

/** Joins bytes, numbers of one byte, and texts of single bytes. */
export const bytes = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

/** Numbers of two and four bytes, with the highest byte first, and with the lowest first. */
export const be16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
export const be32 = (value: number): Buffer => bytes(be16(value >>> 16), be16(value & 0xffff))
export const le16 = (value: number): Buffer => be16(value).reverse()
export const le32 = (value: number): Buffer => be32(value).reverse()
