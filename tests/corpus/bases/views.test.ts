/** Views of bases over small corpora: which rows they have, in which order, what their cells show, and what is said. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { basePages } from '../../../src/corpus/lists/base-pages.ts'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import type { BaseView, Cell } from '../../../src/corpus/model/bases.ts'
import { corpusOf, everything, type Built, type Files } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const NOTES = {
  'notes/dune.md':
    '---\ntitle: Dune\ntags: [book, sf]\nrating: 5\nyear: 1965\nauthor: "[[herbert]]"\ndone: true\ncreated: 2025-03-01\nfinished: 2025-02-01\ncover: "[[dune.png]]"\n---\nSee [[solaris]] and [[secret]].\n',
  'notes/solaris.md':
    '---\ntitle: Solaris\ntags: [book]\nrating: 4\nauthor: "[[lem]]"\ndone: false\nrelated: ["[[secret]]", "[[dune]]"]\ncreated: 2025-01-15\nfinished: 2025-04-01\n---\n#classic\n',
  'notes/emma.md': '---\ntitle: Emma\ntags: book\nauthor: Austen\ncontact: { mail: a@example.org }\n---\nE\n',
  'notes/herbert.md': '---\ntitle: Frank Herbert\nborn: 1920\n---\n![[books.base#By author]]\n',
  'notes/secret.md': '---\ntitle: A secret\ntags: [book]\nrating: 99\ndraft: true\nauthor: "[[herbert]]"\n---\nS\n',
  'notes/dune.png': '',
}

const base = (views: string, rest = ''): string =>
  `${rest}filters:\n  and:\n    - file.hasTag("book")\nviews:\n${views.replace(/^/gm, '  ')}\n`

const shown = (cell: Cell): string =>
  cell
    .map((piece) =>
      piece.kind === 'check'
        ? String(piece.isChecked)
        : piece.kind === 'file'
          ? `[${piece.text}](${piece.path})`
          : piece.text,
    )
    .join('')

const viewOf = ({ corpus }: Built, index = 0): BaseView => corpus.bases!.pages[0]!.views[index]!

const rowsOf = (view: BaseView): string[][] =>
  view.groups.flatMap(({ title, rows }) => [
    ...(title === undefined ? [] : [[`# ${shown(title)}`]]),
    ...rows.map(({ cells }) => cells.map(shown)),
  ])

const built = (views: string, more: Files = {}, rest = ''): Built =>
  corpusOf({ ...NOTES, ...more, 'books.base': base(views, rest) })

const titles = (view: BaseView): string[] => rowsOf(view).map(([first = '']) => /^\[(.*)\]/.exec(first)?.[1] ?? first)

describe('the rows of a view', () => {
  test('cells show links by titles, dates and numbers as people write them, and tags', () => {
    const view = viewOf(built('- type: table\n  name: All\n  order: [file.name, author, rating, done, finished, tags]'))
    assert.deepEqual(rowsOf(view), [
      ['[Dune](notes/dune.md)', '[Frank Herbert](notes/herbert.md)', '5', 'true', 'February 1, 2025', 'book, sf'],
      ['[Emma](notes/emma.md)', 'Austen', '', '', '', 'book'],
      ['[Solaris](notes/solaris.md)', 'lem', '4', 'false', 'April 1, 2025', 'book'],
    ])
    assert.deepEqual(
      view.columns.map(({ title, isNumeric }) => `${title} ${isNumeric}`),
      ['Name false', 'author false', 'rating true', 'done false', 'finished false', 'tags false'],
    )
  })

  for (const [what, filter, expected] of [
    ['a text', "'rating > 4'", ['Dune']],
    ['a list', '[rating > 3, done == false]', ['Solaris']],
    ['or', '{ or: [rating == 5, "!rating"] }', ['Dune', 'Emma']],
    ['not', '{ not: [rating == 5, "!rating"] }', ['Solaris']],
    ['nested', '{ or: [{ and: [done, rating > 4] }, { not: [rating] }] }', ['Dune', 'Emma']],
    ['a tag in the text', 'file.hasTag("classic")', ['Solaris']],
    ['a link', 'file.hasLink("solaris")', ['Dune']],
    ['a folder', 'file.inFolder("notes")', ['Dune', 'Emma', 'Solaris']],
    ['a mapping', 'contact.mail == "a@example.org"', ['Emma']],
    ['backlinks', 'file.backlinks.length == 1', ['Dune', 'Solaris']],
    ['nothing', '', ['Dune', 'Emma', 'Solaris']],
  ] as const)
    test(`that a filter keeps: ${what}`, () => {
      assert.deepEqual(titles(viewOf(built(`- type: table\n  name: All\n  filters: ${filter}`))), expected)
    })

  test('are sorted by several properties, with those that have none last in both directions', () => {
    const sorted = (sort: string): string[] => titles(viewOf(built(`- type: table\n  name: All\n  sort: ${sort}`)))
    assert.deepEqual(sorted('[{ property: rating, direction: ASC }]'), ['Solaris', 'Dune', 'Emma'])
    assert.deepEqual(sorted('[{ column: note.rating, direction: DESC }]'), ['Dune', 'Solaris', 'Emma'])
    assert.deepEqual(sorted('[{ property: file.name, direction: DESC }]'), ['Solaris', 'Emma', 'Dune'])
    assert.deepEqual(sorted('[{ property: missing }, { property: file.mtime, direction: DESC }]'), [
      'Dune',
      'Solaris',
      'Emma',
    ])
  })

  test('are grouped, limited and summarised', () => {
    const view = viewOf(
      built(
        '- type: table\n  name: All\n  order: [file.name, rating, done]\n  groupBy: { property: done, direction: DESC }\n  limit: 2\n' +
          '  summaries: { rating: Average, done: Checked, file.name: twice }',
        {},
        'summaries:\n  twice: values.length * 2\n',
      ),
    )
    assert.deepEqual(rowsOf(view), [
      ['# true'],
      ['[Dune](notes/dune.md)', '5', 'true'],
      ['# false'],
      ['[Solaris](notes/solaris.md)', '4', 'false'],
    ])
    assert.equal(view.total, 2)
    assert.deepEqual(
      view.summaries?.map((each) => each.map(({ name, value }) => `${name} ${shown(value)}`)),
      [['twice 4'], ['Average 4.5'], ['Checked 1']],
    )
  })

  test('have formulas, which may use one another', () => {
    const view = viewOf(
      built(
        '- type: table\n  name: All\n  order: [formula.stars, formula.both]',
        {},
        'formulas:\n  stars: \'if(rating, "*".repeat(rating))\'\n  both: formula.stars + "|" + file.name\n',
      ),
    )
    assert.deepEqual(rowsOf(view), [
      ['*****', '*****|dune'],
      ['', '|emma'],
      ['****', '****|solaris'],
    ])
  })

  test('cards have covers from attachments, which are then published', () => {
    const { corpus } = built(
      '- type: cards\n  name: Shelf\n  image: note.cover\n  imageFit: contain\n  imageAspectRatio: 0.5',
    )
    const [page] = corpus.bases!.pages
    assert.deepEqual(
      page!.views[0]!.groups[0]!.rows.map(({ cover }) => cover),
      [{ path: 'notes/dune.png' }, undefined, undefined],
    )
    assert.deepEqual([...corpus.used], ['notes/dune.png'])
    const html = basePages(corpus).find(({ address }) => address === '/bases/books/')!.html
    assert.match(
      html,
      /<img class="base-cover" data-shape="wide" data-fit="contain" src="\/attachments\/notes\/dune\.png" alt=""/,
    )
  })
})

test('nothing of a draft is in any view: no row, number or value', () => {
  const all = built(
    '- type: table\n  name: All\n  order: [file.name, related, formula.links, formula.back]\n  summaries: { file.name: Filled }\n' +
      '- type: table\n  name: Groups\n  groupBy: related\n' +
      '- type: table\n  name: Asked\n  filters: \'file.hasLink("secret") || related.contains(link("secret"))\'\n' +
      '- type: table\n  name: Named\n  order: [formula.named]',
    {},
    'formulas:\n  links: file.links.length\n  back: file.backlinks.length\n  named: link("secret")\n',
  )
  assert.doesNotMatch(everything(all.corpus.bases), /secret|99/i)
  assert.equal(viewOf(all).total, 3)
  assert.deepEqual(
    rowsOf(viewOf(all)).map(([, ...rest]) => rest),
    [
      ['', '3', '1'],
      ['', '0', '0'],
      ['[Dune](notes/dune.md)', '2', '1'],
    ],
  )
  assert.equal(viewOf(all, 2).total, 0)
  assert.deepEqual(rowsOf(viewOf(all, 3)), [['(unpublished)'], ['(unpublished)'], ['(unpublished)']])
  for (const [, entry] of all.entries) assert.doesNotMatch(entry.html, /A secret|99/)
})

describe('an entry shows', () => {
  const VIEWS =
    '- type: table\n  name: All\n  order: [file.name, rating]\n- type: list\n  name: By author\n  filters: author == this\n  order: [file.name, rating]'

  test('the first view of a base, or the one that is named, with links to the page of the base', () => {
    const all = built(VIEWS, { 'notes/x.md': '![[books.base]]\n\nand [[books.base#By author|them]].\n' })
    assert.match(all.html('notes/x.md'), /<a href="\/bases\/books\/#by-author">them<\/a>/)
    assert.match(all.html('notes/x.md'), /<div class="base" data-pagefind-ignore>.*3 entries.*<table>.*Dune.*Solaris/s)
    assert.equal((all.entries.get('notes/x.md') as { hasBase?: true }).hasBase, true)
    assert.equal('hasBase' in all.entries.get('notes/dune.md')!, false)
  })

  test('itself as `this`', () => {
    const html = built(VIEWS).html('notes/herbert.md')
    assert.match(html, /<ul class="base-list"><li><a href="\/notes\/dune\/">Dune<\/a>, 5<\/li><\/ul>/)
    assert.doesNotMatch(html, /Solaris/)
  })

  test('a base in a block of code, also in a callout, and as a table in Markdown', () => {
    const code =
      '```base\nfilters: author == this\nviews:\n  - type: table\n    name: Works\n    order: [file.name, rating]\n```\n'
    const all = corpusOf({
      ...NOTES,
      'books.base': base(VIEWS),
      'notes/herbert.md': `---\ntitle: Frank Herbert\n---\n${code}\n> [!note] Works\n${code.replace(/^(?=.)/gm, '> ')}`,
    })
    assert.deepEqual(
      all.problems.filter((line) => line.includes('base')),
      [],
    )
    assert.equal(all.html('notes/herbert.md').split('>Dune</a>').length, 3)
    const markdown = markdownOf(
      all.corpus,
      all.corpus.entries.get('notes/herbert.md')!,
      all.entries.get('notes/herbert.md')!,
    )
    assert.match(
      markdown,
      /\*\*Works\*\*\n\n\| Name \| rating \|\n\| --- \| --: \|\n\| \[Dune\]\(\/notes\/dune\/\) \| 5 \|/,
    )
    assert.doesNotMatch(markdown, /author == this/)
  })

  test('no base where bases are turned off', () => {
    const files = { ...NOTES, 'books.base': base(VIEWS), 'notes/x.md': '![[books.base]]\n\n```base\nviews: []\n```\n' }
    const all = corpusOf(files, Object.keys(files), APA, [], { bases: false })
    assert.equal(all.corpus.bases, undefined)
    assert.deepEqual([...all.corpus.used], ['books.base'])
    assert.match(
      all.html('notes/x.md'),
      /<pre tabindex="0" data-language="base"><code class="language-base">views: \[\]/,
    )
  })
})

describe('a base says', () => {
  const problemsOf = (text: string, more: Files = {}): string[] =>
    corpusOf({ 'notes/a.md': '---\ntags: [book]\nn: 1\n---\n', ...more, 'x.base': text }).problems.filter((line) =>
      /base|fragment/.test(line),
    )
  const VIEW = 'views:\n  - type: table\n    name: All\n'

  for (const [what, text, expected] of [
    ['that it is not valid', 'views: [', /^x\.base:1:9 warning base-invalid The base is not valid YAML: .+/],
    ['that it is no base', 'just words', /^x\.base:1:1 warning base-invalid A base is a list of "key: value" lines/],
    [
      'which key is not read',
      `filter: a\n${VIEW}`,
      /^x\.base:1:1 warning base-key The key "filter" of a base is not read\. Did you mean "filters"\?$/,
    ],
    [
      'which key of a view',
      `${VIEW}    grouped: a\n`,
      /^x\.base:4:5 warning base-key The key "grouped" of a view is not read\./,
    ],
    [
      'where a filter is wrong',
      `${VIEW}    filters: n = 1\n`,
      /^x\.base:4:16 warning base-expression In `n = 1`: "=" compares nothing\. Write "=="\.$/,
    ],
    [
      'where in quotes',
      `formulas:\n  a: 'lowr(n)'\n${VIEW}`,
      /^x\.base:2:7 warning base-expression In `lowr\(n\)`: There is no function "lowr\(\)"\./,
    ],
    [
      'what has no value',
      `${VIEW}    filters: n.lower() == "a"\n`,
      /^x\.base:4:16 warning base-expression In .+ "lower\(\)" of a number\. Convert it first\. It is so for notes\/a\.md/,
    ],
    [
      'that a formula asks for itself',
      `formulas:\n  a: formula.b\n  b: formula.a\n${VIEW}    order: [formula.a]\n`,
      /asks for its own value/,
    ],
    [
      'that a formula is missing',
      `${VIEW}    order: [formula.x]\n`,
      /^x\.base:2:5 warning base-expression The view "All" asks for the formula "x", and there is none\./,
    ],
    [
      'that a summary is missing',
      `${VIEW}    order: [n]\n    summaries: { n: Avarage }\n`,
      /There is no summary "Avarage"\. Did you mean "average"\?/,
    ],
    [
      'which view is a table',
      'views:\n  - type: map\n    name: M\n',
      /^x\.base:2:11 warning base-view A view of the type "map" is shown as a table\./,
    ],
  ] as const)
    test(what, () => {
      const problems = problemsOf(text)
      assert.equal(problems.length, 1, problems.join('\n'))
      assert.match(problems[0]!, expected)
    })

  test('at its place in a note, when it is a block of code', () => {
    const note = { 'notes/b.md': 'Words\n\n```base\nviews:\n  - type: table\n    filters: n = 1\n```\n' }
    assert.match(problemsOf(VIEW, note).join('\n'), /^notes\/b\.md:6:16 warning base-expression/)
  })

  test('that it has no such view', () => {
    const problems = problemsOf(VIEW, { 'notes/b.md': 'A [[x.base#Al]].\n' })
    assert.deepEqual(problems, [
      'notes/b.md:1:3 error fragment-missing There is no view "Al" in x.base. Did you mean "All"?',
    ])
  })

  test('to readers what is left out, and never shows an expression', () => {
    const { corpus } = corpusOf({
      'notes/a.md': '---\ntitle: A\ncreated: 2025-05-01\n---\n',
      'x.base':
        'formulas:\n  f: oops(\n  g: today()\n  i: icon("x")\nviews:\n  - type: kanban\n    name: K\n    filters: nonsense =\n    order: [formula.f, formula.g, formula.i, file.mtime]\n',
    })
    assert.deepEqual(corpus.bases!.pages[0]!.views[0]!.remarks, [
      'Shown as a table: Obsidian has a view of the type “kanban” here.',
      'One filter is not understood and left out.',
      'A formula is not understood, so its column is empty.',
      '“Today” is May 1, 2025 here, the newest date of a note.',
      'When a file was created or changed is only known where the note itself says so.',
      'Icons are not shown.',
    ])
    assert.doesNotMatch(everything(corpus.bases), /oops|nonsense/)
  })
})

describe('a base is public', () => {
  const VIEW = 'views:\n  - type: table\n    name: All\n'
  const links = { 'notes/a.md': '---\npublish: true\n---\n![[x.base]] [[x.base]]\n' }

  test('unless it says that it is not', () => {
    const { corpus, html } = corpusOf({ ...links, 'x.base': `draft: true\n${VIEW}` })
    assert.deepEqual([corpus.bases?.pages ?? [], [...corpus.used]], [[], []])
    assert.doesNotMatch(html('notes/a.md'), /x\.base|bases/)
  })

  test('only if it says so, where only what is marked is', () => {
    const pages = (text: string): number => {
      const files = { ...links, 'x.base': text }
      return corpusOf(files, Object.keys(files), APA, [], { publish: 'marked' }).corpus.bases?.pages.length ?? 0
    }
    assert.equal(pages(VIEW), 0)
    assert.equal(pages(`publish: true\n${VIEW}`), 1)
  })
})

test('a field that a view asks for is read', () => {
  const unread = (order: string): string[] =>
    corpusOf({
      'notes/a.md': '---\nmood: good\n---\n',
      'x.base': `views:\n  - type: table\n    name: A\n    order: ${order}\n`,
    }).problems.filter((line) => line.includes('field-unread'))
  assert.equal(unread('[file.name]').length, 1)
  assert.equal(unread('[file.name, mood]').length, 0)
})

test('two bases of one name have addresses of their own, and none that an entry has', () => {
  const text = 'views:\n  - type: table\n    name: A\n'
  const { corpus, problems } = corpusOf({ 'a/x.base': text, 'b/x.base': text, 'pages/bases/x.md': '# X\n' })
  assert.deepEqual(
    corpus.bases!.pages.map(({ address }) => address),
    ['/bases/x/', '/bases/x-2/'],
  )
  assert.equal(corpus.addresses.get('pages/bases/x.md'), '/bases/x-3/')
  assert.match(problems.join('\n'), /address-taken/)
})

test('a long view has pages of its own, and an entry shows the first hundred rows', () => {
  const notes = Object.fromEntries(
    Array.from({ length: 1100 }, (_, index) => [`notes/n${index}.md`, `---\ntitle: N ${index}\nn: ${index}\n---\n`]),
  )
  const all = corpusOf({
    ...notes,
    'notes/z.md': '![[x.base]]\n\n```base\nviews:\n  - type: table\n    name: Code\n```\n',
    'x.base': 'views:\n  - type: table\n    name: All\n    sort: [{ property: n }]\n',
  })
  const html = all.html('notes/z.md')
  assert.match(html, /1,101 entries.*The first 100 of 1,101\. <a href="\/bases\/x\/all\/">All 1,101<\/a>/s)
  assert.match(html, /Code.*The first 500 of 1,101\.<\/p>/s)
  const pages = basePages(all.corpus)
  assert.deepEqual(
    pages.map(({ address, html: page }) => [address, page.split('<tr>').length - 2]),
    [
      ['/bases/', -1],
      ['/bases/x/', 100],
      ['/bases/x/all/', 500],
      ['/bases/x/all/page/2/', 500],
      ['/bases/x/all/page/3/', 101],
    ],
  )
})

const statement = fc.constantFrom(
  'n > 3',
  'n == 2',
  's == "a"',
  's.contains("b")',
  't',
  '!t',
  'file.name.startsWith("n1")',
  'file.hasTag("x")',
  'missing > 1',
)
type Shape = string | { and?: Shape[]; or?: Shape[]; not?: Shape[] }
const { filter } = fc.letrec<{ filter: Shape }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    statement,
    fc.record({ and: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
  ),
}))
const note = fc.record({
  n: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  s: fc.option(fc.constantFrom('a', 'b', 'ab', 'B', 'é', '10', '9'), { nil: undefined }),
  t: fc.option(fc.boolean(), { nil: undefined }),
  tags: fc.option(fc.constantFrom(['x'], ['x/y'], []), { nil: undefined }),
})

test('a filter and its negation part the notes, and the order is total, whatever the order of the files', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 12 }), filter, fc.boolean(), (notes, asked, isDescending) => {
      const files: Record<string, string> = {}
      for (const [index, fields] of notes.entries())
        files[`notes/n${index}.md`] = `---\ntitle: same\n${Object.entries(fields)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
          .join('')}---\n`
      const view = (name: string, filters: unknown): object => ({
        type: 'table',
        name,
        ...(filters !== undefined && { filters }),
        sort: [{ property: 's', direction: isDescending ? 'DESC' : 'ASC' }, { property: 'n' }],
      })
      files['x.base'] = JSON.stringify({
        views: [view('all', undefined), view('yes', asked), view('no', { not: [asked] })],
      })
      const pathsOf = (order: readonly string[]): string[][] =>
        corpusOf(files, order).corpus.bases!.pages[0]!.views.map(({ groups }) =>
          groups.flatMap(({ rows }) => rows.map(({ path }) => path)),
        )
      const [all = [], yes = [], no = []] = pathsOf(Object.keys(files))
      assert.deepEqual([...yes, ...no].sort(), [...all].sort())
      assert.equal(all.length, notes.length)
      const kept = new Set(yes)
      assert.deepEqual(
        yes,
        all.filter((path) => kept.has(path)),
      )
      assert.deepEqual(pathsOf(Object.keys(files).reverse())[0], all)
    }),
    { numRuns: runs(100), seed },
  )
})
