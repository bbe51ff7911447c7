/** Files as programs write them lose their metadata, and nothing else changes in them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { publicBytes } from '../../../src/corpus/attachments/public-bytes.ts'
import { mediaFiles } from '../../support/media-files.ts'

const CANARY = /canary|51\.5/i
/** Tags stand before, between and after the parts of these files, which are put together without them. */
const SHORTENED = new Set(['x.mp3', 'x.wav'])
const published = (path: string, file: Uint8Array) => publicBytes(path, file, { metadata: 'remove' })

describe('no file says anything of its author, and each keeps its bytes', () => {
  for (const [path, file] of Object.entries(mediaFiles()))
    test(path, () => {
      const given = Buffer.from(file)
      const { bytes, problems } = published(path, file)
      const result = Buffer.from(bytes)
      assert.match(file.toString('latin1'), CANARY)
      assert.doesNotMatch(result.toString('latin1'), CANARY)
      assert.deepEqual(problems, [])
      assert.deepEqual(file, given, 'what was read is not changed')
      assert.deepEqual(Buffer.from(published(path, result).bytes), result, 'nothing is left to be removed')
      assert.deepEqual(publicBytes(path, file, { metadata: 'keep' }).bytes, file)
      if (!SHORTENED.has(path)) assert.equal(result.length, file.length)
    })
})

test('no file is too short or too broken', () => {
  for (const [path, file] of Object.entries(mediaFiles()))
    for (let length = 0; length <= Math.min(file.length, 1500); length++) {
      published(path, file.subarray(0, length))
      for (const filling of [0, 1, 0xff]) {
        const broken = Buffer.from(file)
        broken.fill(filling, length, Math.min(length + 4, file.length))
        published(path, broken)
      }
    }
})
