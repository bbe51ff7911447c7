/** Nothing that an essay or a note holds keeps the audit from coming to an end. What hangs fails by hanging. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isVerbatim } from '../../../src/corpus/quotes/verbatim.ts'
import { runs } from '../../support/runs.ts'
import { auditOf, CLEAN } from './clean-corpus.ts'

const MANY = runs(2_000)
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

const ESSAYS: Readonly<Record<string, string>> = {
  'paragraphs with a figure each': times(MANY, (n) => `[[moon]] ${n}.\n\n`),
  'figures in one paragraph': `[[moon]] ${times(MANY * 5, (n) => `${n}\n`)}`,
  'digits without end': `[[moon]] ${'1'.repeat(500_000)} ${'1,'.repeat(250_000)} ${'1 000 '.repeat(50_000)}`,
  'links in one line': times(MANY, () => '[[moon]] 7 '),
  'paragraphs that share a long footnote': `${times(MANY / 4, () => 'Words.[^a]\n\n')}[^a]: ${times(MANY / 4, (n) => `[[moon]] ${n}\n`)}`,
  'names of blocks': times(MANY, () => 'Most people say so too.\n\n^owner\n\n'),
  'quotation marks and words of certainty': `[[moon]] 7 ${times(MANY, () => '“ " « always never ')}`,
  'numbers in words': `[[moon]] 7 ${'twenty '.repeat(MANY * 5)}${'one in '.repeat(MANY)}${'1/'.repeat(MANY)}${'a half '.repeat(MANY)}`,
  'blanks and brackets': `[[moon]] 5 ${'[@'.repeat(MANY)} ${'%%'.repeat(MANY)} ${'&'.repeat(MANY)}${' '.repeat(MANY)} 6`,
}

describe('a great deal of', () => {
  for (const [name, essay] of Object.entries(ESSAYS))
    test(`${name} is audited`, () => {
      const { findings } = auditOf({ ...CLEAN, 'inquiries/long.md': `---\ntitle: Long\n---\n${essay}\n` })
      assert.ok(findings.some(({ file }) => file === 'inquiries/long.md'))
    })

  test('a note’s own numbers, words and quotations is read', () => {
    const long = `${times(MANY, (n) => `${n} five and twenty${' '.repeat(20)}\n`)}> ${'words '.repeat(MANY)}\n`
    const quote = `${'“'.repeat(1000)}${'('.repeat(1000)}${'1 '.repeat(MANY)}`
    const note = `---\ntitle: N\ninquiries: [{ inquiry: tides, role: supports }]\nquote: ${quote}\n---\n${long}`
    const essay = CLEAN['inquiries/tides.md'].replace('68% of', '[[long]] 123456.5 of')
    const { findings } = auditOf({ ...CLEAN, 'inquiries/tides.md': essay, 'notes/long.md': note })
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['figure-unsupported'],
    )
  })

  test('gaps and blanks in a quote is compared', () => {
    assert.equal(isVerbatim(`a${' '.repeat(500_000)}b`, 'a b'), true)
    assert.equal(isVerbatim('a … '.repeat(50_000), 'a '.repeat(50_000)), true)
    assert.equal(isVerbatim('[a'.repeat(50_000), 'a'), false)
  })
})
