/** What is read from answers of the registries, and how a work stands after several updates. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { WorkUpdate } from '../../../src/corpus/model/updates.ts'
import { crossrefRecords } from '../../../src/corpus/updates/crossref.ts'
import { dataciteRecords } from '../../../src/corpus/updates/datacite.ts'
import { readLock, updatesIn } from '../../../src/corpus/updates/lock.ts'
import { openalexRecords } from '../../../src/corpus/updates/openalex.ts'
import { arxivDoi } from '../../../src/corpus/updates/registered-doi.ts'
import { inOrder, standingOf } from '../../../src/corpus/updates/standing.ts'
import {
  arxivInDatacite,
  crossrefList,
  crossrefSingle,
  crossrefUpdate,
  crossrefWork,
  dataciteList,
  openalexList,
} from '../../support/registry-answers.ts'

const updatesOf = (...updates: readonly object[]) =>
  crossrefRecords(crossrefList(crossrefWork('10.1/X', ...updates))).get('10.1/x')?.updates

describe('Crossref', () => {
  test('tells every update of a work, oldest first', () => {
    const updates = updatesOf(
      crossrefUpdate('retraction', '10.1016/S0140-6736(10)60175-4', 2010, 2, 6),
      crossrefUpdate('correction', '10.1016/s0140-6736(04)15715-2', 2004, 3, 6),
    )
    assert.deepEqual(updates, [
      { status: 'corrected', date: '2004-03-06', notice: '10.1016/s0140-6736(04)15715-2' },
      { status: 'retracted', date: '2010-02-06', notice: '10.1016/s0140-6736(10)60175-4' },
    ])
  })

  for (const [type, status] of [
    ['retraction', 'retracted'],
    ['withdrawal', 'retracted'],
    ['removal', 'retracted'],
    ['partial_retraction', 'partially-retracted'],
    ['Partial retraction', 'partially-retracted'],
    ['expression_of_concern', 'concern'],
    ['Expression of concern', 'concern'],
    ['reinstatement', 'reinstated'],
    ['erratum', 'corrected'],
    ['corrigendum', 'corrected'],
    ['addendum', 'corrected'],
    ['new_version', 'new-version'],
    ['new_edition', 'new-version'],
  ] as const)
    test(`"${type}" is ${status}`, () => assert.equal(updatesOf(crossrefUpdate(type, '10.1/n'))?.[0]?.status, status))

  test('keeps the name of an update that is not known', () =>
    assert.deepEqual(updatesOf({ type: 'something_else' }), [{ status: 'updated', type: 'something_else' }]))

  test('says the same retraction once, whoever tells of it', () =>
    assert.deepEqual(
      updatesOf(
        { ...crossrefUpdate('retraction', '10.1/n', 2013, 11), source: 'publisher' },
        crossrefUpdate('retraction', '10.1/N', 2013, 11),
        { type: 'retraction' },
      ),
      [{ status: 'retracted', date: '2013-11', notice: '10.1/n' }],
    ))

  test('tells of versions', () => {
    const relation = {
      'is-preprint-of': [{ 'id-type': 'doi', id: '10.1/JOURNAL', 'asserted-by': 'subject' }],
      'has-preprint': [{ 'id-type': 'arxiv', id: 'arXiv:2101.00001v3', 'asserted-by': 'subject' }],
      'is-replaced-by': [{ 'id-type': 'doi', id: '10.1/v2', 'asserted-by': 'object' }],
      'has-review': [{ 'id-type': 'doi', id: '10.1/review', 'asserted-by': 'subject' }],
      'is-version-of': [{ 'id-type': 'uri', id: 'https://example.org', 'asserted-by': 'subject' }],
    }
    assert.deepEqual(crossrefRecords(crossrefSingle({ DOI: '10.1/x', relation })).get('10.1/x')?.versions, [
      { relation: 'published', doi: '10.1/journal' },
      { relation: 'preprint', doi: '10.48550/arxiv.2101.00001' },
      { relation: 'newer', doi: '10.1/v2' },
    ])
  })

  test('answers under the DOI that was asked, where it has another one now', () =>
    assert.deepEqual(
      [...crossrefRecords(crossrefSingle(crossrefWork('10.1/new')), '10.1/old')],
      [['10.1/old', { updates: [], versions: [] }]],
    ))

  test('is not believed in another form', () => {
    assert.throws(() => crossrefRecords({ message: { 'updated-by': [{ type: 7 }] } }))
    assert.throws(() => crossrefRecords('<html>'))
  })
})

describe('DataCite', () => {
  test('tells as what an article on arXiv was published', () =>
    assert.deepEqual(
      dataciteRecords(dataciteList(arxivInDatacite('2101.00001', '10.1/Journal'))),
      new Map([
        ['10.48550/arxiv.2101.00001', { updates: [], versions: [{ relation: 'published', doi: '10.1/journal' }] }],
      ]),
    ))

  test('tells newer and older versions apart, and the record of all versions is neither', () => {
    const related = (relationType: string, relatedIdentifier: string) => ({
      relationType,
      relatedIdentifier,
      relatedIdentifierType: 'DOI',
    })
    const work = {
      doi: '10.5281/ZENODO.2',
      types: { resourceTypeGeneral: 'Dataset' },
      relatedIdentifiers: [
        related('IsVersionOf', '10.5281/zenodo.0'),
        related('IsNewVersionOf', '10.5281/zenodo.1'),
        related('IsPreviousVersionOf', '10.5281/zenodo.3'),
        related('Cites', '10.1/x'),
      ],
    }
    assert.deepEqual(dataciteRecords(dataciteList(work)).get('10.5281/zenodo.2')?.versions, [
      { relation: 'older', doi: '10.5281/zenodo.1' },
      { relation: 'newer', doi: '10.5281/zenodo.3' },
    ])
  })

  test('tells when a work was withdrawn', () =>
    assert.deepEqual(
      dataciteRecords(dataciteList({ doi: '10.1/d', dates: [{ date: '2023-01-02', dateType: 'Withdrawn' }] })).get(
        '10.1/d',
      )?.updates,
      [{ status: 'retracted', date: '2023-01-02' }],
    ))
})

test('OpenAlex tells whether a work was retracted', () =>
  assert.deepEqual(
    [...openalexRecords(openalexList({ '10.1/A': true, '10.1/b': false }))].map(([doi, { updates }]) => [doi, updates]),
    [
      ['10.1/a', [{ status: 'retracted' }]],
      ['10.1/b', []],
    ],
  ))

describe('a work', () => {
  const retracted: WorkUpdate = { status: 'retracted', date: '2011-05-02' }
  const reinstated: WorkUpdate = { status: 'reinstated', date: '2012' }
  const concern: WorkUpdate = { status: 'concern', date: '2010' }
  const corrected: WorkUpdate = { status: 'corrected', date: '2009' }
  const again: WorkUpdate = { status: 'retracted', date: '2013' }
  for (const [title, updates, expected] of [
    ['without updates stands as it did', [], undefined],
    ['is known by the worst of them', [corrected, concern, retracted], retracted],
    ['is known by the last of the worst', [retracted, again], again],
    ['that was reinstated is retracted no more, nor in doubt', [corrected, concern, retracted, reinstated], reinstated],
    [
      'that was reinstated in the year of its retraction',
      [retracted, { ...reinstated, date: '2011' }],
      { ...reinstated, date: '2011' },
    ],
    ['that was retracted again is retracted', [retracted, reinstated, again], again],
    [
      'that was reinstated before anyone was concerned is in doubt',
      [reinstated, { ...concern, date: '2014' }],
      { ...concern, date: '2014' },
    ],
    [
      'that was retracted in part is known by that',
      [corrected, { status: 'partially-retracted' }],
      { status: 'partially-retracted' },
    ],
  ] as const)
    test(title, () => assert.deepEqual(standingOf(inOrder(updates)), expected))
})

test('all versions of an article on arXiv have one DOI', () => {
  assert.equal(arxivDoi('2101.00001v2'), '10.48550/arxiv.2101.00001')
  assert.equal(arxivDoi('hep-th/9901001'), '10.48550/arxiv.hep-th/9901001')
})

describe('the lock', () => {
  const read = (lock: object) => readLock({ path: 'sources.lock.json', text: JSON.stringify(lock) })

  test('of an earlier version is read', () => {
    const { lock, problems } = read({
      checked: '2026-01-01',
      works: { '10.1/x': { status: 'retracted', date: '2010' } },
    })
    const { records, answered } = updatesIn(lock)
    assert.deepEqual(problems, [])
    assert.deepEqual(records.get('10.1/x'), { updates: [{ status: 'retracted', date: '2010' }], versions: [] })
    assert.equal(answered, undefined)
  })

  test('that is none is reported', () => {
    assert.equal(read({ checked: '2026-01-01', works: { '10.1/x': {} } }).problems.length, 1)
  })
})
