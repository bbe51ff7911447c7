/** The command `export` on the demo and on a folder of Obsidian, read back by the Pandoc of this machine. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { ROOT, runCommand, type Run } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

const run = (content: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  runCommand({ command: 'export', args, project: ROOT, env: { CONTENT_DIR: content, ...env } })

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'throughline-papers-'))

function pandoc(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('pandoc', args, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  assert.equal(stderr, '')
  return stdout
}

/** The words of a text, without signs. */
const words = (text: string): string[] =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

const ESSAY = `---
title: Does *it* work?
created: 2026-01-02
---
It [[n|does]] [@lee2020, p. 5], ==as marked== %%not this%%.[^1]

> [!warning]- A callout
> With a list:
> - one

![A dot](../files/dot.png "The figure")

| a | b |
| - | - |
| $x_1$ | \`c\` |

[^1]: A footnote.
`
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const vault = () =>
  contentFolder({
    'site.yaml': 'title: T\nauthor: A. Author\ncitation_style: vancouver\n',
    'inquiries/q.md': ESSAY,
    'notes/n.md':
      '---\ntitle: N\nclaim: A claim.\nsource: lee2020\ninquiries: [{inquiry: q, role: supports, because: It does.}]\n---\n',
    'notes/hidden.md': '---\ndraft: true\ntitle: Canary\n---\n',
    'files/dot.png': Buffer.from(DOT, 'base64'),
    'references.bib': '@book{lee2020, title={A Book}, author={Lee, Ada}, year={2020}}\n',
  })

describe('the demo', { skip: !hasPandoc }, () => {
  const content = join(ROOT, 'content')
  const names = readdirSync(join(content, 'inquiries')).map((file) => file.replace('.md', ''))
  const folder = newFolder()
  before(async () => {
    for (const name of names) {
      const { status, stderr } = await run(content, [name, '--out', join(folder, `${name}.md`)])
      assert.equal(status, 0, stderr)
    }
  })
  for (const name of names)
    test(`${name} keeps every word, and Pandoc finds every work`, () => {
      const plain = pandoc(['--citeproc', '--wrap=none', '-t', 'plain', `${name}.md`], folder)
      const said = new Set(words(plain))
      const written = readFileSync(join(content, `inquiries/${name}.md`), 'utf8')
      const essay = written
        .replace(/^---\n[^]*?\n---\n/, '')
        .replace(
          /\[\[[^\]|]*\|([^\]]*)\]\]|\[-?@[^\]]*\]|@\w+|\^[\w-]+$|\[![a-z]+\]/gm,
          (_, label?: string) => label ?? '',
        )
      assert.deepEqual(
        words(essay).filter((word) => !said.has(word)),
        [],
      )
      const keys = [...readFileSync(join(folder, `${name}.md`), 'utf8').matchAll(/(?<!\w)@(\w+)/g)].map(
        ([, key]) => key,
      )
      const items = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { id: string }[]
      assert.deepEqual(items.map(({ id }) => id).sort(), [...new Set(keys)].sort())
      assert.ok(items.length > 3)
    })
})

describe('a folder of Obsidian', { skip: !hasPandoc }, () => {
  const content = vault()
  const folder = newFolder()
  const made = async (file: string, ...args: string[]): Promise<string> => {
    const { status, stderr } = await run(content, ['q', '--out', join(folder, file), ...args])
    assert.equal(status, 0, stderr)
    return join(folder, file)
  }
  const EXPECTED = ['Does it work', 'does', 'as marked', 'A callout', 'The figure', 'A footnote', 'A claim', 'Ada Lee']

  test('as Word holds text, style, footnote and picture', async () => {
    await made('q.docx', '--to', 'docx')
    const text = pandoc(
      ['-s', '-f', 'docx', '-t', 'markdown', '--wrap=none', '--extract-media=media', 'q.docx'],
      folder,
    )
    for (const each of EXPECTED) assert.ok(text.replace(/[\\*[\]]/g, '').includes(each), `${each} in ${text}`)
    assert.match(text, /\$x_\{?1\}?\$/)
    assert.ok(readdirSync(join(folder, 'media/media')).some((file) => file.endsWith('.png')))
    assert.doesNotMatch(text, /not this|canary/i)
  })

  test('as LaTeX holds text and references, and its pictures are beside it', async () => {
    const tex = readFileSync(await made('q.tex', '--to', 'latex'), 'utf8')
    for (const each of ['\\footnote{A', '\\caption{The figure}', '\\(x_1\\)', '\\section{Evidence}', 'Ada Lee'])
      assert.ok(tex.includes(each), each)
    assert.ok(existsSync(join(folder, 'q-files/dot.png')))
    assert.ok(!existsSync(join(folder, 'q.csl')))
  })

  test('as LaTeX with BibTeX cites by keys, with the file beside it', async () => {
    const tex = readFileSync(await made('bib.tex', '--to', 'latex', '--bibliography', 'bib'), 'utf8')
    assert.match(tex, /\\autocites?(?:\[5\]|\[p\.~5\])?.*\{lee2020\}/)
    assert.match(readFileSync(join(folder, 'bib.bib'), 'utf8'), /^@book\{lee2020,/)
  })

  test('as JATS is well-formed, with references, figure and formula', async () => {
    const xml = readFileSync(await made('q.xml', '--to', 'jats', '--force'), 'utf8')
    // Pandoc reads XML with a parser that refuses what is not well-formed.
    const text = pandoc(['-f', 'jats', '-t', 'plain', '--wrap=none', 'q.xml'], folder)
    for (const each of ['as marked', 'A callout', 'A footnote', 'A claim']) assert.ok(text.includes(each), each)
    for (const each of [/<ref-list>/, /<ref id="ref-lee2020">/, /<fig>|<fig /, /<mml:math|<tex-math>/])
      assert.match(xml, each)
  })
})

describe('without Pandoc', () => {
  const content = vault()
  test('Markdown is written, and for other formats a sentence says what is missing', async () => {
    const folder = newFolder()
    const { status, stdout } = await run(content, ['q', '--out', join(folder, 'paper.md')], { PATH: '' })
    assert.equal(status, 0)
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((path) => path.replace(/^.*\/throughline-papers-[^/]*\//, '')),
      ['paper.md', 'paper.json', 'paper.csl', 'paper-files/dot.png'],
    )
    const word = await run(content, ['q', '--to', 'docx', '--out', join(folder, 'paper.docx')], { PATH: '' })
    assert.equal(word.status, 2)
    assert.match(
      word.stderr,
      /^Pandoc makes files of Word.* Install it from https:\/\/pandoc\.org, or write Markdown with --to md/,
    )
    assert.ok(!existsSync(join(folder, 'paper.docx')))
  })

  test('nothing is written over or into the content folder, and what is not known is said', async () => {
    const folder = newFolder()
    const out = join(folder, 'paper.md')
    assert.equal((await run(content, ['q', '--out', out])).status, 0)
    const again = await run(content, ['q', '--out', out])
    assert.equal(again.status, 2)
    assert.match(again.stderr, /paper\.md is there already\. Write over it with --force/)
    assert.equal((await run(content, ['q', '--out', out, '--force'])).status, 0)
    assert.match(
      (await run(content, ['q', '--out', join(content, 'notes/new.md')])).stderr,
      /would be in the content folder/,
    )
    assert.match(
      (await run(content, ['Does *it* wark?'])).stderr,
      /^There is no inquiry "Does \*it\* wark\?"\. Did you mean "Does \*it\* work\?"/,
    )
    assert.match((await run(content, ['q', '--to', 'pdf'])).stderr, /^--to is one of md, docx, latex, jats\./)
    assert.match((await run(content, [])).stderr, /^Say which inquiry/)
  })
})
