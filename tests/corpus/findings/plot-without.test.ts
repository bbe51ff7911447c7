/** A plot without some of its effects, as a page draws it for retracted works and the browser for those that are unticked. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { findingsPages } from '../../../src/corpus/findings/findings-page.ts'
import type { ForestPlot, Plotted } from '../../../src/corpus/findings/finding.ts'
import { layOutPlot } from '../../../src/corpus/findings/plot.ts'
import { rowSvg } from '../../../src/corpus/findings/plot-svg.ts'
import { standingWithout } from '../../../src/corpus/what-if/resting.ts'
import { corpusOf } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const WORKS = ['a', 'b', 'c', 'd', 'e', 'f']
const number = fc.integer({ min: -100, max: 100 })
const effect = fc
  .record({ value: number, below: fc.integer({ min: 1, max: 50 }), weight: fc.option(fc.integer({ min: 1, max: 9 })) })
  .map(({ value, below, weight }): Plotted['effect'] => ({
    kind: 'mean difference',
    value,
    low: value - below,
    high: value + below,
    ...(weight !== null && { weight }),
  }))
const plotted = fc.array(
  fc.record({ works: fc.uniqueArray(fc.constantFrom(...WORKS), { minLength: 1, maxLength: 2 }), effect }),
  {
    minLength: 2,
    maxLength: 8,
  },
)
const someWorks = fc.uniqueArray(fc.constantFrom(...WORKS))
const pooling = fc.constantFrom(undefined, 'fixed', 'random')

/** A plot without some works, as the script asks for it. */
const without = (all: readonly Plotted[], fallen: readonly string[], by: 'fixed' | 'random' | undefined) => {
  const standing = new Set(standingWithout(all, new Set(fallen)))
  const rows = all.map((each) => (standing.has(each) ? each : { ...each, isOut: true as const }))
  return layOutPlot('mean difference', rows, by)
}

describe('whatever effects there are,', () => {
  test('the loss of a work adds none, and each keeps a row within the drawing', () => {
    fc.assert(
      fc.property(plotted, someWorks, fc.constantFrom(...WORKS), pooling, (all, fallen, work, by) => {
        const [before, after] = [without(all, fallen, by), without(all, [...fallen, work], by)]
        for (const [index, row] of after.rows.entries()) {
          assert.ok(row.finding.isOut ?? !before.rows[index]!.finding.isOut)
          assert.ok([row.at, row.from!, row.to!].every((place) => place >= 0 && place <= 100))
        }
        assert.ok(before.pooled === undefined || (after.pooled?.count ?? 0) <= before.pooled.count)
      }),
      { numRuns: runs(300), seed },
    )
  })

  test('what is out has no weight, and the others are put together as if they were alone', () => {
    fc.assert(
      fc.property(plotted, someWorks, pooling, (all, fallen, by) => {
        const plot = without(all, fallen, by)
        const held = plot.rows.filter(({ finding }) => !finding.isOut)
        assert.ok(plot.rows.every(({ finding, weight }) => !finding.isOut || weight === undefined))
        const alone = layOutPlot('mean difference', standingWithout(all, new Set(fallen)), by)
        const figures = ({ pooled, notPooled }: ForestPlot<Plotted>) =>
          pooled ? [pooled.effect, pooled.count, pooled.iSquared, pooled.tauSquared] : notPooled
        if (held.length > 0) assert.deepEqual(figures(plot), figures(alone))
        assert.deepEqual(
          held.map(({ weight }) => weight),
          alone.rows.map(({ weight }) => weight),
        )
      }),
      { numRuns: runs(300), seed },
    )
  })
})

describe('a note that rests on a retracted work', () => {
  const DOI = (at: number) => `10.1000/${at}`
  const note = (key: string, value: number): string =>
    `---\nsource: ${key}\ninquiries: [{ inquiry: q, role: supports, because: So. }]\nstudy: { design: trial, n: 50, measure: pressure, effect: { kind: d, value: ${value}, low: ${value - 1}, high: ${value + 1} } }\n---\n`
  const { corpus } = corpusOf({
    'references.bib': ['a', 'b', 'c']
      .map((key, at) => `@book{${key}, title={${key}}, author={Lee, ${key}}, year=2020, doi={${DOI(at)}}}\n`)
      .join(''),
    'sources.lock.json': JSON.stringify({
      checked: '2026-11-30',
      works: { [DOI(2)]: { updates: [{ status: 'retracted' }] } },
    }),
    'inquiries/q.md': '---\npool: fixed\n---\n[[a]] [[b]] [[c]]\n',
    'notes/a.md': note('a', 1),
    'notes/b.md': note('b', 3),
    'notes/c.md': note('c', 50),
  })
  const [outcome] = findingsPages(corpus)[0]!.outcomes

  test('is an outline in the plot, and what is put together is without it', () => {
    const [plot] = outcome!.plots
    assert.deepEqual(
      plot!.rows.map(({ finding, weight }) => [finding.isOut ?? false, weight]),
      [
        [false, 0.5],
        [false, 0.5],
        [true, undefined],
      ],
    )
    // Two effects of one variance: (1 + 3) / 2.
    assert.equal(plot!.pooled!.effect.value, 2)
    assert.equal(plot!.pooled!.count, 2)
    assert.match(rowSvg(plot!.rows[2]!, plot!), /class="effect gone"/)
  })

  test('counts for nothing in the summary', () => {
    assert.deepEqual([outcome!.notes, outcome!.works, outcome!.samples], [2, 2, [{ n: 100 }]])
  })
})
