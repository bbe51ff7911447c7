/** When a quotation is what its source says, and what a note holds of it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isDoi } from '../../../src/corpus/doi.ts'
import { heldText } from '../../../src/corpus/audit/held-text.ts'
import { isSamePassage, isVerbatim } from '../../../src/corpus/quotes/verbatim.ts'

const SOURCE =
  'The tails — so we found — of the distri­bution “disappear”; models’ output, in eﬀect, loses what was rare. It is self-evident.'

describe('word for word is', () => {
  const VERBATIM: readonly string[] = [
    'The tails - so we found - of the distribution "disappear"',
    "models' output",
    'the  tails\n—so we found—of',
    '[t]he tails',
    'The tails … of the distribution … loses what was rare.',
    'The tails ... loses [...] what was rare',
    'The tails (…) it is self-evident!'.replace('!', ''),
    'The tails [of everything] loses',
    'in effect, loses what was rare: ',
    '“The tails — so we found — of the distribution” (p. 12)',
    '“The tails” and “loses what was rare” (Zhao 2025, § 3)',
    'loses what was rare (p. 3).',
    'loses what was rare, pp. 12–14',
    'loses what was rare — Section 2',
    '«models’ output»',
  ]
  for (const quote of VERBATIM) test(quote, () => assert.equal(isVerbatim(quote, SOURCE), true))
})

describe('word for word is not', () => {
  const OTHER: readonly string[] = [
    'The tail of the distribution',
    'The tails of the distribution',
    'loses what was rare … The tails',
    '“The tails” and “loses what is rare”',
    'output loses',
  ]
  for (const quote of OTHER) test(quote, () => assert.equal(isVerbatim(quote, SOURCE), false))
})

test('a passage is nearly the one a quote is from when some words are others, and not because it is on the same subject', () => {
  assert.equal(isSamePassage('What is rare goes first when models learn from the output of others', SOURCE), false)
  assert.equal(isSamePassage('models output in effect loses all that was rare', SOURCE), true)
  assert.equal(isSamePassage('models', SOURCE), false)
})

test('a note holds quotations, callouts apart, and sections that are named after what they hold', () => {
  const note = `---
title: x
---
## Abstract

First *words*, with [a link](x.md).

### More

Second.

## Mine

> Third

> [!quote] A callout
> Fourth

Source text
===========

- Fifth
`
  assert.deepEqual(heldText(note), {
    sections: ['First words, with a link.\nMore\nSecond.', 'Fifth'],
    quotations: ['Third'],
  })
})

test('a DOI has a form', () => {
  const good = [
    '10.1000/182',
    'https://doi.org/10.1038/s41586-024-07566-y',
    'http://dx.doi.org/10.1000/x',
    'doi:10.1000/x',
    'DOI: 10.1000/x',
    '10.1000/a\\_b',
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    '10.48550/arXiv.2505.10185',
  ]
  const bad = [
    '10.100/x',
    '10.1000',
    '10.1000/',
    '11.1000/x',
    'arXiv:2505.10185',
    '10.1000/a b',
    'https://example.org/10.1000/x',
  ]
  assert.deepEqual([good.filter((doi) => !isDoi(doi)), bad.filter(isDoi)], [[], []])
})
