/** Dates of CSL in the form in which BibLaTeX takes them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edtfOf } from '../../../src/corpus/bibliography/to-edtf.ts'
import type { CslDate } from '../../../src/corpus/model/csl.ts'

const CASES: readonly [date: CslDate | undefined, expected: string | undefined][] = [
  [{ 'date-parts': [[2019]] }, '2019'],
  [{ 'date-parts': [['2019', '3']] }, '2019-03'],
  [{ 'date-parts': [[2019, 5, 1]] }, '2019-05-01'],
  [
    {
      'date-parts': [
        [2019, 5, 1],
        [2019, 6],
      ],
    },
    '2019-05-01/2019-06',
  ],
  [{ 'date-parts': [[2019], [0]] }, '2019/..'],
  [{ 'date-parts': [[2019], []] }, '2019/..'],
  [{ 'date-parts': [[0], [2019]] }, '../2019'],
  [{ 'date-parts': [[2019, 22]] }, '2019-22'],
  [{ 'date-parts': [[2019, 14]] }, '2019-22'],
  [{ 'date-parts': [[2019]], season: 2 }, '2019-22'],
  [{ 'date-parts': [[2019]], season: 'Fall' }, '2019-23'],
  [{ 'date-parts': [[2019]], season: 'Michaelmas' }, '2019'],
  [{ 'date-parts': [[1723]], circa: true }, '1723~'],
  [{ 'date-parts': [[1723], [1725]], circa: true }, '1723~/1725~'],
  [{ 'date-parts': [[-44, 3, 15]] }, '-0043-03-15'],
  [{ 'date-parts': [[-1]] }, '0000'],
  [{ 'date-parts': [[850]] }, '0850'],
  [{ 'date-parts': [[2019, 99, 99]] }, '2019'],
  [{ raw: '199X' }, '199X'],
  [{ raw: '2019-05/..' }, '2019-05/..'],
  [{ raw: 'May 2019' }, undefined],
  [{ literal: 'forthcoming' }, undefined],
  [{ 'date-parts': [[0]] }, undefined],
  [{ 'date-parts': [] }, undefined],
  [{}, undefined],
  [undefined, undefined],
]

for (const [date, expected] of CASES)
  test(`${JSON.stringify(date)} is ${expected}`, () => assert.equal(edtfOf(date), expected))
