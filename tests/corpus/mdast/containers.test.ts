/** Blocks as MkDocs, Docusaurus, Quarto, HedgeDoc and Logseq fence them, and what is left of those that are not read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf, read, shown } from '../../support/corpus.ts'

const html = (text: string): string => shown(read(text)).replace(/>\n+/g, '>')
const box = (kind: string, title: string, body: string): string =>
  `<div class="callout" data-callout="${kind}" role="note"><p class="callout-title">${title}</p>${body}</div>`

for (const [written, expected] of [
  ['!!! note "Titled"\n    Body', box('note', 'Titled', '<p>Body</p>')],
  ['!!! note\n\n    One\n\n    Two\n\nAfter', `${box('note', 'Note', '<p>One</p><p>Two</p>')}<p>After</p>`],
  ['!!! danger inline end "T"\n    Body', box('danger', 'T', '<p>Body</p>')],
  ['!!! a\n    !!! b\n        x\n\n    y', box('a', 'A', `${box('b', 'B', '<p>x</p>')}<p>y</p>`)],
  ['- !!! a\n      x\n- y', `<ul><li>${box('a', 'A', '<p>x</p>')}</li><li>y</li></ul>`],
  ['=== "Tab"\n    x', box('tab', 'Tab', '<p>x</p>')],
  ['/// note | T\nx\n///', box('note', 'T', '<p>x</p>')],
  [':::note[T]\nx\n:::', box('note', 'T', '<p>x</p>')],
  [':::tip\nx\n:::\ny', `${box('tip', 'Tip', '<p>x</p>')}<p>y</p>`],
  ['::: warning My title\nx\n:::', box('warning', 'My title', '<p>x</p>')],
  ['::: {.callout-note title="T"}\nx\n:::', box('note', 'T', '<p>x</p>')],
  ['::::note\n:::tip\nx\n:::\ny\n::::', box('note', 'Note', `${box('tip', 'Tip', '<p>x</p>')}<p>y</p>`)],
  [':::: {.columns}\n::: {.column width="50%"}\nx\n:::\n::::', '<p>x</p>'],
  ['#+BEGIN_QUOTE\nx\n#+END_QUOTE', '<blockquote><p>x</p></blockquote>'],
  ['- #+BEGIN_NOTE\n  x\n  #+END_NOTE', `<ul><li>${box('note', 'Note', '<p>x</p>')}</li></ul>`],
  [
    '```ad-note\ntitle: T\nx\n\n    y\n```\nz',
    `${box('note', 'T', '<p>x</p><pre tabindex="0"><code>y\n</code></pre>')}<p>z</p>`,
  ],
  [
    '````ad-tip\n```js\nx\n```\n````',
    box('tip', 'Tip', '<pre tabindex="0" data-language="js"><code class="hljs language-js">x\n</code></pre>'),
  ],
  ['#+begin_src\n:::note\n#+end_src', '<pre tabindex="0"><code>:::note\n</code></pre>'],
] as const)
  test(`becomes a callout, a quotation or code: ${JSON.stringify(written)}`, () => {
    assert.equal(html(written), expected)
  })

for (const [written, fold] of [
  ['??? tip "T"\n    x', ''],
  ['???+ tip "T"\n    x', ' open'],
  [':::details T\nx\n:::', ''],
  ['::: {.callout-tip title="T" collapse="false"}\nx\n:::', ' open'],
] as const)
  test(`folds: ${JSON.stringify(written)}`, () => {
    assert.match(
      html(written),
      new RegExp(`^<details class="callout" data-callout="\\w+"${fold}><summary[^>]*>T</summary><p>x</p>`),
    )
  })

for (const written of ['```\n!!! note\n    x\n```', '~~~\n:::note\nx\n:::\n~~~'])
  test(`in code nothing is read: ${JSON.stringify(written)}`, () => {
    assert.match(html(written), /^<pre/)
    assert.deepEqual(problemsOf(written), [])
  })

test('every link is at its point of the file', () => {
  const { links } = read(
    'A\n\n!!! note "[[t]]"\n    see [[a]]\n\n    !!! tip\n        and [[b]]\n\n:::note\n- x [[c]]\n:::\n\n[[d]]',
  )
  assert.deepEqual(
    links.map(({ target, point }) => `${target} ${point.line}:${point.column}`),
    ['t 3:11', 'a 4:9', 'b 7:13', 'c 10:5', 'd 13:1'],
  )
})

test('what is not read is reported by its kind and count, and stays', () => {
  const text = ':::open\nx\n\n{% include a.html %} {{< video x >}} {{< video y >}}\n\n::youtube[T]{#a}'
  assert.match(html(text), /:::open\nx.*::youtube\[T\]/s)
  assert.deepEqual(
    problemsOf(text).map((line) => line.replace(/ and is not read.*/, '')),
    [
      '1:1 warning construct-unread `:::` stands here once',
      '4:1 warning construct-unread `{% include %}` stands here once',
      '4:22 warning construct-unread `{{< video >}}` stands here 2 times',
      '6:1 warning construct-unread `::youtube` stands here once',
    ],
  )
})
