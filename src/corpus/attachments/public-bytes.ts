/**
 * Makes of an attachment what is published: a picture, a sound or a film says nothing of the place, the day and the
 * person it was taken by, and a document nothing of its author.
 */
import { problem } from '../problem.ts'
import { sanitiseSvg } from '../svg.ts'
import { beginsWith, lettersAt, textOf } from './bytes.ts'
import { withoutFlacMetadata } from './flac.ts'
import { withoutGifMetadata } from './gif.ts'
import { withoutIsoMediaMetadata } from './iso-media.ts'
import { withoutJpegMetadata } from './jpeg.ts'
import { withoutMatroskaMetadata } from './matroska.ts'
import { withoutMp3Metadata } from './mp3.ts'
import { namesPeople, withoutOfficeMetadata } from './office.ts'
import { withoutOggMetadata } from './ogg.ts'
import { withoutPngMetadata } from './png.ts'
import { withoutTiffMetadata } from './tiff-file.ts'
import { withoutWavMetadata } from './wav.ts'
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
  PICTURE.test(path) || MEDIA.test(path) || OFFICE.test(path) || /\.pdf$/i.test(path)

const PICTURE = /\.(svg|jpe?g|jpe|jfif|pjp|pjpeg|a?png|webp|gif|bmp|ico|cur|avifs?|hei[cf]s?|hif|tiff?)$/i
const MEDIA = /\.(mp[34]|m4[abv]|mov|qt|3g[p2]|aac|wav|flac|og[gavx]|opus|spx|web[ma]|mk[av])$/i

const OFFICE = /\.(doc[xm]?|dot[xm]?|xls[xmb]?|xlt[xm]?|pp[ts][xm]?|pot[xm]?|od[tspg]|ot[tspg])$/i

/** The most bytes that a file may have to be looked into, because all of it is held in memory twice. */
const MOST_BYTES = 500_000_000

/**
 * Tells whether a file is too large for its metadata to be removed. It is published as it is, and `tooLarge` says so. A
 * drawing is never too large, because it could hold scripts.
 */
export const isTooLarge = (path: FilePath, size: number): boolean => size > MOST_BYTES && !/\.svg$/i.test(path)

/** Says of a file that it is too large for its metadata to be removed. */
export const tooLarge = (path: FilePath): Problem =>
  stays(path, `This file is larger than ${MOST_BYTES / 1_000_000} MB, so no metadata is removed from it. ${EXPORT}`)

/**
 * Returns the bytes that are published of an attachment. SVG may hold scripts, which are always taken out. Pictures,
 * sounds, films and documents of Office lose their metadata, unless the settings say `metadata: keep`, and nothing of
 * what they show. Where metadata cannot be taken out, they stay, and a problem says so.
 */
export function publicBytes(path: FilePath, bytes: Uint8Array, { metadata }: Pick<Settings, 'metadata'>): PublicBytes {
  if (/\.svg$/i.test(path))
    return { bytes: new TextEncoder().encode(sanitiseSvg(new TextDecoder().decode(bytes))), problems: [] }
  if (metadata === 'keep' || !isChecked(path)) return { bytes, problems: [] }
  if (isIsoMedia(bytes)) return publicIsoMedia(path, bytes)
  if (OFFICE.test(path) && beginsWith(bytes, 'PK\x03\x04')) return publicOffice(path, bytes)
  const format = FORMATS.find(({ isOf }) => isOf(bytes))
  if (format === undefined) return { bytes, problems: authorProblems(path, bytes) }
  return cleanedOr(path, bytes, format.name, format.clean(bytes))
}

const cleanedOr = (path: FilePath, bytes: Uint8Array, name: string, cleaned: Uint8Array | undefined): PublicBytes =>
  cleaned === undefined
    ? {
        bytes,
        problems: [
          stays(path, `This ${name} file is damaged, or of a rare kind, so its metadata is not removed. ${EXPORT}`),
        ],
      }
    : { bytes: cleaned, problems: [] }

function publicIsoMedia(path: FilePath, bytes: Uint8Array): PublicBytes {
  const cleaned = withoutIsoMediaMetadata(bytes)
  const published = cleanedOr(path, bytes, PICTURE.test(path) ? 'AVIF or HEIF' : 'MP4', cleaned?.bytes)
  return cleaned?.isMeasured
    ? { ...published, problems: [stays(path, `This film has a track that may say where it was made. ${EXPORT}`)] }
    : published
}

function publicOffice(path: FilePath, bytes: Uint8Array): PublicBytes {
  const published = cleanedOr(path, bytes, 'Office', withoutOfficeMetadata(bytes))
  return namesPeople(bytes)
    ? {
        ...published,
        problems: [
          ...published.problems,
          stays(path, `This document holds comments or tracked changes, which name their authors. ${EXPORT}`),
        ],
      }
    : published
}

/** The first box of a film may be another one where QuickTime made it. */
const isIsoMedia = (bytes: Uint8Array): boolean =>
  ['ftyp', 'moov', 'mdat', 'wide', 'pnot'].some((type) => beginsWith(bytes, type, 4))

/** The formats that are known by how a file begins, whatever its name is. */
const FORMATS = [
  { name: 'JPEG', isOf: (bytes: Uint8Array) => beginsWith(bytes, '\xff\xd8\xff'), clean: withoutJpegMetadata },
  { name: 'PNG', isOf: (bytes: Uint8Array) => beginsWith(bytes, '\x89PNG\r\n\x1a\n'), clean: withoutPngMetadata },
  { name: 'WebP', isOf: (bytes: Uint8Array) => isRiff(bytes, 'WEBP'), clean: withoutWebpMetadata },
  { name: 'GIF', isOf: (bytes: Uint8Array) => beginsWith(bytes, 'GIF8'), clean: withoutGifMetadata },
  // The number after the letters is 42, or 43 in files of more than 4 GB.
  {
    name: 'TIFF',
    isOf: (bytes: Uint8Array) => /^(?:II[*+]\0|MM\0[*+])/.test(start(bytes)),
    clean: withoutTiffMetadata,
  },
  { name: 'WAV', isOf: (bytes: Uint8Array) => isRiff(bytes, 'WAVE'), clean: withoutWavMetadata },
  { name: 'FLAC', isOf: (bytes: Uint8Array) => beginsWith(bytes, 'fLaC'), clean: withoutFlacMetadata },
  {
    name: 'WebM or Matroska',
    isOf: (bytes: Uint8Array) => beginsWith(bytes, '\x1a\x45\xdf\xa3'),
    clean: withoutMatroskaMetadata,
  },
  { name: 'Ogg', isOf: (bytes: Uint8Array) => beginsWith(bytes, 'OggS'), clean: withoutOggMetadata },
  // The older form of Office, and documents that a password locks.
  { name: 'Office', isOf: (bytes: Uint8Array) => beginsWith(bytes, '\xd0\xcf\x11\xe0'), clean: () => undefined },
  // A tag, or the eleven bits with which the sound begins.
  {
    name: 'MP3',
    isOf: (bytes: Uint8Array) => /^(?:ID3|\xff[\xe0-\xff])/.test(start(bytes)),
    clean: withoutMp3Metadata,
  },
]

const start = (bytes: Uint8Array): string => lettersAt(bytes, 0)

const isRiff = (bytes: Uint8Array, type: string): boolean =>
  /^(?:RIFF|RF64|BW64)$/.test(start(bytes)) && beginsWith(bytes, type, 8)

const EXPORT = 'Export it again, or say "metadata: keep" in site.yaml to publish all metadata.'

/** Finds the author of a PDF, from which nothing is removed. */
const authorProblems = (path: FilePath, bytes: Uint8Array): Problem[] =>
  beginsWith(bytes, '%PDF') && namesAuthor(bytes) ? [stays(path, `This PDF names its author. ${EXPORT}`)] : []

/** Looks in the parts of a PDF that are not compressed for an author who is not empty. */
const namesAuthor = (bytes: Uint8Array): boolean =>
  /\/Author\s*(?:\((?!\s*\))|<(?!\s*>))|<dc:creator>(?:\s{0,200}<[^>]{0,200}>){0,9}\s{0,200}[^\s<]/.test(ends(bytes))

/** Returns the text of a file, or of its beginning and its end where it is large. */
const ends = (bytes: Uint8Array): string =>
  bytes.length <= 2 * PART ? textOf(bytes) : textOf(bytes.subarray(0, PART)) + textOf(bytes.subarray(-PART))
const PART = 4_000_000

const stays = (path: FilePath, sentence: string): Problem =>
  problem('warning', 'attachment-metadata', path, { line: 1, column: 1 }, sentence)
