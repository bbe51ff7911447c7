/** Which name is suggested for one that there is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from '../../src/corpus/suggest.ts'

test('letters that changed places are one slip, in short words too', () => {
  assert.equal(nearest('nwe', ['init', 'new', 'dev']), 'new')
  assert.equal(nearest('edv', ['new', 'dev']), 'dev')
  assert.equal(nearest('on', ['no', 'in']), 'no')
  assert.equal(nearest('abc', ['cba', 'xyz']), undefined)
  assert.equal(nearest('x', ['y']), undefined)
})
