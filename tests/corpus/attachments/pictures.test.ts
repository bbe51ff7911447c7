/** A published picture says nothing of the people, the place and the day, and looks the same to the last pixel. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { publicBytes } from '../../../src/corpus/attachments/public-bytes.ts'
import { be16, be32, bytes, le16, le32 } from '../../support/bytes.ts'
import { said } from '../../support/corpus.ts'

/** It stands in everything that must go, and nowhere else. */
const CANARY = 'canary'
/** Exif data with an artist, a place on the earth and an orientation, in either order of bytes. */
function exif(orientation: number, isLittle = false): Buffer {
  const [u16, u32] = isLittle ? [le16, le32] : [be16, be32]
  const field = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    bytes(u16(tag), u16(type), u32(count), value)
  return bytes(
    isLittle ? 'II' : 'MM',
    u16(42),
    u32(8),
    u16(3),
    field(0x0112, 3, 1, bytes(u16(orientation), [0, 0])),
    field(0x013b, 2, 7, u32(60)),
    field(0x8825, 4, 1, u32(50)),
    u32(0),
    'a place and ',
    CANARY,
  )
}
const XMP = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${CANARY}</x:xmpmeta>`

/** Returns the orientation that is left, as it stands in the minimal data. */
function orientationLeft(published: Buffer): number | undefined {
  const at = published.indexOf(bytes('MM', [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1]))
  return at === -1 ? undefined : published.readUInt16BE(at + 18)
}

const segment = (marker: number, data: Buffer): Buffer => bytes([0xff, marker], be16(data.length + 2), data)
const ICC = segment(0xe2, bytes('ICC_PROFILE\0\x01\x01', 'the colours'))
const ADOBE = segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1]))
const jfif = (thumbnail: string): Buffer =>
  segment(0xe0, bytes('JFIF\0\x01\x01\0\0\x48\0\x48', thumbnail === '' ? [0, 0] : [1, 2], thumbnail))
/** The tables, two scans with a restart and a byte of data that looks like a marker, and the end. */
const DRAWING = bytes(
  segment(0xdb, bytes([0], Buffer.alloc(64, 1))),
  segment(0xc2, bytes([8, 0, 4, 0, 6, 1, 1, 0x11, 0])),
  segment(0xda, bytes([1, 1, 0, 0, 0, 0])),
  [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
  segment(0xc4, bytes([0], Buffer.alloc(16, 0))),
  segment(0xda, bytes([1, 1, 0, 1, 63, 0])),
  [5, 6, 7],
  [0xff, 0xd9],
)
const jpeg = (orientation: number): Buffer =>
  bytes(
    [0xff, 0xd8],
    jfif(CANARY),
    segment(0xe0, bytes('JFXX\0', CANARY)),
    segment(0xe1, bytes('Exif\0\0', exif(orientation, orientation % 2 === 0))),
    segment(0xe1, bytes(XMP)),
    segment(0xe1, bytes('http://ns.adobe.com/xmp/extension/\0', CANARY)),
    ICC,
    segment(0xe2, bytes('MPF\0', CANARY)),
    segment(0xed, bytes('Photoshop 3.0\0', '8BIM', CANARY)),
    segment(0xec, bytes('Ducky', CANARY)),
    ADOBE,
    segment(0xfe, bytes(CANARY)),
    DRAWING,
    `a film with the sound of a ${CANARY}`,
  )

const chunk = (type: string, data: Buffer): Buffer =>
  bytes(be32(data.length), type, data, be32(crc32(bytes(type, data))))
const SIGNATURE = '\x89PNG\r\n\x1a\n'
const HEAD = chunk('IHDR', bytes(be32(2), be32(3), [8, 2, 0, 0, 0]))
const PNG_DRAWING = [
  chunk('iCCP', bytes('name\0\0', 'colours')),
  chunk('pHYs', Buffer.alloc(9, 1)),
  chunk('acTL', bytes(be32(1), be32(0))),
  chunk('IDAT', bytes('pixels')),
  chunk('fdAT', bytes('more pixels')),
]
const png = (orientation: number): Buffer =>
  bytes(
    SIGNATURE,
    HEAD,
    chunk('eXIf', exif(orientation)),
    ...['tEXt', 'zTXt', 'iTXt', 'dSIG', 'prVW', 'caBX'].map((type) => chunk(type, bytes(`Author\0${CANARY}`))),
    chunk('tIME', Buffer.alloc(7)),
    ...PNG_DRAWING,
    chunk('tEXt', bytes(`Comment\0${CANARY}`)),
    chunk('IEND', bytes()),
    CANARY,
  )

const riff = (type: string, data: Buffer): Buffer => bytes(type, le32(data.length), data, Buffer.alloc(data.length % 2))
const webpOf = (...chunks: Buffer[]): Buffer => riff('RIFF', bytes('WEBP', ...chunks))
const FRAME = bytes(Buffer.alloc(16, 3), riff('ALPH', bytes('see')), riff('VP8 ', bytes('pixels')))
const vp8x = (flags: number): Buffer => riff('VP8X', bytes([flags, 0, 0, 0, 1, 0, 0, 2, 0, 0]))
const WEBP_DRAWING = [riff('ICCP', bytes('colours')), riff('ANIM', Buffer.alloc(6)), riff('ANMF', FRAME)]
const webp = (orientation: number): Buffer =>
  bytes(
    webpOf(
      vp8x(0x2e),
      ...WEBP_DRAWING.slice(0, 2),
      riff('ANMF', bytes(FRAME, riff('junk', bytes(CANARY)))),
      riff('EXIF', bytes(orientation % 2 ? 'Exif\0\0' : '', exif(orientation))),
      riff('XMP ', bytes(XMP)),
      riff('mine', bytes(CANARY)),
    ),
    CANARY,
  )

const blocks = (text: string): Buffer => bytes([text.length], text, [0])
const GIF_HEAD = bytes('GIF89a', [2, 0, 3, 0, 0x80, 0, 0], Buffer.alloc(6, 9))
const GIF_DRAWING = bytes(
  bytes([0x21, 0xff, 11], 'NETSCAPE2.0', [3, 1, 0, 0, 0]),
  [0x21, 0xf9, 4, 0, 1, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 2, 0, 3, 0, 0x80],
  Buffer.alloc(6, 8),
  [2],
  blocks('pixels'),
)
const GIF = bytes(
  GIF_HEAD,
  bytes([0x21, 0xfe], blocks(CANARY)),
  bytes([0x21, 0xff, 11], 'XMP DataXMP', blocks(CANARY)),
  bytes([0x21, 1, 12], Buffer.alloc(12, 1), blocks(CANARY)),
  GIF_DRAWING,
  [0x3b],
  CANARY,
)

function published(path: string, file: Buffer, metadata: 'remove' | 'keep' = 'remove') {
  const { bytes: result, problems } = publicBytes(path, file, { metadata })
  return { bytes: Buffer.from(result), problems: problems.map(said) }
}

describe('a picture keeps its pixels, colours and orientation, and nothing else', () => {
  const minimal = (orientation: number): Buffer =>
    bytes('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', [orientation], '\0\0\0\0\0\0')
  const formats: Readonly<Record<string, readonly [from: (turn: number) => Buffer, to: (turn: number) => Buffer]>> = {
    'x.jpg': [
      jpeg,
      (turn) =>
        bytes(
          [0xff, 0xd8],
          jfif(''),
          turn > 1 ? segment(0xe1, bytes('Exif\0\0', minimal(turn))) : '',
          ICC,
          ADOBE,
          DRAWING,
        ),
    ],
    'x.png': [
      png,
      (turn) =>
        bytes(SIGNATURE, HEAD, turn > 1 ? chunk('eXIf', minimal(turn)) : '', ...PNG_DRAWING, chunk('IEND', bytes())),
    ],
    'x.webp': [
      webp,
      (turn) =>
        webpOf(vp8x(turn > 1 ? 0x2a : 0x22), ...WEBP_DRAWING, ...(turn > 1 ? [riff('EXIF', minimal(turn))] : [])),
    ],
    'x.gif': [() => GIF, () => bytes(GIF_HEAD, GIF_DRAWING, [0x3b])],
  }
  for (const [path, [from, to]] of Object.entries(formats))
    for (const turn of [1, 3, 6, 8])
      test(`${path}, orientation ${turn}`, () => {
        assert.ok(from(turn).includes(CANARY))
        const { bytes: result, problems } = published(path, from(turn))
        assert.deepEqual([result, problems], [to(turn), []])
        assert.ok(!result.includes(CANARY))
        if (path !== 'x.gif') assert.equal(orientationLeft(result), turn === 1 ? undefined : turn)
        assert.deepEqual(published(path, result).bytes, result)
        // The name of a file may be wrong.
        assert.deepEqual(published('x.PNG', from(turn)).bytes, to(turn))
        assert.deepEqual(published(path, from(turn), 'keep').bytes, from(turn))
      })
})

describe('where metadata stays, a problem says so', () => {
  const AUTHOR = '1:1 warning attachment-metadata This PDF names its author.'
  const files: Readonly<Record<string, readonly [Buffer, string]>> = {
    'damaged.jpg': [jpeg(1).subarray(0, 60), '1:1 warning attachment-metadata This JPEG file is damaged,'],
    'damaged.png': [png(1).subarray(0, 60), '1:1 warning attachment-metadata This PNG file is damaged,'],
    'damaged.webp': [webp(1).subarray(0, 60), '1:1 warning attachment-metadata This WebP file is damaged,'],
    'damaged.gif': [GIF.subarray(0, 40), '1:1 warning attachment-metadata This GIF file is damaged,'],
    'damaged.tiff': [exif(1), '1:1 warning attachment-metadata This TIFF file is damaged,'],
    'large.tiff': [
      bytes('II+\0', CANARY),
      '1:1 warning attachment-metadata This TIFF file is damaged, or of a rare kind,',
    ],
    'damaged.avif': [bytes(be32(20), 'ftypavif'), '1:1 warning attachment-metadata This AVIF or HEIF file is damaged,'],
    'damaged.mp3': [bytes('ID3\x04\0\0\0\0\x7f\x7f'), '1:1 warning attachment-metadata This MP3 file is damaged,'],
    'a.pdf': [bytes('%PDF-1.7\n<< /Author (Ann) >>'), AUTHOR],
    'b.pdf': [bytes('%PDF-1.7\n<dc:creator><rdf:Seq><rdf:li>Ann</rdf:li></rdf:Seq></dc:creator>'), AUTHOR],
  }
  for (const [path, [file, problem]] of Object.entries(files))
    test(path, () => {
      const { bytes: result, problems } = published(path, file)
      assert.deepEqual(result, file)
      assert.ok(problems.length === 1 && problems[0]!.startsWith(problem), problems.join())
      assert.deepEqual(published(path, file, 'keep').problems, [])
    })

  test('and no other file is reported', () => {
    const quiet = {
      'x.pdf': '%PDF-1.7\n<< /Author () /Title (Tides) >>',
      'x.ico': '\0\0\x01\0',
      'x.txt': '/Author (Ann)',
    }
    for (const [path, text] of Object.entries(quiet))
      assert.deepEqual(published(path, bytes(text)), { bytes: bytes(text), problems: [] })
  })
})

test('no file is too short or too broken', () => {
  const whole = [jpeg(6), png(6), webp(6), GIF, exif(6)]
  for (const file of whole)
    for (let length = 0; length <= file.length; length++) {
      published('x.png', file.subarray(0, length))
      const broken = Buffer.from(file)
      broken.fill(0xff, length, Math.min(length + 4, file.length))
      published('x.png', broken)
    }
})

test('an SVG loses what its editor says of its author, with the text of it', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" sodipodi:docname="${CANARY}.svg"><!-- ${CANARY} --><title>Tides</title><metadata><rdf:RDF><dc:creator>${CANARY}</dc:creator></rdf:RDF></metadata><sodipodi:namedview inkscape:path="${CANARY}">${CANARY}</sodipodi:namedview><i:pgf>${CANARY}</i:pgf><i:pgf>${CANARY}</i:pgf><rect inkscape:label="${CANARY}" width="1"/></svg>`
  const { bytes: result } = published('x.svg', bytes(svg))
  assert.equal(
    result.toString(),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Tides</title><rect width="1" /></svg>\n',
  )
})
