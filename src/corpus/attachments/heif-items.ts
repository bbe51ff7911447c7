/** Finds the metadata among the items of a HEIF or AVIF file (ISO/IEC 14496-12, section 8.11, and ISO/IEC 23008-12). */
import { boxesIn, NumberReader } from './boxes.ts'
import { lettersAt, MOST_PARTS, textOf } from './bytes.ts'
import type { Range } from './blank.ts'
import type { Box } from './boxes.ts'
import type { Changes } from './changes.ts'

/** The boxes beside the items that hold texts, tags and the data of programs. */
const NOT_DRAWN = new Set(['xml ', 'bxml', 'udta', 'uuid', 'ilst', 'keys', 'free', 'skip'])

/**
 * Removes from the `meta` box of a picture the items that do not draw (Exif, XMP and other texts) and smaller copies of
 * the picture. Their data become zeros, and their type becomes `free`, which readers pass over.
 *
 * @throws `RangeError` where the box does not parse.
 */
export function removeMetadataItems(bytes: Uint8Array, meta: Box, changes: Changes): void {
  const boxes = [...boxesIn(bytes, { start: meta.data + 4, end: meta.end })]
  const only = (type: string): Box[] => {
    const found = boxes.filter((box) => box.type === type)
    if (found.length > 1) throw new RangeError(`There is more than one ${type}.`)
    return found
  }
  for (const box of boxes) if (NOT_DRAWN.has(box.type)) changes.free(box)
  const references = only('iref').flatMap((box) => referencesIn(bytes, box))
  const thumbnails = thumbnailsAmong(references, only('pitm').map((box) => primaryOf(bytes, box))[0])
  for (const { from, box } of references) if (thumbnails.has(from)) changes.freeType(box.start + 4)
  const removed = new Set<number>()
  for (const item of only('iinf').flatMap((box) => itemsIn(bytes, box)))
    if (isMetadata(item) || thumbnails.has(item.id)) {
      removed.add(item.id)
      if (item.typeAt !== undefined) changes.freeType(item.typeAt)
    }
  const idat = only('idat')[0]
  for (const box of only('iloc'))
    for (const { id, range } of extentsIn(bytes, box, idat)) {
      if (!removed.has(id)) changes.keep(range)
      else changes.remove(range)
    }
  for (const box of only('iprp').flatMap((each) => propertiesIn(bytes, each))) changes.free(box)
}

interface Reference {
  readonly box: Box
  readonly from: number
  readonly to: readonly number[]
}

function referencesIn(bytes: Uint8Array, iref: Box): Reference[] {
  const idSize = bytes[iref.data] === 0 ? 2 : 4
  if (iref.end - iref.data > idSize * MOST_PARTS) throw new RangeError('There are too many references.')
  return [...boxesIn(bytes, { start: iref.data + 4, end: iref.end })].map((box) => {
    const reader = new NumberReader(bytes, { start: box.data, end: box.end })
    const from = reader.next(idSize)
    return { box, from, to: Array.from({ length: reader.next(2) }, () => reader.next(idSize)) }
  })
}

/** Returns the smaller copies of other items, with their tiles, unless something else is made of them or drawn with them. */
function thumbnailsAmong(references: readonly Reference[], primary: number | undefined): ReadonlySet<number> {
  const drawing = references.filter(({ box }) => box.type !== 'thmb' && box.type !== 'cdsc')
  const small = new Set(references.flatMap(({ box, from }) => (box.type === 'thmb' ? [from] : [])))
  for (const { box, from, to } of drawing) {
    if (box.type !== 'dimg') small.delete(from)
    for (const id of to) small.delete(id)
  }
  if (primary !== undefined) small.delete(primary)
  const tiles = new Set(drawing.flatMap(({ from, to }) => (small.has(from) ? to : [])))
  for (const { from, to } of drawing) if (!small.has(from)) for (const id of to) tiles.delete(id)
  if (primary !== undefined) tiles.delete(primary)
  return new Set([...small, ...tiles])
}

function primaryOf(bytes: Uint8Array, pitm: Box): number {
  const reader = new NumberReader(bytes, { start: pitm.data, end: pitm.end })
  return reader.next(4) >>> 24 === 0 ? reader.next(2) : reader.next(4)
}

interface Item {
  readonly id: number
  readonly type: string
  /** The media type of an item that has one. */
  readonly mediaType: string
  /** The offset of its type, which items of an old form do not have. */
  readonly typeAt: number | undefined
}

const isMetadata = ({ type, mediaType }: Item): boolean =>
  type === 'Exif' || type === 'uri ' || (type === 'mime' && !mediaType.startsWith('image/'))

function itemsIn(bytes: Uint8Array, iinf: Box): Item[] {
  const reader = new NumberReader(bytes, { start: iinf.data, end: iinf.end })
  reader.next(reader.next(4) >>> 24 === 0 ? 2 : 4)
  return [...boxesIn(bytes, { start: reader.at, end: iinf.end })]
    .filter(({ type }) => type === 'infe')
    .map((box) => itemOf(bytes, box))
}

function itemOf(bytes: Uint8Array, infe: Box): Item {
  const reader = new NumberReader(bytes, { start: infe.data, end: infe.end })
  const version = reader.next(4) >>> 24
  const id = reader.next(version > 2 ? 4 : 2)
  reader.next(2)
  const typeAt = version < 2 ? undefined : reader.at
  if (typeAt !== undefined) reader.next(4)
  const type = typeAt === undefined ? 'mime' : lettersAt(bytes, typeAt)
  // The name of the item and its media type follow, each with a zero at its end.
  const [, mediaType = ''] = textOf(bytes.subarray(reader.at, infe.end)).split('\0', 2)
  return { id, type, mediaType, typeAt }
}

/** Yields the parts of the file in which items lie. */
function* extentsIn(bytes: Uint8Array, iloc: Box, idat: Box | undefined): Generator<{ id: number; range: Range }> {
  const reader = new NumberReader(bytes, { start: iloc.data, end: iloc.end })
  const version = reader.next(4) >>> 24
  const sizes = reader.next(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  // Without lengths a few bytes could stand for any number of parts.
  if (lengthSize === 0 || version > 2) throw new RangeError('The lengths of items are not given.')
  for (let left = reader.next(version < 2 ? 2 : 4); left > 0; left--) {
    const id = reader.next(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : reader.next(2) & 15
    if (method > 1 || reader.next(2) !== 0) throw new RangeError('An item lies in another item or file.')
    const base = reader.next(baseSize) + (method === 1 ? (idat?.data ?? Infinity) : 0)
    for (let parts = reader.next(2); parts > 0; parts--) {
      if (version > 0) reader.next(sizes & 15)
      const start = base + reader.next(offsetSize)
      const length = reader.next(lengthSize)
      // A length of 0 means the rest of the file.
      yield { id, range: { start, end: length === 0 ? Infinity : start + length } }
    }
  }
}

/** Returns the properties that say what a user wrote of the picture, and when it was made and changed. */
const propertiesIn = (bytes: Uint8Array, iprp: Box): Box[] =>
  [...boxesIn(bytes, { start: iprp.data, end: iprp.end })]
    .filter(({ type }) => type === 'ipco')
    .flatMap((ipco) => [...boxesIn(bytes, { start: ipco.data, end: ipco.end })])
    .filter(({ type }) => ['udes', 'crtt', 'mdft'].includes(type))
