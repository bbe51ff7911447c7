/** The shorter ways of the processor lead to what its own ways lead to, whatever a work has in its fields. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type CSL from 'citeproc'
import fc from 'fast-check'
import { localeText } from '../../../src/corpus/bibliography/locales.ts'
import { styleText } from '../../../src/corpus/bibliography/processor.ts'
import { mendProcessor } from '../../../src/corpus/bibliography/processor-mends.ts'
import { shortenProcessor } from '../../../src/corpus/bibliography/processor-shortcuts.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { runs, seed } from '../../support/runs.ts'

/** A processor that no other test has. */
function ownProcessor(): typeof CSL {
  const require = createRequire(import.meta.url)
  Reflect.deleteProperty(require.cache, require.resolve('citeproc'))
  const csl = require('citeproc') as typeof CSL
  mendProcessor(csl)
  return csl
}

const [usual, shorter] = [ownProcessor(), ownProcessor()]
shortenProcessor(shorter)

function referencesBy(csl: typeof CSL): (work: object) => string {
  let current: object = {}
  const engine = new csl.Engine(
    { retrieveItem: () => current, retrieveLocale: localeText },
    styleText(APA),
    'de-DE',
    true,
  )
  return (work) => {
    current = work
    engine.updateItems([])
    engine.updateItems(['work'])
    return JSON.stringify(engine.makeBibliography())
  }
}

const SIGNS = [
  'a',
  'B',
  'é',
  '7',
  ' ',
  ' ',
  '"',
  "'",
  '’',
  '“',
  '”',
  '„',
  '«',
  '»',
  '(',
  ')',
  '&',
  '<',
  '>',
  '<i>',
  '</i>',
]
const MORE = ['<sup>', '</sup>', '<span class="nocase">', '</span>', '²', '.', ',', ':', '?', '-', '–', '\u00a0', '中']
const text = fc
  .array(fc.constantFrom(...SIGNS, ...MORE), { minLength: 1, maxLength: 14 })
  .map((signs) => signs.join(''))
const work = fc.record(
  {
    title: text,
    'container-title': text,
    publisher: text,
    page: text,
    author: fc.array(fc.record({ family: text, given: text }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['title'] },
)

test('references are the same', () => {
  const [usually, shortly] = [referencesBy(usual), referencesBy(shorter)]
  fc.assert(
    fc.property(work, fc.constantFrom('book', 'article-journal', 'chapter', 'webpage'), (fields, type) => {
      const given = (): object => structuredClone({ ...fields, id: 'work', type, issued: { 'date-parts': [[1999]] } })
      assert.equal(shortly(given()), usually(given()))
    }),
    { numRuns: runs(100), seed },
  )
})

test('texts are escaped the same', () => {
  const { html: usually } = usual.Output.Formats
  const { html: shortly } = shorter.Output.Formats
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (given) => {
      assert.equal(shortly.text_escape(given), usually.text_escape(given))
    }),
    { numRuns: runs(500), seed },
  )
})
