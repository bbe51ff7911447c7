/** Strict and lenient: whether what is wrong fails the build, and who decides. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, test } from 'node:test'
import { buildSite, contentFolder, pagesOf, run } from './build.ts'

const BROKEN = {
  'inquiries/q.md': '---\ntitle: Why?\nstatus: opne\n---\nSee [[nowhere]] and [[n]].\n',
  'notes/n.md': '---\ntitle: N: with a colon\ninquiries: [q, elsewhere]\n---\nText.\n',
}

afterEach(() => {
  delete process.env['THROUGHLINE_MODE']
})

const errors = (folder: string): { status: number | null; errors: number; warnings: number } => {
  const { status, stdout } = run('check', [], folder)
  return { status, errors: stdout.match(/ error /g)?.length ?? 0, warnings: stdout.match(/ warning /g)?.length ?? 0 }
}

describe('a folder without settings is read leniently', () => {
  const folder = contentFolder(BROKEN)

  test('everything wrong is reported, and nothing fails', () => {
    assert.deepEqual(errors(folder), { status: 0, errors: 0, warnings: 4 })
  })

  test('every page is built, with what could be saved of it', () => {
    const { status, dist } = buildSite('lenient', folder)
    assert.equal(status, 0)
    const pages = pagesOf(dist)
    const inquiry = pages.get('/inquiries/q/')!
    assert.match(inquiry, /Inquiry · open/)
    assert.match(inquiry, /<span class="missing" title="Nothing is called “nowhere”">nowhere<\/span>/)
    assert.match(pages.get('/notes/n/')!, /<h1[^>]*>N: with a colon<\/h1>/)
    assert.match(pages.get('/notes/n/')!, /href="\/inquiries\/q\/"/)
  })

  test('unless the environment says otherwise', () => {
    process.env['THROUGHLINE_MODE'] = 'strict'
    assert.deepEqual(errors(folder), { status: 1, errors: 4, warnings: 0 })
  })
})

describe('a folder with settings is read strictly', () => {
  const folder = contentFolder({ ...BROKEN, 'site.yaml': 'title: Test\n' })

  test('and fails', () => {
    assert.deepEqual(errors(folder), { status: 1, errors: 4, warnings: 0 })
  })

  test('unless they say otherwise', () => {
    const lenient = contentFolder({ ...BROKEN, 'site.yaml': 'mode: lenient\n' })
    assert.deepEqual(errors(lenient), { status: 0, errors: 0, warnings: 4 })
  })

  test('unless the environment says otherwise', () => {
    process.env['THROUGHLINE_MODE'] = 'lenient'
    assert.deepEqual(errors(folder), { status: 0, errors: 0, warnings: 4 })
  })
})

test('a mode that does not exist is refused in one line', () => {
  process.env['THROUGHLINE_MODE'] = 'loose'
  const { status, stderr } = run('check', [], contentFolder(BROKEN))
  assert.equal(stderr, 'THROUGHLINE_MODE is strict or lenient, and it is "loose".\n')
  assert.equal(status, 2)
})

test('where only what is marked is public, the rest is as private as a draft', () => {
  const folder = contentFolder({
    'site.yaml': 'publish: marked\n',
    'notes/shown.md': '---\ntitle: Shown\npublish: true\n---\nSee [[kept|the other]] and ![[kept]].\n\n![[kept]]\n',
    'notes/kept.md': '---\ntitle: Kept back\n---\n![x](secret.png) Text of it.\n',
    'notes/secret.png': 'not really a picture',
  })
  const { status, stderr, dist } = buildSite('marked', folder)
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
