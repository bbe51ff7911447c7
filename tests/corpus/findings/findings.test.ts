/** What the notes of an inquiry found, by what they measured: outcomes, plots, and both sides compared. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evidenceCsv } from '../../../src/corpus/exports/evidence-csv.ts'
import { jsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { findingsPages } from '../../../src/corpus/findings/findings-page.ts'
import { effectInWords, effectsInWords, sampleInWords } from '../../../src/corpus/findings/in-words.ts'
import { axisSvg, pooledSvg, rowSvg } from '../../../src/corpus/findings/plot-svg.ts'
import { filterValues } from '../../../src/corpus/search/filter-values.ts'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { LANGUAGES, wordsFor } from '../../../src/corpus/words/words.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const BIB = ['a', 'b', 'c'].map((key, at) => `@book{${key}, title={${key}}, author={Lee, ${key}}, year=${2020 + at}}\n`)

const note = (role: string, source: string, study: string): string =>
  `---\ntitle: On ${source}\nsource: ${source}\ninquiries: [{ inquiry: q, role: ${role}, because: So it is. }]\n${study && `study: ${study}\n`}---\n`

const pageOf = (files: Files, fields = '') => {
  const built = corpusOf({
    'references.bib': BIB.join(''),
    'inquiries/q.md': `---\n${fields}---\n[[a]] [[b]]\n`,
    ...files,
  })
  assert.deepEqual(built.problems, [])
  return { ...built, page: findingsPages(built.corpus)[0] }
}

const FILES = {
  'notes/a.md': note(
    'supports',
    'a',
    '{ design: trial, n: 100, counted: adults, population: Adults, data: [{ name: Registry, url: "https://example.org/r" }, Pulses], measure: Blood pressure, effect: { kind: mean difference, value: 2, low: 0.04, high: 3.96, unit: mmHg }, preregistered: no }',
  ),
  'notes/b.md': note(
    'disputes',
    'b',
    '{ design: trial, n: 50, counted: adults, population: children, data: "https://example.org/r", measure: blood  pressure, effect: { kind: mean difference, value: 6, low: 2.08, high: 9.92, unit: mmHg } }',
  ),
  'notes/c.md': note(
    'disputes',
    'c',
    '{ n: 7, effect: [{ direction: decrease }, { measure: Pulse, direction: increase }] }',
  ),
  'notes/d.md': note('supports', 'c', ''),
}

describe('the page of findings', () => {
  const { page, corpus, inquiry, entries } = pageOf(FILES)

  test('has an outcome for each measure, and what names none comes last', () => {
    assert.equal(page!.address, '/inquiries/q/findings/')
    assert.equal(page!.unstated, 1)
    assert.deepEqual(
      page!.outcomes.map(({ measure, notes, works, samples, designs }) => ({
        measure,
        notes,
        works,
        samples,
        designs,
      })),
      [
        { measure: 'Blood pressure', notes: 2, works: 2, samples: [{ n: 150, counted: 'adults' }], designs: ['trial'] },
        { measure: 'Pulse', notes: 1, works: 1, samples: [{ n: 7 }], designs: [] },
        { measure: undefined, notes: 1, works: 1, samples: [{ n: 7 }], designs: [] },
      ],
    )
  })

  test('has a plot where two effects of one kind and unit are of one measure', () => {
    const [outcome, ...others] = page!.outcomes
    assert.deepEqual(
      others.flatMap(({ plots }) => plots),
      [],
    )
    const [plot] = outcome!.plots
    // The scale is 0 to 10, with 4 per cent of room at both ends.
    assert.deepEqual(
      plot!.rows.map(({ at, from, to }) => [at, from, to]),
      [
        [22.4, 4.37, 40.43],
        [59.2, 23.14, 95.26],
      ],
    )
    assert.deepEqual(
      plot!.ticks.map(({ value }) => value),
      [0, 2, 4, 6, 8, 10],
    )
    assert.equal(plot!.noEffect, 4)
    assert.equal(plot!.pooled, undefined)
    assert.equal(plot!.notPooled, undefined)
  })

  test('compares both sides, and leaves out what does not differ', () => {
    const { differs, same, unstated } = page!.conflict!
    assert.deepEqual(
      differs.map(({ facet, supports, disputes }) => [
        facet,
        ...[supports, disputes].map((side) => side.map(({ value }) => value)),
      ]),
      [
        ['population', ['Adults'], ['children']],
        ['data', ['Registry', 'Pulses'], ['Registry']],
        ['measure', ['Blood pressure'], ['blood  pressure', 'Pulse']],
        ['year', ['2020'], ['2021', '2022']],
      ],
    )
    assert.deepEqual([same, unstated], [['design'], ['dose']])
  })

  test('is there only where a note states facts of its study, and its inquiry says so', () => {
    assert.equal(inquiry('inquiries/q.md').hasFindings, true)
    const none = pageOf({ 'notes/d.md': FILES['notes/d.md'], 'notes/a.md': '---\n---\n', 'notes/b.md': '---\n---\n' })
    assert.equal(none.page, undefined)
    assert.equal(none.inquiry('inquiries/q.md').hasFindings, undefined)
  })

  test('a draft is not on it', () => {
    const hidden = { ...FILES, 'notes/b.md': FILES['notes/b.md'].replace('---\n', '---\ndraft: true\n') }
    const { corpus } = corpusOf({ 'references.bib': BIB.join(''), 'inquiries/q.md': '', ...hidden })
    assert.doesNotMatch(JSON.stringify(findingsPages(corpus)), /children|On b/)
  })

  test('no entry takes its address', () => {
    const built = corpusOf({
      ...FILES,
      'references.bib': BIB.join(''),
      'inquiries/q.md': '',
      'inquiries/q/findings.md': '',
    })
    assert.equal(built.corpus.addresses.get('inquiries/q/findings.md'), '/inquiries/q/findings-2/')
    const plain = corpusOf({ 'inquiries/q.md': '', 'inquiries/q/findings.md': '' })
    assert.equal(plain.corpus.addresses.get('inquiries/q/findings.md'), '/inquiries/q/findings/')
  })

  test('the same facts are in the table as a file, in linked data and in the search', () => {
    const [head, , second] = evidenceCsv(inquiry('inquiries/q.md'), corpus.settings).split('\r\n')
    assert.match(head!, /,update,design,population,data,n,counted,dose,measure,effect,preregistered$/)
    assert.match(
      second!,
      /,trial,children,example\.org\/r <https:\/\/example\.org\/r>,50,adults,,blood {2}pressure,"mean difference 6 mmHg \[2\.08, 9\.92\] 95%",$/,
    )
    const data = jsonLd(entries.get('notes/a.md')!, corpus.settings)
    assert.deepEqual((data['additionalProperty'] as object[]).at(-1), {
      '@type': 'PropertyValue',
      propertyID: 'effect',
      name: 'Blood pressure',
      measurementTechnique: 'mean difference',
      value: 2,
      minValue: 0.04,
      maxValue: 3.96,
      unitText: 'mmHg',
    })
    assert.deepEqual(data['isBasedOn'], [
      { '@type': 'Dataset', name: 'Registry', url: 'https://example.org/r' },
      { '@type': 'Dataset', name: 'Pulses' },
    ])
    assert.equal('additionalProperty' in jsonLd(entries.get('notes/d.md')!, corpus.settings), false)
    const { design, preregistered } = filterValues(corpus)
    assert.deepEqual([design, preregistered], [['trial'], ['no']])
    assert.match(
      searchRecord(entries.get('notes/a.md')!, 'en').html,
      /"design\[content\]" content="trial".*"preregistered\[content\]" content="no"/,
    )
  })
})

describe('effects are put together where the inquiry asks for it', () => {
  test('as by hand: variances 1 and 4', () => {
    const [plot] = pageOf(FILES, 'pool: fixed\n').page!.outcomes[0]!.plots
    const { effect, count, by, at, from, to } = plot!.pooled!
    // The mean is 2.8, and 1.96 · √0.8 = 1.753.
    assert.deepEqual(
      [effect, count, by],
      [{ kind: 'mean difference', value: 2.8, low: 1.05, high: 4.55, unit: 'mmHg' }, 2, 'fixed'],
    )
    assert.ok(from < at && at < to)
    assert.deepEqual(
      plot!.rows.map(({ weight }) => weight!.toFixed(2)),
      ['0.80', '0.20'],
    )
    const random = pageOf(FILES, 'pool: random\n').page!.outcomes[0]!.plots[0]!.pooled!
    assert.equal(random.effect.value, 3.62)
    assert.equal(random.tauSquared.toFixed(2), '5.50')
  })

  test('but not two effects of one work, nor effects without intervals', () => {
    const twice = { ...FILES, 'notes/b.md': FILES['notes/b.md'].replace('source: b', 'source: a') }
    assert.equal(pageOf(twice, 'pool: fixed\n').page!.outcomes[0]!.plots[0]!.notPooled, 'works')
    const bare = { ...FILES, 'notes/b.md': FILES['notes/b.md'].replace(', low: 2.08, high: 9.92', '') }
    assert.equal(pageOf(bare, 'pool: fixed\n').page!.outcomes[0]!.plots[0]!.notPooled, 'intervals')
  })
})

describe('a plot of ratios', () => {
  const ratio = (source: string, of: string): string =>
    note('supports', source, `{ measure: death, effect: { kind: risk ratio, ${of} } }`)
  const [plot] = pageOf({
    'notes/a.md': ratio('a', 'value: 0.5, low: 0.25, high: 1, weight: 30'),
    'notes/b.md': ratio('b', 'value: 2, low: 1, high: 4, weight: 10'),
  }).page!.outcomes[0]!.plots

  test('has a logarithmic scale, and the weights that sources give', () => {
    assert.equal(plot!.isLogarithmic, true)
    assert.deepEqual(
      plot!.ticks.map(({ value }) => value),
      [0.2, 0.5, 1, 2, 5],
    )
    const [half, one, two] = [plot!.rows[0]!.at, plot!.noEffect!, plot!.rows[1]!.at]
    assert.equal((one - half).toFixed(1), (two - one).toFixed(1))
    assert.deepEqual(
      plot!.rows.map(({ weight }) => weight),
      [0.75, 0.25],
    )
  })

  test('is drawn in per cents, and says nothing to a screen reader', () => {
    assert.equal(
      rowSvg({ ...plot!.rows[0]!, at: 30, from: 10, to: 50 }, { ...plot!, noEffect: 50 }),
      '<svg class="effect" width="100%" height="100%" aria-hidden="true"><line class="none" x1="50%" x2="50%" y1="0" y2="100%"/>' +
        '<line x1="10%" x2="50%" y1="50%" y2="50%"/><svg x="30%" y="50%"><path d="M-7 -7h14v14h-14z"/></svg></svg>',
    )
    assert.match(
      axisSvg(plot!, (value) => `<${value}>`),
      /<text y="1\.5em">&lt;0\.2&gt;<\/text>/,
    )
    const pooled = { by: 'fixed', effect: {}, at: 30, from: 20, to: 50, count: 2, iSquared: 0, tauSquared: 0 } as const
    assert.match(pooledSvg(pooled, plot!), /x="20%" y="50%" width="10%".*x="30%" y="50%" width="20%"/)
  })
})

describe('in words', () => {
  const words = wordsFor('en')
  test('an effect has its kind, its value and its interval', () => {
    const effect = { kind: 'mean difference', value: -5.2, low: -7.9, high: -2.5, level: 90, unit: 'mmHg' } as const
    assert.equal(effectInWords(words, effect), 'mean difference −5.2 mmHg (90% CI −7.9 to −2.5)')
    assert.equal(effectInWords(wordsFor('de'), effect), 'Mittelwertdifferenz −5,2 mmHg (90-%-KI −7,9 bis −2,5)')
    assert.equal(effectInWords(words, { direction: 'no difference' }), 'no difference')
    assert.equal(sampleInWords(words, { n: 1200 }), 'n = 1,200')
  })
  test('several are a range', () => {
    const of = (value: number) => ({ kind: 'percentage', value }) as const
    assert.deepEqual(effectsInWords(words, [of(43), of(65), { kind: 'd', value: 1 }, { direction: 'increase' }]), [
      '43 to 65% (2 effects)',
      'd 1',
      'increase',
    ])
  })
  test('in every language, each kind and design has words', () => {
    for (const language of Object.keys(LANGUAGES)) {
      const { study } = wordsFor(language)
      for (const value of Object.values(study.values)) assert.match(value('7'), /7/)
      assert.ok(Object.values(study.designs).every((design) => design !== ''))
    }
  })
})
