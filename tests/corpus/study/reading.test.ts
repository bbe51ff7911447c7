/** The facts of a study: what is read, and what is wrong in them, each part by itself. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonOf } from '../../../src/corpus/exports/json.ts'
import type { ParsedNote } from '../../../src/corpus/model/parsed.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import { corpusOf, problemsOf, read, said } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const noteWith = (study: string): string => `---\nclaim: C.\nstudy:\n${study.replace(/^/gm, '  ')}\n---\nText.\n`
const studyIn = (study: string) => (read(noteWith(study)) as ParsedNote).data.study
const wrongIn = (study: string): string[] => problemsOf(noteWith(study))

const WHOLE = `design: trial
population: adults
data: [Registry, "https://doi.org/10.1000/AB", { Name: Pages, url: "https://www.example.org/pages/" }]
n: 412
counted: participants
dose: 20 mg
measure: systolic pressure
effect: { kind: mean difference, value: −5.2, low: -7.9, high: -2.5, level: 90%, unit: mmHg, direction: decrease }
preregistered: yes
Replicated-By: [lee2025, other]
funding: the maker
interest: none
checked: { by: Ann, on: 30.11.2026, version: v2 }`

test('is read whole, in every spelling of its keys', () => {
  assert.deepEqual(wrongIn(WHOLE), [])
  assert.deepEqual(studyIn(WHOLE), {
    design: 'trial',
    population: 'adults',
    data: [
      { name: 'Registry' },
      { name: '10.1000/AB', doi: '10.1000/AB', url: 'https://doi.org/10.1000/AB' },
      { name: 'Pages', url: 'https://www.example.org/pages/' },
    ],
    n: 412,
    counted: 'participants',
    dose: '20 mg',
    measure: 'systolic pressure',
    effect: [
      { kind: 'mean difference', value: -5.2, low: -7.9, high: -2.5, level: 90, unit: 'mmHg', direction: 'decrease' },
    ],
    preregistered: true,
    replicatedBy: ['lee2025', 'other'],
    funding: 'the maker',
    interest: 'none',
    checked: { by: 'Ann', on: '2026-11-30', version: 'v2' },
  })
})

describe('a part that is wrong is reported at its place and left out, and the others stay', () => {
  test('at any depth, with gaps in a list', () => {
    const study = `design: benchmrk
n: 1.5
sampel: 3
measure: accuracy
effect:
  - { kind: r, value: 1.5, low: 0.2, high: 2 }
  -
  - { kind: ratio, value: 2, low: 3, high: 4 }
  - { kind: d, value: -0.5, direction: increase, low: -1, high: 0 }
  - { kind: dd, value: 2 }
  - { kind: r, value: 0.5, unit: [] }
  - {}
  - { direction: increase }`
    assert.deepEqual(wrongIn(study), [
      '4:11 error field-value The field "study.design" must be one of experiment, trial, benchmark, observational, survey, case study, simulation, review, meta-analysis, theory, and it is "benchmrk". Did you mean "benchmark"?',
      '5:6 error field-value The field "study.n" must be a whole number like 1200, and it is "1.5".',
      '6:3 warning field-unread The field "study.sampel" is not read. There are design, population, data, n, counted, dose, measure, effect, preregistered, replicatedBy, funding, interest, checked.',
      '9:25 error field-value The field "study.effect[1].value" must be between -1 and 1, because the kind is "r", and it is 1.5.',
      '9:46 error field-value The field "study.effect[1].high" must be between -1 and 1, because the kind is "r", and it is 2.',
      '11:37 error field-value The field "study.effect[2].low" is 3, which is above the value, 2. Mend one of them.',
      '12:42 error field-value The field "study.effect[3].direction" is "increase", and the value -0.5 says decrease. Mend one of them.',
      '13:15 error field-value The field "study.effect[4].kind" must be one of mean difference, d, r, percentage points, percentage, ratio, risk ratio, odds ratio, hazard ratio, and it is "dd". Did you mean "d"?',
      '14:36 error field-value The field "study.effect[5].unit" must be text, and it is a list.',
      '15:7 error field-value The field "study.effect[6].value" is missing. Write the value, or at least the direction.',
    ])
    assert.deepEqual(studyIn(study), {
      measure: 'accuracy',
      effect: [
        { kind: 'ratio', value: 2 },
        { kind: 'd', value: -0.5, low: -1, high: 0 },
        { kind: 'r', value: 0.5 },
        { direction: 'increase' },
      ],
      data: [],
      replicatedBy: [],
    })
  })

  const CASES: Readonly<Record<string, readonly [study: string, problem: string]>> = {
    'a data set that is not at its address': [
      'data: { name: A, url: "javascript:0" }',
      '4:25 error field-value The field "study.data[1].url" must be an address that begins with https://, and it is "javascript:0".',
    ],
    'a DOI that is none': [
      'data: [{ doi: zenodo.7 }]',
      '4:17 error field-value The field "study.data[1].doi" must be a DOI like 10.1000/182, and it is "zenodo.7".',
    ],
    'an address that is none': [
      'data: [https://exa mple.org/a]',
      '4:10 error field-value The field "study.data[1].url" must be an address that begins with https://, and it is "https://exa mple.org/a".',
    ],
    'a bare DOI that is none': [
      'data: 10.1000/a%2Fb',
      '4:9 error field-value The field "study.data[1].doi" must be a DOI like 10.1000/182, and it is "10.1000/a%2Fb".',
    ],
    'a data set without a name': [
      'data: {}',
      '4:9 error field-value The field "study.data[1].name" is missing. Name the data set, or give its DOI.',
    ],
    'no one was studied': [
      'n: 0',
      '4:6 error field-value The field "study.n" must be a whole number greater than 0, and it is "0".',
    ],
    'a ratio of zero': [
      'effect: { kind: odds ratio, value: 0 }',
      '4:38 error field-value The field "study.effect[1].value" must be greater than 0, because the kind is "odds ratio", and it is 0.',
    ],
    'more than a whole': [
      'effect: { kind: percentage, value: 101 }',
      '4:38 error field-value The field "study.effect[1].value" must be between 0 and 100, because the kind is "percentage", and it is 101.',
    ],
    'half an interval': [
      'effect: { kind: d, value: 1, low: 0.5 }',
      '4:37 error field-value The field "study.effect[1].low" is one end of an interval. Write the other one too.',
    ],
    'an interval of nothing': [
      'effect: { direction: increase, low: 0.5, high: 1 }',
      '4:39 error field-value The field "study.effect[1].low" has no value that it belongs to. Write the value.',
    ],
    'a value without a kind': [
      'effect: { value: 3 }',
      '4:11 error field-value The field "study.effect[1].kind" is missing. Say what the value is: mean difference, d, r, percentage points, percentage, ratio, risk ratio, odds ratio, hazard ratio.',
    ],
    'a level of certainty': [
      'effect: { kind: d, value: 3, level: 100 }',
      '4:39 error field-value The field "study.effect[1].level" must be a level in per cent between 50 and 99.99, such as 95.',
    ],
    'a weight of less than nothing': [
      'effect: { kind: d, value: 3, weight: -1 }',
      '4:40 error field-value The field "study.effect[1].weight" must be a number greater than 0, and it is "-1".',
    ],
    'a word twice': [
      'n: 5\nN: 6',
      '5:3 warning field-unread The field "study.N" is not read, because "n" is there already. Take one of the two out.',
    ],
    'a day that is none': [
      'checked: { by: Ann, on: soon }',
      '4:27 error field-value The field "study.checked.on" must be a date like 2026-11-23, and it is "soon".',
    ],
  }
  for (const [name, [study, problem]] of Object.entries(CASES))
    test(name, () => assert.deepEqual(wrongIn(study), [problem]))

  test('a study that is no mapping costs the field', () => {
    assert.deepEqual(problemsOf('---\nstudy: yes\n---\n'), [
      '2:8 error field-value The field "study" must say several things, as in "design: …", and it is "yes".',
    ])
    assert.deepEqual(problemsOf('---\nstudy:\n---\n'), [])
  })

  test('whatever is written, reading ends, and what is left is right', () => {
    const value = fc.oneof(
      fc.constantFrom('r', 'ratio', 'd', '1', '-1', '0', '5', '', 'x', 'increase', 'decrease', '__proto__'),
      fc.constantFrom('[]', '{}', '[a, b]', '{ a: b }', '{ value: 1 }'),
    )
    const key = fc.constantFrom('kind', 'value', 'low', 'high', 'level', 'direction', 'n', '__proto__', 'unit')
    const mapping = fc
      .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name })
      .map((pairs) => `{ ${pairs.map(([name, written]) => `${name}: ${written || '""'}`).join(', ')} }`)
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 4 }), (effects) => {
        const study = `n: 5\neffect: [${effects.join(', ')}]`
        for (const { kind, value: of, low, high, direction } of studyIn(study)!.effect) {
          assert.ok(of === undefined ? direction !== undefined : kind !== undefined)
          assert.equal(low === undefined, high === undefined)
          if (low !== undefined) assert.ok(low <= of! && of! <= high!)
        }
        assert.equal(studyIn(study)!.n, 5)
      }),
      { numRuns: runs(200), seed },
    )
  })
})

describe('designs that a site declares', () => {
  const settingsOf = (text: string) => readSettings({ path: 'site.yaml', text })

  test('are read like those of the engine', () => {
    const { settings } = settingsOf('designs: { ablation: One part was taken out., replay: }\n')
    assert.deepEqual(settings.designs, [{ name: 'ablation', meaning: 'One part was taken out.' }, { name: 'replay' }])
    const files = { 'notes/a.md': noteWith('design: ablation'), 'notes/b.md': noteWith('design: ablaton') }
    const { problems, note } = corpusOf(files, undefined, undefined, [], settings)
    assert.equal(note('notes/a.md').study?.design, 'ablation')
    assert.match(
      problems.join('\n'),
      /^notes\/b\.md:4:11 error .*theory, ablation, replay.* Did you mean "ablation"\?$/,
    )
  })

  test('cannot be one that every site has', () => {
    assert.deepEqual(settingsOf('designs: { trial: x, odd: [] }\n').problems.map(said), [
      '1:19 error field-value The field "designs.trial" is a design that every site has. Take another name.',
      '1:27 error field-value The field "designs.odd" must be text, and it is a list.',
    ])
    assert.match(said(settingsOf('designs: [a]\n').problems[0]!), /must list designs by their names/)
  })
})

describe('what repeats a study', () => {
  const FILES = {
    'references.bib':
      '@book{lee, title={T}, author={Lee, A}, year=2020}\n@book{used, title={U}, author={Roe, B}, year=2021}\n',
    'notes/a.md': noteWith('n: 3\nreplicated by: [lee, "@used", b, secret, nowhere, a]'),
    'notes/b.md': '---\ntitle: Again\nsource: used\n---\n',
    'notes/secret.md': '---\ntitle: The secret\ndraft: true\n---\n',
  }
  const { corpus, entries, note, problems } = corpusOf(FILES)

  test('is a work or an entry, and a draft leaves no trace', () => {
    assert.deepEqual(note('notes/a.md').study, {
      n: 3,
      replicatedBy: [
        { short: 'Lee, 2020', key: 'lee' },
        { short: 'Roe, 2021', key: 'used', href: '/sources/used/' },
        { kind: 'note', title: 'Again', href: '/notes/b/' },
      ],
    })
    assert.deepEqual(problems, [
      'notes/a.md:5:36 warning link-private "secret" is a draft, so the relation is not shown. Publish it or take the relation out.',
      'notes/a.md:5:44 error entry-unknown There is no entry called "nowhere". Mend the name or write the entry.',
      'notes/a.md:5:53 warning field-value The entry names itself in "replicatedBy", which names others, so it is not shown. Name the one that is meant.',
    ])
    const graph = graphOf(corpus)
    assert.doesNotMatch(JSON.stringify([graph, jsonOf(entries.get('notes/a.md')!, corpus.settings)]), /secret/)
    assert.deepEqual(graph.nodes.find(({ id }) => id === '/notes/a/')?.study, { n: 3 })
    assert.deepEqual(
      graph.edges.filter(({ type }) => type === 'replicatedBy').map(({ to }) => to),
      ['/sources/used/', '/notes/b/'],
    )
  })
})
