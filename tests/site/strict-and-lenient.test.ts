/** Strict and lenient: whether what is wrong fails the build, and who decides. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { contentFolder } from '../support/content-folder.ts'
import { pagesOf } from '../support/html.ts'
import { buildSite, run } from '../support/site.ts'

const BROKEN = {
  'inquiries/q.md': '---\ntitle: Why?\nstatus: opne\n---\nSee [[nowhere]] and [[n]].\n',
  'notes/n.md': '---\ntitle: N: with a colon\ninquiries: [q, elsewhere]\n---\nText.\n',
}

interface Counts {
  readonly status: number | null
  readonly errors: number
  readonly warnings: number
}

/** @param mode What the environment says of it. */
async function errors(folder: string, mode = ''): Promise<Counts> {
  const { status, stdout } = await run('check', [], folder, { THROUGHLINE_MODE: mode })
  return { status, errors: stdout.match(/ error /g)?.length ?? 0, warnings: stdout.match(/ warning /g)?.length ?? 0 }
}

describe('a folder without settings is read leniently', () => {
  const folder = contentFolder(BROKEN)

  test('everything wrong is reported, and nothing fails', async () => {
    assert.deepEqual(await errors(folder), { status: 0, errors: 0, warnings: 4 })
  })

  test('every page is built, with what could be saved of it', async () => {
    const { status, dist } = await buildSite('lenient', folder)
    assert.equal(status, 0)
    const pages = pagesOf(dist)
    const inquiry = pages.get('/inquiries/q/')!
    assert.match(inquiry, /Inquiry · open/)
    assert.match(inquiry, /<span class="missing" title="Nothing is called “nowhere”">nowhere<\/span>/)
    assert.match(pages.get('/notes/n/')!, /<h1[^>]*>N: with a colon<\/h1>/)
    assert.match(pages.get('/notes/n/')!, /href="\/inquiries\/q\/"/)
  })

  test('unless the environment says otherwise', async () => {
    assert.deepEqual(await errors(folder, 'strict'), { status: 1, errors: 4, warnings: 0 })
  })
})

describe('a folder with settings is read strictly', () => {
  const folder = contentFolder({ ...BROKEN, 'site.yaml': 'title: Test\n' })

  test('and fails', async () => {
    assert.deepEqual(await errors(folder), { status: 1, errors: 4, warnings: 0 })
  })

  test('unless they say otherwise', async () => {
    const lenient = contentFolder({ ...BROKEN, 'site.yaml': 'mode: lenient\n' })
    assert.deepEqual(await errors(lenient), { status: 0, errors: 0, warnings: 4 })
  })

  test('unless the environment says otherwise', async () => {
    assert.deepEqual(await errors(folder, 'lenient'), { status: 0, errors: 0, warnings: 4 })
  })
})

test('a mode that does not exist is refused in one line', async () => {
  const { status, stderr } = await run('check', [], contentFolder(BROKEN), { THROUGHLINE_MODE: 'loose' })
  assert.equal(stderr, 'THROUGHLINE_MODE is strict or lenient, and it is "loose".\n')
  assert.equal(status, 2)
})

test('where only what is marked is public, the rest is as private as a draft', async () => {
  const folder = contentFolder({
    'site.yaml': 'publish: marked\n',
    'notes/shown.md': '---\ntitle: Shown\npublish: true\n---\nSee [[kept|the other]] and ![[kept]].\n\n![[kept]]\n',
    'notes/kept.md': '---\ntitle: Kept back\n---\n![x](secret.png) Text of it.\n',
    'notes/secret.png': 'not really a picture',
  })
  const { status, stderr, dist } = await buildSite('marked', folder)
  assert.equal(status, 0, stderr)
  assert.match(stderr, /"kept" is a draft/)
  const pages = pagesOf(dist)
  assert.deepEqual(
    [...pages.keys()].filter((address) => address.startsWith('/notes/')),
    ['/notes/', '/notes/shown/'],
  )
  for (const [address, html] of pages) assert.doesNotMatch(html, /Kept back|Text of it|secret/, address)
  assert.match(pages.get('/notes/shown/')!, /See <span class="unlinked">the other<\/span>/)
  assert.equal(existsSync(join(dist, 'attachments')), false)
})
