/** An attachment that is too large to be looked into is reported without being read. */
import assert from 'node:assert/strict'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { AttachmentChecks } from '../../src/site/read/check-attachments.ts'
import { contentFolder } from '../support/content-folder.ts'
import { corpusOf, said } from '../support/corpus.ts'

test('a film of more than 500 MB is reported, and nothing is where metadata are kept', async () => {
  const folder = contentFolder({ 'notes/tides.mp4': '' })
  // The file has a hole, and takes no room.
  truncateSync(join(folder, 'notes/tides.mp4'), 500_000_001)
  const { corpus } = corpusOf({ 'notes/x.md': 'Tides.' })
  const problemsWith = (metadata: 'remove' | 'keep') =>
    new AttachmentChecks(folder).problemsOf({
      ...corpus,
      used: new Set(['notes/tides.mp4']),
      settings: { ...corpus.settings, metadata },
    })
  const problems = await problemsWith('remove')
  assert.match(problems.map(said).join(), /^1:1 warning attachment-metadata This file is larger than 500 MB,/)
  assert.deepEqual(await problemsWith('keep'), [])
})
