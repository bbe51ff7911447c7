/** What a work or a style holds becomes nothing in its reference but words and inline elements. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatAllSafely, formatSafely, formatWork } from '../../../src/corpus/bibliography/reference.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { APA, BUILT_IN } from '../../../src/corpus/bibliography/style.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import type { CitationStyle } from '../../../src/corpus/model/citation-style.ts'
import { elementsOf } from '../../support/harmless.ts'

const PLAIN = {
  id: 'plain',
  type: 'book',
  title: 'Moss on stones',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { 'date-parts': [[2020]] },
  publisher: 'Lines',
}

const MARKUP = [
  '<mark data-mark="1">marked</mark>',
  '"><mark data-mark="1">marked</mark>',
  "'><a href='https://example.invalid/'>marked</a>",
  '<img src="https://example.invalid/x.png" alt="marked">',
  '</div></div><h1 id="main" class="marked">marked</h1>',
  '<i class="marked" title="x">marked</i>',
  '<span class="nocase" style="position: fixed">marked</span>',
  '&lt;mark&gt;marked&lt;/mark&gt;',
  '<!-- marked --><mark>',
  '" data-mark="marked',
]

/** The elements of a reference that no reference needs, and those that have attributes. */
const foreignElements = (html: string): string[] =>
  elementsOf(html)
    .filter(
      ({ tagName, properties }) =>
        !['i', 'b', 'em', 'strong', 'sup', 'sub', 'span'].includes(tagName) || Object.keys(properties).length > 0,
    )
    .map(({ tagName, properties }) => `${tagName} ${JSON.stringify(properties)}`)

for (const style of BUILT_IN)
  describe(`in ${style.name}, markup is no element of the reference:`, () => {
    for (const markup of MARKUP)
      test(markup, () => {
        for (const field of ['title', 'publisher', 'note', 'genre', 'container-title', 'volume'])
          assert.deepEqual(foreignElements(formatWork({ ...PLAIN, [field]: markup }, style)), [], field)
        const named = { ...PLAIN, author: [{ family: markup, given: markup }, { literal: markup }] }
        assert.deepEqual(foreignElements(formatWork(named, style)), [])
      })
  })

test('the id of a work leaves no trace in its reference', () => {
  const expected = 'Lee, A. (2020). <i>Moss on stones</i>. Lines.'
  for (const id of ['plain', '__proto__', 'constructor', '', 1, ...MARKUP])
    assert.equal(formatWork({ ...PLAIN, id }, APA), expected, String(id))
})

test('markup in a style is no element of the reference either', () => {
  const prefix = '&lt;mark data-mark=&quot;1&quot;&gt;'
  const xml = [
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title></info>',
    '<citation><layout><text variable="title"/></layout></citation><bibliography><layout>',
    `<text variable="title" prefix="${prefix}" suffix="&lt;/mark&gt;" font-variant="small-caps" display="block"/>`,
    '<text value="&lt;h1&gt;marked&lt;/h1&gt;"/>',
    '</layout></bibliography></style>',
  ].join('')
  const style: CitationStyle = { name: 'own.csl', isNumeric: false, xml }
  const html = formatWork(PLAIN, style)
  assert.match(html, /Moss on stones/)
  assert.deepEqual(foreignElements(html), [])
})

test('what a reference is set with stays', () => {
  const title = 'On <i>Bryum</i>, H<sub>2</sub>O, x<sup>2</sup> and <b>stones</b>'
  const html = formatWork({ ...PLAIN, type: 'article-journal', title, 'container-title': 'Lines' }, APA)
  assert.equal(html, 'Lee, A. (2020). On <i>Bryum</i>, H<sub>2</sub>O, x<sup>2</sup> and <b>stones</b>. <i>Lines</i>.')
})

test('many works together have the references that each has by itself', () => {
  const works = [
    PLAIN,
    // The same author and year, twice: no letter tells them apart, and no dash stands for a name.
    { ...PLAIN, title: 'Moss on bark' },
    { ...PLAIN, title: 'Ferns', editor: [{ family: 'Kim', given: 'Bo' }], type: 'chapter', 'container-title': 'Woods' },
    // APA writes nothing of it, and the works after it keep their own references all the same.
    { id: 'letter', type: 'personal_communication', title: 'A letter', author: [{ family: 'Lee' }] },
    {
      ...PLAIN,
      type: 'webpage',
      issued: {
        'date-parts': [
          [2019, 5, 1],
          [2019, 6],
        ],
      },
    },
  ] as readonly Csl[]
  const sources = works.map((csl, index) => ({ source: toSource(`work${index}`, csl), language: 'en' }))
  for (const style of BUILT_IN)
    for (const some of [sources, sources.slice(0, 3), sources.slice(1, 2)])
      assert.deepEqual(
        formatAllSafely(some, style),
        some.map((source) => formatSafely(source, style)),
      )
})
