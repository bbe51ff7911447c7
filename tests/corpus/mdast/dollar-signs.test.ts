/** Sums of money are no formulas. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { read, shown } from '../../support/corpus.ts'

const html = (text: string): string => shown(read(text))
const formulas = (text: string): number => html(text).match(/<math/g)?.length ?? 0

describe('a dollar sign', () => {
  for (const text of [
    'Between $5 and $6.',
    'From $20,000 to $30,000, or $1 each.',
    'It costs $ 5 and $ 6.',
    'US$100 in 2020, US$120 in 2021.',
  ])
    test(`is only a sign in “${text}”`, () => assert.equal(html(text), `<p>${text}</p>`))

  for (const text of ['With $x$ and $y$.', '$E = mc^2$', 'costs of $n$, $2n$ and $n^2$', '$$\nx\n$$'])
    test(`opens a formula in ${JSON.stringify(text)}`, () => assert.ok(formulas(text) > 0 && !html(text).includes('$')))

  test('is told apart from the other kind in the same paragraph', () => {
    assert.equal(formulas('It costs $5 to prove $x^2$ and $6 to print it.'), 1)
    assert.match(
      html('It costs $5 to prove $x^2$ and $6 to print it.'),
      /^<p>It costs \$5 to prove <math.* and \$6 to print it\.<\/p>$/s,
    )
  })

  test('that is only a sign hides no link and no emphasis between two of them', () =>
    assert.equal(
      html('For $5 see [[a]] and *that*, for $6 not.'),
      '<p>For $5 see {open 0}{words 0}{close 0} and <em>that</em>, for $6 not.</p>',
    ))

  test('in code and in addresses stays as it is', () => {
    assert.equal(html('`$5 and $6` or $7 and $8'), '<p><code>$5 and $6</code> or $7 and $8</p>')
    assert.equal(html('At [a](https://e.org/$x) for $6'), '<p>At <a href="https://e.org/$x">a</a> for $6</p>')
  })
})
