/** What the files of other programs say of a folder. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { shapeOf, type Shape } from '../support/fixtures.ts'

async function shape(files: Readonly<Record<string, string>>): Promise<Shape> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-vault-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return await shapeOf(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('line breaks are', () => {
  for (const [how, files] of [
    ['soft', {}],
    ['hard', { '.obsidian/app.json': '{}' }],
    ['hard', { '.obsidian/appearance.json': '{}' }],
    ['soft', { '.obsidian/app.json': '{"strictLineBreaks": true}' }],
    ['hard', { '.obsidian/app.json': '{"strictLineBreaks": false}' }],
    ['hard', { 'logseq/config.edn': '{}' }],
    ['hard', { 'Board.canvas': '{}' }],
    ['hard', { 'other.md': '> [!note]\n> a' }],
    ['hard', { 'other.md': 'See ![[x]].' }],
    ['soft', { 'other.md': 'See ![[x]].', 'dendron.yml': '' }],
    ['soft', { 'notes/other.md': 'See ![[x]].' }],
    ['soft', { 'other.md': 'See ![[x]].', 'quartz.config.ts': 'transformers: [\n// Plugin.HardLineBreaks(),\n]' }],
    ['hard', { 'other.md': 'x', 'quartz.config.ts': 'transformers: [\n  Plugin.HardLineBreaks(),\n]' }],
    ['hard', { 'quartz.config.ts': '', '.obsidian/app.json': '{}' }],
    ['soft', { 'other.md': '> [!note]\n> a', '.vscode/foam.json': '{}' }],
    ['soft', { 'other.md': '> [!note]\n> a', 'docusaurus.config.js': '' }],
    ['soft', { 'other.md': '> [!note]\n> a', 'hugo.toml': '' }],
    ['hard', { 'site.yaml': 'dialect: obsidian' }],
    ['hard', { 'site.yaml': 'dialect: roam' }],
    ['soft', { 'site.yaml': 'dialect: mkdocs', '.obsidian/app.json': '{}' }],
    ['hard', { 'site.yaml': 'line_breaks: hard' }],
    ['soft', { 'site.yaml': 'line_breaks: soft', '.obsidian/app.json': '{}' }],
  ] as const)
    test(`${how} with ${JSON.stringify(files)}`, async () => {
      const { html } = await shape({ 'a.md': 'one\ntwo', ...files })
      assert.equal(html('a.md').includes('<br>'), how === 'hard')
    })
})

test('in a vault, a relative path that leads to nothing goes on from the root, or is the end of a path', async () => {
  const files = {
    '.obsidian/app.json': '{}',
    'a.md': '![](../../img/x.png) [w](./deep/n.md) [[../deep/n|w]] ![](../lost.png) [w](../../d.md) [w](../../q.md#p)',
    'b/img/x.png': '',
    'd.md': '---\ndraft: true\n---\n',
    'e/deep/n.md': '![](../../../img/x.png)',
    'e/q.md': '',
    'q.md': '## p',
  }
  const { links, problems } = await shape(files)
  assert.deepEqual(links['a.md'], [
    'picture ../../img/x.png → file b/img/x.png',
    './deep/n.md → e/deep/n.md',
    '../deep/n → e/deep/n.md',
    'picture ../lost.png → missing',
    '../../d.md → private',
    '../../q.md#p → q.md#p',
  ])
  assert.deepEqual(
    problems.map((each) => each.replace(/^(\S+) warning (\S+) .*$/, '$1 $2')),
    [
      ...['a.md:1:1 link-astray', 'a.md:1:22 link-astray', 'a.md:1:39 link-astray', 'a.md:1:55 picture-missing'],
      ...['a.md:1:72 link-private', 'a.md:1:88 link-astray', 'e/deep/n.md:1:1 link-astray'],
    ],
  )
  assert.match(
    problems[0]!,
    /does not lead to a file of the folder from here, and b\/img\/x\.png is taken, as Obsidian/,
  )
})

describe('a preamble', () => {
  test('of a vault and of the site holds in every file', async () => {
    const { html, problems } = await shape({
      'a.md': '$\\R\\N\\Q$',
      'preamble.sty': '\\newcommand{\\R}{r}\n\\newcommand{\\Q}{q}',
      'site.yaml': 'preamble: |\n  \\newcommand{\\N}{n}\n  \\def\\Q{s}\n',
    })
    assert.equal(html('a.md').replace(/<[^>]*>/g, ''), 'rns')
    assert.deepEqual(problems, [])
  })

  test('that cannot be read is reported with its place', async () => {
    const { problems } = await shape({ 'a.md': 'a', 'preamble.sty': '\n\\def\\a{\\def\\b{x}}' })
    assert.match(problems[0]!, /^preamble\.sty:2:1 warning maths A definition of the preamble cannot be read: /)
  })
})
