/** Which data sets are the same, and what each is called. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOfDataSets } from '../../../src/corpus/what-if/data-sets.ts'
import type { DataSet } from '../../../src/corpus/schema/data-set.ts'

const namesOf = (all: readonly DataSet[]): string[] => all.map(namesOfDataSets(all))
const A = '10.1000/A'
const CASES: Readonly<Record<string, readonly [sets: readonly DataSet[], names: readonly string[]]>> = {
  'one DOI is one data set, by the first of its names': [
    [
      { name: 'One', doi: A },
      { name: 'Other', doi: '10.1000/a' },
    ],
    ['One', 'One'],
  ],
  'a name comes before a bare DOI': [
    [
      { name: A, doi: A },
      { name: 'One', doi: A },
    ],
    ['One', 'One'],
  ],
  'addresses are the same in spite of scheme and slash': [
    [
      { name: 'example.org/s', url: 'https://example.org/s/' },
      { name: 'S', url: 'http://www.example.org/s' },
    ],
    ['S', 'S'],
  ],
  'one name of two DOIs is two data sets': [
    [
      { name: 'Census', doi: A },
      { name: 'census', doi: '10.1000/b' },
    ],
    ['Census (10.1000/a)', 'census (10.1000/b)'],
  ],
  'a name alone is the only data set that is called so': [
    [{ name: 'snli' }, { name: 'SNLI', doi: A }, { name: 'MNLI' }, { name: 'mnli' }],
    ['SNLI', 'SNLI', 'MNLI', 'MNLI'],
  ],
  'a name alone that two are called is neither of them': [
    [{ name: 'Census' }, { name: 'Census', doi: A }, { name: 'Census', doi: '10.1000/b' }],
    ['Census', 'Census (10.1000/a)', 'Census (10.1000/b)'],
  ],
}
for (const [name, [sets, names]] of Object.entries(CASES)) test(name, () => assert.deepEqual(namesOf(sets), names))
