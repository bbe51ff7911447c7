/**
 * This command reads random files to find those that the project cannot read: `npm run fuzz -- [cases] [seed]`.
 * If a file fails, the command prints the seed and the smallest file that fails.
 */
import fc from 'fast-check'
import { anyFile, assertReadable } from '../tests/support/random-files.ts'

const [cases = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
console.log(`${cases} cases, seed ${seed}`)
fc.assert(fc.property(anyFile(), assertReadable), { numRuns: Number(cases), seed: Number(seed) })
console.log('Every one was read, its problems placed, its page harmless.')
