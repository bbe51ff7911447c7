/** What is removed in its place: nothing that draws is touched, and nothing in a file leads a reader astray. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { publicBytes } from '../../../src/corpus/attachments/public-bytes.ts'
import { be16, be32, bytes, le16, le32 } from '../../support/bytes.ts'
import { said } from '../../support/corpus.ts'

const CANARY = 'canary'
const DAMAGED = /^1:1 warning attachment-metadata This .+ file is damaged, or of a rare kind,/

function published(path: string, file: Buffer) {
  const { bytes: result, problems } = publicBytes(path, file, { metadata: 'remove' })
  return { bytes: Buffer.from(result), problems: problems.map(said) }
}

function assertStays(path: string, file: Buffer): void {
  const { bytes: result, problems } = published(path, file)
  assert.deepEqual(result, file)
  assert.equal(problems.length, 1)
  assert.match(problems[0]!, DAMAGED)
}

const box = (type: string, ...data: (string | number[] | Buffer)[]): Buffer => {
  const all = bytes(...data)
  return bytes(be32(all.length + 8), type, all)
}
const zeros = (length: number): Buffer => Buffer.alloc(length)
const free = (length: number): Buffer => box('free', zeros(length - 8))
const FTYP = box('ftyp', 'avif', zeros(4), 'avifmif1')

describe('a HEIF or AVIF picture', () => {
  /** The items of the picture: their ids, types, and offsets and lengths in the data. */
  interface Item {
    readonly type: string
    readonly data: string
    readonly at?: number
  }
  const ITEMS: readonly Item[] = [
    { type: 'av01', data: 'the pixels' },
    { type: 'Exif', data: `exif ${CANARY}` },
    { type: 'mime', data: `xmp ${CANARY}` },
    { type: 'grid', data: 'small' },
    { type: 'av01', data: 'tile' },
    { type: 'av01', data: 'how transparent' },
  ]
  const PROPERTIES = box('irot', [3])
  const REFERENCES: readonly Buffer[] = [
    box('cdsc', be16(2), be16(1), be16(1)),
    box('thmb', be16(4), be16(1), be16(1)),
    box('dimg', be16(4), be16(1), be16(5)),
    box('auxl', be16(6), be16(1), be16(1)),
  ]
  const picture = (items: readonly Item[], references = REFERENCES, properties = [PROPERTIES]): Buffer => {
    const meta = (start: number): Buffer => {
      let at = start
      const places = items.map((item, index) => {
        const place = bytes(be16(index + 1), be16(0), be16(1), be32(item.at ?? at), be32(item.data.length))
        at += item.data.length
        return place
      })
      const entries = items.map(({ type }, index) =>
        box(
          'infe',
          be32(2 << 24),
          be16(index + 1),
          be16(0),
          type,
          '\0',
          type === 'mime' ? 'application/rdf+xml\0' : '',
        ),
      )
      return box(
        'meta',
        be32(0),
        box('hdlr', be32(0), be32(0), 'pict', zeros(13)),
        box('pitm', be32(0), be16(1)),
        box('iloc', be32(0), [0x44, 0], be16(items.length), ...places),
        box('iinf', be32(0), be16(items.length), ...entries),
        box('iref', be32(0), ...references),
        box('iprp', box('ipco', ...properties), box('ipma', be32(0), be32(0))),
      )
    }
    const start = FTYP.length + meta(0).length + 8
    return bytes(FTYP, meta(start), box('mdat', ...items.map(({ data }) => data)))
  }

  test('keeps its pixels, its turn and its transparency, and loses Exif, XMP and a smaller copy', () => {
    const file = bytes(picture(ITEMS), box('mpvd', `a film of a ${CANARY}`))
    const { bytes: result, problems } = published('x.avif', file)
    assert.equal(result.length, file.length)
    assert.deepEqual(problems, [])
    for (const text of ['the pixels', 'how transparent', 'irot', 'auxl']) {
      assert.ok(result.includes(text))
      assert.equal(result.indexOf(text), file.indexOf(text))
    }
    for (const text of [CANARY, 'small', 'tile', 'thmb', 'dimg', 'Exif', 'mpvd'])
      assert.ok(!result.includes(text), text)
  })

  test('keeps what another picture is made of, though it is a smaller copy as well', () => {
    const { bytes: result } = published(
      'x.avif',
      picture(ITEMS, [...REFERENCES, box('dimg', be16(1), be16(1), be16(5))]),
    )
    assert.ok(result.includes('tile') && !result.includes('small'))
    const { bytes: own } = published('x.avif', picture(ITEMS, [box('thmb', be16(1), be16(1), be16(4))]))
    assert.ok(own.includes('the pixels'))
  })

  test('loses what a user wrote of it', () => {
    const { bytes: result } = published(
      'x.avif',
      picture(ITEMS, [], [PROPERTIES, box('udes', be32(0), `en\0${CANARY}\0`)]),
    )
    assert.ok(!result.includes(CANARY) && result.includes('irot'))
  })

  test('stays as it is where metadata overlap the pixels, or lie outside of the file', () => {
    const exifAt = (at: number): Buffer => picture(ITEMS.map((item) => (item.type === 'Exif' ? { ...item, at } : item)))
    const pixels = picture(ITEMS).indexOf('the pixels')
    for (const at of [pixels, pixels + 9, 0xffffff00, 5000]) assertStays('x.avif', exifAt(at))
  })

  test('stays as it is where a few bytes stand for any number of parts', () => {
    const meta = (...boxes: Buffer[]) =>
      bytes(FTYP, box('meta', be32(0), box('hdlr', be32(0), be32(0), 'pict', zeros(13)), ...boxes))
    const item = bytes(be16(1), be16(0), be16(0xffff))
    assertStays('x.avif', meta(box('iloc', be32(0), [0, 0], be16(10), Buffer.alloc(10 * item.length, item))))
    assertStays('x.avif', meta(box('iinf', be32(0), be16(0)), box('iinf', be32(0), be16(0))))
  })
})

describe('a film', () => {
  const description = (kind: string) =>
    box(
      'mdia',
      box('mdhd', be32(0), be32(7), be32(7), zeros(16)),
      box('minf', box('stbl', box('stsd', be32(0), be32(1), box(kind)))),
    )
  const film = (kind: string, isCleaned: boolean): Buffer => {
    const time = isCleaned ? zeros(8) : bytes(be32(7), be32(7))
    const text = (type: string) => (isCleaned ? free(8 + CANARY.length) : box(type, CANARY))
    return bytes(
      box('ftyp', 'isom', zeros(4)),
      text('free'),
      box(
        'moov',
        box('mvhd', be32(0), time, zeros(88)),
        box(
          'trak',
          box('tkhd', be32(0), time, zeros(72)),
          isCleaned ? Buffer.from(description(kind)).fill(0, 20, 28) : description(kind),
          text('udta'),
        ),
        text('meta'),
        text('udta'),
      ),
      box('mdat', 'the film'),
      text('uuid'),
    )
  }

  test('loses its tags and times in their place', () => {
    assert.deepEqual(published('x.mp4', film('avc1', false)), { bytes: film('avc1', true), problems: [] })
  })

  test('with a track of measurements is reported, and loses the rest', () => {
    const { bytes: result, problems } = published('x.mp4', film('gpmd', false))
    assert.deepEqual(result, film('gpmd', true))
    assert.match(
      problems.join(),
      /^1:1 warning attachment-metadata This film has a track that may say where it was made\./,
    )
  })

  test('stays as it is where tracks lie in tracks, or its description is compressed', () => {
    let inner = box('udta', CANARY)
    for (let level = 0; level < 4; level++) inner = box('trak', inner)
    assertStays('x.mp4', bytes(FTYP, box('moov', inner)))
    assertStays('x.mp4', bytes(FTYP, box('moov', box('cmov', CANARY))))
  })
})

describe('a TIFF picture', () => {
  type Field = readonly [tag: number, type: number, count: number, value: number]
  const directory = (fields: readonly Field[], next: number, isLittle: boolean, padding = 0): Buffer => {
    const [u16, u32] = isLittle ? [le16, le32] : [be16, be32]
    const written = fields.map(([tag, type, count, value]) =>
      bytes(u16(tag), u16(type), u32(count), type === 3 && count === 1 ? bytes(u16(value), [0, 0]) : u32(value)),
    )
    return bytes(u16(fields.length), ...written, u32(next), zeros(12 * padding))
  }
  const start = (isLittle: boolean, first = 8): Buffer =>
    isLittle ? bytes('II', le16(42), le32(first)) : bytes('MM', be16(42), be32(first))
  const KEPT: readonly Field[] = [
    [256, 3, 1, 2],
    [273, 4, 1, 200],
    [274, 3, 1, 6],
    [279, 4, 1, 10],
    [34675, 7, 7, 210],
  ]
  const TEXTS: readonly Field[] = [
    [270, 2, 6, 220],
    [315, 2, 6, 220],
    [700, 1, 6, 220],
    [33432, 2, 6, 220],
    [33723, 7, 6, 220],
    [34377, 7, 6, 220],
    [34665, 4, 1, 230],
    [40000, 2, 6, 220],
  ]
  const sorted = (fields: readonly Field[]) => fields.toSorted(([a], [b]) => a - b)
  const padded = (file: Buffer, length: number): Buffer => bytes(file, zeros(length - file.length))
  const exif = (isLittle: boolean) =>
    directory(
      [
        [36867, 2, 6, 220],
        [34853, 4, 1, 230],
      ],
      230,
      isLittle,
    )

  for (const isLittle of [true, false])
    test(`keeps its pixels, colours and turn, ${isLittle ? 'lowest' : 'highest'} byte first`, () => {
      const body = bytes('the pixels', 'colours', zeros(3), CANARY, zeros(4))
      const file = bytes(
        padded(bytes(start(isLittle), directory(sorted([...KEPT, ...TEXTS]), 8, isLittle)), 200),
        body,
        exif(isLittle),
      )
      const expected = bytes(
        padded(bytes(start(isLittle), directory(KEPT, 8, isLittle, TEXTS.length)), 200),
        bytes('the pixels', 'colours', zeros(13)),
        zeros(exif(isLittle).length),
      )
      assert.deepEqual(published('x.tif', file), { bytes: expected, problems: [] })
    })

  test('stays as it is where metadata overlap the pixels, or lie outside of the file', () => {
    for (const at of [195, 205, 4, 5000, 0xfffffff0]) {
      const fields = sorted([...KEPT, [315, 2, 6, at]])
      assertStays('x.tif', padded(bytes(start(true), directory(fields, 0, true)), 300))
    }
  })

  test('stays as it is where it is a raw picture', () => {
    assertStays('x.tif', padded(bytes(start(true), directory(sorted([...KEPT, [50706, 1, 4, 1]]), 0, true)), 300))
  })

  test('is read in one pass, however its directories overlap', () => {
    // Each directory begins two bytes after the one before, and claims many fields.
    const offsets = Array.from({ length: 2_000 }, (_, index) => 100 + 2 * index)
    const list = bytes(...offsets.map(le32))
    const file = bytes(
      padded(bytes(start(true), directory([[330, 4, offsets.length, 10_000]], 0, true)), 100),
      Buffer.alloc(9_900, bytes(le16(3000))),
      list,
      zeros(40_000),
    )
    assertStays('x.tif', file)
  })
})

describe('a file of more parts than any program writes stays as it is', () => {
  const many = (part: Buffer): Buffer => Buffer.alloc(200_001 * part.length, part)
  const files: Readonly<Record<string, Buffer>> = {
    'x.avif': bytes(FTYP, many(box('free'))),
    'x.png': bytes('\x89PNG\r\n\x1a\n', many(bytes(zeros(4), 'IDAT', zeros(4)))),
    'x.gif': bytes('GIF89a', zeros(7), many(bytes([0x2c], zeros(11)))),
    'x.jpg': bytes([0xff, 0xd8], many(bytes([0xff, 0xdb, 0, 2]))),
    'x.wav': bytes('RIFF', le32(4 + 200_001 * 8), 'WAVE', many(bytes('fmt ', zeros(4)))),
    'x.webp': bytes('RIFF', le32(4 + 200_001 * 8), 'WEBP', many(bytes('VP8 ', zeros(4)))),
    'x.webm': bytes('\x1a\x45\xdf\xa3\x80', many(bytes([0xec, 0x80]))),
    'x.tif': bytes('II*\0', le32(8), le16(1), le16(330), le16(4), le32(1_000_001), le32(26), zeros(4_000_008)),
  }
  for (const [path, file] of Object.entries(files)) test(path, () => assertStays(path, file))
})
