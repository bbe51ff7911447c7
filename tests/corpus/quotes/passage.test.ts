/** Where the words of a quote stand: its selectors, its page, and the address that leads there. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import { passageOf, textFragment } from '../../../src/corpus/quotes/passage.ts'

const work = (more: Csl = {}, arxiv?: string) => toSource('lee2020', { title: 'Tides', ...more }, arxiv)
const WEB = work({ URL: 'https://example.org/tides#top' })
const PDF = work({ URL: 'https://example.org/tides.pdf' })

const CASES: Readonly<Record<string, [quote: string, source: ReturnType<typeof work> | undefined, href?: string]>> = {
  'words of a web page': ['“Loss falls”', WEB, 'https://example.org/tides#:~:text=Loss%20falls'],
  'words with signs of fragments': [
    'a power-law, & more',
    WEB,
    'https://example.org/tides#:~:text=a%20power%2Dlaw%2C%20%26%20more',
  ],
  'two parts': [
    '"Loss falls … with compute" (p. 3)',
    WEB,
    'https://example.org/tides#:~:text=Loss%20falls&text=with%20compute',
  ],
  'a long part by its ends': [
    'one two three four five six seven eight nine ten eleven',
    WEB,
    'https://example.org/tides#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
  ],
  'a page of a PDF': ['"Loss falls" (p. 3)', PDF, 'https://example.org/tides.pdf#page=3'],
  'pages of a PDF': ['Loss falls, pp. 3–4', PDF, 'https://example.org/tides.pdf#page=3'],
  'a PDF without a page': ['"Loss falls"', PDF, 'https://example.org/tides.pdf'],
  'a page of a volume': [
    '"Loss falls" (p. 120)',
    work({ page: '118-130', URL: 'https://example.org/tides.pdf' }),
    'https://example.org/tides.pdf#page=3',
  ],
  'a page beyond a volume': [
    '"Loss falls" (p. 12)',
    work({ page: '118-130', URL: 'https://example.org/tides.pdf' }),
    'https://example.org/tides.pdf',
  ],
  'a preprint': ['"Loss falls" (p. 2)', work({}, '2301.00001'), 'https://arxiv.org/pdf/2301.00001#page=2'],
  'a preprint without a page': [
    '"Loss falls"',
    work({}, '2301.00001'),
    'https://arxiv.org/abs/2301.00001#:~:text=Loss%20falls',
  ],
  'a section is no page': ['"Loss falls" (Section 3)', PDF, 'https://example.org/tides.pdf'],
  'a year is no page': ['"Loss falls" (2020)', PDF, 'https://example.org/tides.pdf'],
  'a work without an address': ['"Loss falls"', work()],
  'no source': ['"Loss falls"', undefined],
}

describe('a quote leads to', () => {
  for (const [name, [quote, source, href]] of Object.entries(CASES))
    test(name, () => assert.equal(passageOf(quote, source, 'en')?.href, href))
})

test('words of which a letter was changed are not selected, nor is what was left out', () => {
  assert.deepEqual(passageOf('"[T]he loss falls … [as expected] with compute" (p. 3)', undefined, 'en'), {
    selector: [
      { type: 'TextQuoteSelector', exact: 'loss falls' },
      { type: 'TextQuoteSelector', exact: 'with compute' },
    ],
    page: '3',
  })
  assert.equal(passageOf('"…"', undefined, 'en'), undefined)
})

test('a page is read in the language of the note', () => {
  assert.equal(passageOf('„Der Verlust fällt“ (S. 7)', undefined, 'de')?.page, '7')
})

test('halves of letters do no harm', () => assert.equal(textFragment(['\ud83d']), '#:~:text=%EF%BF%BD'))
