/** `$$` opens and closes anywhere, and takes no words with it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf, problemsOf, read, shown } from '../../support/corpus.ts'

/** Shows a text with its formulas as their words: in one pair of braces, or in two where they are set on lines of their own. */
const shape = (text: string): string =>
  shown(read(text))
    .replace(/<math([^>]*)>(.*?)<\/math>/gs, (_, attributes: string, inner: string) => {
      const words = inner.replace(/<[^>]*>/g, '')
      return attributes.includes('block') ? `{{${words}}}` : `{${words}}`
    })
    .replace(/<(div|span) class="maths-display"[^>]*>(.*?)<\/\1>/g, '$2')
    .replace(/<div class="table"[^>]*>|<\/table><\/div>/g, '')
    .replace(/\s*([<>{}])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')

const none = (text: string): void => assert.deepEqual(problemsOf(text), [])

describe('a formula between two pairs of signs', () => {
  for (const [text, html] of [
    ['$$x$$', '{{x}}'],
    ['Before\n$$x$$\nafter', '<p>Before</p>{{x}}<p>after</p>'],
    ['Before $$x$$ after', '<p>Before{{x}}after</p>'],
    ['$$x$$.', '<p>{{x}}.</p>'],
    ['$$x\n$$\nafter', '{{x}}<p>after</p>'],
    ['$$\nx$$\nafter', '{{x}}<p>after</p>'],
    ['$$\nx\n$$ after', '<p>{{x}}after</p>'],
    ['$$\nx\n$$\n## After', '{{x}}<h2 id="after">After</h2>'],
    ['$$\nx\n$$\n---', '{{x}}<hr>'],
    ['$$\nx\n$$\n- a', '{{x}}<ul><li>a</li></ul>'],
    ['$$\n\na\n\n+b\n\n$$', '{{a+b}}'],
    ['$$\na\n=\nb\n$$\nafter', '{{a=b}}<p>after</p>'],
    ['$$\na\n- b\n$$', '{{a−b}}'],
    ['$$\na\n    + b\n\n    + c\n$$', '{{a+b+c}}'],
    ['$$\\begin{aligned}\na &= b\n\\end{aligned}$$\n\nAfter', '{{a=b}}<p>After</p>'],
    ['> $$\n> x > y\n> $$\n> after', '<blockquote>{{x>y}}<p>after</p></blockquote>'],
    ['> [!note] Title\n> $$x$$\n> after', '{{x}}<p>after</p>'],
    ['- a\n  $$x\n  $$\n- b', '<ul><li>a{{x}}</li><li>b</li></ul>'],
    ['- $$\n  x\n  $$\n\n  after', '<ul><li>{{x}}<p>after</p></li></ul>'],
    ['1. $$x$$\n2. $$y$$', '<ol><li>{{x}}</li><li>{{y}}</li></ol>'],
    ['**$$x$$**', '<p><strong>{{x}}</strong></p>'],
    ['$$a$$ $$b$$', '<p>{{a}}{{b}}</p>'],
    ['## On $$x$$', '<h2 id="on-x">On{{x}}</h2>'],
    ['```math\nx\n```', '{{x}}'],
    ['$$\r\nx\r\n$$\r\nafter', '{{x}}<p>after</p>'],
  ] as const)
    test(`is one in ${JSON.stringify(text)}`, () => {
      const seen = shape(text).replace(/<a class="permalink"[^>]*><\/a>/g, '')
      assert.ok(seen.includes(html), seen)
      none(text)
    })

  test('is one in a cell, where a bar has a backslash', () =>
    assert.match(shape('| a | b |\n|--|--|\n| $$x$$ | $\\|y\\|$ |'), /<td>\{\{x\}\}<\/td><td>\{\|y\|\}<\/td>/))

  test('moves no line after it', () =>
    assert.deepEqual(problemsOf('$$\na\n\nb\n$$\n\nSee $\\nothing$.'), [
      '7:5 warning maths The formula does not parse: Unsupported function name: \\nothing. Mend its TeX; it is shown as written.',
    ]))
})

describe('a pair of signs that nothing closes', () => {
  for (const [text, html] of [
    ['$$\na\n\nAFTER', '<p>$$ a</p><p>AFTER</p>'],
    ['$$\n\\begin{align}\n\nwords of a paragraph\n\n$$x$$', '<p>words of a paragraph</p>{{x}}'],
    ['$$\na\n\n## Heading\n\n$$', 'Heading</h2>'],
    ['$$\na\n\nThese are words of a text.\n\n$$\n\nMore', '<p>These are words of a text.</p>'],
    ['- $$a\n- $$b', '<ul><li>$$a</li><li>$$b</li></ul>'],
    ['> $$\n> a\n\nb\n\n$$', '<p>b</p>'],
    ['Costs $$ and more.', '<p>Costs $$ and more.</p>'],
  ] as const)
    test(`is text in ${JSON.stringify(text)}, and reported`, () => {
      assert.ok(shape(text).includes(html), shape(text))
      assert.match(problemsOf(text)[0] ?? '', /warning maths Nothing closes the formula that this “\$\$” opens/)
    })

  test('is reported where it stands', () => assert.match(problemsOf('One\n\ntwo $$ three')[0]!, /^3:5 /))

  for (const text of ['`$$`', '```\n$$\n```', '\\$\\$', '$$$', '<div title="$$">a</div>', '[a](https://e.org/$$)'])
    test(`is none in ${JSON.stringify(text)}`, () => none(text))
})

describe('one sign', () => {
  for (const [text, html] of [
    ['$\\$1$ and $\\$x+1$', '<p>{$1}and{$x+1}</p>'],
    ['$a\\$ b', '<p>$a$ b</p>'],
    ['$`x`$', '<p>{x}</p>'],
    ['$\\text{if $x>0$}$ ok', '<p>{if x>0}ok</p>'],
    ['$a<b$ and $c>d$', '<p>{a<b}and{c>d}</p>'],
    ['$[[a]]$ and $a|b$', '<p>{[[a]]}and{a|b}</p>'],
    ['*$a_1*b_1$*', '<p><em>{a1∗b1}</em></p>'],
    ['$a$$b$', '<p>$a$$b$</p>'],
    ['a $x$-axis, 汉字$y$汉字', '<p>a{x}-axis, 汉字{y}汉字</p>'],
  ] as const)
    test(`in ${JSON.stringify(text)}`, () => assert.equal(shape(text), html))
})

test('ten thousand signs take no time', () => {
  const start = performance.now()
  for (const text of [
    '$$ a\n\n'.repeat(10_000),
    '$a '.repeat(30_000),
    '$$\n'.repeat(9_999),
    `${'\\'.repeat(50_000)}$x$`,
  ])
    shown(read(text))
  assert.ok(performance.now() - start < 10_000)
})

test('a reference to a formula shows its tag, or else its label, and one to nothing is reported', () => {
  const text =
    '$$a \\tag{7} \\label{eq:a}$$\n\n$$\\begin{align} x \\label{b<1} \\\\ y \\tag{$*$}\\label{c} \\end{align}$$\n\n$$z \\label{d}$$\n\n' +
    'By $\\eqref{eq:a}$, $\\ref{eq:a}$, $\\eqref{b<1}$, $\\eqref{c}$, $\\ref{d}$ and\n$x, \\eqref{none}$.'
  const { html, problems } = corpusOf({ 'notes/x.md': text })
  const words = html('notes/x.md')
    .replace(/^[^]*<p>By/, 'By')
    .replace(/<[^>]*>/g, '')
  assert.equal(words, 'By (7), 7, (b&lt;1), (∗), d and\nx,(none).')
  assert.match(html('notes/x.md'), /<mtr id="user-content-eqa"[^]*<a href="#user-content-eqa">\(7\)<\/a>/)
  assert.deepEqual(problems, [
    'notes/x.md:8:1 warning maths No formula of this file has the label "none". Write \\label{none} into the one that is meant.',
  ])
})
