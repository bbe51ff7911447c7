/** Two hundred files nobody wrote; `npm run fuzz` tries ten thousand. */
import { test } from 'node:test'
import fc from 'fast-check'
import { anyFile, assertReadable } from '../support/random-files.ts'
import { runs } from '../support/runs.ts'

test('whatever is in a file, it is read, its problems have their positions, and its page is harmless', () => {
  fc.assert(fc.property(anyFile(), assertReadable), { numRuns: runs(200), seed: 20261123 })
})
