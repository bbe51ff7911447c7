/** Dates of the Extended Date/Time Format, as BibLaTeX's manual (2.3.8) and Zotero write them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dateOfText, soundDate } from '../../../src/corpus/bibliography/csl-date.ts'
import { readEdtf } from '../../../src/corpus/bibliography/edtf.ts'
import { processorDate } from '../../../src/corpus/bibliography/processor-work.ts'
import { dateInShort } from '../../../src/corpus/bibliography/source.ts'
import type { CslDate } from '../../../src/corpus/model/csl.ts'

describe('a date', () => {
  const dates: Readonly<Record<string, CslDate>> = {
    '1997': { 'date-parts': [[1997]] },
    '2019-05-01T10:00:00Z': { 'date-parts': [[2019, 5, 1]] },
    '2019-05-01/2019-06': {
      'date-parts': [
        [2019, 5, 1],
        [2019, 6],
      ],
    },
    '2019/': { 'date-parts': [[2019], [0]] },
    '2019/..': { 'date-parts': [[2019], [0]] },
    '2004-06-01/unknown': { 'date-parts': [[2004, 6, 1], [0]] },
    '2004-06-01/open': { 'date-parts': [[2004, 6, 1], [0]] },
    '/2019': { literal: '–2019' },
    '../2019-03': { literal: '–2019' },
    '1723~': { 'date-parts': [[1723]], circa: true },
    '1723?': { 'date-parts': [[1723]], circa: true },
    '2004-06%': { 'date-parts': [[2004, 6]], circa: true },
    '1990~/1995?': { 'date-parts': [[1990], [1995]], circa: true },
    '199X': { literal: '1990s' },
    '199u': { literal: '1990s' },
    '199X~': { literal: 'ca. 1990s' },
    '19XX': { 'date-parts': [[1900], [1999]] },
    '1999-XX': { 'date-parts': [[1999]] },
    '1999-07-XX': { 'date-parts': [[1999, 7]] },
    '2019-22': { 'date-parts': [[2019]], season: 2 },
    '2019-21/2019-23': {
      'date-parts': [
        [2019, 21],
        [2019, 23],
      ],
    },
    '-0044-03-15': { 'date-parts': [[-45, 3, 15]] },
    '0000': { 'date-parts': [[-1]] },
    Y17000: { 'date-parts': [[17000]] },
  }
  for (const [text, expected] of Object.entries(dates)) test(text, () => assert.deepEqual(readEdtf(text), expected))

  for (const text of ['', '/', '../..', 'forthcoming', '2019-13', '2019-05-40', '1/2/3', 'May 2019', '19', '2019/June'])
    test(`is not "${text}"`, () => assert.equal(readEdtf(text), undefined))

  test('of a decade is named in the language of the site, or is the span of its years', () => {
    assert.deepEqual(readEdtf('199X', 'de-AT'), { literal: '1990er' })
    assert.deepEqual(readEdtf('199X', 'fi'), { 'date-parts': [[1990], [1999]] })
  })

  test('is read as people write it, and is words otherwise', () => {
    assert.deepEqual(dateOfText('May 3, 2020'), { 'date-parts': [[2020, 5, 3]] })
    assert.deepEqual(dateOfText('1998–1999'), { 'date-parts': [[1998], [1999]] })
    assert.deepEqual(dateOfText('ca. 1450'), { 'date-parts': [[1450]], circa: true })
    assert.deepEqual(dateOfText('in press'), { literal: 'in press' })
  })
})

describe('in CSL-JSON, a date', () => {
  const dates: readonly (readonly [written: unknown, expected: CslDate | undefined])[] = [
    [{ 'date-parts': [['2019', '05', '01']] }, { 'date-parts': [[2019, 5, 1]] }],
    [{ 'date-parts': [[2019, null]] }, { 'date-parts': [[2019]] }],
    [{ 'date-parts': [[2019], [0, 0, 0]] }, { 'date-parts': [[2019], [0]] }],
    [{ 'date-parts': [[0], [2019]] }, { literal: '–2019' }],
    [
      { 'date-parts': [[2019]], season: 'Fall' },
      { 'date-parts': [[2019]], season: 3 },
    ],
    [
      { 'date-parts': [[1723]], circa: 1 },
      { 'date-parts': [[1723]], circa: true },
    ],
    [{ 'date-parts': [[1723]], circa: 'false' }, { 'date-parts': [[1723]] }],
    [{ raw: '2004-06-01/unknown' }, { 'date-parts': [[2004, 6, 1], [0]] }],
    [{ edtf: '2019-05~' }, { 'date-parts': [[2019, 5]], circa: true }],
    [{ literal: '2019' }, { literal: '2019' }],
    ['2019', undefined],
    [{ 'date-parts': 2019 }, undefined],
    [{ 'date-parts': [[]] }, undefined],
  ]
  for (const [written, expected] of dates)
    test(JSON.stringify(written), () => assert.deepEqual(soundDate(written), expected))
})

test('the processor gets spans of which both ends are equally exact', () => {
  const parts = (...written: number[][]) => processorDate({ 'date-parts': written })['date-parts']
  assert.deepEqual(parts([2019, 5, 1], [2019, 6]), [
    [2019, 5, 1],
    [2019, 6, 0],
  ])
  assert.deepEqual(parts([2019, 1], [2020]), [[2019], [2020]])
  assert.deepEqual(parts([2019], [2020, 3, 4]), [[2019], [2020]])
  assert.deepEqual(parts([2004, 6, 1], [0]), [
    [2004, 6, 1],
    [0, 0, 0],
  ])
  assert.deepEqual(parts([2019, 5]), [[2019, 5]])
})

test('a text names a date as a list does', () => {
  const short = (text: string): string => dateInShort({ issued: dateOfText(text) })
  assert.deepEqual(
    ['2019/', '/2019', '1723~', '199X', '-0044', '2019/2020', '2019-05/2019-06', 'forthcoming'].map(short),
    ['2019–', '–2019', 'ca. 1723', '1990s', '45 BCE', '2019–2020', '2019', 'forthcoming'],
  )
  assert.equal(dateInShort({}), 'n.d.')
})
