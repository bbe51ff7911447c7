/** An inquiry as a paper: Markdown of Pandoc, in which links to notes are words and citations. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { bibliographyOf } from '../../../src/corpus/paper/bibliography.ts'
import { paperOf, type Paper } from '../../../src/corpus/paper/paper.ts'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { isInquiry } from '../../../src/corpus/model/parsed.ts'
import type { Settings } from '../../../src/corpus/site-config.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { linked, type Files } from '../../support/corpus.ts'

const OTHERS: Files = {
  'notes/n.md':
    '---\ntitle: N\nclaim: A *claim*.\nsource: kim2020\ninquiries: [{inquiry: q, role: disputes, because: It says "so".}]\n---\nThe body[^x].\n\n[^x]: A note of its own.\n',
  'notes/both.md': '---\ntitle: Both\nsource: [kim2020, lee2019]\n---\n',
  'notes/bare.md': '---\ntitle: No source\n---\nBare.\n',
  'notes/described.md':
    '---\ntitle: Described\nsource: {title: A work, authors: [Mia Doe], year: 2001, doi: 10.1000/182}\n---\n',
  'notes/hidden.md': '---\ndraft: true\ntitle: Canary\nsource: secret2000\n---\nCanary\n',
  'pages/page.md': '# Page\n\n## Section\n\nOf [[n]].\n\n## Other\n\nNot this.\n',
  'files/a.png': '',
  'files/more/a.png': '',
  'references.bib': ['kim2020', 'lee2019', 'secret2000']
    .map((key) => `@book{${key}, title={T of ${key}}, author={A, ${key}}, year={2020}}\n`)
    .join(''),
}

function paper(essay: string, fields = '', settings: Partial<Settings> = {}, others: Files = {}): Paper {
  const files = { ...OTHERS, ...others, 'inquiries/q.md': `---\ntitle: Why?\n${fields}---\n${essay}` }
  const { corpus } = linked(files, undefined, APA, [], settings)
  const inquiry = corpus.entries.get('inquiries/q.md')!
  assert.ok(isInquiry(inquiry))
  return paperOf(corpus, { ...DEFAULT_DIALECT, ...(settings.preamble && { preamble: settings.preamble }) }, inquiry, {
    bibliography: 'q.json',
    style: 'q.csl',
    media: 'q-files',
  })
}

/** The essay of a paper, without its metadata and its evidence. */
const essay = (markdown: string, settings: Partial<Settings> = {}): string =>
  paper(markdown, '', settings)
    .markdown.replace(/^---\n[^]*?\n---\n/, '')
    .replace(/# Evidence\n[^]*?(?=\n\n\[\^|$)/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

describe('becomes', () => {
  const cases: Readonly<Record<string, readonly [written: string, handedOn: string]>> = {
    'a link to a note its words and its source': ['See [[n|a claim]].', 'See a claim [@kim2020].'],
    'a link without words the title': ['See [[n]].', 'See N [@kim2020].'],
    'a note on two works both': ['[[both|They]] agree.', 'They [@kim2020; @lee2019] agree.'],
    'a note on a described work its key': ['[[described|One]]', 'One [@doi:10.1000/182]'],
    'a note without a source its words': ['[[bare|One]]', 'One'],
    'a link before the same citation words': ['[[n|One]] [@kim2020, p. 2]', 'One [@kim2020, p. 2]'],
    'two citations side by side one': ['[[n|One]] [@lee2019, p. 2]', 'One [@kim2020; @lee2019, p. 2]'],
    'a link in a heading words': ['## On [[n|it]]', '# On it'],
    'a link to a draft its words': ['See [[hidden|these]] and [[hidden]].', 'See these and (unpublished).'],
    'a link to a work a citation': ['[[@lee2019]], [[@lee2019|she]]', '@lee2019, she [@lee2019]'],
    'a link to a section one': ['[[#Two]]\n\n## Two', '[Two](#two)\n\n# Two {#two}'],
    'a callout a quotation in a block': [
      '> [!note] What *now*?\n> [[n|This]].\n>\n> > [!tip]-\n> > Inside.',
      ':::: {.callout .callout-note}\n> **What *now*?**\n>\n> This [@kim2020].\n>\n> ::: {.callout .callout-tip}\n> > **Tip**\n> >\n> > Inside.\n> :::\n::::',
    ],
    'a figure one': ['![A curve](../files/a.png "The curve")', '![The curve](q-files/a.png){alt="A curve"}'],
    'a picture alone no figure': [
      '![[a.png|200]]\n\n![x](../files/more/a.png)',
      '![](q-files/a.png){width=200px}\\\n\n![x](q-files/a-2.png)\\',
    ],
    'a whole note a quotation': ['![[n]]', '> A *claim*. [@kim2020]\n>\n> The body[^1].\n\n[^1]: A note of its own.'],
    'a part of a page a quotation': ['![[page#Section]]', '> Page § Section\n>\n> **Section**\n>\n> Of N [@kim2020].'],
    'marks those of Pandoc': [
      '==marked== ~~gone~~ H~2~O x^2^ <u>under</u> %%comment%%',
      '[marked]{.mark} ~~gone~~ H~2~O x^2^ [under]{.underline}',
    ],
    'a definition one of Pandoc': ['Term\n: One\n: Two', 'Term\n:   One\n:   Two'],
    'tasks tasks': ['- [ ] to do\n- [x] done', '- [ ] to do\n- [x] done'],
    'a table one': [
      '| a | [[n\\|b]] |\n| - | -: |\n| `x` | $y$ |',
      '| a   | b [@kim2020] |\n| --- | -----------: |\n| `x` |          $y$ |',
    ],
    'footnotes those of Pandoc': [
      'A[^b] and^[an *inline* one].\n\n[^b]: With [[n]].\n\n    More.',
      'A[^1] and[^2].\n\n[^1]: With N [@kim2020].\n\n    More.\n\n[^2]: an *inline* one',
    ],
    'what would be markup to Pandoc text': [
      '@nobody, a \\@ b, $5, x^y, \\foo {.a}\n\n(a) no item\n\n:::',
      '\\@nobody, a \\@ b, \\$5, x\\^y, \\\\foo \\{.a}\n\n(a\\) no item\n\n\\:::',
    ],
    'a line break one': ['One  \ntwo\\\nthree', 'One\\\ntwo\\\nthree'],
  }
  for (const [what, [written, handedOn]] of Object.entries(cases))
    test(what, () => assert.equal(essay(written), handedOn))
})

describe('citations keep', () => {
  for (const text of [
    '[@lee2019]',
    '[see @lee2019, pp. 3-4; @kim2020]',
    '[-@lee2019, p. 2]',
    '@lee2019 [p. 2]',
    '@lee2019 says',
    '[@lee2019, {pp. iv, vi}]',
    '[e.g. @lee2019 pp. 3–4, *emphasis* added]',
  ])
    test(text, () => assert.equal(essay(text), text))

  test('a key that names no work as text', () =>
    assert.equal(essay('[@nobody, p. 2]; [@lee2019; @nobody]'), '(\\@nobody, p. 2); [@lee2019\\; \\@nobody]'))
})

describe('formulas', () => {
  test('are TeX, those of a display too', () =>
    assert.equal(essay("$x_1 < y'$\n\n$$\na\n\nb\n$$"), "$x_1 < y'$\n\n$$\na\nb\n$$"))
  for (const tex of [
    String.raw`\input{/etc/passwd}`,
    String.raw`\def\a{\write18{ls}}`,
    '^^5cinput{x}',
    String.raw`\nonsense`,
  ])
    test(`are code where a page shows none, or they could do something: ${tex}`, () =>
      assert.equal(essay(`$${tex}$`), `\`${tex}\``))
  test('have the commands that the settings define before them', () =>
    assert.match(essay('$\\E$', { preamble: '\\newcommand{\\E}{E}' }), /^\\newcommand\{\\E\}\{E\}\n\n\$\\E\$$/))
})

describe('nothing runs:', () => {
  test('a block of code is in no raw format', () =>
    assert.equal(essay('```{=latex}\n\\input{x}\n```'), '```latex\n\\input{x}\n```'))
  test('HTML is what a page shows of it', () =>
    assert.equal(essay('<script>alert(1)</script>\n\n<div onclick="x">words</div>'), 'words'))
  test('nothing of a draft is in a paper', () => {
    const { markdown, sources } = paper('[[hidden]] ![[hidden]] [[hidden|words]]')
    assert.doesNotMatch(markdown, /canary|secret/i)
    assert.deepEqual(
      sources.map(({ key }) => key),
      ['kim2020'],
    )
  })
})

test('metadata are Markdown in which a title is text', () => {
  const fields = "lede: A lede.\nanswer: It is $x'$ [[n|so]].\ncreated: 2026-01-02\ntopics: [a]\nlang: de\n"
  const { markdown } = paper('Words.', `${fields}aliases: [x]\n`, { author: 'A_B*' })
  assert.equal(
    markdown.slice(0, markdown.indexOf('\n---\n')),
    String.raw`---
title: Why?
author:
  - A_B\*
date: 2026-01-02
lang: de
abstract: |-
  A lede.

  **Antwort:** It is $x'$ so [@kim2020].
keywords:
  - a
bibliography: q.json
csl: q.csl
link-citations: true
reference-section-title: Literatur`,
  )
})

test('a paper in a language that is written from right to left says so', () => {
  assert.match(paper('Words.', 'lang: ar\n').markdown, /\nlang: ar\ndir: rtl\n/)
  assert.doesNotMatch(paper('Words.', 'lang: zh\n').markdown, /\ndir:/)
})

test('the evidence follows with roles, claims, sources and reasons', () => {
  assert.match(
    paper('Cites [[both]].').markdown,
    /# Evidence\n\n- \*\*cited:\*\* Both \[@kim2020; @lee2019\]\n- \*\*disputes:\*\* A \*claim\*\. \[@kim2020\] It says “so”\.\n$/,
  )
})

test('entries that are no notes are linked where the site has an address', () => {
  assert.equal(essay('[[page]]'), 'Page')
  assert.equal(essay('[[page|that]]', { url: 'https://example.org' }), '[that](https://example.org/page/)')
})

test('the bibliography holds the works that are cited, and no others, under the same keys', () => {
  const { sources } = paper('[[n]] [[described]] [@lee2019]')
  const items = JSON.parse(bibliographyOf(sources, 'json')) as { id: string; title: string }[]
  assert.deepEqual(
    items.map(({ id, title }) => [id, title]),
    [
      ['doi:10.1000/182', 'A work'],
      ['kim2020', 'T of kim2020'],
      ['lee2019', 'T of lee2019'],
    ],
  )
  assert.deepEqual(
    [...bibliographyOf(sources, 'bib').matchAll(/^@\w+\{(.*),/gm)].map(([, key]) => key),
    ['doi:10.1000/182', 'kim2020', 'lee2019'],
  )
})

test('attachments have names of their own', () => {
  const { attachments } = paper('![[files/a.png]] [file](../files/more/a.png)')
  assert.deepEqual(
    [...attachments],
    [
      ['files/a.png', 'a.png'],
      ['files/more/a.png', 'a-2.png'],
    ],
  )
})

test('says how certain the answer is and why, and what each study found', () => {
  const { markdown } = paper(
    'Words.\n',
    'answer: Yes.\ncertainty: low\nreasons:\n  imprecision: { levels: 1, because: "Few *plants*, [[n|one]]." }\n  large effect: It is large.\n',
    {},
    {
      'notes/study.md':
        '---\ntitle: S\nsource: kim2020\nsupports: q\nclaim: It grows.\n' +
        'study: { design: experiment, n: 1240, counted: plants, measure: height, effect: { kind: d, value: -0.5, low: -1, high: 0 }, checked: { by: Ann, on: 2026-03-01 } }\n---\n',
    },
  )
  const abstract = (parse(/^---\n([^]*?)\n---\n/.exec(markdown)![1]!) as { abstract: string }).abstract
  assert.equal(abstract, '**Answer:** Yes.\n\n**Certainty:** low')
  assert.ok(
    markdown.includes(
      '# Reasons for this certainty\n\n- **Imprecision (lowers it by 1 level):** Few *plants*, one [@kim2020].\n- **Large effect:** It is large.',
    ),
    markdown,
  )
  assert.ok(
    markdown.includes(
      '- **supports:** It grows. [@kim2020] (experiment; 1,240 plants; height: d −0.5 (95% CI −1 to 0); Checked: Ann, March 1, 2026)',
    ),
    markdown,
  )
})
