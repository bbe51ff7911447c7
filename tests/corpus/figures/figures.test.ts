/** Which numbers of an essay are figures, and which ways of writing a figure are the same. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { figuresIn } from '../../../src/corpus/figures/figures.ts'
import { decimalOf } from '../../../src/corpus/figures/numerals.ts'
import { quantitiesIn, valuesOf } from '../../../src/corpus/figures/quantities.ts'
import { numberWordsIn } from '../../../src/corpus/figures/number-words.ts'
import { spellingsOf } from '../../../src/corpus/figures/spellings.ts'
import { found } from '../audit/clean-corpus.ts'

const written = (text: string): string[] =>
  figuresIn(text, 'en').flatMap((figure) => (figure.kind === 'measured' ? figure.written : []))

describe('figures are', () => {
  const FIGURES: readonly [text: string, ...figures: string[]][] = [
    ['It reached 63.3% and 95.6 per cent, from 6.5 %.', '63.3%', '95.6 per cent', '6.5 %'],
    ['In 43% of cases', '43%'],
    ['Across 5 base models and 20 generators.', '5', '20'],
    ['with 800 problems, 8,000 dialogues and 2’500 runs', '800', '8,000', '2’500'],
    ['of 3B parameters, 300K pairs, 0.3M tokens, 2bn', '3B', '300K', '0.3M', '2bn'],
    ['4 million pairs, 12-billion words', '4 million', '12-billion'],
    [
      'about 1-3 points, 10–20%, 1.5B-13B and 0.3 to 150 million',
      '1',
      '3',
      '10',
      '20%',
      '1.5B',
      '13B',
      '0.3',
      '150 million',
    ],
    ['5-shot, 10-fold, 8-bit, 3x, 5kg', '5', '10', '8', '3', '5'],
    ['$5 and €20,000', '5', '20,000'],
    ['n=120, p<0.05', '120', '0.05'],
    ['有50%的人', '50%'],
    ['a ratio of 10:1', '10', '1'],
    ['(12 of 40)', '12', '40'],
    ['1 000 people, 2 500 000 cells', '1 000', '2 500 000'],
    ['1.5e6 steps, 10^6 more, 10⁶ cells, 3.2 × 10^-4 M', '1.5e6', '10^6', '10⁶', '3.2 × 10^-4'],
    ['p<.05 and −2.3%', '.05', '2.3%'],
    [
      '4,5 Mio. Euro und 12 Mrd. Dollar, 20 por ciento, 30 pour cent',
      '4,5 Mio',
      '12 Mrd',
      '20 por ciento',
      '30 pour cent',
    ],
    ['an AUC of 0.93 and AUPR 0.322', '0.93', '0.322'],
    ['it included only 1547 compounds', '1547'],
    ['Accuracy of 63.4 points', '63.4'],
  ]
  for (const [text, ...figures] of FIGURES) test(text, () => assert.deepEqual(written(text), figures))
})

describe('no figures are', () => {
  const NONE: readonly string[] = [
    'GPT-4, GPT-4.1, MATH-500, AIME24, phi-1, Qwen2.5-Math-7B, LLaMA-3.1-8B, DaVinci003, r1, H100s',
    'pass@1 and #3, under_18',
    'as Gemini 1.5 does, and Python 3 too',
    'in 1998, since 2022–23, 1998-2004, the 1990s, (2019), 2024’s, a 2019-style one',
    '2024-11-03, 3.11.2024, 11/3/2024, at 14:30',
    'on 3 May, the 12th of June, May 3, December 25',
    'the 1st, 2nd, 3rd and 19th',
    'version 1.2.3, v2.0, Version 2.1',
    'Table 3, Figures 2 and 4, Fig. 5, section 2.1, §3, § 4, p. 12, pp. 12–14, chapter 7, Eq. 8',
    '(1) this, (2) that, [3]',
    'a half is 1/2 and 3/4',
    'a 3D model on 5G',
    'two of three, a thousand',
    'https://example.org/2505.10185',
    'ISO 8601 and RFC 4180, Windows 11, Python 3, Article 17, World War 2, the Phase 3 trial, iodoTMT 6',
    'Abb. 3, Tabelle 4, S. 12, Seiten 12–14, Abschnitt 2, Kapitel 7, Nr. 5, Artikel 17',
    'chapitre 3, pages 12 et 13, tableau 4, numéro 5, étape 2',
    'capítulo 3, páginas 12 y 13, tabla 4, artículo 17, sección 2.1',
    '24/7 access and 9-to-5 jobs, a 50-50 chance',
    'R~0~ is zero, 0% of them, between 0 and no more',
    'the 5’ and 3’ ends, 5mC and 6mA',
    'There are 3 reasons for it, es gibt 4 Gründe, il y a 5 raisons',
    'class 1 and class 2, proteins 9 and 10, Figure 13B',
    'such as: 1) this, 2) that',
    '5. Timing of the test',
    'am 3. Mai, le 14 juillet, el 2 de mayo',
    'Suppose that 1000 people are asked',
    'one in 5, one out of 20',
  ]
  for (const text of NONE) test(text, () => assert.deepEqual(written(text), []))

  test('those in code, formulas, addresses, targets, footnote marks, pictures, comments, HTML and locators', () => {
    const text =
      '[[moon]]: `7 a` $8$ [so](../notes/moon.md?9) [[moon#^1|here]] ![10 boats](11.png) <b title="12">x</b> %% 13 %% [^14] <!-- 15 -->'
    const files = {
      'inquiries/q.md': `---\ntitle: Q\n---\n${text}\n\n[^14]: As [[moon]] says.\n`,
      'notes/moon.md': '---\ntitle: M\nsupports: q\n---\nHere. ^1\n',
      'notes/11.png': '',
      'inquiries/11.png': '',
    }
    assert.deepEqual(found(files), [])
  })
})

describe('the same figure is', () => {
  const SAME: readonly [essay: string, note: string][] = [
    ['1,000', '1000'],
    ['1000.0 points', '1,000'],
    ['47%', '47.0%'],
    ['50%', '0.5'],
    ['0.5', '50 per cent'],
    ['47.0', '47%'],
    ['300K', '300,000'],
    ['8,000', '8 thousand'],
    ['4M', '4 million'],
    ['7B', 'Qwen2.5-7B'],
    ['1.3B', '1.3 billion'],
    ['0.3 million', 'from 0.3 to 150 million'],
    ['800', 'Eight hundred'],
    ['1000', 'a thousand'],
    ['65', 'sixty-five'],
    ['2,500', 'two thousand five hundred'],
    ['5', 'five or six'],
    ['6', 'five and six'],
    ['24', 'two dozen'],
    ['50%', 'half'],
    ['20,000', '20\u202f000'],
    ['20’000', '20,000'],
    ['500', 'MATH-500'],
    // What rounding makes of a number is the number, as readers write it.
    ['47%', '47.1%'],
    ['about 5,000', '4,987'],
    ['over 90%', '93.4%'],
    ['.5', '0.5'],
    ['4.5 million', '4,500,000'],
    ['$4.5m', '$4.5 million'],
    ['12 of 40 (30%)', '12 of 40'],
    ['20%', 'one in five'],
    ['66.7%', '2/3'],
    ['5 km', '5,000 m'],
    ['36 hours', '1.5 days'],
    ['20 years', 'two decades'],
    ['12 months', 'one year'],
    ['12', 'zwölf Studien'],
    ['21', 'vingt et un essais'],
    ['30', 'treinta ensayos'],
    ['10.5%', '10,5 %'],
    ['3x', 'a threefold rise'],
    ['100%', 'all of it'],
    ['−2.3%', 'a fall of 2.3%'],
  ]
  const DIFFERENT: readonly [essay: string, note: string][] = [
    ['47.1%', '47%'],
    ['4.5 million', '4.5 billion'],
    ['5 mg', '5 kg'],
    ['3 times', '5 times at 3 sites'],
    ['−2.3%', '2.3%'],
    ['10^6', '10^5'],
    ['64%', '63.4%'],
    ['5,000', '4,987'],
    ['12', 'Table 12'],
    ['1,000', '100'],
    ['5%', '50%'],
    ['300K', '3,000'],
    ['14', '1, 4 and 140'],
    ['0.7', '7'],
  ]
  const isFound = (essay: string, note: string, language = 'en'): boolean => {
    const files = {
      'inquiries/q.md': `---\ntitle: Q\n---\nIt is [[moon]] with ${essay} things.\n`,
      'notes/moon.md': `---\ntitle: M\ninquiries: q\n---\nIt is ${note}.\n`,
      'site.yaml': `language: ${language}\n`,
    }
    return found(files).some((line) => line.includes('figure-unsupported'))
  }
  for (const [essay, note] of SAME) test(`${essay} as ${note}`, () => assert.equal(isFound(essay, note), false))
  for (const [essay, note] of DIFFERENT) test(`not ${essay} as ${note}`, () => assert.equal(isFound(essay, note), true))

  test('read with the signs of the site’s language', () => {
    assert.equal(isFound('1.000', '1000', 'de'), false)
    assert.equal(isFound('1.000', '1000', 'en'), true)
    assert.equal(isFound('47,5%', '47.5', 'de'), false)
    assert.deepEqual(['de', 'en-GB', 'fr', 'zh', 'no such', ''].map(decimalOf), [',', '.', ',', '.', '.', '.'])
  })

  test('in its title, claim or quote as well', () => {
    const essay = (figure: string) => `---\ntitle: Q\n---\nIt is [[moon]], ${figure} times.\n`
    const note = '---\ntitle: M 11\nclaim: C 12\nquote: Q 13\ncreated: 2026-11-14\nsupports: q\n---\n'
    const none = ['11', '12', '13', '14'].map(
      (figure) => found({ 'inquiries/q.md': essay(figure), 'notes/moon.md': note }).length,
    )
    assert.deepEqual(none, [0, 0, 0, 1])
  })
})

test('values have one form', () => {
  const values = (text: string, decimal: '.' | ',' = '.') => quantitiesIn(text, decimal).map(valuesOf)
  assert.deepEqual(values('63.3% and 0.1bn'), [[63.3], [0.1e9]])
  assert.deepEqual(values('1,000 or 1.000'), [
    [1000, 1],
    [1, 1000],
  ])
  assert.deepEqual(values('1.000,5', ','), [[1000.5]])
  assert.deepEqual(values('1.2.3'), [[NaN]])
})

test('numbers in words have values, and are found as whole words', () => {
  const all = 'Twelve of eighty-one; vingt et un; zweiunddreißig; treinta y dos; often, weight, per cent, once'
  assert.deepEqual(
    numberWordsIn(all).map(({ value }) => value),
    [12, 81, 21, 32, 32],
  )
  assert.deepEqual(spellingsOf(24).slice(0, 2), ['twenty-four', 'twenty four'])
  assert.deepEqual([spellingsOf(0.5), spellingsOf(1234567), spellingsOf(NaN)], [[], [], []])
})

test('what is the author’s own as often is told apart', () => {
  const kinds = (text: string) => figuresIn(text, 'en').map(({ kind, written }) => `${kind} ${written}`)
  assert.deepEqual(kinds('In 1998 a third of twelve teams, twofold, the 3rd in the 1990s, one in 5'), [
    'year 1998',
    'share a third',
    'count twelve',
    'factor twofold',
    'ordinal 3rd',
    'year 1990s',
    'share one in 5',
  ])
  assert.deepEqual(
    ['en', 'de-AT', 'es'].map((language) => figuresIn('Zwölf, twelve, doce', language).map(({ written }) => written)),
    [['twelve'], ['Zwölf', 'twelve'], ['twelve', 'doce']],
  )
})
