/** Which addresses are pages of the site, and what is requested for them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isPageOf, urlAt, type Place } from '../../../src/client/previews/page-address.ts'

const ROOT: Place = { origin: 'https://garden.example', base: '/' }
const GARDEN: Place = { origin: 'https://garden.example', base: '/garden/' }

describe('a page of the site', () => {
  for (const address of ['/', '/notes/a/', '/notes/a/#b', '/notes/caf%C3%A9/', '/notes/../notes/a/'])
    test(address, () => assert.equal(isPageOf(ROOT, new URL(address, ROOT.origin)), true))

  test('is under the base', () => {
    assert.equal(isPageOf(GARDEN, new URL('/garden/notes/a/', GARDEN.origin)), true)
    assert.equal(isPageOf(GARDEN, new URL('/notes/a/', GARDEN.origin)), false)
    assert.equal(isPageOf(GARDEN, new URL('/garden/attachments/a/', GARDEN.origin)), false)
  })
})

describe('no page of the site', () => {
  const others = [
    '//example.invalid/notes/a/',
    '/.//example.invalid/notes/a/',
    '/notes/..//example.invalid/notes/a/',
    '/%2e//example.invalid/',
    '/.\\/example.invalid/',
    '/notes/a%5Cb/',
    '/notes/a%5cb/',
    '/notes//a/',
    '/attachments/a/',
    '/notes/a',
    'https://example.invalid/notes/a/',
    'http://garden.example/notes/a/',
    'blob:https://garden.example/notes/a/',
  ]
  for (const address of others) test(address, () => assert.equal(isPageOf(ROOT, new URL(address, ROOT.origin)), false))

  test('a backslash that a browser has left as it is', () => {
    assert.equal(isPageOf(ROOT, { origin: ROOT.origin, pathname: '/\\example.invalid/', hash: '' }), false)
  })
})

test('what is requested is on the origin, whatever the path begins with', () => {
  for (const pathname of ['/notes/a/', '//example.invalid/notes/a/', '/\\example.invalid/'])
    assert.equal(new URL(urlAt(ROOT.origin, pathname, '#b')).origin, ROOT.origin)
})
