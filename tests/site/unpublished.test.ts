/** What another program keeps back is no page, and no draft is found by way of it. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { contentFolder } from '../support/content-folder.ts'
import { shapeOf } from '../support/fixtures.ts'

const open = (files: Readonly<Record<string, string>>) => shapeOf(contentFolder({ 'a.md': 'A', ...files }))

/** Returns the paths that are entries, the first of `a.md` left out. */
async function entriesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { site } = await open(files)
  return [...site.corpus.entries.keys()].filter((path) => path !== 'a.md')
}

describe('kept back are', () => {
  for (const [what, files, kept] of [
    [
      'backups of Logseq',
      { 'logseq/config.edn': '{}', 'logseq/bak/pages/b/1.md': 'B', 'pages/c.md': 'C' },
      'pages/c.md',
    ],
    [
      'drafts of Jekyll',
      { '_config.yml': '', '_drafts/b.md': 'B', 'x/_drafts/b.md': 'B', '_posts/c.md': 'C' },
      '_posts/c.md',
    ],
    [
      'what Jekyll excludes',
      { '_config.yml': 'exclude:\n  - private/\n  - "*.tmp.md"', 'private/b.md': 'B', 'b.tmp.md': 'B', 'c.md': 'C' },
      'c.md',
    ],
    [
      'templates of Obsidian',
      { '.obsidian/templates.json': '{"folder": "meta/templates/"}', 'meta/templates/b.md': 'B', 'meta/c.md': 'C' },
      'meta/c.md',
    ],
    [
      'templates of Templater',
      { '.obsidian/plugins/templater-obsidian/data.json': '{"templates_folder": "t"}', 't/b.md': 'B', 'x/t/c.md': 'C' },
      'x/t/c.md',
    ],
    ['parts of Quarto', { '_quarto.yml': '', '_b.qmd': 'B', '_d/b.qmd': 'B', 'c.qmd': 'C' }, 'c.qmd'],
    [
      'drafts of Quarto',
      { '_quarto.yml': 'website:\n  drafts:\n    - posts/b.qmd', 'posts/b.qmd': 'B', 'c.qmd': 'C' },
      'c.qmd',
    ],
    ['parts of Docusaurus', { 'docusaurus.config.js': '', 'docs/_b.mdx': 'B', 'docs/c.md': 'C' }, 'docs/c.md'],
    [
      'what Quartz ignores',
      {
        'quartz.config.ts': 'x: {\n  ignorePatterns: ["private", "**/raw/**", ".obsidian"],\n}',
        'content/private/b.md': 'B',
        'content/x/raw/y/b.md': 'B',
        'c.md': 'C',
      },
      'c.md',
    ],
    [
      'what Quartz ignores in a vault',
      {
        '.obsidian/app.json': '{}',
        'quartz.config.ts': "ignorePatterns: ['private'],",
        'private/b.md': 'B',
        'c.md': 'C',
      },
      'c.md',
    ],
    [
      'drafts of MkDocs',
      {
        'mkdocs.yml': 'draft_docs: |\n  # not yet\n  drafts/\n  /b.md\n  *.wip.md\n  !c.wip.md\nx: !!python/name:y',
        'docs/b.md': 'B',
        'docs/x/drafts/b.md': 'B',
        'docs/d.wip.md': 'B',
        'docs/c.wip.md': 'C',
      },
      'docs/c.wip.md',
    ],
    [
      'what Obsidian Publish excludes',
      {
        '.obsidian/publish.json': '{"excluded":["Private","x/y"]}',
        'Private/z/b.md': 'B',
        'x/y/b.md': 'B',
        'x/Private/c.md': 'C',
      },
      'x/Private/c.md',
    ],
    [
      'what Logseq hides',
      {
        'logseq/config.edn': '{:hidden ["/pages/archive" "pages/b.md"]}',
        'pages/archive/b.md': 'B',
        'pages/b.md': 'B',
        'pages/c.md': 'C',
      },
      'pages/c.md',
    ],
  ] as const)
    test(what, async () => assert.deepEqual(await entriesOf(files), [kept]))
})

describe('nothing is kept back by', () => {
  for (const [what, files] of [
    ['the convention of another program', { '.obsidian/app.json': '{}', '_drafts/b.md': 'B' }],
    ['settings that are commented out', { 'quartz.config.ts': '// ignorePatterns: ["b.md"],', 'b.md': 'B' }],
    ['settings that are broken', { 'mkdocs.yml': 'exclude_docs: [', '_config.yml': '{', 'b.md': 'B' }],
    ['a pattern of hidden files', { 'quartz.config.ts': 'ignorePatterns: [".obsidian", "", "/"],', 'b.md': 'B' }],
    [
      'a pattern that would take hours',
      { '_config.yml': `exclude: ["${'*a'.repeat(40)}c"]`, [`${'a'.repeat(80)}.md`]: 'B' },
    ],
  ] as const)
    test(what, async () => assert.equal((await entriesOf(files)).length, 1))
})

test('a rule that keeps something back is reported once, and links to it lead nowhere', async () => {
  const { problems, links } = await open({
    '_config.yml': '',
    '_drafts/b.md': 'B',
    '_drafts/c.md': 'C',
    'd.md': '[[b]] ![](_drafts/p.png)',
    '_drafts/p.png': '',
  })
  assert.deepEqual(links['d.md'], ['b → missing', 'picture _drafts/p.png → missing'])
  assert.deepEqual(
    problems.filter((line) => line.includes('file-skipped')),
    [
      '_drafts/b.md:1:1 warning file-skipped This was skipped: Jekyll publishes nothing in "_drafts". So it is with 1 more. ' +
        'Move what is meant to be public.',
    ],
  )
})

test('a picture beside the parts of pages is shown', async () => {
  const { problems } = await open({ '_quarto.yml': '', '_img/p.png': '', 'd.qmd': '![](_img/p.png)' })
  assert.deepEqual(problems, [])
})

test('a file that is kept back stays away when it is saved, and comes when its settings let it', async () => {
  const folder = contentFolder({ 'a.md': 'A', '_config.yml': 'exclude: [b.md]', 'b.md': 'B' })
  const { site } = await shapeOf(folder)
  await site.refresh(['b.md'])
  assert.equal(site.corpus.entries.has('b.md'), false)
  writeFileSync(join(folder, '_config.yml'), '')
  await site.refresh(['_config.yml'])
  assert.equal(site.corpus.entries.has('b.md'), true)
})
