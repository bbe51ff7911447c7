/** For which program a folder was written, as its marks or its settings say, and what follows from that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentFolder } from '../support/content-folder.ts'
import { shapeOf } from '../support/fixtures.ts'
import { programSummary } from '../../src/site/report.ts'

const NOTE = { 'a.md': '[[Words|b]] [[No page]] ~x~', 'b.md': 'B' }
const open = (files: Record<string, string>) => shapeOf(contentFolder({ ...NOTE, ...files }))

for (const [mark, program] of [
  ['logseq/config.edn', 'logseq'],
  ['dendron.yml', 'dendron'],
  ['.obsidian/app.json', 'obsidian'],
  ['.foam/x.md', 'foam'],
  ['.ztr-directory', 'zettlr'],
  ['quartz.config.ts', 'quartz'],
  ['mkdocs.yml', 'mkdocs'],
  ['docusaurus.config.js', 'docusaurus'],
  ['_quarto.yml', 'quarto'],
  ['manual-references.json', 'manubot'],
  ['_config.yml', 'jekyll'],
  ['foam.json', 'foam'],
] as const)
  test(`${mark} is a mark of ${program}`, async () => {
    const { site } = await open({ [mark]: '{}' })
    assert.equal(site.settings.dialect, program)
    assert.match(
      programSummary(site),
      new RegExp(`^Read as ${program} writes it, because of [\\w./-]+; \`dialect\` in site.yaml`, 'i'),
    )
  })

test('a folder of Hugo or mdBook is plain Markdown', async () => {
  const { site } = await open({ 'hugo.toml': '' })
  assert.equal(programSummary(site), 'Read as plain Markdown, because of hugo.toml; `dialect` in site.yaml overrules.')
})

test('a folder without a mark is plain, and nothing is said of it', async () => {
  const { site } = await open({})
  assert.equal(site.settings.dialect, 'plain')
  assert.equal(programSummary(site), '')
})

test('the settings overrule the marks', async () => {
  const { site, links } = await open({ 'dendron.yml': '', 'site.yaml': 'title: A\ndialect: plain\nmode: lenient\n' })
  assert.equal(programSummary(site), 'Read as plain Markdown, because of `dialect` in site.yaml.')
  assert.deepEqual(links['a.md'], ['Words → missing', 'No page → missing'])
})

test('in Dendron the words come first, unless the settings say otherwise', async () => {
  assert.equal((await open({ 'dendron.yml': '' })).links['a.md']?.[0], 'b → b.md')
  const settings = 'title: A\nwikilinks: target-first\nmode: lenient\n'
  assert.equal((await open({ 'dendron.yml': '', 'site.yaml': settings })).links['a.md']?.[0], 'Words → missing')
})

test('in Logseq a page without a file is a topic, tasks have boxes, and a day is found by its name', async () => {
  const { links, html, problems, site } = await open({
    'logseq/config.edn': '{}',
    'pages/c.md': '- TODO see [[No page]] and [[Mar 5th, 2021]]\n- LATER x\n- rating:: 5',
    'journals/2021_03_05.md': '- x',
  })
  assert.deepEqual(links['pages/c.md'], ['No page → topic no page', 'Mar 5th, 2021 → journals/2021_03_05.md'])
  assert.deepEqual(
    site.corpus.topics.get('no page')?.members.map(({ path }) => path),
    ['a.md', 'pages/c.md'],
  )
  assert.match(html('pages/c.md'), /<input type="checkbox"[^>]*> see .*<input [^>]*> LATER x.*<li>rating: 5<\/li>/s)
  assert.deepEqual(
    problems.filter((line) => line.startsWith('pages/')),
    [],
  )
})

test('in Zettlr, ids in names of files, in fields and in texts name notes', async () => {
  const files = {
    '.ztr-directory': '{}',
    '20210305123456 On soil.md': '# Soil',
    'In text.md': '# Text\n\n@ID:20210305999999',
    'field.md': '---\nid: 20220101000000\n---\n',
    'draft 20230101000000.md': '---\ndraft: true\n---\n',
    'c.md': '[[20210305123456]] [[20210305999999]] [[20220101000000]] [[20230101000000]] [[20240101000000]]',
  }
  assert.deepEqual((await open(files)).links['c.md'], [
    '20210305123456 → 20210305123456 On soil.md',
    '20210305999999 → In text.md',
    '20220101000000 → field.md',
    '20230101000000 → private',
    '20240101000000 → missing',
  ])
  const inObsidian = await open({
    ...files,
    '.obsidian/app.json': '{}',
    'site.yaml': 'mode: lenient\ndialect: obsidian',
  })
  assert.equal(inObsidian.links['c.md']?.[0], '20210305123456 → missing')
})

test('the bibliography of a lenient folder may have any name', async () => {
  const work = (key: string): string => `@book{${key}, title = {T}, author = {A}, year = 2020}`
  const files = {
    'lib/refs.bib': work('one'),
    'references.bib': work('two'),
    'z.BIB': `${work('one')}\n${work('three')}`,
    'c.md': '---\nbibliography: lib/refs.bib\n---\n[@one] [@two] [@three]',
  }
  const { links, problems } = await open(files)
  assert.deepEqual(links['c.md'], ['@one → source one', '@two → source two', '@three → source three'])
  assert.deepEqual(
    problems.filter((line) => !line.startsWith('a.md')),
    [],
  )
  const strict = await open({ ...files, 'site.yaml': 'title: A\nmode: strict' })
  assert.deepEqual(strict.links['c.md'], ['@one → missing', '@two → source two', '@three → missing'])
})

test('in Logseq a day has its name, signs come back from addresses, and what is not read is reported', async () => {
  const { entries, problems, html } = await open({
    'logseq/config.edn': '{}',
    'journals/2024_03_05.md': '- ## Morning\n- [[C# or a/b?]]',
    'pages/C%23 or a%2Fb%3F.md': '- x',
    'pages/100%25.md': '- x',
    'pages/n.md':
      '- one\n  logseq.order-list-type:: number\n- two\n  logseq.order-list-type:: number\n- three\n- four\n  logseq.order-list-type:: number',
    'pages/d.md': '- {{my-macro x}} {{ words }}\n- #+BEGIN_QUERY\n  {:query [:find ?b]}\n  #+END_QUERY',
    'pages/e.org': '* x',
    'pages/f.org': '* x',
    'whiteboards/g.edn': '{}',
  })
  assert.deepEqual(
    Object.values(entries).map((line) => line.replace(/^\w+ \S+ /, '')),
    ['a', 'b', 'Mar 5th, 2024', '100%', 'C# or a/b?', 'd', 'n'],
  )
  const lists = '<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n<ul>\n<li>three</li>\n</ul>\n<ol>\n<li>four</li>\n</ol>'
  assert.equal(html('pages/n.md'), lists)
  assert.deepEqual(
    problems.map((line) => line.replace(/ (?:stands|is) .*/, '')),
    [
      'pages/d.md:1:3 warning construct-unread `{{my-macro}}`',
      'pages/d.md:2:3 warning construct-unread Code for query',
      'pages/e.org:1:1 warning file-skipped This was skipped: it',
      'whiteboards/g.edn:1:1 warning file-skipped This was skipped: it',
    ],
  )
})
