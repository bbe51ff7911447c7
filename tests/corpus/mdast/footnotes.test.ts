/** Footnotes of all forms, and no word of any is lost. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { problemsOf, read, shown } from '../../support/corpus.ts'

const html = (text: string): string => shown(read(text))

/** The text of each footnote, in order. */
const footnotes = (text: string): string[] =>
  [...html(text).matchAll(/<li id="user-content-fn-[^"]*">(.*?)<\/li>\n(?=<li id|<\/ol>)/gs)].map(([, inner]) =>
    inner!
      .replace(/<a [^>]*data-footnote-backref.*?<\/a>/gs, '')
      .replace(/\s*<\/?p>\s*/g, '')
      .trim(),
  )

describe('a footnote within a sentence', () => {
  for (const [text, notes] of [
    ['A^[one] and ^[two *em*].', ['one', 'two <em>em</em>']],
    ['A^[see [x](https://e.org) and [[y]]] b', ['see <a href="https://e.org">x</a> and {open 0}{words 0}{close 0}']],
    ['A^[with `]` and $x]$] b', undefined],
    ['A^[one\ntwo]', ['one\ntwo']],
    ['*A^[one]*', ['one']],
    ['A^[one ^[inner] more]', ['one <sup>', 'inner']],
    ['## H^[one]', ['one']],
    ['| a^[one] |\n|--|\n| b^[two] |', ['one', 'two']],
    ['- a^[one]', ['one']],
    ['> [!note] T^[one]\n> b^[two]', ['one', 'two']],
    ['A^[one]\n\n[^inline-1]: mine\n\nB[^inline-1]', ['one', 'mine']],
  ] as const)
    test(JSON.stringify(text), () => {
      const seen = footnotes(text)
      if (notes === undefined) assert.match(seen[0]!, /^with <code>\]<\/code> and <math.*<\/math>$/)
      else
        assert.ok(seen.length === notes.length && notes.every((note, at) => seen[at]!.startsWith(note)), seen.join('|'))
      assert.doesNotMatch(html(text), /\^\[/)
      assert.deepEqual(problemsOf(text), [])
    })

  for (const text of ['A ^[open', 'A \\^[no]', '`^[no]`', 'A ^ [no]'])
    test(`is none in ${JSON.stringify(text)}`, () => assert.doesNotMatch(html(text), /<sup>/))
})

describe('the label of a footnote', () => {
  for (const label of ['1', '注1', 'ünï', 'a-b_c', 'Ω', '٣', 'constructor', '__proto__'])
    test(`may be ${label}`, () => {
      const page = html(`A[^${label}].\n\n[^${label}]: said`)
      const href = /<a href="#([^"]+)" id="[^"]*" data-footnote-ref/.exec(page)?.[1]
      assert.ok(href !== undefined && page.includes(`<li id="${href}">`), page)
      assert.deepEqual(read(`A[^${label}].\n\n[^${label}]: said`).links, [])
    })
})

describe('a footnote that nothing refers to', () => {
  test('is shown where it stands, and reported', () => {
    const text = 'A.\n\n[^x]: never\n    used\n\n    two\n\nB.'
    assert.equal(html(text), '<p>A.</p>\n<p>[^x]: never\nused</p>\n<p>two</p>\n<p>B.</p>')
    assert.deepEqual(problemsOf(text), [
      '3:1 warning footnote No text refers to the footnote “x”, so it is shown where it stands. Write [^x] where it belongs.',
    ])
  })

  test('or whose label another has, or to which only such a one refers, is one too', () => {
    assert.match(html('A[^1]\n\n[^1]: one\n\n[^1]: other'), /<p>\[\^1\]: other<\/p>/)
    assert.match(html('A\n\n[^1]: see[^2]\n\n[^2]: end'), /<p>\[\^2\]: end<\/p>/)
    assert.deepEqual(problemsOf('A[^1]\n\n[^1]: see[^2]\n\n[^2]: end'), [])
  })
})

test('a heading has its words without the number of its footnote', () => {
  const { headings, title } = read('# Title[^1]\n\n## Part[^1] two\n\n[^1]: n')
  assert.equal(title, 'Title')
  assert.deepEqual(
    headings.map(({ id, text }) => [id, text]),
    [['part-two', 'Part two']],
  )
  assert.deepEqual(read('# Title[^1]\n\n[^1]: n').links, [], 'no way back leads to the title')
})
