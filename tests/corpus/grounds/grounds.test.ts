/** What an answer rests on: its certainty as it is written, its works and notes, and its receipt. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { receiptJson } from '../../../src/corpus/exports/receipt.ts'
import { groundsOf, type Grounds } from '../../../src/corpus/grounds/grounds.ts'
import type { ParsedInquiry } from '../../../src/corpus/model/parsed.ts'
import { corpusOf, problemsOf, type Files } from '../../support/corpus.ts'

const TIDES = 'inquiries/tides.md'
const FILES = {
  'site.yaml': 'title: Tides\n',
  [TIDES]: `---
title: What raises the tides?
answer: The *moon*.
certainty: moderate
reasons:
  Risk-of-bias: { levels: 1, because: "It is *old*, says [[moon]]." }
  largeEffect: By metres.
---
It is [[moon|the moon]], and [[sun]] says little. It is [[moon]] again, says [[secret]].
`,
  'notes/moon.md': `---
title: The moon pulls
claim: It pulls.
quote: "“The moon governs the sea” (p. 12)"
source: darwin1898
study: { design: observational, population: harbours, data: { name: Tide tables, doi: 10.1000/A } }
inquiries: [{ inquiry: tides, role: supports }]
---
`,
  'notes/sun.md':
    '---\ntitle: The sun pulls\nsource: [kelvin1867, darwin1898]\nstudy: { design: observational, data: [Waves, doi:10.1000/a] }\ninquiries: [{ inquiry: tides, role: disputes }]\n---\n',
  'notes/wind.md': '---\ntitle: The wind\ninquiries: [{ inquiry: tides, role: background }]\n---\n',
  'notes/secret.md': '---\ntitle: A secret\ndraft: true\ninquiries: [{ inquiry: tides, role: supports }]\n---\n',
  'references.bib': `@book{darwin1898, title = {The Tides}, author = {Darwin, George and Lee, Ann}, year = {1898}, url = {https://example.org/tides.pdf}}
@article{kelvin1867, title = {On Tides}, author = {Thomson, William and Lee, Ann}, year = {1867}}
`,
} satisfies Files

function groundsIn(files: Files): Grounds {
  const { corpus, inquiry } = corpusOf(files)
  return groundsOf(corpus, corpus.entries.get(TIDES) as ParsedInquiry, inquiry(TIDES))
}

test('certainty and reasons are read in any spelling, and shown as they are written', () => {
  const { certainty, reasons } = corpusOf(FILES).inquiry(TIDES)
  assert.equal(certainty, 'moderate')
  assert.deepEqual(
    reasons?.map(({ domain, levels, because }) => [domain, levels, because]),
    [
      ['risk of bias', 1, 'It is old, says The moon pulls.'],
      ['large effect', undefined, 'By metres.'],
    ],
  )
  assert.match(reasons[0]!.markup!['because']!.html, /<em>old<\/em>, says <a href="\/notes\/moon\/" id="C5">/)
  assert.equal(graphOf(corpusOf(FILES).corpus).nodes.find(({ kind }) => kind === 'inquiry')?.certainty, 'moderate')
})

test('a note that a reason names leads to the reason, on the page where it stands', () => {
  const { backlinks } = corpusOf(FILES).note('notes/moon.md')
  assert.deepEqual(
    backlinks[0]!.mentions.map(({ href }) => href),
    ['/inquiries/tides/#C1', '/inquiries/tides/#C3', '/inquiries/tides/grounds/#C5'],
  )
})

describe('what is wrong has its place:', () => {
  const of = (fields: string): string[] => problemsOf(`---\ntitle: T\n${fields}\n---\n`, TIDES)
  test('a word that is no certainty', () =>
    assert.deepEqual(of('certainty: hihg'), [
      '3:12 error field-value The field "certainty" must be one of very low, low, moderate, high, and it is "hihg". Did you mean "high"?',
    ]))
  test('a domain that GRADE does not have', () =>
    assert.deepEqual(of('reasons:\n  imprecison: Few.'), [
      '4:15 error field-value The field "reasons.imprecison" is no domain of GRADE. These are: risk of bias, inconsistency, indirectness, imprecision, publication bias, large effect, dose response, opposing confounding. Did you mean "imprecision"?',
    ]))
  test('levels that are neither 1 nor 2', () =>
    assert.deepEqual(of('reasons:\n  imprecision: { levels: 3, because: Few. }'), [
      '4:26 error field-value The field "reasons.imprecision.levels" must be 1 or 2.',
    ]))
  test('a domain without a sentence', () =>
    assert.deepEqual(of('reasons:\n  imprecision: { levels: 1 }'), [
      '4:16 error field-value The field "reasons.imprecision.because" is missing. Write a sentence that says why.',
    ]))
  test('reasons that are a list', () =>
    assert.match(of('reasons: [few]')[0]!, /^3:10 error field-value The field "reasons" must list domains of GRADE/))
})

test('the works and the notes that rest on them are gathered, without any draft', () => {
  const { works, notes, turning, shared } = groundsIn(FILES)
  assert.deepEqual(
    works.map(({ id, authors, year }) => [id, authors, year]),
    [
      ['darwin1898', ['George Darwin', 'Ann Lee'], 1898],
      ['kelvin1867', ['William Thomson', 'Ann Lee'], 1867],
    ],
  )
  assert.deepEqual(
    notes.map(({ note, works }) => [note.title, works]),
    [
      ['The moon pulls', ['darwin1898']],
      ['The sun pulls', ['kelvin1867', 'darwin1898']],
      ['The wind', []],
    ],
  )
  assert.deepEqual(turning, { type: 'even' })
  assert.deepEqual(
    shared.map(({ ground, names, left }) => [ground, names, left]),
    [
      ['authors', ['Ann Lee'], { background: 1 }],
      ['design', ['observational'], { background: 1 }],
      ['data', ['Tide tables', 'Waves'], { background: 1 }],
    ],
  )
})

test('the receipt leads from each sentence to the words of the source and their address', () => {
  const { sentences, uncited, notes } = groundsIn(FILES).receipt
  assert.deepEqual(sentences, [
    { sentence: 'It is the moon, and The sun pulls says little.', href: '/inquiries/tides/#C1', notes: [0, 1] },
    { sentence: 'It is The moon pulls again, says (unpublished).', href: '/inquiries/tides/#C3', notes: [0] },
  ])
  assert.deepEqual(uncited, [2])
  assert.deepEqual(notes[0]!.passage, {
    selector: [{ type: 'TextQuoteSelector', exact: 'The moon governs the sea' }],
    page: '12',
    href: 'https://example.org/tides.pdf#page=12',
  })
})

test('the receipt is JSON that tells nothing of a draft', () => {
  const { corpus } = corpusOf(FILES)
  const json = receiptJson(groundsIn(FILES), { ...corpus.settings, url: 'https://example.org' })
  const read = JSON.parse(json) as { url: string; sentences: { notes: { quote?: string }[] }[] }
  assert.equal(read.url, 'https://example.org/inquiries/tides/grounds/')
  assert.equal(read.sentences[0]!.notes[0]!.quote, '“The moon governs the sea” (p. 12)')
  assert.doesNotMatch(json, /secret/i)
})

test('the linked data of a note select the passage that it quotes', () => {
  const data = jsonLd(corpusOf(FILES).note('notes/moon.md'), DEFAULT_SETTINGS)
  assert.deepEqual(data['oa:hasTarget'], {
    '@type': 'oa:SpecificResource',
    'oa:hasSource': { '@id': 'https://example.org/tides.pdf' },
    'oa:hasSelector': [{ '@type': 'oa:TextQuoteSelector', 'oa:exact': 'The moon governs the sea' }],
  })
  assert.equal((data['@context'] as { oa?: string }).oa, 'http://www.w3.org/ns/oa#')
  const plain = jsonLd(corpusOf(FILES).note('notes/wind.md'), DEFAULT_SETTINGS)
  assert.equal('oa' in (plain['@context'] as object), false)
})

test('an entry cannot have the address of the page of what an answer rests on', () => {
  const { corpus, problems } = corpusOf({ ...FILES, 'inquiries/tides/grounds.md': '---\ntitle: Grounds\n---\n' })
  assert.equal(corpus.addresses.get('inquiries/tides/grounds.md'), '/inquiries/tides/grounds-2/')
  assert.match(problems.join('\n'), /is taken by a page of the site/)
})
