import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inlineHtml, sanitised, simpleHtml } from '../../../src/corpus/bibliography/reference-html.ts'
import { runs, seed } from '../../support/runs.ts'

/** These are parts of what the processor writes, in an order in which it may or may not write them. */
const PARTS = ['A title', ' ', '\n', '\u00a0', '&#38;', '&#60;', '&#62;', "'", '"', '<i>', '</i>', '<b>', '</b>']
const MORE = ['<sup>', '</sup>', '<span style="font-variant:small-caps;">', '</span>', '<div>', '</div>', '<script>']

const tidied = (html: string): string => html.replace(/[ \t\n\r]+/g, ' ').trim()

describe('an entry that the library is spared', () => {
  it('is what the library makes of it', () => {
    const entry = fc.array(fc.constantFrom(...PARTS, ...MORE), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(entry, fc.boolean(), (inside, isWhole) => {
        const written = isWhole ? `  <div class="csl-entry">${inside}</div>\n` : inside
        const simple = simpleHtml(written)
        if (simple !== undefined) assert.equal(tidied(simple), tidied(sanitised(written)))
      }),
      { numRuns: runs(500), seed },
    )
  })

  it('is the usual one', () => {
    const usual = '  <div class="csl-entry">Lee, A. (2020). A &#38; B. <i>A journal</i>, <i>1</i>.</div>\n'
    assert.equal(simpleHtml(usual), 'Lee, A. (2020). A &#x26; B. <i>A journal</i>, <i>1</i>.')
    assert.equal(inlineHtml(usual, 'en-US'), 'Lee, A. (2020). A &#x26; B. <i>A journal</i>, <i>1</i>.')
  })

  for (const written of ['<i>open', '<i><b>crossed</i></b>', '</i>', '<i class="x">y</i>', '<svg>', '&amp;'])
    it(`is not ${written}`, () => assert.equal(simpleHtml(written), undefined))
})
