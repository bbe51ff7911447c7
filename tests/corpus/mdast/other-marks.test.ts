/** Marks of Pandoc, MkDocs, kramdown, Roam and Logseq within paragraphs, drawings, and MDX. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import type { Program } from '../../../src/corpus/site-config.ts'
import { corpusOf, problemsOf, read, shown } from '../../support/corpus.ts'

const html = (text: string, path = 'notes/x.md'): string => shown(read(text, path)).replace(/>\n+/g, '>').trim()
const as = (program: Program, text: string): string =>
  shown(parse({ path: 'x.md', text }, { ...DEFAULT_DIALECT, program }).parsed!).replace(/>\n+/g, '>')

for (const [written, expected] of [
  ['H~2~O and ~~gone~~ and ~so~', '<p>H<sub>2</sub>O and <del>gone</del> and <del>so</del></p>'],
  ['x^2^ and 2^3^4 and a^b', '<p>x<sup>2</sup> and 2^3^4 and a^b</p>'],
  ['a ^^b c^^ d', '<p>a <mark>b c</mark> d</p>'],
  ['Term\n: One *x*\n  more\n: Two', '<dl><dt>Term</dt><dd>One <em>x</em>more</dd><dd>Two</dd></dl>'],
  ['Term\n\n: One\n\nOther\n\n: Two', '<dl><dt>Term</dt><dd>One</dd><dt>Other</dt><dd>Two</dd></dl>'],
  ['| one\n| two', '<p>one<br>two</p>'],
  ['*[HTML]: Hyper Text\n\nThe HTML.', '<p>The <abbr title="Hyper Text">HTML</abbr>.</p>'],
  ['a\n\n\\newpage\n\nb', '<p>a</p><p>b</p>'],
  ['[TOC]\n\na', '<p>a</p>'],
  ['[[_TOC_]]\n\na', '<p>a</p>'],
  ['* TOC\n{:toc}\n\na', '<p>a</p>'],
  ['```toc\n```\n\na', '<p>a</p>'],
  ['see [TOC] there', '<p>see [TOC] there</p>'],
  ['Para {: .cls }', '<p>Para</p>'],
  ['{: .no_toc }\n\na', '<p>a</p>'],
  ['[small]{.smallcaps} `x`{.python}', '<p>small <code>x</code></p>'],
  ['the set {a, b} and {x}', '<p>the set {a, b} and {x}</p>'],
  ['[x](https://x.org){target=_blank rel="a b"}', '<p><a href="https://x.org">x</a></p>'],
  ['{{[[TODO]]}} a', '<p><input type="checkbox" disabled aria-label="To do"> a</p>'],
  ['{{DONE}} a', '<p><input type="checkbox" checked disabled aria-label="Done"> a</p>'],
  ['{{video https://x.org/v}}', '<p><a href="https://x.org/v">https://x.org/v</a></p>'],
  ['a {{cloze b}} c', '<p>a b c</p>'],
  ['`{{query x}}` and {{title}}', '<p><code>{{query x}}</code> and {{title}}</p>'],
  ['- a\n  id:: 64b1c0de-0000-4000-8000-000000000001\n  collapsed:: true', '<ul><li id="^000000000001">a</li></ul>'],
  ['- background-color:: red\n  a\n  logseq.order-list-type:: number', '<ul><li>a</li></ul>'],
] as const)
  test(`is read: ${JSON.stringify(written)}`, () => {
    assert.equal(html(written), expected)
    assert.deepEqual(problemsOf(written), [])
  })

test('an id in braces is that of a heading, and a size that of a picture', () => {
  const { headings, links } = read(
    '## Head {#own .c}\n\n![a](f.png){width=300 height=200px}\n\n![](g.png){:height 20, :width 30}\n\n![](h.png){width=50%}\n\n![i](i.png =40x50)',
  )
  assert.deepEqual(headings, [{ depth: 2, id: 'user-content-own', text: 'Head', name: 'head own c' }])
  assert.deepEqual(
    links.map(({ width, height }) => [width, height]),
    [
      [300, 200],
      [30, 20],
      [undefined, undefined],
      [40, 50],
    ],
  )
})

test('between single signs words are lowered in programs that strike nothing out with them', () => {
  assert.equal(as('pandoc', '~so~'), '<p><sub>so</sub></p>')
  assert.equal(html('~so~', 'notes/x.qmd'), '<p><sub>so</sub></p>')
})

test('a macro that only its own program runs is left out and reported', () => {
  assert.equal(html('a {{query (and [[x]] {y})}} b {{renderer :z}}'), '<p>a  b</p>')
  assert.deepEqual(
    problemsOf('a {{query x}} {{query y}}').map((line) => line.replace(/ and is not.*/, '')),
    ['1:3 warning construct-unread `{{query}}` stands here 2 times'],
  )
})

describe('references to blocks', () => {
  const ID = '64b1c0de-0000-4000-8000-000000000001'
  const files = {
    'notes/a.md': `- The [[b|words]]\n  id:: ${ID}\n  - inner`,
    'notes/b.md': `((${ID})) and [own](((${ID})))\n\n{{embed ((${ID}))}}\n\n((64b1c0de-0000-4000-8000-000000000009))`,
    'notes/c.md': `---\ndraft: true\n---\n- Secret\n  id:: 64b1c0de-0000-4000-8000-000000000009`,
  }
  const shownIn = corpusOf(files).html('notes/b.md')

  test('show the text of the block, or words of their own', () => {
    assert.match(shownIn, /<a href="\/notes\/a\/#\^000000000001" id="C1">The words<\/a> and <a [^>]*>own<\/a>/)
  })
  test('embed the block with what is in it', () => {
    assert.match(shownIn, /<div class="embed">.*<ul><li>The <a [^>]*>words<\/a>\n<ul>\n<li>inner<\/li>/s)
  })
  test('say nothing of a draft', () => {
    assert.doesNotMatch(shownIn, /Secret/)
    assert.match(shownIn, /<span class="unlinked">\(unpublished\)<\/span>/)
  })
  test('to one another end', () => {
    const [one, other] = ['64b1c0de-0000-4000-8000-000000000001', '64b1c0de-0000-4000-8000-000000000002']
    const text = `- a ((${other}))\n  id:: ${one}\n- b ((${one}))\n  id:: ${other}`
    assert.match(corpusOf({ 'notes/a.md': text }).html('notes/a.md'), /a <a [^>]*>b a b/)
  })
})

test('a name may hold other names, and a page stand under other words', () => {
  const files = {
    'notes/x.md': 'See [[[[EVD]] - a - [[@k]]]] and [[[[gone]] b]] and [words]([[y]]).',
    'notes/y.md': 'Y',
  }
  const { html, corpus } = corpusOf({ ...files, 'notes/[[EVD]] - a - [[@k]].md': 'E' })
  assert.deepEqual(
    corpus.entries.get('notes/x.md')!.links.map(({ target, point: { column } }) => [target, column]),
    [
      ['[[EVD]] - a - [[@k]]', 5],
      ['[[gone]] b', 34],
      ['y', 53],
    ],
  )
  assert.match(html('notes/x.md'), /<span class="missing"[^>]*>gone b<\/span> and <a [^>]*>words<\/a>\./)
})

test('a work may be cited by an identifier in a sentence, and by its address', () => {
  const { html, problems } = corpusOf({
    'notes/x.md':
      'As @doi:10.1/a_b says, @arxiv:1407.3561v1; @url:https://example.org/a_b?c=d. *Or* [@url:https://example.org/x, p. 3; @wikidata:Q1].',
  })
  assert.deepEqual(problems, [])
  assert.deepEqual(
    [...html('notes/x.md').matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    [
      ...['https://doi.org/10.1/a_b', 'https://arxiv.org/abs/1407.3561v1', 'https://example.org/a_b?c=d'],
      ...['https://example.org/x', 'https://www.wikidata.org/wiki/Q1'],
    ],
  )
  assert.match(html('notes/x.md').replace(/<[^>]*>/g, ''), /a_b\?c=d\. Or \(url:https:\/\/example\.org\/x, p\./)
})

test('a work may be cited by an identifier', () => {
  const files = {
    'notes/x.md': '[@doi:10.1000/182] and [@doi:10.1000/9; @pmid:1]',
    'references.bib': '@book{k, title={T}, author={Lee, A.}, year={2001}, doi={10.1000/182}}',
  }
  const { html, problems } = corpusOf(files)
  assert.match(
    html('notes/x.md'),
    /<a href="\/sources\/k\/"[^>]*>Lee, 2001<\/a>.*<a href="https:\/\/doi\.org\/10\.1000\/9"/,
  )
  assert.match(html('notes/x.md'), /<a href="https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/1">pmid:1<\/a>/)
  assert.deepEqual(problems, [])
})

test('a drawing is called by its file, and shows its picture and its words', () => {
  const text =
    '---\nexcalidraw-plugin: parsed\n---\n==⚠  Switch to EXCALIDRAW VIEW ⚠== You can\n\nBack of it\n\n# Excalidraw Data\n\n' +
    '## Text Elements\nLabel one ^a1\n\n## Embedded Files\nabc: [[x.png]]\n\n%%\n## Drawing\n```compressed-json\nN4KAk\n```\n%%'
  const files = { 'notes/Sketch.excalidraw.md': text, 'notes/Sketch.excalidraw.png': '' }
  const { html, note, problems } = corpusOf(files)
  assert.equal(note('notes/Sketch.excalidraw.md').title, 'Sketch')
  assert.match(
    html('notes/Sketch.excalidraw.md'),
    /^\s*<p>Back of it<\/p>\s*<p><img src="[^"]*Sketch\.excalidraw\.png" alt="Sketch"[^>]*><\/p>\s*<p id="\^a1">Label one<\/p>\s*$/,
  )
  assert.deepEqual(problems, [])
  assert.match(corpusOf({ 'notes/S.excalidraw.md': text }).problems.join('\n'), /has no picture "S\.excalidraw\.svg"/)
})

test('MDX is read as Markdown, and what only a program can show is reported', () => {
  const text =
    'import X from \'./x\'\n\n<Tabs>\n<TabItem label="A">\n\n**md** {props.x} {"q"} {a, b} `{code}` <Icon a={() => 1} />\n\n' +
    '</TabItem>\n</Tabs>\n\n:::note\nSee [[y]]\n:::\n\n{/* gone */}\n\nexport const a = {\n  b: 1\n}\n'
  assert.match(
    html(text, 'notes/x.mdx'),
    /^<p><strong>A<\/strong>\s*<\/p><p><strong>md<\/strong>\s+q {a, b} <code>{code}<\/code>/,
  )
  assert.doesNotMatch(html(text, 'notes/x.mdx'), /import|export|gone|Tab|=>/)
  assert.deepEqual(
    read(text, 'notes/x.mdx').links.map(({ point }) => point),
    [{ line: 12, column: 5 }],
  )
  assert.deepEqual(
    problemsOf(text, 'notes/x.mdx').map((line) => line.replace(/ stands.*/, '')),
    ['6:8 warning construct-unread `{…}`', '6:40 warning construct-unread `<Icon />`'],
  )
  const { html: page } = corpusOf({
    'notes/a.md': '[x](page.mdx) [[page]] [y](q.qmd)',
    'notes/page.mdx': 'x',
    'notes/q.qmd': 'q',
  })
  assert.equal(page('notes/a.md').match(/href="\/notes\/(?:page|q)\/"/g)?.length, 3)
})

test('what Foam is to do with an embed is no word of the text', () => {
  const links = (program: Program, text: string): string => as(program, text).replace(/\{\w+ (\d+)\}/g, '#$1')
  assert.equal(links('foam', 'content-card![[b]]'), '#0')
  assert.equal(links('foam', 'my card![[b]]'), '<p>my </p>#0')
  assert.equal(links('foam', 'postcard![[b]]'), '<p>postcard</p>#0')
  assert.equal(links('obsidian', 'card![[b]]'), '<p>card</p>#0')
})

test('a size of a picture that depends on the room is no word of its description', () => {
  const { html: shownAs } = corpusOf({ 'notes/x.md': '![[p.png|50%]] ![a|40px](p.png) ![50%](p.png)', 'p.png': '' })
  const alts = [...shownAs('notes/x.md').matchAll(/alt="([^"]*)" width="(\d+)"/g)].map(([, alt, width]) => [alt, width])
  // Every picture of these tests is 400 pixels wide.
  assert.deepEqual(alts, [
    ['', '400'],
    ['a', '40'],
    ['50%', '400'],
  ])
})

describe('behind the fence of a block of code', () => {
  for (const [fence, shownAs] of [
    ['js title="src/x.js" {1,3}', '<p><strong>src/x.js</strong></p><pre tabindex="0" data-language="js">'],
    ["py title='A b'", '<p><strong>A b</strong></p><pre tabindex="0" data-language="py">'],
    ['{.python filename="run.py"}', '<p><strong>run.py</strong></p><pre tabindex="0" data-language="python">'],
    ['title="x"', '<p><strong>x</strong></p><pre tabindex="0">'],
    ['js subtitle="x"', '<pre tabindex="0" data-language="js">'],
    ['{.haskell .numberLines}', '<pre tabindex="0" data-language="haskell">'],
  ] as const)
    test(`stands ${fence}`, () =>
      assert.ok(html(`\`\`\`${fence}\na\n\`\`\``).startsWith(shownAs), html(`\`\`\`${fence}\na\n\`\`\``)))

  test('a language in braces with options is that of a diagram too', () => {
    for (const fence of ['{mermaid}', '{mermaid, echo=false}', '{.mermaid}'])
      assert.deepEqual(read(`\`\`\`${fence}\na\n\`\`\``).diagrams, [{ code: 'a\n', line: 1 }], fence)
  })

  test('a raw block of Pandoc is reported', () => {
    assert.match(
      problemsOf('```{=latex}\n\\x\n```').join('\n'),
      /^1:1 warning construct-unread A raw block, `\{=latex\}`, /,
    )
  })
})

test('keys, edits and icons of MkDocs', () => {
  assert.equal(
    as('mkdocs', 'Press ++ctrl+page-up++ on {++new++}{--old text--}{==it==}{>> why <<}.'),
    '<p>Press <kbd>Ctrl</kbd>+<kbd>Page Up</kbd> on <ins>new</ins><del>old text</del><mark>it</mark><span> (why)</span>.</p>',
  )
  assert.equal(as('mkdocs', 'In C++ and a++b++c, {a}'), '<p>In C++ and a++b++c, {a}</p>')
  assert.match(as('obsidian', 'Press ++ctrl++'), /\+\+ctrl\+\+/)
  const { problems } = parse({ path: 'x.md', text: ':material-check: done' }, { ...DEFAULT_DIALECT, program: 'mkdocs' })
  assert.match(String(problems[0]?.reason), /^`:material-…:` stands here once/)
})

describe('in Pandoc', () => {
  test('examples are numbered through the file, and references to them have the number', () => {
    const text =
      '(@) One\n(@good) Two (see @good)\n\nBetween, as (@good) says.\n\n(@) Three\n\n```\n(@) code\n```\n\n@goods'
    assert.equal(
      as('pandoc', text).replace(/\{\w+ \d+\}/g, ''),
      '<ol><li>One</li><li>Two (see 2)</li></ol><p>Between, as (2) says.</p><ol start="3"><li>Three</li></ol>' +
        '<pre tabindex="0"><code>(@) code\n</code></pre><p></p>',
    )
    assert.match(as('obsidian', '(@) One'), /\(@\) One/)
  })

  test('a grid table stays legible and is reported', () => {
    const grid = '+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+'
    const { parsed, problems } = parse({ path: 'x.qmd', text: `Text\n\n${grid}\n\nMore` })
    assert.equal(shown(parsed!), `<p>Text</p>\n<pre tabindex="0"><code>${grid}\n</code></pre>\n<p>More</p>`)
    assert.match(String(problems[0]), /^3:\d/)
    assert.match(problems[0]!.reason, /^A grid table stands here once/)
  })
})
