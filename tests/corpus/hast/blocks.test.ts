/** Markdown: headings, formulas, code, tables, task lists, words. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PAGE_IDS } from '../../../src/corpus/hast/headings.ts'
import { corpusOf, problemsOf, read, shown } from '../../support/corpus.ts'
import { elementsOf } from '../../support/harmless.ts'

const outline = (text: string): string[] => read(text).headings.map(({ depth, id, text }) => `h${depth}#${id} ${text}`)

describe('headings', () => {
  test('are listed with the ids they have in the body', () => {
    const entry = read('## One `two`\n\n### One two\n\n## 漢字 Über\n\n## ???\n\n## !!!')
    const inBody = elementsOf(shown(entry)).flatMap(({ tagName, properties: { id } }) =>
      id === undefined ? [] : [`${tagName}#${id}`],
    )
    assert.deepEqual(inBody, ['h2#one-two', 'h3#one-two-1', 'h2#漢字-über', 'h2#section', 'h2#section-1'])
    assert.deepEqual(
      entry.headings.map(({ depth, id }) => `h${depth}#${id}`),
      inBody,
    )
  })

  for (const id of PAGE_IDS)
    test(`do not take #${id} from the page`, () =>
      assert.deepEqual(outline(`## ${id}\n\n## ${id.toUpperCase()}`), [
        `h2#${id}-1 ${id}`,
        `h2#${id}-2 ${id.toUpperCase()}`,
      ]))

  test('the first one gives a title where frontmatter has none, and is not shown twice', () => {
    const entry = read('# Why *so*?\n\n## Why so?\n\nText')
    assert.equal(entry.title, 'Why so?')
    assert.equal(
      shown(entry),
      '\n<h2 id="why-so">Why so?</h2><a class="permalink" href="#why-so" aria-label="Link to this section: Why so?"></a>\n<p>Text</p>',
    )
  })

  test('one that repeats the title of the frontmatter is not shown', () => {
    assert.equal(shown(read('---\ntitle: "So "\n---\n#  So  #\n\nText')), '\n<p>Text</p>')
  })

  test('others of the first level move down, with all below them, and no deeper than six', () => {
    const text = '# A\n\n## B\n\n###### C\n\n<h1 id="own">D</h1>'
    assert.deepEqual(outline(`---\ntitle: T\n---\n${text}`), ['h2#a A', 'h3#b B', 'h6#c C', 'h2#user-content-own D'])
    assert.deepEqual(outline('## B\n\n#### C'), ['h2#b B', 'h4#c C'])
  })

  test('a link without words reads as what it leads to, and its name is in the id', () => {
    const { inquiry } = corpusOf({
      'inquiries/q.md': '## See [[b]] and [[c|d]]',
      'notes/b.md': '---\ntitle: Bees\n---\n',
      'notes/c.md': '',
    })
    assert.deepEqual(inquiry('inquiries/q.md').headings, [{ depth: 2, id: 'see-b-and-d', text: 'See Bees and d' }])
  })

  test('a picture reads as what describes it, and the number of a footnote is no word', () => {
    const { note } = corpusOf({ 'notes/a.md': '## ![Logo](x.png) Part[^1] $x^2$\n\n[^1]: F.', 'notes/x.png': '' })
    assert.deepEqual(note('notes/a.md').headings, [{ depth: 2, id: 'part-x2', text: 'Logo Part x^2' }])
  })

  test('a file without any is called by its name', () =>
    assert.equal(read('Text', 'notes/a/Über uns.md').title, 'Über uns'))
})

describe('formulas', () => {
  const formulas = [
    'x^2',
    '\\boxed{a}',
    '\\color{red}b',
    '\\textcolor{#0a0}{b}',
    '\\colorbox{blue}{c}',
    '\\fcolorbox{red}{blue}{d}',
    '\\cancel{x}',
    '\\rule{1em}{2em}',
    '\\raisebox{1em}{x}',
    '\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}',
    '\\mathbb{R}',
    '\\ce{H2O}',
  ]

  for (const formula of formulas)
    test(`${formula} becomes MathML without a style`, () => {
      const entry = read(`Text $${formula}$ text.\n\n$$\n${formula}\n$$`)
      const elements = elementsOf(shown(entry))
      assert.equal(elements.filter(({ tagName }) => tagName === 'math').length, 2)
      assert.deepEqual(
        elements.filter(({ properties }) => 'style' in properties),
        [],
      )
      assert.equal(entry.hasMaths, true)
      assert.deepEqual(problemsOf(entry.text), [])
    })

  test('a colour becomes an attribute', () => {
    assert.equal(shown(read('$\\color{red}b$')), '<p><math><mrow><mi mathcolor="#ff0000">b</mi></mrow></math></p>')
  })

  test('one that does not parse is shown as it was written, and said in one line at its position', () => {
    const text = '---\ntitle: T\n---\nText $\\frac{1$ and\n$\\nope<b>$.'
    assert.equal(
      shown(read(text)),
      '<p>Text <code class="maths">\\frac{1</code> and\n<code class="maths">\\nope&#x3C;b></code>.</p>',
    )
    assert.deepEqual(problemsOf(text), [
      "4:6 warning maths The formula does not parse: Unexpected end of input in a macro argument, expected '}'. Mend its TeX; it is shown as written.",
      '5:1 warning maths The formula does not parse: Unsupported function name: \\nope. Mend its TeX; it is shown as written.',
    ])
  })

  test('a macro of one file is unknown in the next', () => {
    assert.deepEqual(problemsOf('$\\gdef\\own{1}\\own$'), [])
    assert.equal(problemsOf('$\\own$').length, 1)
  })

  test('sums of money and escaped signs are none', () => {
    assert.equal(shown(read('\\$5 and \\$6, `$y$`, at most $7.')), '<p>$5 and $6, <code>$y$</code>, at most $7.</p>')
    assert.equal(read('$5').hasMaths, false)
  })
})

describe('what is wide, and what is ticked', () => {
  test('a table has a frame that scrolls from the keyboard', () => {
    assert.match(
      shown(read('| a |\n|--|\n| b |')),
      /^<div class="table" tabindex="0" role="group" aria-label="Table"><table>/,
    )
  })

  test('code says its language, is highlighted, and scrolls from the keyboard', () => {
    assert.equal(
      shown(read('```js\nlet a\n```')),
      '<pre tabindex="0" data-language="js"><code class="hljs language-js"><span class="hljs-keyword">let</span> a\n</code></pre>',
    )
    assert.equal(shown(read('```\n<b>\n```')), '<pre tabindex="0"><code>&#x3C;b>\n</code></pre>')
    assert.match(shown(read('```nolang\nx\n```')), /^<pre tabindex="0" data-language="nolang">/)
    assert.doesNotMatch(shown(read('```text\nx\n```')), /data-language/)
  })

  test('the box of a task says its state', () => {
    const labels = elementsOf(shown(read('- [x] a\n- [ ] b'))).map(({ properties }) => properties['ariaLabel'])
    assert.deepEqual(labels.filter(Boolean), ['Done', 'To do'])
  })
})

describe('words are counted', () => {
  const counts: Readonly<Record<string, number>> = {
    'It’s a well-known *fact*.': 4,
    漢字とかな: 5,
    'Ein Süß, два, 한국어': 4,
    '— … !': 0,
    '[[a]] [[b|c d]]': 2,
    '| a | b |\n|--|--|\n| c | d |': 4,
  }
  for (const [text, count] of Object.entries(counts))
    test(`${count} in ${JSON.stringify(text)}`, () => assert.equal(read(text).words, count))
})

describe('a title that no frontmatter gives', () => {
  const title = (text: string, path: string): string => read(text, path).title

  const file = 'notes/a file.md'

  test('is the heading of the first level with which the text begins', () => {
    assert.equal(title('# The thing\n\nWords.\n\n## Index', file), 'The thing')
    for (const before of [
      '%% a comment %%',
      '<!-- a comment -->',
      '#tag #other',
      'key:: value\nother key:: [[x]]',
      '<a id="x"></a>',
    ])
      assert.equal(title(`${before}\n\n# The thing\n\nWords.`, file), 'The thing', before)
    assert.equal(title('<div align="center">\n\n# The thing\n\n</div>\n\nWords.', file), 'The thing')
  })

  test('is no heading of a section, as in Obsidian', () => {
    for (const before of [
      'Words.',
      '![[x.png]]',
      '![](x.png)',
      '## Index',
      '> Words',
      '- #tag words',
      '---',
      '`code`',
      '#tag words',
    ])
      assert.equal(title(`${before}\n\n# Summary\n\nWords.`, file), 'a file', before)
    assert.equal(title('# One\n\n# Two', file), 'a file')
    assert.equal(title('- # In a list', file), 'a file')
  })

  test('may have others after it where the file is named by an id', () => {
    assert.equal(title('# One\n\n# Two', 'notes/the-thing.md'), 'One')
    assert.equal(title('# One\n\n# Two', 'notes/thing.md'), 'One')
    assert.equal(title('# One\n\n# Two', 'journal/thing.md'), 'thing')
    assert.equal(title('Words.\n\n# One', 'notes/the-thing.md'), 'the-thing')
  })

  test('stands anywhere where the name of the file says nothing', () => {
    assert.equal(title('Words.\n\n# One\n\n# Two', 'notes/202301011200.md'), 'One')
    assert.equal(title('![](logo.png)\n\n# One', 'README.md'), 'One')
  })

  test('is never one of a drawing', () => {
    assert.equal(title('# Excalidraw Data\n\n## Text Elements', 'Sketch.excalidraw.md'), 'Sketch')
  })

  test('keeps the words of links, code, formulas and citations, and no number of a footnote', () => {
    for (const [heading, words] of [
      ['[[Inner]]', 'Inner'],
      ['About [[Inner]] and #tag', 'About Inner and #tag'],
      ['[[Inner#Part|Words]] [w](x.md)', 'Words w'],
      ['[[Inner#Part]]', 'Inner > Part'],
      ['`code` $x^2$ **b** ==h== ~~gone~~', 'code x^2 b h gone'],
      ['What @doe99 shows [@key, p. 3]', 'What @doe99 shows (@key, p. 3)'],
      ['Note[^1]', 'Note'],
      ['A <br> B &amp; C', 'A B & C'],
    ] as const)
      assert.equal(title(`# ${heading}\n\nWords.\n\n[^1]: F.`, file), words)
    assert.doesNotMatch(shown(read('# Note[^1]\n\nWords.\n\n[^1]: F.', file)), /fnref/)
  })

  test('does not hold the name of a private entry, and nor does the id of a heading', () => {
    const { html, note, corpus } = corpusOf({
      'notes/a file.md': '# On [[Secret plan]]\n\n## [[Secret plan]]\n\n## More\n\n[[#Secret plan]]',
      'notes/b file.md': '# [[Secret plan]]\n\n[[a file#Secret plan]] [[a file#More]]',
      'Secret plan.md': '---\ndraft: true\n---\n',
    })
    assert.equal(note('notes/a file.md').title, 'On (unpublished)')
    assert.equal(note('notes/b file.md').title, 'b file')
    assert.deepEqual(
      note('notes/a file.md').headings.map(({ id, text }) => `${id} ${text}`),
      ['section (unpublished)', 'more More'],
    )
    assert.match(html('notes/a file.md'), /<h2 id="section">.*href="#section"/s)
    assert.match(html('notes/b file.md'), /a-file\/#section".*a-file\/#more"/)
    for (const [path] of corpus.entries) assert.doesNotMatch(JSON.stringify(note(path)), /secret/i)
  })

  test('is else the file name, where that is words', () => {
    assert.equal(title('## Index\n\nWords.', 'notes/Binary search.md'), 'Binary search')
  })

  test('is else the first heading, where the name is only a key', () => {
    for (const name of ['202301011200', '2026-11-23', '1a2b', '9f86d081-884c-4d63-a1b2', 'Untitled 3'])
      assert.equal(title('Words.\n\n## Of bees', `notes/${name}.md`), name === '1a2b' ? '1a2b' : 'Of bees')
    assert.equal(title('Words.', 'notes/202301011200.md'), '202301011200')
  })
})
