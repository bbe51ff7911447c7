/** Dates are read as people and programs write them, and never more exactly than they were written. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isAmbiguousDate, readDate } from '../../src/corpus/dates.ts'
import { dateIn } from '../../src/corpus/language.ts'

describe('a day', () => {
  for (const written of [
    '2021-03-05',
    '2021-3-5',
    '2021/03/05',
    '2021.3.5',
    '20210305',
    '202103051422',
    '20210305T142211Z',
    '2021-03-05 14:22',
    '2021-03-05, 14:22',
    '2021-03-05T23:30:00-08:00',
    '2021-03-05T14:22:11.000Z',
    '1614950400',
    '1614950400000',
    '[[2021-03-05]]',
    '[[daily/2021-03-05|Friday]]',
    '<2021-03-05 Fri>',
    'March 5, 2021',
    'Mar 5th 2021',
    '[[March 5th, 2021]]',
    '5 March 2021',
    '5-Mar-2021',
    '5. März 2021',
    '5 mars 2021',
    '5 de marzo de 2021',
    '5.3.2021',
    '2021年3月5日',
    'Friday, March 5th 2021, 2:22:11 pm',
    'Fri, 05 Mar 2021 14:22:11 GMT',
    'Fri Mar 05 2021 14:22:11 GMT+0100 (Central European Standard Time)',
    'Fri Mar  5 14:22:11 CET 2021',
  ])
    test(written, () => assert.equal(readDate(written), '2021-03-05'))

  test('is certain where one number is too large for a month, or both are the same', () => {
    assert.equal(readDate('25/03/2021'), '2021-03-25')
    assert.equal(readDate('3/25/2021'), '2021-03-25')
    assert.equal(readDate('05-05-2021'), '2021-05-05')
  })
})

describe('no more is made up than was written', () => {
  for (const [written, date] of [
    ['2021', '2021'],
    ['2021-03', '2021-03'],
    ['2021-3', '2021-03'],
    ['March 2021', '2021-03'],
    ['mars 2021', '2021-03'],
    ['2021年3月', '2021-03'],
    ['05/03/2021', '2021'],
  ] as const)
    test(written, () => assert.equal(readDate(written), date))

  test('an order that is not certain is told', () => {
    assert.ok(isAmbiguousDate('05/03/2021'))
    assert.ok(!isAmbiguousDate('25/03/2021'))
    assert.ok(!isAmbiguousDate('05/05/2021'))
    assert.ok(!isAmbiguousDate('5.3.2021'))
    assert.ok(!isAmbiguousDate('2021-03-05'))
  })

  test('a month or a year is written out as one', () => {
    assert.equal(dateIn('en', '2021-03', 'day'), 'March 2021')
    assert.equal(dateIn('en', '2021', 'day'), '2021')
    assert.equal(dateIn('en', '2021', 'month'), '2021')
    assert.equal(dateIn('en', '2021-03', 'month'), 'Mar 2021')
  })
})

describe('what is no date', () => {
  for (const written of [
    ...['2026-02-30', '2021-13', '2021-00-05', 'March 32, 2021', 'yesterday', 'x', 'May', 'maybe 2021', '12', '3/5/21'],
    ...['2021-W09', '99999', 'Spring 2021', '2021 draft', '2021-03-05-thing', '2021–2022', '10 pages of May 2021'],
    ...['5 March or April 2021', '1 and 2 March 2021', 'constructor 5 2021', '', '[[x]]'],
  ])
    test(JSON.stringify(written), () => assert.equal(readDate(written), undefined))
})
