/** Removes from a TIFF file what does not draw. The format is that of TIFF, revision 6.0. */
import { blanked } from './blank.ts'
import { TiffReader } from './tiff-reader.ts'
import type { Range } from './blank.ts'
import type { Directory, Field } from './tiff-reader.ts'

/**
 * The texts among the tags of the specification: document, description, maker, model, page, software, date, artist,
 * computer and printer.
 */
const TEXTS = new Set([269, 270, 271, 272, 285, 305, 306, 315, 316, 337])
/** The tags of others that are kept: colours, transparency, and where on the earth a map lies, which is what it draws. */
const KEPT = new Set([
  32995, 32996, 32997, 32998, 33421, 33422, 33550, 33922, 34264, 34675, 34735, 34736, 34737, 37439, 42113,
])
/** The tags of the offsets of further directories: of Exif, of GPS, and of Exif for other programs. */
const METADATA_DIRECTORIES = new Set([34665, 34853, 40965])
const SUB_PICTURES = 330
const DNG_VERSION = 50706
/** The tags of the offsets of the parts of a picture, and those of their lengths. */
const PARTS: ReadonlyMap<number, number> = new Map([
  [273, 279],
  [324, 325],
  [513, 514],
])

/**
 * Returns the file without Exif, GPS, XMP, IPTC, Photoshop's data, texts and unknown tags. Their fields are taken out
 * of the directories and their values become zeros, so that everything else stays where it is. It is undefined where
 * the file does not parse, is a raw picture of a camera (DNG), or of the form for more than 4 GB.
 */
export function withoutTiffMetadata(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const reader = new TiffReader(bytes)
    const changes: Changes = { removed: [], kept: [HEADER], directories: [] }
    for (const directory of picturesIn(reader)) addPicture(reader, directory, changes)
    // The directories are written anew, and so may not overlap what is kept either.
    const result = blanked(bytes, [...changes.removed, ...changes.directories], changes.kept)
    if (result) for (const directory of changes.directories) reader.writeDirectory(result, directory, isKept)
    return result
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const HEADER: Range = { start: 0, end: 8 }

interface Changes {
  readonly removed: Range[]
  readonly kept: Range[]
  /** The directories of pictures, in which the fields that are kept move together. */
  readonly directories: Directory[]
}

const isKept = ({ tag }: Field): boolean => (tag >= 254 && tag <= 532 && !TEXTS.has(tag)) || KEPT.has(tag)

/** Yields the directories of all pictures: those in the chain of the file, and those within others. */
function* picturesIn(reader: TiffReader): Generator<Directory> {
  const offsets = [reader.first]
  for (let at = offsets.pop(); at !== undefined; at = offsets.pop()) {
    const directory = reader.directory(at)
    if (directory === undefined) continue
    yield directory
    offsets.push(directory.next)
    for (const field of directory.fields)
      if (field.tag === SUB_PICTURES) for (const offset of reader.values(field)) offsets.push(offset)
  }
}

function addPicture(reader: TiffReader, directory: Directory, { removed, kept, directories }: Changes): void {
  directories.push(directory)
  for (const field of directory.fields) {
    if (field.tag === DNG_VERSION) throw new RangeError('A raw picture has tags of its own, which draw.')
    if (!field.isInside) (isKept(field) ? kept : removed).push(field)
    if (isKept(field)) for (const part of partsOf(reader, directory, field)) kept.push(part)
    if (METADATA_DIRECTORIES.has(field.tag)) removeDirectories(reader, field, removed)
  }
}

/** Removes the directories that a field leads to, and those within them. */
function removeDirectories(reader: TiffReader, start: Field, removed: Range[]): void {
  const offsets = reader.values(start)
  for (let at = offsets.pop(); at !== undefined; at = offsets.pop()) {
    const directory = reader.directory(at)
    if (directory === undefined) continue
    removed.push(directory)
    for (const field of directory.fields) {
      if (!field.isInside) removed.push(field)
      if (METADATA_DIRECTORIES.has(field.tag)) for (const offset of reader.values(field)) offsets.push(offset)
    }
  }
}

/** Returns where the parts of a picture lie whose offsets stand in a field. */
function partsOf(reader: TiffReader, { fields }: Directory, offsets: Field): Range[] {
  const tag = PARTS.get(offsets.tag)
  const lengths = tag === undefined ? undefined : fields.find((field) => field.tag === tag)
  if (lengths === undefined) return []
  const ends = reader.values(lengths)
  return reader.values(offsets).map((start, index) => ({ start, end: start + (ends[index] ?? 0) }))
}
