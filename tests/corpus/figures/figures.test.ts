/** Which numbers of an essay are figures, and which ways of writing a figure are the same. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { figuresIn } from '../../../src/corpus/figures/figures.ts'
import { decimalOf, valuesOf } from '../../../src/corpus/figures/numerals.ts'
import { numbersInWords } from '../../../src/corpus/figures/number-words.ts'
import { found } from '../audit/clean-corpus.ts'

const written = (text: string): string[] => figuresIn(text).map((figure) => figure.written)

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
  ]
  const DIFFERENT: readonly [essay: string, note: string][] = [
    ['47%', '47.1%'],
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
  assert.deepEqual(valuesOf({ digits: '63.3', unit: '%' }, '.'), ['63.3', '0.633'])
  assert.deepEqual(valuesOf({ digits: '0.1', unit: 'b' }, '.'), ['0.1', '100000000'])
  assert.deepEqual(valuesOf({ digits: '1.2.3', unit: '' }, '.'), ['1.2.3'])
})

test('numbers in words have theirs, and so does each word', () => {
  const all = 'one hundred and twenty thousand, seven; a dozen or two and a half'
  assert.deepEqual(numbersInWords(all), ['120000', '1', '100', '20', '1000', '7', '7', '12', '12', '2.5', '2', '0.5'])
})
