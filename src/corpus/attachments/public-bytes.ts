/**
 * Makes of an attachment what is published: a picture says nothing of the place, the day and the person it was taken
 * by.
 */
import { problem } from '../problem.ts'
import { sanitiseSvg } from '../svg.ts'
import { beginsWith, textOf } from './bytes.ts'
import { withoutGifMetadata } from './gif.ts'
import { withoutJpegMetadata } from './jpeg.ts'
import { withoutPngMetadata } from './png.ts'
import { tiffFields } from './tiff.ts'
import { withoutWebpMetadata } from './webp.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, Problem } from '../vocabulary.ts'

/** An attachment as it is published, and what is to be said of it. */
export interface PublicBytes {
  readonly bytes: Uint8Array
  readonly problems: readonly Problem[]
}

/**
 * Tells by its name whether an attachment is published in another form than it has, or may say something of a person.
 * Of all others `publicBytes` gives the same bytes, so they need not be read.
 */
export const isChecked = (path: FilePath): boolean =>
  /\.(svg|jpe?g|jpe|jfif|pjp|pjpeg|a?png|webp|gif|bmp|ico|cur|avif|heic|heif|tiff?|pdf)$/i.test(path)

/**
 * Returns the bytes that are published of an attachment. SVG may hold scripts, which are always taken out. Pictures
 * lose their metadata, unless the settings say `metadata: keep`, and none of their pixels. Where the metadata cannot
 * be taken out, the file stays as it is and a problem says so.
 */
export function publicBytes(path: FilePath, bytes: Uint8Array, { metadata }: Pick<Settings, 'metadata'>): PublicBytes {
  if (/\.svg$/i.test(path))
    return { bytes: new TextEncoder().encode(sanitiseSvg(new TextDecoder().decode(bytes))), problems: [] }
  if (metadata === 'keep' || !isChecked(path)) return { bytes, problems: [] }
  const format = FORMATS.find(({ isOf }) => isOf(bytes))
  if (format === undefined) return { bytes, problems: remaining(path, bytes) }
  const cleaned = format.clean(bytes)
  if (cleaned !== undefined) return { bytes: cleaned, problems: [] }
  return {
    bytes,
    problems: [stays(path, `This ${format.name} file is damaged, so its metadata is not removed. ${EXPORT}`)],
  }
}

/** The formats that are known by how a file begins, whatever its name is. */
const FORMATS = [
  { name: 'JPEG', isOf: (bytes: Uint8Array) => beginsWith(bytes, '\xff\xd8\xff'), clean: withoutJpegMetadata },
  { name: 'PNG', isOf: (bytes: Uint8Array) => beginsWith(bytes, '\x89PNG\r\n\x1a\n'), clean: withoutPngMetadata },
  {
    name: 'WebP',
    isOf: (bytes: Uint8Array) => beginsWith(bytes, 'RIFF') && beginsWith(bytes.subarray(8), 'WEBP'),
    clean: withoutWebpMetadata,
  },
  { name: 'GIF', isOf: (bytes: Uint8Array) => beginsWith(bytes, 'GIF8'), clean: withoutGifMetadata },
]

const EXPORT = 'Export it again, or say "metadata: keep" in site.yaml to publish all metadata.'

/** Finds metadata in the formats from which none is removed. */
function remaining(path: FilePath, bytes: Uint8Array): Problem[] {
  if (beginsWith(bytes, '%PDF')) return namesAuthor(bytes) ? [stays(path, `This PDF names its author. ${EXPORT}`)] : []
  const tags = tiffFields(bytes)
  if (PERSONAL_TAGS.some((tag) => tags.has(tag))) return [stays(path, `${NOT_REMOVED} Export it as JPEG or PNG.`)]
  const isHeif = beginsWith(bytes.subarray(4), 'ftyp')
  return isHeif && /Exif\0|application\/rdf\+xml/.test(ends(bytes))
    ? [stays(path, `${NOT_REMOVED} Remove it, or export the file as JPEG, PNG or WebP.`)]
    : []
}

const NOT_REMOVED = 'This picture holds metadata, which is not removed from files of its format.'
/** XMP, artist, copyright, IPTC, Photoshop, Exif and GPS, by their tags. */
const PERSONAL_TAGS = [0x02bc, 0x013b, 0x8298, 0x83bb, 0x8649, 0x8769, 0x8825]

/** Looks in the parts of a PDF that are not compressed for an author who is not empty. */
const namesAuthor = (bytes: Uint8Array): boolean =>
  /\/Author\s*(?:\((?!\s*\))|<(?!\s*>))|<dc:creator>(?:\s{0,200}<[^>]{0,200}>){0,9}\s{0,200}[^\s<]/.test(ends(bytes))

/** Returns the text of a file, or of its beginning and its end where it is large. */
const ends = (bytes: Uint8Array): string =>
  bytes.length <= 2 * PART ? textOf(bytes) : textOf(bytes.subarray(0, PART)) + textOf(bytes.subarray(-PART))
const PART = 4_000_000

const stays = (path: FilePath, sentence: string): Problem =>
  problem('warning', 'attachment-metadata', path, { line: 1, column: 1 }, sentence)
