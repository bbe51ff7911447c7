/**
 * Each rule, by one edit of a corpus in which there is nothing to find: what it says, and exactly where. And what it
 * must not say.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { RULES } from '../../../src/corpus/audit/rules.ts'
import type { Files } from '../../support/corpus.ts'
import { CLEAN, edited, found, type Edit } from './clean-corpus.ts'

const ESSAY = 'inquiries/tides.md'
const MOON = 'notes/moon.md'
const SUN = 'notes/sun.md'
const BIB = 'references.bib'

type Case = readonly [title: string, says: string, ...edits: Edit[]]

const UNCITED = 'and the essay never cites it. Cite the note in the essay, or take the inquiry out of the note.'
const ROLELESS =
  'is cited here, and it does not say how it bears on the question. List the inquiry under "inquiries" in the note, with its role.'
const UNSUPPORTED = 'cites no note and no work. Cite what it rests on, or mark it as your own with "^own" at its end.'
const FIGURE = 'Mend the figure, cite the note that has it, or mark the paragraph as your own with "^own" at its end.'
const MISQUOTED =
  'The quote is not in the text of its source that the note holds. Copy the words from the source again, and mark what you leave out with "…".'
const DISPUTED = 'disputes the answer. Weigh the note in the essay and set "updated", or change the status.'
const DOI =
  'does not have the form of a DOI. Copy the DOI from the work again, such as 10.1000/182, with or without https://doi.org/.'

const LOCK = 'sources.lock.json'
const IN_DOUBT = 'Read the notice, and weigh the answer without the work; or say in the text why it is still cited.'

const REASONED = 'certainty: high\nreasons: { large effect: It is large. }\n'
const RATE_ANEW = 'Rate the certainty anew, or say in "reasons" why the evidence carries it and silence the rule.'

const CASES: readonly Case[] = [
  [
    'a high certainty on a work without a year',
    `inquiries/tides.md:5:12 certainty-high The certainty is high. One work has no year. ${RATE_ANEW}`,
    [ESSAY, 'status: settled\n', `status: settled\n${REASONED}`],
  ],
  [
    'a certainty without a reason',
    'inquiries/tides.md:5:12 certainty-unreasoned No reason is given for the certainty "moderate". Say why under "reasons", by the domains that lower or raise the certainty.',
    [ESSAY, 'status: settled\n', 'status: settled\ncertainty: moderate\n'],
  ],
  [
    'a work that was retracted, at the note that is drawn from it',
    `notes/moon.md:5:9 source-retracted The note is drawn from "The tides", which was retracted (1899). ${IN_DOUBT}`,
    [LOCK, 'corrected', 'retracted'],
  ],
  [
    'a link to what is gone, where it stands',
    `inquiries/tides.md:10:7 link-dead The link to https://example.org/a has led nowhere since 2026-11-02. Link to where it is now, or to a capture of it.`,
    [ESSAY, 'Most harbours', 'Most <https://example.org/a> harbours'],
    [
      LOCK,
      '"works": {',
      '"links": { "https://example.org/a": { "checked": "", "dead": "2026-11-02" } },\n  "works": {',
    ],
  ],
  [
    'a work that was retracted in part, one of several of a note',
    `notes/moon.md:5:22 source-retracted The note is drawn from "The tides", which was retracted in part (1899). ${IN_DOUBT}`,
    [LOCK, 'corrected', 'partially-retracted'],
    [MOON, 'source: darwin1898tides', 'source: [kelvin1867, darwin1898tides]'],
  ],
  [
    'a note that is cited no more, at the inquiry in its list',
    `notes/wind.md:4:13 note-uncited The note "Wind is slow at sea" gives background to "Does the moon alone raise the tides?", ${UNCITED}`,
    [ESSAY, '[[wind]] is', 'wind is'],
  ],
  [
    'a note that states its bearing in its text, there',
    `notes/wind.md:5:12 note-uncited The note "Wind is slow at sea" disputes "Does the moon alone raise the tides?", ${UNCITED}`,
    [ESSAY, '[[wind]] is', 'wind is'],
    ['notes/wind.md', 'inquiries: [{inquiry: tides, role: background}]\n---\n', '---\nDisputes:: [[tides]]\n'],
  ],
  [
    'a note whose bearing the inquiry states, in the inquiry',
    `inquiries/tides.md:6:13 note-uncited The note "Wind is slow at sea" extends "Does the moon alone raise the tides?", ${UNCITED}`,
    [ESSAY, '[[wind]] is', 'wind is'],
    ['notes/wind.md', 'inquiries: [{inquiry: tides, role: background}]\n', ''],
    [ESSAY, 'created: 2026-03-01\n', 'created: 2026-03-01\nextendedBy: wind\n'],
  ],
  [
    'a note that says no more how it bears, at its first citation',
    `inquiries/tides.md:13:1 role-undeclared The note "Wind is slow at sea" ${ROLELESS}`,
    ['notes/wind.md', 'inquiries: [{inquiry: tides, role: background}]\n', ''],
  ],
  [
    'a paragraph that is marked as the author’s no more',
    `inquiries/tides.md:10:1 paragraph-unsupported The paragraph that begins "Most harbours feel the moon more than the …" ${UNSUPPORTED}`,
    [ESSAY, ' ^own', ''],
  ],
  [
    'a paragraph with another name',
    `inquiries/tides.md:10:1 paragraph-unsupported The paragraph that begins "Most harbours feel the moon more than the …" ${UNSUPPORTED}`,
    [ESSAY, ' ^own', ' ^owner'],
  ],
  [
    'a paragraph that announces a list in which nothing is cited',
    `inquiries/tides.md:15:1 paragraph-unsupported The paragraph that begins "Three things speak for it:" ${UNSUPPORTED}`,
    [ESSAY, '- [[moon]]', '- the moon'],
  ],
  [
    'a paragraph that cites only another inquiry',
    `inquiries/tides.md:10:1 paragraph-unsupported The paragraph that begins "Most say so, the other too." ${UNSUPPORTED}`,
    [ESSAY, 'Most harbours feel the moon more than the sun. ^own', 'Most say so, [[tides-2|the other]] too.'],
  ],
  [
    'a figure in the words of a link',
    `inquiries/tides.md:7:52 figure-unsupported The figure "69%" is not in the note cited here, "The moon explains most of the range". ${FIGURE}`,
    [ESSAY, '68% of', '69% of'],
  ],
  [
    'a figure with separators',
    `inquiries/tides.md:12:35 figure-unsupported The figure "1,201" is in none of the 3 notes cited here. ${FIGURE}`,
    [ESSAY, '1,200 metres', '1,201 metres'],
  ],
  [
    'a figure in a footnote of the paragraph',
    `inquiries/tides.md:20:62 figure-unsupported The figure "3" is in none of the 3 notes cited here. ${FIGURE}`,
    [ESSAY, 'a factor of 2.', 'a factor of 3.'],
  ],
  [
    'a figure that was mended in the note',
    `inquiries/tides.md:12:77 figure-unsupported The figure "2.5 million" is in none of the 3 notes cited here. ${FIGURE}`,
    [SUN, '2,500,000', '2,600,000'],
  ],
  [
    'a note with nothing but a name, at its title',
    'notes/wind.md:2:8 claim-missing The note "Wind" is evidence for an inquiry, and it claims nothing. Write "claim" in the note: one paragraph on what its source shows.',
    ['notes/wind.md', 'title: Wind is slow at sea', 'title: Wind'],
    ['notes/wind.md', 'role: background', 'role: extends'],
  ],
  [
    'a sentence without the reserve of the note',
    'inquiries/tides.md:10:1 overclaim This sentence claims more than the note "Wind is slow at sea", which makes a reservation. Take over the reserve of the note, or cite the note that claims as much.',
    [ESSAY, 'Most harbours feel the moon more than the sun. ^own', 'Wind always moves the water of [[wind|harbours]].'],
    ['notes/wind.md', 'role: background}]\n---\n', 'role: background}]\n---\nWind may move water in some harbours.\n'],
  ],
  [
    'a quotation of an essay with another word than the note',
    'inquiries/tides.md:10:10 essay-quote The quotation "the moon alone rules the sea" is not what the note cited here, "The moon explains most of the range", has. Copy the words from the note again, and mark what you leave out with "…".',
    [ESSAY, 'Most harbours feel the moon more than the sun. ^own', 'He says: "the moon alone rules the sea" [[moon]].'],
    [
      MOON,
      '> "The Moon, and it alone, governs the sea", he says.',
      '> "The Moon alone governs the sea, the moon and it alone", he says.',
    ],
    [MOON, 'quote: “The moon … governs the sea” (p. 12)\n', ''],
  ],
  [
    'two keys with one DOI, at the second',
    'references.bib:8:46 doi-duplicate The works "darwin1898tides" and "kelvin1867" have the same DOI, 10.1000/xyz_1. Keep one of the two and cite its key, or mend the DOI.',
    [BIB, 'title = {On tides}, year', 'title = {On tides}, doi = {https://doi.org/10.1000/XYZ_1}, year'],
  ],
  [
    'evidence on one side, at the answer',
    'inquiries/tides.md:3:9 one-sided All 3 notes that bear on the answer support it. Look for the best evidence on the other side, and say so if there is none.',
    [SUN, 'role: disputes', 'role: supports'],
    ['notes/basin.md', 'role: qualifies', 'role: extends'],
  ],
  [
    'evidence on the other side',
    'inquiries/tides.md:2:8 one-sided All 3 notes that bear on the answer dispute it. Look for the best evidence on the other side, and say so if there is none.',
    [ESSAY, 'answer: Mostly, and the sun takes part.\n', ''],
    [MOON, 'role: supports', 'role: disputes'],
    ['notes/basin.md', 'role: qualifies', 'role: disputes'],
  ],
  [
    'evidence from one work, background apart',
    'inquiries/tides.md:3:9 one-source All the evidence for the answer is from one work, "The tides". Look for a second source, or say in the entry why there is none.',
    [SUN, '\n  title: On the sun\n  doi: https://doi.org/10.1000/182', ' darwin1898tides'],
    ['notes/basin.md', 'kelvin1867', 'Darwin1898Tides'],
  ],
  [
    'a settled question that a newer note disputes, at its status',
    `inquiries/tides.md:4:9 dispute-newer The question was settled on 2026-03-01, and the note "The sun adds a thousand and two hundred metres" of 2026-03-02 ${DISPUTED}`,
    [SUN, 'created: 2026-03-01', 'created: 2026-03-01\nupdated: 2026-03-02'],
  ],
  [
    'a quote with another word than the passage it is from',
    `notes/moon.md:4:8 quote-missing ${MISQUOTED}`,
    [MOON, '“The moon … governs', '“The moon … rules'],
  ],
  [
    'a quote that skips words and does not say so',
    `notes/moon.md:4:8 quote-missing ${MISQUOTED}`,
    [MOON, 'The moon … governs', 'The moon governs'],
  ],
  [
    'a quote that is not in the section of its source’s text',
    `notes/moon.md:4:8 quote-missing ${MISQUOTED}`,
    [MOON, '> "The Moon, and it alone, governs the sea", he says.', '## Source text\n\nTime and tide wait for none.'],
  ],
  [
    'a work without a note, at its key',
    'references.bib:8:7 source-unused No note draws on the work "kelvin1867". Write the note, or take the work out of the bibliography.',
    ['notes/wind.md', 'source: kelvin1867\n', ''],
    ['notes/basin.md', 'source: kelvin1867\n', ''],
  ],
  [
    'a DOI in the bibliography',
    `references.bib:5:10 doi-malformed "10.10/xyz", given for "darwin1898tides", ${DOI}`,
    [BIB, '10.1000/xyz\\_1', '10.10/xyz'],
  ],
  [
    'a DOI in a note',
    `notes/sun.md:5:8 doi-malformed "https://doi.org/10.1000", given for "On the sun", ${DOI}`,
    [SUN, '10.1000/182', '10.1000'],
  ],
]

/** For a link to another inquiry, which has nothing to it. */
const OTHER: Files = { 'inquiries/tides-2.md': '---\ntitle: And the air?\n---\n' }

test('nothing is found in a corpus that is in order', () => assert.deepEqual(found(CLEAN), []))

describe('one edit, one finding:', () => {
  for (const [title, says, ...edits] of CASES)
    test(title, () => assert.deepEqual(found({ ...OTHER, ...edited(...edits) }), [says]))

  test('every rule has its case', () => {
    const tried = new Set(CASES.map(([, says]) => says.split(' ')[1]))
    assert.deepEqual([...tried].sort(), Object.keys(RULES).sort())
  })

  test('in a file with Windows line ends too', () => {
    for (const [title, says, ...edits] of CASES) {
      const files = Object.entries({ ...OTHER, ...edited(...edits) })
      const windows = Object.fromEntries(files.map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]))
      assert.deepEqual(found(windows), [says], title)
    }
  })
})

test('a work in doubt is found in a text that cites it itself, where it first does, and in its note', () => {
  const files = edited(
    [LOCK, 'corrected', 'concern'],
    [ESSAY, 'sun. ^own', 'sun [@darwin1898tides]. So says @darwin1898tides. ^own'],
  )
  const fate = `"The tides", about which its publisher expressed concern (1899). ${IN_DOUBT}`
  assert.deepEqual(found(files), [
    `inquiries/tides.md:10:47 source-retracted The text cites ${fate}`,
    `notes/moon.md:5:9 source-retracted The note is drawn from ${fate}`,
  ])
})

test('a DOI is at its own position, whatever field before it ends alike', () => {
  const files = edited([BIB, '  doi = {10.1000/xyz\\_1}', '  olddoi = {10.10/xyz},\n  doi = {10.10/xyz}'])
  assert.deepEqual(found(files), [`references.bib:6:10 doi-malformed "10.10/xyz", given for "darwin1898tides", ${DOI}`])
})

test('a bibliography of CSL-JSON is looked through as well', () => {
  const works = [
    '{ "id": "lamb1932", "type": "book", "DOI": "10.1000/lamb" }',
    '{ "id": 7, "DOI": " doi.org/10.10/x" }',
    '{ broken',
  ]
  const json = `[\n  ${works.join(',\n  ')}\n]\n`
  assert.deepEqual(found({ ...CLEAN, 'references.json': json }), [
    'references.json:2:11 source-unused No note draws on the work "lamb1932". Write the note, or take the work out of the bibliography.',
    'references.json:3:11 source-unused No note draws on the work "7". Write the note, or take the work out of the bibliography.',
    `references.json:3:21 doi-malformed " doi.org/10.10/x", given for "7", ${DOI}`,
  ])
})

type Quiet = readonly [title: string, ...edits: Edit[]]

const QUIET: readonly Quiet[] = [
  ['an essay that is not written yet', [ESSAY, CLEAN[ESSAY].slice(CLEAN[ESSAY].indexOf('The moon does')), '']],
  [
    'a paragraph that is a picture',
    [ESSAY, 'Most harbours feel the moon more than the sun. ^own', '![The sea](sea.png)'],
  ],
  ['a formula', [ESSAY, 'Most harbours feel the moon more than the sun. ^own', '$$\na = 5\n$$']],
  ['a paragraph named on the line after it', [ESSAY, 'sun. ^own', 'sun.\n\n^own-2']],
  [
    'what stands in a quotation, a callout, a list, a table or under a heading',
    [
      ESSAY,
      'Most harbours feel the moon more than the sun. ^own',
      '## Part 7\n\n> It is 7.\n\n> [!note]\n> It is 8.\n\n- It is 9.\n\n| a |\n|---|\n| 10 |',
    ],
  ],
  ['a paragraph that cites a work', [ESSAY, 'more than the sun. ^own', 'said in [@kelvin1867, p. 33], and is 77%.']],
  [
    'a paragraph that names a work by its DOI',
    [ESSAY, 'more than the sun. ^own', 'it, see [this](https://doi.org/10.1000/1).'],
  ],
  ['a paragraph that cites a work by an identifier', [ESSAY, 'more than the sun. ^own', 'it [@doi:10.1000/182].']],
  [
    'a paragraph that sums up, plans or judges',
    [
      ESSAY,
      'Most harbours feel the moon more than the sun. ^own',
      'We will see what follows from this.\n\nIn summary, most tides are higher than thought.\n\nWhat follows is for the reader to judge.',
    ],
  ],
  [
    'a paragraph that cites a note in the form of a path',
    [ESSAY, 'more than the sun. ^own', '[here](../notes/sun.md).'],
  ],
  ['a paragraph that shows a note', [ESSAY, 'Most harbours feel the moon more than the sun. ^own', '![[sun]]']],
  ['figures in a comment', [ESSAY, 'more than the sun. ^own', 'in [[moon]] %% 77% or 78 %%.']],
  ['a figure of the author’s own', [ESSAY, 'more than the sun. ^own', '99 times [[moon|so]]. ^own']],
  ['one note for an answer, from one work of two', [MOON, 'darwin1898tides', '[darwin1898tides, kelvin1867]']],
  [
    'a note without a source beside others of one work',
    [SUN, 'source:\n  title: On the sun\n  doi: https://doi.org/10.1000/182\n', ''],
  ],
  ['a newer note that does not dispute', [MOON, 'created: 2026-02-01', 'created: 2026-12-01']],
  [
    'a newer note that disputes an open answer',
    [ESSAY, 'settled', 'open'],
    [SUN, 'created: 2026-03-01', 'created: 2026-12-01'],
  ],
  ['a note that disputes and has no date', [SUN, 'created: 2026-03-01\n', '']],
  [
    'a quote of another passage than the one that is set',
    [MOON, '“The moon … governs the sea” (p. 12)', 'Nobody had measured a thing in those days'],
  ],
  ['a quote where no text is held', [MOON, '> "The Moon, and it alone, governs the sea", he says.', 'He says it all.']],
  [
    'a work that cannot be read, which is reported already',
    [BIB, '@misc{kelvin1867, ', '@misc{broken, title={x\n\n@misc{kelvin1867, '],
  ],
  [
    'a work that was retracted and reinstated',
    [
      LOCK,
      '"corrected", "date": "1899" }',
      '"retracted", "date": "1899" }, { "status": "reinstated", "date": "1900" }',
    ],
  ],
  ['a DOI by its name', [BIB, '10.1000/xyz', 'doi:10.1000/xyz']],
]

describe('a note that rests on a retracted work is no evidence', () => {
  const [MOON_GONE, SUN_GONE] = ['10.1000/xyz_1', '10.1000/182'].map((doi): Edit => {
    const retracted = `"${doi}": { "updates": [{ "status": "retracted" }] }`
    return [LOCK, '"10.1000/xyz_1": { "updates": [{ "status": "corrected", "date": "1899" }] }', retracted]
  }) as [Edit, Edit]
  const rulesFound = (...edits: Edit[]): string[] => found(edited(...edits)).map((each) => each.split(' ')[1] ?? '')
  const EXTENDS: Edit = ['notes/basin.md', 'role: qualifies', 'role: extends']
  const OF_DARWIN: Edit = ['notes/basin.md', 'kelvin1867', 'darwin1898tides']

  test('of another side', () => {
    assert.deepEqual(rulesFound(EXTENDS), [])
    assert.deepEqual(rulesFound(EXTENDS, SUN_GONE), ['one-sided', 'source-retracted'])
  })
  test('of two on one side', () => {
    const allSupport: Edit[] = [[SUN, 'role: disputes', 'role: background'], EXTENDS]
    assert.deepEqual(rulesFound(...allSupport), ['one-sided'])
    assert.deepEqual(rulesFound(...allSupport, MOON_GONE).includes('one-sided'), false)
  })
  test('from another work', () => {
    assert.deepEqual(rulesFound(OF_DARWIN), [])
    assert.deepEqual(rulesFound(OF_DARWIN, SUN_GONE), ['one-source', 'source-retracted'])
  })
  test('from one work, where it is all of that', () => {
    const sunIsDarwins: Edit = [SUN, '\n  title: On the sun\n  doi: https://doi.org/10.1000/182', ' darwin1898tides']
    assert.deepEqual(rulesFound(OF_DARWIN, sunIsDarwins), ['one-source'])
    const retracted = rulesFound(OF_DARWIN, sunIsDarwins, MOON_GONE)
    assert.deepEqual(new Set(retracted), new Set(['source-retracted']))
  })
  test('newer than the answer', () => {
    const newer: Edit = [SUN, 'created: 2026-03-01', 'created: 2026-03-02']
    assert.deepEqual(rulesFound(newer), ['dispute-newer'])
    assert.deepEqual(rulesFound(newer, SUN_GONE), ['source-retracted'])
  })
})

describe('nothing is said of', () => {
  for (const [title, ...edits] of QUIET)
    test(title, () => assert.deepEqual(found({ 'inquiries/sea.png': '', ...edited(...edits) }), []))

  test('a citation of a draft, which is reported for itself', () => {
    const cites: Edit = [ESSAY, 'more than the sun. ^own', 'said in [[draft]], 77 times.']
    assert.deepEqual(found({ ...edited(cites), 'notes/draft.md': '---\ndraft: true\n---\n' }), [])
  })

  test('a draft, whatever is wrong in it', () => {
    const draft = CLEAN[ESSAY].replace('---\n', '---\ndraft: true\n').replaceAll(/68|\^own/g, '7')
    assert.deepEqual(found({ ...CLEAN, 'inquiries/draft.md': draft }), [])
  })
})
