/** The claim of a note as others take it along: as a quotation and as Markdown, in each language. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { jsonOf } from '../../../src/corpus/exports/json.ts'
import { quotableClaim } from '../../../src/corpus/exports/quotable-claim.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const UNPLACED = { ...DEFAULT_SETTINGS, title: 'Garden', base: '/garden/' }
const SETTINGS = { ...UNPLACED, url: 'https://example.org/garden' }
const WORKS = [
  { id: 'lee2020', type: 'book', title: 'Tides', author: [{ family: 'Lee' }], issued: { 'date-parts': [[2020]] } },
  { id: 'cruz2021', type: 'book', title: 'Seas', author: [{ family: 'Cruz' }], issued: { 'date-parts': [[2021]] } },
]
const note = (fields: string): Files => ({
  'references.json': JSON.stringify(WORKS),
  'notes/n.md': `---\ntitle: "The [tide] turns"\n${fields}\n---\nText.`,
})

/** The claim of a note with these fields, on a site with these settings. */
function claim(fields: string, given: Partial<typeof SETTINGS> = {}, all: typeof UNPLACED = SETTINGS) {
  const settings = { ...all, ...given }
  return quotableClaim(corpusOf(note(fields), undefined, undefined, undefined, settings).note('notes/n.md'), settings)
}

const FIELDS = 'claim: "Water *rises*\\n  twice."\nsource: lee2020\ncreated: 2026-11-23'
const URL = 'https://example.org/garden/notes/n/#claim'

describe('a claim', () => {
  const QUOTATIONS = {
    en: `“Water rises twice.” Ann. “The [tide] turns.” Garden, November 23, 2026. ${URL} (Source: Lee, 2020)`,
    de: `„Water rises twice.“ Ann: „The [tide] turns“. In: Garden, 23. November 2026. ${URL} (Quelle: Lee, 2020)`,
    fr: `«\u202fWater rises twice.\u202f» Ann, «\u202fThe [tide] turns\u202f», Garden, 23 novembre 2026. ${URL} (Source\u202f: Lee, 2020)`,
    zh: `“Water rises twice.” Ann：《The [tide] turns》，Garden，2026年11月23日。 ${URL} (文献：Lee, 2020)`,
    ar: `«Water rises twice.» Ann، «The [tide] turns»، Garden، 23 نوفمبر 2026. ${URL} (المصدر: Lee, 2020)`,
  }
  for (const [language, expected] of Object.entries(QUOTATIONS))
    test(`is quoted in the marks of ${language}, with its page, day, address and source`, () =>
      assert.equal(claim(FIELDS, { language, author: 'Ann' })?.quotation, expected))

  test('is a block quote of Markdown as it was written, with a link to it', () =>
    assert.equal(
      claim(FIELDS, { author: 'Ann' })?.markdown,
      `> Water *rises* twice.\n>\n> — Ann, [The \\[tide\\] turns](${URL}), Garden (Source: Lee, 2020)`,
    ))

  test('has nobody and no work where none is known, and all works where there are several', () => {
    assert.equal(claim('claim: So.')?.quotation, `“So.” “The [tide] turns.” Garden. ${URL}`)
    assert.equal(claim('claim: So.')?.markdown, `> So.\n>\n> — [The \\[tide\\] turns](${URL}), Garden`)
    assert.match(claim('claim: So.\nsource: [lee2020, cruz2021]')!.quotation, / \(Sources: Lee, 2020; Cruz, 2021\)$/)
  })

  test('has a path on a site that does not know where it is published', () =>
    assert.equal(claim('claim: So.', {}, UNPLACED)?.url, '/garden/notes/n/#claim'))

  test('has the same address whatever its words are', () =>
    assert.equal(claim('claim: So.')?.url, claim('claim: Quite the contrary.')?.url))

  test('is in the JSON of its note, and a note without one has nothing to quote', () => {
    const json = (fields: string): { quotable?: unknown } =>
      JSON.parse(
        jsonOf(corpusOf(note(fields), undefined, undefined, undefined, SETTINGS).note('notes/n.md'), SETTINGS),
      ) as {
        quotable?: unknown
      }
    assert.deepEqual(json('claim: So.').quotable, claim('claim: So.'))
    assert.equal(json('created: 2026-11-23').quotable, undefined)
    assert.equal(claim('created: 2026-11-23'), undefined)
  })
})
