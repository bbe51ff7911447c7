/**
 * Reads and writes the structure of TIFF (revision 6.0), in which Exif keeps its fields in pictures of every format.
 */
import { beginsWith, bytesOf, viewOf } from './bytes.ts'

/** The tag of the field that says how a picture is to be turned. */
const ORIENTATION = 0x0112

/** Returns the fields of the first directory: their first numbers by their tags. It is empty where there are none. */
export function tiffFields(bytes: Uint8Array): ReadonlyMap<number, number> {
  const fields = new Map<number, number>()
  try {
    const view = viewOf(bytes)
    const isLittle = beginsWith(bytes, 'II')
    if (!isLittle && !beginsWith(bytes, 'MM')) return fields
    const start = view.getUint32(4, isLittle)
    const count = view.getUint16(start, isLittle)
    for (let index = 0; index < count; index++) {
      const at = start + 2 + 12 * index
      fields.set(view.getUint16(at, isLittle), view.getUint16(at + 8, isLittle))
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return fields
}

/**
 * Returns Exif data that hold the orientation of other Exif data and nothing else. It is undefined where the picture is
 * not turned.
 */
export function onlyOrientation(exif: Uint8Array): Uint8Array | undefined {
  const orientation = tiffFields(exif).get(ORIENTATION) ?? 1
  if (orientation < 2 || orientation > 8) return undefined
  return bytesOf(
    // The header, and a directory with one field: a single number of two bytes.
    `MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
  )
}
