/** Documents of Office lose what they say of their authors, and stay whole archives. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { publicBytes } from '../../../src/corpus/attachments/public-bytes.ts'

const published = (path: string, bytes: Uint8Array) => publicBytes(path, bytes, { metadata: 'remove' })

/** Writes an archive as Office does, with packed files whose sizes stand behind them. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [data, packed] = [Buffer.from(text), deflateRawSync(text)]
    const sizes = [crc32(data), packed.length, data.length]
    const numbers = (sizes: readonly number[]): Buffer => Buffer.concat(sizes.map(u32))
    const facts = Buffer.concat([u16(20), u16(8), u16(8), u16(0x6b2a), u16(0x5765)])
    const local = [
      Buffer.from('PK\x03\x04'),
      facts,
      numbers([0, 0, 0]),
      u16(name.length),
      u16(4),
      Buffer.from(name),
      u16(0xcafe),
      u16(0),
    ]
    const file = Buffer.concat([...local, packed, Buffer.from('PK\x07\x08'), numbers(sizes)])
    directory.push(
      Buffer.concat([
        ...[
          Buffer.from('PK\x01\x02'),
          u16(0x314),
          facts,
          numbers(sizes),
          u16(name.length),
          u16(0),
          u16(6),
          u16(0),
          u16(0),
        ],
        ...[u32(0), u32(at), Buffer.from(name), Buffer.from('remark')],
      ]),
    )
    parts.push(file)
    at += file.length
  }
  const whole = Buffer.concat(directory)
  const count = u16(directory.length)
  const end = [
    Buffer.from('PK\x05\x06'),
    u32(0),
    count,
    count,
    u32(whole.length),
    u32(at),
    u16(6),
    Buffer.from('canary'),
  ]
  return Buffer.concat([...parts, whole, ...end])
}

const u16 = (value: number): Buffer => Buffer.of(value & 255, value >> 8)
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)])

/** Reads an archive by its directory, and checks each file. */
function unzip(bytes: Uint8Array): Record<string, string> {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf('PK\x05\x06')
  const files: Record<string, string> = {}
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const name = buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28))
    const [start, size] = [buffer.readUInt32LE(at + 42), buffer.readUInt32LE(at + 20)]
    assert.equal(buffer.toString('latin1', start, start + 4), 'PK\x03\x04')
    assert.deepEqual([buffer.readUInt32LE(start + 10), buffer.readUInt32LE(at + 12)], [0x210000, 0x210000])
    const from = start + 30 + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28)
    const packed = buffer.subarray(from, from + size)
    const data = buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    assert.equal(crc32(data), buffer.readUInt32LE(at + 16))
    files[name] = data.toString('utf8')
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  assert.equal(at, end)
  return files
}

const DOCUMENT = {
  '[Content_Types].xml': '<Types/>',
  'docProps/core.xml': '<cp:coreProperties><dc:creator>Canary</dc:creator></cp:coreProperties>',
  'docProps/app.xml': '<Properties><Company>Canary</Company></Properties>',
  'docProps/custom.xml': '<Properties>Canary</Properties>',
  'word/document.xml': `<w:document>${'The words. '.repeat(100)}</w:document>`,
}

describe('a document', () => {
  for (const [path, files] of [
    ['x.docx', DOCUMENT],
    ['x.odt', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>', 'meta.xml': 'Canary' }],
    ['x.xlsx', { 'xl/workbook.xml': '<x/>', 'package/services/metadata/core-properties/a1.psmdcp': 'Canary' }],
  ] as const)
    test(`${path} has no author, and its other files`, () => {
      const file = zip(files)
      const given = Buffer.from(file)
      const { bytes, problems } = published(path, file)
      assert.deepEqual(problems, [])
      assert.deepEqual(file, given, 'what was read is not changed')
      const now = unzip(bytes)
      assert.deepEqual(Object.keys(now), Object.keys(files))
      assert.doesNotMatch(JSON.stringify(now) + Buffer.from(bytes).toString('latin1'), /canary/i)
      for (const [name, text] of Object.entries(files)) if (!text.includes('Canary')) assert.equal(now[name], text)
      assert.deepEqual(Buffer.from(published(path, bytes).bytes), Buffer.from(bytes), 'nothing is left to be removed')
      assert.deepEqual(publicBytes(path, file, { metadata: 'keep' }).bytes, file)
    })

  test('with comments or tracked changes is reported', () => {
    const { bytes, problems } = published('x.docx', zip({ ...DOCUMENT, 'word/comments.xml': '<x>Ann</x>' }))
    assert.match(
      String(problems[0]?.reason),
      /^This document holds comments or tracked changes, which name their authors\./,
    )
    assert.doesNotMatch(JSON.stringify(unzip(bytes)), /Canary/)
  })

  test('that is signed, locked, or no archive stays as it is and is reported', () => {
    for (const file of [
      zip({ ...DOCUMENT, '_xmlsignatures/sig1.xml': '<x/>' }),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('PK\x03\x04 and no more'),
    ]) {
      const { bytes, problems } = published('x.docx', file)
      assert.deepEqual(bytes, file)
      assert.match(
        String(problems[0]?.reason),
        /^This Office file is damaged, or of a rare kind, so its metadata is not/,
      )
    }
  })

  test('is never too short or too broken', () => {
    const file = zip(DOCUMENT)
    for (let length = 0; length <= file.length; length++) {
      published('x.docx', file.subarray(0, length))
      for (const filling of [0, 1, 0xff]) {
        const broken = Buffer.from(file)
        broken.fill(filling, length, Math.min(length + 4, file.length))
        published('x.docx', broken)
      }
    }
  })
})
