/**
 * Works of one page that look the same are told apart, and each citation by itself is what the processor makes of it
 * among all citations of its page.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { plugins } from '@citation-js/core'
import CSL, { type CitationData } from 'citeproc'
import { withoutLinkMarks } from '../../../src/corpus/bibliography/citation-marks.ts'
import { styleText } from '../../../src/corpus/bibliography/processor.ts'
import { inlineHtml } from '../../../src/corpus/bibliography/reference-html.ts'
import { formatAllSafely, formatSafely } from '../../../src/corpus/bibliography/reference.ts'
import { KnownReferences } from '../../../src/corpus/bibliography/reference-formatter.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { featuresOf } from '../../../src/corpus/bibliography/style-features.ts'
import { APA, BUILT_IN } from '../../../src/corpus/bibliography/style.ts'
import { toldApart } from '../../../src/corpus/bibliography/told-apart.ts'
import type { CitationStyle } from '../../../src/corpus/model/citation-style.ts'
import type { Source } from '../../../src/corpus/model/source.ts'
import { AUTHOR_YEAR } from '../../support/citation-lines.ts'
import { corpusOf } from '../../support/corpus.ts'

const SMITHS = readFileSync(new URL('../../fixtures/citations/disambiguation.bib', import.meta.url), 'utf8')

const text = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&#x26;', '&')

describe('two works of one author and year', () => {
  const files = {
    'references.bib': SMITHS,
    'notes/both.md': 'So [@smith2020b; @smith2020a, p. 3] and @smith2020b.\n\n## Of @smith2020a\n',
    'notes/one.md': '---\nsource: smith2020b\n---\nSo [@smith2020b].',
    'notes/other.md': '---\nsource: smith2020a\n---\nText',
    'inquiries/q.md': '---\ntitle: Q\n---\nAs [[one]] and [[other]] say.',
  }
  const { corpus, note, inquiry, entries } = corpusOf(files)

  test('have letters in the text, in headings and in the list of a page that cites both', () => {
    const both = note('notes/both.md')
    assert.match(text(both.html), /^So \(Smith, 2020b, 2020a, p\. 3\) and Smith \(2020b\)\./)
    assert.deepEqual(
      both.headings.map((heading) => heading.text),
      ['Of Smith (2020a)'],
    )
    assert.deepEqual(
      both.cited.references.map(({ short, html }) => [short, text(html).slice(0, 18)]),
      [
        ['Smith, 2020a', 'Smith, A. (2020a).'],
        ['Smith, 2020b', 'Smith, A. (2020b).'],
      ],
    )
  })

  test('have them among the evidence of an inquiry', () => {
    assert.deepEqual(
      inquiry('inquiries/q.md').evidence.map(({ sources: [source] }) => [
        source!.short,
        text(source!.html).slice(0, 18),
      ]),
      [
        ['Smith, 2020b', 'Smith, A. (2020b).'],
        ['Smith, 2020a', 'Smith, A. (2020a).'],
      ],
    )
  })

  test('have none where a page shows one of them alone', () => {
    assert.equal(text(note('notes/one.md').html), 'So (Smith, 2020).')
    assert.match(text(note('notes/one.md').references[0]!.html), /^Smith, A\. \(2020\)\. Two/)
  })

  test('are cited beside a link to their page as that page cites them', async () => {
    const { renderSource } = await import('../../../src/corpus/render/render-source.ts')
    const { backlinks } = renderSource(corpus, corpus.works.get('smith2020b')!)
    const said = backlinks.flatMap(({ mentions }) => mentions.map(({ context }) => context.sentence))
    assert.deepEqual(said, [
      'So (Smith, 2020b, 2020a, p. 3) and Smith (2020b).',
      'So (Smith, 2020b, 2020a, p. 3) and Smith (2020b).',
      'So (Smith, 2020).',
    ])
    assert.equal(entries.size, 4)
  })
})

test('people of one family name have initials where the style asks for them', () => {
  const works = `@book{a, author={Lee, Ann}, title={A}, year=2001}\n@book{b, author={Lee, Bo}, title={B}, year=2005}`
  const { html } = corpusOf({ 'references.bib': works, 'notes/a.md': '[@a; @b] and @b' })
  assert.equal(text(html('notes/a.md')), '(A. Lee, 2001; B. Lee, 2005) and B. Lee (2005)')
})

/** A stream of numbers below another, which is the same on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function randomWork(random: (below: number) => number, index: number): Source {
  const person = () => ({
    family: ['Lee', 'Smith', 'Roe', 'Doe'][random(4)]!,
    given: ['Ann', 'Bo', 'Ann B.'][random(3)]!,
  })
  return toSource(`w${index}`, {
    type: ['book', 'article-journal', 'chapter'][random(3)]!,
    title: `Title ${['One', 'Two', 'Three'][random(3)]}`,
    ...(random(8) > 0 && { author: Array.from({ length: 1 + random(4) }, person) }),
    ...(random(8) > 0 && { issued: { 'date-parts': [[2000 + random(3)]] } }),
  })
}

/** Makes a function that has the processor write all citations of a page at once, with the whole style. */
function processorOf(style: CitationStyle) {
  let works: readonly Source[] = []
  let pages = 0
  const sys = {
    retrieveItem: (id: string) => ({ ...works[Number(id.split('-')[1])]!.csl, id }),
    retrieveLocale: (name: string) => plugins.config.get('@csl').locales.get(name),
  }
  const engine = new CSL.Engine(sys, styleText(style), 'en-US', true)
  return (sources: readonly Source[], citations: readonly number[][]): string[] => {
    works = sources
    pages++
    const data = citations.map((cites, index): CitationData => ({
      citationID: `${pages}-${index}`,
      citationItems: cites.map((each) => ({ id: `${pages}-${each}` })),
      properties: { noteIndex: 0 },
    }))
    engine.updateItems([])
    return engine.rebuildProcessorState(data, 'html', []).map(([, , html]) => inlineHtml(html, 'en-US'))
  }
}

describe('each citation is what the processor makes of it among all of its page, in', () => {
  for (const style of [...BUILT_IN, AUTHOR_YEAR])
    test(style.name, () => {
      const together = processorOf(style)
      for (let seed = 1; seed <= 6; seed++) {
        const random = numbers(seed)
        const sources = Array.from({ length: 7 }, (_, index) => randomWork(random, index))
        const citations = Array.from({ length: 8 }, () => [
          ...new Set(Array.from({ length: 1 + random(3) }, () => random(7))),
        ])
        const cited = [...new Set(citations.flat())]
        const apart = toldApart(
          cited.map((index) => sources[index]!),
          featuresOf(style),
        )
        const references = new KnownReferences(style)
        const single = citations.map((cites) => {
          const citation = {
            language: 'en',
            isNarrative: false,
            cites: cites.map((index) => {
              const among = apart.get(sources[index]!)
              const number = style.isNumeric ? { number: cited.indexOf(index) + 1 } : {}
              return { source: sources[index]!, prefix: '', suffix: '', ...(among && { among }), ...number }
            }),
          }
          return withoutLinkMarks(references.cite(citation) ?? '')
        })
        assert.deepEqual(single, together(sources, citations), `${style.name}, ${seed}`)
      }
    })
})

test('most works of a page need not be told apart', () => {
  const work = (family: string, year: number) =>
    toSource(family + String(year), {
      type: 'book',
      author: [{ family, given: 'A' }],
      issued: { 'date-parts': [[year]] },
    })
  const [lee1, lee2, roe, lee3] = [work('Lee', 2001), work('Lee', 2002), work('Roe', 2001), work('Lee', 2001)]
  assert.equal(toldApart([lee1, lee2, roe], featuresOf(APA)).size, 0)
  assert.deepEqual(toldApart([lee1, lee2, roe, lee3], featuresOf(APA)).get(lee3), [lee1, lee3])
})

test('a work that is asked for alone and among others is written as each of these', () => {
  const sources = ['a', 'b', 'c'].map((key, index) =>
    toSource(key, {
      type: 'book',
      title: `T ${key}`,
      author: [{ family: 'Roe', given: index === 2 ? 'Ann' : 'Bo' }],
      issued: { 'date-parts': [[2001]] },
    }),
  )
  const [a, b, c] = sources as [Source, Source, Source]
  const requests = [
    ...sources.map((source) => ({ source, language: 'en' })),
    ...[a, b].map((source) => ({ source, language: 'en', among: [a, b] })),
    ...[a, c].map((source) => ({ source, language: 'en', among: [a, c] })),
  ]
  const together = formatAllSafely(requests, APA).map(({ html }) => text(html))
  assert.deepEqual(
    together,
    requests.map((request) => text(formatSafely(request, APA).html)),
  )
  assert.deepEqual(
    together.map((html) => /\((.*?)\)/.exec(html)?.[1]),
    ['2001', '2001', '2001', '2001a', '2001b', '2001', '2001'],
  )
})
