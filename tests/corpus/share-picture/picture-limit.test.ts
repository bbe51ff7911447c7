/** How many pictures of shared links a site may have, as `site.yaml` says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '../../../src/corpus/settings.ts'

test('a site says how many pictures it may have, or that there are none', () => {
  const read = (written: string) => readSettings({ path: 'site.yaml', text: `share_pictures: ${written}\n` })
  for (const [written, limit] of Object.entries({ off: 0, 20: 20, "'20'": 20, '': 500 }))
    assert.deepEqual([read(written).settings.sharePictures, read(written).problems], [limit, []], written)
  assert.match(read('many').problems[0]!.reason, /must be a number or off, and it is "many"\./)
})
