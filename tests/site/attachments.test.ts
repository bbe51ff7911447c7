/** What is published of pictures and other files, in a real build. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharedSite } from '../support/site.ts'

/** A picture with a comment before its data. */
const GIF = (comment: string): Buffer =>
  Buffer.from(`GIF89a\x01\0\x01\0\0\0\0${comment}\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b`, 'latin1')
const COMMENT = '\x21\xfe\x06canary\0'
const PDF = '%PDF-1.7\n<< /Author (Canary) >>\n'
const FILES = {
  'notes/x.md': 'A picture ![of tides](tides.gif), and [the report](report.pdf).\n',
  'notes/tides.gif': GIF(COMMENT),
  'notes/report.pdf': PDF,
  'notes/unused.pdf': PDF,
}

test('a picture is published without its comment, and a PDF that names its author is reported', async () => {
  const { status, dist, stderr } = await sharedSite(FILES)
  assert.equal(status, 0, stderr)
  assert.deepEqual(readFileSync(join(dist, 'attachments/notes/tides.gif')), GIF(''))
  assert.equal(readFileSync(join(dist, 'attachments/notes/report.pdf'), 'latin1'), PDF)
  assert.match(stderr, /report\.pdf:1:1 warning This PDF names its author\. .+ \(attachment-metadata\)/)
  assert.ok(!existsSync(join(dist, 'attachments/notes/unused.pdf')))
  assert.doesNotMatch(stderr, /unused/)
})

test('metadata: keep publishes every file as it is, and reports none', async () => {
  const { status, dist, stderr } = await sharedSite({ ...FILES, 'site.yaml': 'title: Tides\nmetadata: keep\n' })
  assert.equal(status, 0, stderr)
  assert.deepEqual(readFileSync(join(dist, 'attachments/notes/tides.gif')), GIF(COMMENT))
  assert.doesNotMatch(stderr, /attachment-metadata/)
})
