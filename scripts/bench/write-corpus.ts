/**
 * This command writes a corpus to a folder, to be built or profiled by hand:
 * `node scripts/bench/write-corpus.ts --entries 10000 --seed 1 --to FOLDER`.
 */
import { parseArgs } from 'node:util'
import { generateCorpus } from './corpus.ts'
import { throughlineFiles } from './corpus/throughline.ts'
import { writeFiles } from './corpus/write.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    to: { type: 'string' },
  },
})
if (values.to === undefined)
  throw new Error('Say where to write the corpus: --to FOLDER. What is there will be replaced.')
writeFiles(values.to, throughlineFiles(generateCorpus({ seed: Number(values.seed), entries: Number(values.entries) })))
