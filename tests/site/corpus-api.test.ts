/** The public module `throughline/corpus`: what programs are promised of a content folder. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import * as api from '../../src/api/index.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const FILES = {
  'site.yaml': 'title: T\nrelations: { uses: uses data of }\n',
  'inquiries/q.md': '---\ntitle: Q?\nanswer: Yes.\n---\nSee [[n|it]], [[gone]], @k and [[p.txt]]. #topic\n',
  'notes/n.md':
    '---\ntitle: N\nclaim: It is.\nsource: k\ncreated: 2026-01\naliases: [m]\nuses: o\ninquiries:\n  - inquiry: q\n    role: supports\n    because: So.\n---\n',
  'notes/o.md': 'O [[m]]\n',
  'notes/draft.md': '---\ndraft: true\n---\nSecret [[n]]\n',
  'p.txt': 'text',
  'references.bib': '@book{k, title = {A title}, author = {A, B}, year = 2001, doi = {10.1000/1}}',
}

test('it exports one function', () => assert.deepEqual(Object.keys(api), ['readCorpus']))

test('a folder is read as the commands read it, and nothing is written into it', async () => {
  const folder = contentFolder(FILES)
  const before = treeOf(folder)
  const corpus = await api.readCorpus(folder)
  assert.deepEqual(treeOf(folder), before)
  assert.deepEqual([corpus.folder, corpus.title], [folder, 'T'])
  assert.deepEqual(
    corpus.entries.map(({ path }) => path),
    ['inquiries/q.md', 'notes/n.md', 'notes/o.md'],
  )
  const { text, ...note } = corpus.get('notes/n.md')!
  assert.equal(text, FILES['notes/n.md'])
  assert.deepEqual(note, {
    ...{ kind: 'note', path: 'notes/n.md', title: 'N', address: '/notes/n/', aliases: ['m'], topics: [] },
    ...{ created: '2026-01', claim: 'It is.', sources: ['k'], fields: {}, links: [] },
    backlinks: [
      { from: 'inquiries/q.md', line: 5, column: 5 },
      { from: 'notes/o.md', line: 1, column: 3 },
    ],
  })
  const { status, answer, topics, links } = corpus.get('inquiries/q.md')!
  assert.deepEqual([status, answer, topics], ['open', 'Yes.', ['topic']])
  assert.deepEqual(
    links.map(({ written, leadsTo, to }) => [written, leadsTo, to]),
    [
      ['n', 'entry', 'notes/n.md'],
      ['gone', 'nothing', undefined],
      ['k', 'work', 'k'],
      ['p.txt', 'file', 'p.txt'],
      ['topic', 'topic', 'topic'],
    ],
  )
  assert.deepEqual(corpus.evidence, [
    { note: 'notes/n.md', inquiry: 'inquiries/q.md', role: 'supports', because: 'So.' },
  ])
  assert.deepEqual(corpus.relations, [{ from: 'notes/n.md', to: 'notes/o.md', label: 'uses data of' }])
  assert.deepEqual(corpus.works, [{ key: 'k', title: 'A title', year: 2001, doi: '10.1000/1' }])
  assert.deepEqual(
    corpus.problems.map(({ severity, rule, file, line, column }) => [severity, rule, file, line, column]),
    [['error', 'link-missing', 'inquiries/q.md', 5, 15]],
  )
  assert.ok(corpus.findings.every(({ severity, rule, message }) => severity === 'notice' && rule && message))
  assert.ok(!JSON.stringify(corpus).includes('Secret'))
})

test('a folder that is not there is refused with a sentence', () =>
  assert.rejects(
    api.readCorpus('/nowhere/at/all'),
    /^UsageError: There is no content folder at |There is no content folder/,
  ))

test('the types of the module name no other module of the engine', () => {
  for (const name of ['index', 'types']) {
    const code = readFileSync(join(ROOT, `src/api/${name}.ts`), 'utf8')
    const { outputText } = ts.transpileDeclaration(code, { compilerOptions: { isolatedDeclarations: true } })
    assert.deepEqual(
      [...outputText.matchAll(/from '([^']+)'/g)].map(([, from]) => from).filter((from) => from !== './types.ts'),
      [],
    )
  }
})
