/** What was meant by an address that leads nowhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meantAddress, wordsOfAddress } from '../../src/client/meant-address.ts'

test('an address is written in one way: small letters, hyphens, a slash at its end', () => {
  for (const path of [
    '/G/notes/old-name',
    '/G/Notes/Old_Name.html',
    '/G//notes/old%20name/',
    '/G/notes/old-name/index.html',
  ])
    assert.equal(meantAddress(path, '/G/'), '/G/notes/old-name/', path)
  assert.equal(meantAddress('/notes/%C3%9Cber%20Moos.md', '/'), '/notes/%C3%BCber-moos/')
  assert.equal(meantAddress('/index.html', '/'), '/')
})

test('what is elsewhere, or cannot be decoded, stays', () => {
  assert.equal(meantAddress('/Elsewhere/x', '/G/'), '/Elsewhere/x')
  assert.equal(meantAddress('/%E0%A4%A', '/'), '/%25e0%25a4%25a/')
})

test('its words are those that say what it is about', () => {
  assert.equal(wordsOfAddress('/G/notes/on-moss/old-name/', '/G/'), 'on moss old name')
  assert.equal(wordsOfAddress('/%E8%8B%94%E8%97%93/', '/'), '苔藓')
  assert.equal(wordsOfAddress('/notes/', '/'), '')
})
