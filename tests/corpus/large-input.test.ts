/**
 * Nothing that is in a file can take the reader down: not its size, not its depth, not its frontmatter. What hangs
 * fails by hanging.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { publicBytes } from '../../src/corpus/attachments/public-bytes.ts'
import { parse } from '../../src/corpus/parse.ts'
import { sanitiseSvg } from '../../src/corpus/svg.ts'
import { readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { distinctSlugs } from '../../src/corpus/names/slug.ts'
import { corpusOf, problemsOf, read, said, shown } from '../support/corpus.ts'
import { runs } from '../support/runs.ts'

const DEEP = 10_000
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')
const matter = (yaml: string, body = ''): string => `---\n${yaml}\n---\n${body}`

describe('aliases that multiply', () => {
  const bomb = [
    'x0: &a0 [x,x,x,x,x,x,x,x,x]',
    times(30, (n) => `x${n + 1}: &a${n + 1} [${times(9, () => `*a${n},`)}]\n`),
  ].join('\n')

  test('in fields nobody knows cost nothing', () => {
    const { parsed, problems } = parse({ path: 'notes/x.md', text: matter(`${bomb}title: Bomb`, 'Text.') })
    assert.equal(parsed?.title, 'Bomb')
    assert.deepEqual(problems, [])
  })

  for (const field of ['title', 'claim', 'draft', 'created', 'topics', 'aliases', 'inquiries', 'source', 'supports'])
    test(`in the field "${field}" are reported at their position`, () => {
      const [first] = problemsOf(matter(`${bomb}${field}: *a30`))
      assert.match(first ?? '', new RegExp(`^33:\\d+ error field-value The field "${field}`))
    })

  test('of one long value come to an end', () => {
    const text = matter(`claim: &a ${'long '.repeat(20_000)}\ntitle: Long\naliases: [${times(5000, () => '*a,')}]`)
    const { parsed, problems } = parse({ path: 'notes/x.md', text })
    assert.equal(parsed?.title, 'Long')
    assert.match(problems.map(said).join(), /aliases exceeded/)
  })

  test('of a value within itself are reported', () => {
    assert.match(problemsOf(matter('x: &a {b: *a}\ntitle: *a')).join(), /^3:8 error field-value/)
  })
})

describe('frontmatter of half a megabyte', () => {
  const megabyte: Readonly<Record<string, string>> = {
    'many fields': times(25_000, (n) => `field${n}: some words\n`),
    'many misspelled fields': times(10_000, (n) => `titl${n % 10}${n}: some words\n`),
    'a long list': `topics:\n${times(30_000, (n) => `  - words ${n}\n`)}`,
    'many wrong values': `topics:\n${times(5_000, (n) => `  - {a: ${n}}\n`)}`,
    'a long value': `title: ${'some words '.repeat(100_000)}`,
    'a bracket that is never closed': `topics: [\n${times(10_000, (n) => `f${n}: words ${n}\n`)}`,
    'blank lines': `topics: [${'\n'.repeat(500_000)}`,
    blanks: `topics: [\na${' '.repeat(500_000)}`,
    quotes: `topics: [\n${`"'a`.repeat(50_000)}`,
    'brackets in brackets': `title: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  }
  for (const [name, yaml] of Object.entries(megabyte))
    test(`${name}: is read, a draft stays one, and the body is rendered`, () => {
      const parsed = read(matter(`draft: true\n${yaml}`, 'Text.'))
      assert.equal(parsed.data.draft, true)
      assert.equal(shown(parsed), '<p>Text.</p>')
    })

  test('problems have their positions', () => {
    const problems = problemsOf(matter(megabyte['many wrong values']!))
    assert.equal(problems.length, 5000)
    assert.match(problems[4999]!, /^5002:5 error field-value The field "topics\[5000\]"/)
  })

  for (const toml of ['a = '.concat('['.repeat(DEEP)), `${'a.'.repeat(DEEP)}b = 1`, 'title = "open', 'x = 1 2'])
    test(`TOML that does not parse keeps its drafts: ${toml.slice(0, 20)}`, () => {
      const { parsed, problems } = parse({ path: 'notes/x.md', text: `+++\ndraft = true\n${toml}\n+++\nText.` })
      assert.equal(parsed?.data.draft, true)
      assert.match(problems.map(said).join(), /^3:\d+ error frontmatter-toml|^2:1 error frontmatter-toml/)
    })

  test('TOML that is never closed keeps its drafts', () =>
    assert.equal(read('+++\ndraft = true\ntitle = "x"\n\nText.').data.draft, true))

  for (const language of ['__proto__', 'constructor', 'js', 'toString', 'x'.repeat(100_000)])
    test(`a language called ${language.slice(0, 20)} is not read`, () => {
      const { parsed, problems } = parse({ path: 'notes/x.md', text: `---${language}\na: b\n---\n` })
      assert.equal(parsed, undefined)
      assert.match(problems.map(said).join(), /^1:4 error frontmatter-language/)
    })
})

describe('nesting of ten thousand levels is shown as it was written, with a warning at its position:', () => {
  const deep: Readonly<Record<string, string>> = {
    quotes: `${'>'.repeat(DEEP)} a`,
    'quotes with spaces': `${'> '.repeat(DEEP)} a`,
    callouts: times(500, (n) => `${'> '.repeat(n + 1)}[!note] a\n`),
    'lists in one line': `${'- '.repeat(DEEP)} a`,
    'numbered lists in one line': `${'1. '.repeat(DEEP)} a`,
    lists: times(1000, (n) => `${'  '.repeat(n)}- a\n`),
    emphasis: '*a '.repeat(DEEP) + 'a*'.repeat(DEEP),
    stars: `${'*'.repeat(DEEP)}a${'*'.repeat(DEEP)}`,
    strikes: '~~a '.repeat(DEEP) + 'a~~'.repeat(DEEP),
    // Of these the native parser takes the process with it.
    'emphasis of a million signs': '*a '.repeat(1_000_000) + 'a*'.repeat(1_000_000),
    'stars by the million': `${'*'.repeat(1_000_000)}a${'*'.repeat(1_000_000)}`,
    'pictures by the million': '!['.repeat(1_000_000) + 'a' + '](b)'.repeat(1_000_000),
    'a million quotes': '>'.repeat(1_000_000),
    HTML: '<div>'.repeat(DEEP),
    'HTML in blocks': '<div>\n\n'.repeat(DEEP),
    'tables in HTML': '<table><tr><td>'.repeat(DEEP),
    'drawings in HTML': '<svg>'.repeat(DEEP),
    'HTML that is carried on': times(3000, (n) => `<font color=c${n}>`) + '<p>x</p>'.repeat(3000),
  }
  for (const [name, text] of Object.entries(deep))
    test(name, () => {
      const { parsed, problems } = parse({ path: 'notes/x.md', text: `First.\n\n${text}\n` })
      assert.match(problems.map(said).join('\n'), /^\d+:\d+ warning too-deep \S[^\n]*$/)
      assert.ok((problems[0]?.line ?? 0) >= 3, said(problems[0]!))
      assert.match(shown(parsed!), /^<pre tabindex="0">First\.\n/)
      assert.deepEqual(parsed!.links, [])
    })

  test('brackets, which need no levels, are text', () => {
    for (const text of [
      '['.repeat(DEEP) + 'a' + ']'.repeat(DEEP),
      '[['.repeat(DEEP) + 'a' + ']]'.repeat(DEEP),
      '[a]('.repeat(DEEP),
    ])
      assert.deepEqual(problemsOf(text), [])
  })

  test('a formula too', () =>
    assert.match(problemsOf(`$${'{'.repeat(DEEP)}${'}'.repeat(DEEP)}$`).join(), /^1:1 warning maths/))

  test('neither a comment nor what a link leads to is shown as it was written', () => {
    const links = '[[secret]] [[secret|words]] ![[secret.png]] [words](../secret.md) ![](<secret b.png>)'
    const html = shown(read(`a %%secret%% b <!-- secret --> ${links}\n\n${'>'.repeat(DEEP)}\n\n%%secret`))
    assert.ok(!html.includes('secret') && html.includes('[[words]]'), html.slice(0, 300))
  })

  test('what is as deep as it may be is embedded in what is as deep', () => {
    const text = (next: string) =>
      `${'> '.repeat(95)}a\n\n${'<div>'.repeat(150)}b${'</div>'.repeat(150)}\n\n![[${next}]]`
    const { html, problems } = corpusOf({
      'a.md': text('b'),
      'b.md': text('c'),
      'c.md': text('d'),
      'd.md': text('e'),
      'e.md': text('a'),
    })
    assert.deepEqual(problems, [])
    assert.match(html('a.md'), /<blockquote>/)
  })

  test('a drawing comes out empty', () =>
    assert.equal(sanitiseSvg(`<svg>${'<g>'.repeat(100_000)}`), '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'))
})

describe('size', () => {
  test('a note of two megabytes is read', () => {
    const paragraph = `${'Some words here, and more. '.repeat(40)}And [[a|words]] of it, see #topic and ==this==.\n\n`
    const parsed = read(paragraph.repeat(2_000_000 / paragraph.length + 1))
    assert.ok(parsed.words > 280_000)
  })

  test('a paragraph of two megabytes is read', () => assert.ok(read('Some words. '.repeat(170_000)).words > 320_000))

  test('a paragraph with ten thousand links keeps what its backlinks show of it small', () => {
    const { note, corpus } = corpusOf({ 'notes/a.md': 'Some words, [[b]] here. '.repeat(10_000), 'notes/b.md': '' })
    assert.equal(corpus.resolutions.get('notes/a.md')?.length, 10_000)
    const mentions = note('notes/b.md').backlinks[0]!.mentions
    assert.equal(mentions.length, 10_000)
    const { before, sentence, after } = mentions[5_000]!.context
    assert.ok(before.length + sentence.length + after.length < 4000)
    assert.ok(/Some words, b here\.$/.test(sentence) && before.startsWith('…') && after.endsWith('…'), sentence)
  })

  test('a cut goes through no word that is still to come, and through no pair of surrogates', () => {
    for (let shift = 0; shift < 20; shift++) {
      const { note } = corpusOf({
        'notes/a.md': `${'x'.repeat(shift)}${'😀[[c]]'.repeat(120)}[[b]]${'[[c]]😀'.repeat(120)}`,
        'notes/b.md': '',
        'notes/c.md': '',
      })
      const text = JSON.stringify(note('notes/b.md').backlinks[0]!.mentions[0]!.context)
      assert.match(text, /^[{}":,a-z…😀]+$/u)
    }
  })

  const many: Readonly<Record<string, string>> = {
    'links in a list': '- [[a]]\n'.repeat(8000),
    tasks: '- [ ] a\n'.repeat(8000),
    rows: `| a |\n|---|\n${'| b |\n'.repeat(8000)}`,
    'links in paragraphs': '[[a]]\n\n'.repeat(8000),
    'broken links': times(8000, (n) => `[[none ${n}]]\n\n`),
    tags: '#tag '.repeat(8000),
    citations: '[@key] '.repeat(8000),
    highlights: '==a== '.repeat(8000),
    comments: '%%a%% '.repeat(8000),
    'block names': times(8000, (n) => `a\n\n^b${n}\n\n`),
    headings: '# a\n\n'.repeat(8000),
    footnotes: times(2000, (n) => `a[^${n}]\n\n[^${n}]: x\n\n`),
    'inline fields': 'words [[x]] :: '.repeat(8000),
    'sums of money': 'from $5 to $6 and '.repeat(8000),
  }
  for (const [name, text] of Object.entries(many))
    test(`thousands of ${name}`, () =>
      assert.equal(typeof corpusOf({ 'a.md': text, 'b.md': '' }).html('a.md'), 'string'))

  test('a table of a thousand columns', () => {
    const row = `|${'a|'.repeat(1000)}\n`
    assert.equal(shown(read(`${row}|${'-|'.repeat(1000)}\n${row.repeat(3)}`)).match(/<t[dh]>/g)?.length, 4000)
  })

  test('a wide head over short rows does not fill the memory', () => {
    const text = `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'| b\n'.repeat(5000)}`
    assert.match(problemsOf(text).join(), /^1:1 warning table The rows of this table lack 4995000 cells/)
  })

  test('code that is too long to be coloured is shown plain', () => {
    const html = shown(read(`\`\`\`md\n${'*_['.repeat(20_000)}\n\`\`\`\n\n\`\`\`js\nlet a\n\`\`\``))
    assert.match(html, /<code class="language-md">[*_[]+\n<\/code>/)
    assert.match(html, /<span class="hljs-keyword">let/)
  })

  test('a bibliography of twenty thousand entries that say nothing', () => {
    const { problems } = readBibliography({
      path: 'references.bib',
      text: `${'x'.repeat(200)}\n@book{}\n`.repeat(3000),
    })
    assert.equal(problems.at(-1)?.line, 6000)
  })

  test('twenty thousand topics without a letter', () => {
    const { slugs } = distinctSlugs(Array.from({ length: 20_000 }, (_, index) => [index, 'topic']))
    assert.equal(new Set(slugs.values()).size, 20_000)
  })
})

describe('no pattern runs away', () => {
  const LONG = runs(10_000)
  const texts: readonly string[] = [
    ...[
      '%',
      '=',
      '#',
      '^',
      '|',
      '$',
      '`',
      '~',
      '<',
      '&',
      '!',
      '\\',
      ':',
      '@',
      '\0',
      '\t',
      ' ',
      '\n',
      '\r',
      '-',
      '+',
      '_',
      '[',
      '[@',
      '@[',
      '&#x',
      '<!--',
      '<a ',
      '</',
      '[^',
      '](',
      '::',
      '[[',
      'a:',
      'a ',
      '\u0301',
      '👩‍👩‍👧‍👦',
      'www.',
      'http://a',
      'e.g. ',
    ].flatMap((sign) => [
      sign.repeat(LONG / sign.length),
      `a ${sign.repeat(LONG / sign.length)}b`,
      `[${sign.repeat(LONG / sign.length)}]`,
    ]),
    `a${' '.repeat(LONG)}^-^`,
    `#a${'/-'.repeat(LONG)}a`,
    `[${'a@'.repeat(LONG)}]`,
    `[@${'a:'.repeat(LONG)}{]`,
    `title:: a${' '.repeat(LONG)}b`,
    `(a${' '.repeat(LONG)}:: [[x]]`,
    `${'(a '.repeat(LONG)}:: [[x]]`,
    `[[${'\\|'.repeat(LONG)}]]`,
    `[[${'a'.repeat(LONG)}]] ${'#'.repeat(LONG)}`,
    `---\na${' '.repeat(LONG)}b\n---`,
    `---\n${'#\n'.repeat(LONG)}x: [\n---`,
    `---\n${'a:'.repeat(LONG)}\n---`,
    `---\n${'\n---x'.repeat(LONG)}`,
    '---\n'.repeat(LONG / 10),
    `---${' '.repeat(LONG)}x`,
    `---\na:${'\n'.repeat(LONG)}`,
    `![[${'a'.repeat(LONG)}.png|${'1'.repeat(LONG)}]]`,
    `> [!${'a'.repeat(LONG)}`,
    `<b ${'a=b '.repeat(LONG / 4)}>`,
    `[a](${'%'.repeat(LONG)}) ![a](${'../'.repeat(LONG)})`,
  ]
  for (const text of texts)
    test(JSON.stringify(`${text.slice(0, 12)}…${text.slice(-5)}`), () => {
      const { html } = corpusOf({ 'a.md': text, 'b.md': `---\ntitle: ${JSON.stringify(text)}\n---\n[[a]]` })
      assert.equal(typeof html('b.md'), 'string')
    })

  test('in a drawing', () => {
    for (const text of ['<!DOCTYPE', '<!DOCTYPE [', '<?xml ', '<!--', ' '])
      assert.equal(sanitiseSvg(`${text.repeat(LONG)}<svg/>`).includes('<script'), false)
    const fill = sanitiseSvg(`<svg><path fill="${'url( '.repeat(LONG)}"/></svg>`)
    assert.ok(!fill.includes('fill'))
  })
})

describe('what is looked for outside the frontmatter is found in one pass', () => {
  const long = ' '.repeat(300_000)
  const texts: Readonly<Record<string, string>> = {
    'blanks before a fence': `${long}\n${'\n'.repeat(300_000)}---\ntitle: x\n---\n`,
    'blanks after a fence': `--${long}!`,
    'blanks after a field': `draft${long}!\n`,
    'signs of a fence': `${'-'.repeat(300_000)}!\n`,
    'fields without an end': `\n---\n${times(50_000, (n) => `field${n}: x\n`)}`,
  }
  for (const [name, text] of Object.entries(texts)) test(name, () => void parse({ path: 'notes/x.md', text }))

  test('and so is an author in a PDF', () => {
    for (const part of ['<dc:creator>', '/Author', '/Author(', '<dc:creator><'])
      for (const fill of [part, ' ']) {
        const bytes = new TextEncoder().encode(`%PDF-1.7\n${part}${fill.repeat(300_000)}`)
        publicBytes('x.pdf', bytes, { metadata: 'remove' })
      }
  })
})
