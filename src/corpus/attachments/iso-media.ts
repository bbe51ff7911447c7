/**
 * Removes from HEIF, AVIF, MP4 and QuickTime files what is neither seen nor heard. All offsets in such a file count
 * from its beginning, so what is removed becomes free space of the same length.
 */
import { boxesIn } from './boxes.ts'
import { lettersAt } from './bytes.ts'
import { Changes } from './changes.ts'
import { removeMetadataItems } from './heif-items.ts'
import type { Box } from './boxes.ts'

/** The boxes of a file that are kept. Others belong to one program, or hold a second file. */
const KEPT = new Set('ftyp styp meta mdat moov moof mfra sidx ssix prft pdin'.split(' '))
/** The boxes of a film and its tracks that say something of it, or belong to one program. */
const NOT_PLAYED = new Set('udta meta uuid free skip'.split(' '))
/** The kinds of samples that hold places and other measurements of cameras. */
const MEASUREMENTS = /^(?:gpmd|camm|mebx|rtmd|mett|metx|urim)$/

/** A file without its metadata, as far as they can be removed. */
export interface IsoMedia {
  readonly bytes: Uint8Array
  /** Whether a track of measurements, such as the places a film was taken at, is left. */
  readonly isMeasured: boolean
}

/**
 * Returns the file without Exif, XMP, tags, places, dates, thumbnails and the data of programs. The picture, how it is
 * turned, and its colours stay. It is undefined where the file does not parse.
 */
export function withoutIsoMediaMetadata(bytes: Uint8Array): IsoMedia | undefined {
  const changes = new Changes()
  let isMeasured = false
  try {
    for (const box of boxesIn(bytes, { start: 0, end: bytes.length })) {
      if (box.type === 'ftyp') changes.keep(box)
      if (!KEPT.has(box.type) || (box.type === 'meta' && !isOfPicture(bytes, box))) changes.free(box)
      else if (box.type === 'meta') removeMetadataItems(bytes, box, changes)
      else if (box.type === 'moov') isMeasured = removeFromFilm(bytes, box, changes) || isMeasured
    }
    const result = changes.appliedTo(bytes)
    return result && { bytes: result, isMeasured }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Tells by its handler whether a `meta` box has the items of a picture. */
function isOfPicture(bytes: Uint8Array, { data, end }: Box): boolean {
  // In QuickTime this box has no version.
  const start = lettersAt(bytes, data + 4) === 'hdlr' ? data : data + 4
  for (const box of boxesIn(bytes, { start, end }))
    if (box.type === 'hdlr') return lettersAt(bytes, box.data + 8) === 'pict'
  return false
}

/** Removes what is said of a film and its tracks, and tells whether a track holds measurements. */
function removeFromFilm(bytes: Uint8Array, film: Box, changes: Changes, level = 0): boolean {
  if (level > 2) throw new RangeError('A track lies in a track.')
  let isMeasured = false
  for (const box of boxesIn(bytes, { start: film.data, end: film.end })) {
    if (box.type === 'cmov') throw new RangeError('The description of the film is compressed.')
    if (NOT_PLAYED.has(box.type)) changes.free(box)
    if (/^(?:mv|tk|md)hd$/.test(box.type)) changes.remove(timesOf(bytes, box))
    if (box.type === 'trak' || box.type === 'mdia')
      isMeasured = removeFromFilm(bytes, box, changes, level + 1) || isMeasured
    if (box.type === 'minf') isMeasured = isOfMeasurements(bytes, box) || isMeasured
  }
  return isMeasured
}

/** Returns where the times at which a film or a track was made and changed stand. */
function timesOf(bytes: Uint8Array, { data, end }: Box): { start: number; end: number } {
  const last = data + 4 + (bytes[data] === 1 ? 16 : 8)
  if (last > end) throw new RangeError('A header is cut off.')
  return { start: data + 4, end: last }
}

function isOfMeasurements(bytes: Uint8Array, minf: Box): boolean {
  for (const { type, data, end } of boxesIn(bytes, { start: minf.data, end: minf.end }))
    if (type === 'stbl')
      for (const box of boxesIn(bytes, { start: data, end }))
        // The descriptions of samples begin after 8 bytes, each with its length and its kind.
        if (box.type === 'stsd' && MEASUREMENTS.test(lettersAt(bytes, box.data + 12))) return true
  return false
}
