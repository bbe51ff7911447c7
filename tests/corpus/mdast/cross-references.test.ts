/** Figures, tables, formulas and sections with labels, and references to them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf } from '../../support/corpus.ts'

const html = (text: string): string => corpusOf({ 'x.md': text, 'f.png': '' }).html('x.md')
const words = (text: string): string => html(text).replace(/<[^>]*>/g, '')
const problems = (text: string, path = 'x.md'): readonly string[] => corpusOf({ [path]: text, 'f.png': '' }).problems

const FIGURES = '![One](f.png){#fig:one width=30}\n\n![](f.png "Two *b*"){#fig:two}\n\n'

describe('a figure with a label', () => {
  test('has a number, its words as a caption, and its size', () => {
    assert.match(
      html(FIGURES),
      /<div id="user-content-fig:one"><figure><img [^>]*alt="One" width="30"[^>]*><figcaption>Figure 1: One<\/figcaption>/,
    )
    assert.match(html(FIGURES), /<figcaption>Figure 2: Two \*b\*<\/figcaption>/)
    assert.match(html('![](f.png){#fig:one}'), /<figcaption>Figure 1<\/figcaption>/)
  })

  for (const [written, shown] of [
    ['See @fig:two.', 'See Figure 2.'],
    ['See [@fig:two].', 'See Figure 2.'],
    ['See {@fig:two} and +@fig:one.', 'See Figure 2 and Figure 1.'],
    ['As -@fig:two and [-@fig:one] show', 'As 2 and 1 show'],
    ['Figure @fig:two, Fig. @fig:one, figures @fig:one', 'Figure 2, Fig. 1, figures 1'],
    ['[see @fig:one, left; @fig:two]', 'see 1, left, Figure 2'],
    ['[](#fig:two) and \\ref{fig:one}', 'Figure 2 and Figure 1'],
  ] as const)
    test(`is named by ${written}`, () => {
      assert.ok(words(`${FIGURES}${written}`).endsWith(shown), words(`${FIGURES}${written}`))
      assert.match(html(`${FIGURES}${written}`), /<a href="#user-content-fig:two">|fig:one/)
      assert.deepEqual(problems(`${FIGURES}${written}`), [])
    })

  test('may have a hyphen, as in Quarto, and be referred to before it', () => {
    assert.match(words('@fig-a\n\n![A](f.png){#fig-a}'), /^Figure 1\nFigure 1: A$/)
  })
})

test('a table has its caption before or after it, with a number where it has a label', () => {
  const table = '| a |\n|---|\n| b |\n'
  assert.match(
    html(`${table}\n: Cap *tion* {#tbl:t}\n\n@tbl:t`),
    /<p id="user-content-tbl:t">Table 1: Cap <em>tion<\/em><\/p>/,
  )
  assert.match(
    html(`Table: Cap {#tbl:t}\n\n${table}\nSee @tbl:t`),
    /^<p id="user-content-tbl:t">Table 1: Cap<\/p>[^]*>Table 1</,
  )
  assert.match(html(`${table}\n: No label\n\n@fig:x {#fig:y}`), /<p>No label<\/p>/)
})

test('a formula has a number beside it, or that of its own', () => {
  assert.match(
    html('$$ a $$ {#eq:a}\n\n$$\nb\n$$ {#eq:b}\n\n@eq:b'),
    /tml-tag">\(1\)[^]*tml-tag">\(2\)[^]*>Equation 2</,
  )
  assert.match(html('$$ a \\tag{7} $$ {#eq:a} @eq:a'), />Equation 7</)
  assert.match(words('$$\\begin{align}a\\\\b\\end{align}$$ {#eq:a} @eq:a'), /\(1\) Equation 1$/)
})

test('a section is named by its title', () => {
  assert.match(html('See @sec:m.\n\n## The *way* {#sec:m}'), /See <a href="#user-content-sec:m">The way<\/a>\./)
})

test('a reference to nothing stays as it is and is reported once', () => {
  assert.match(words('@fig:x and @fig:x'), /^@fig:x and @fig:x$/)
  assert.deepEqual(problems('\nA @fig:x and @fig:x'), [
    'x.md:2:4 warning fragment-missing Nothing in this file has the label "fig:x", so the reference is shown as it is written, here and once more. Write {#fig:x} after what is meant, or a link.',
  ])
  assert.equal(problems('@fig-x', 'x.qmd').length, 1)
  assert.deepEqual(problems('Ask @sec-team and ann@fig:x.org'), [])
  assert.match(problems('See \\@ref(fig:plot).', 'x.Rmd').join(), /construct-unread `\\@ref\(\)` stands here once/)
})

test('code, addresses and citations stay what they are', () => {
  assert.match(
    html('`@fig:one` https://x.org/@fig:one\n\n![a](f.png){#fig:one}'),
    /<code>@fig:one<\/code> <a href="https:\/\/x\.org\/@fig:one"/,
  )
  const { html: cited } = corpusOf({
    'x.md': '[@lee; @fig:x]',
    'references.bib': '@book{lee, title={T}, author={Lee, Ann}, year={2020}}',
  })
  assert.match(cited('x.md'), /Lee/)
})
