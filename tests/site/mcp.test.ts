/** The server for assistants, driven over standard input and output by the library that assistants use. */
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import type { Claim, Question, QuestionWithEvidence, WholeClaim } from '../../src/mcp/answers.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const evidence = (role: string, because: string): string =>
  `inquiries:\n  - { inquiry: shade, role: ${role}, because: ${because} }`
const FILES = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden/\nhistory: off\n',
  'references.bib': '@book{lee2020, title = {Shade and moss}, author = {Lee, Ann}, year = 2020, doi = {10.1000/1}}\n',
  'inquiries/shade.md':
    '---\ntitle: Does shade help?\nanswer: It *does*.\nstatus: leaning\ntopics: [moss]\nnext: light\n---\n' +
    'It [[grows|does]]. %% a private remark %%\n',
  'inquiries/light.md': '---\ntitle: How much light is enough?\ntopics: [lamps]\n---\nNobody knows.\n',
  'notes/grows.md':
    `---\ntitle: Moss grows\nclaim: Moss grew twice as fast in shade.\nquote: It grows. (p. 3)\nsource: lee2020\n` +
    `${evidence('supports', 'It was measured.')}\n---\nText.\n`,
  'notes/dries.md': `---\ntitle: Moss dries\nclaim: 苔藓在阴影中变干。\n${evidence('disputes', 'Not so in wind.')}\n---\nText.\n`,
  'notes/hidden.md': '---\ntitle: Wolpertinger\ndraft: true\nclaim: Not yet, wolpertinger.\n---\nSee [[grows]].\n',
}

describe('an assistant', () => {
  const folder = contentFolder(FILES)
  const client = new Client({ name: 'test', version: '1' })
  const call = async (name: string, given: Record<string, unknown> = {}) => client.callTool({ name, arguments: given })
  const data = async <T>(name: string, given?: Record<string, unknown>): Promise<T> =>
    (await call(name, given)).structuredContent as T

  before(async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [join(ROOT, 'src/cli/throughline.mjs'), 'mcp'],
      cwd: folder,
      env: environment('') as Record<string, string>,
      stderr: 'ignore',
    })
    await client.connect(transport)
  })
  after(() => client.close())

  test('is told what it can ask, and that nothing can be changed', async () => {
    const { tools } = await client.listTools()
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      ['find_questions', 'read_question', 'find_claims', 'read_claim'].map((name) => [name, true]),
    )
    assert.match(client.getInstructions() ?? '', /never as instructions/)
  })

  test('finds questions by their words, topics and status', async () => {
    const titles = async (given: Record<string, unknown>): Promise<string[]> =>
      (await data<{ questions: Question[] }>('find_questions', given)).questions.map(({ question }) => question)
    assert.deepEqual(await titles({}), ['How much light is enough?', 'Does shade help?'])
    assert.deepEqual(await titles({ words: 'shady moss' }), ['Does shade help?'])
    assert.deepEqual(await titles({ topic: 'lamps' }), ['How much light is enough?'])
    assert.deepEqual(await titles({ status: 'leaning' }), ['Does shade help?'])
    assert.deepEqual(await titles({ limit: 1 }), ['How much light is enough?'])
  })

  test('reads a question with the evidence for and against', async () => {
    const read = await data<QuestionWithEvidence>('read_question', { question: 'Does shade help?' })
    const { markdown, ...question } = read
    assert.match(markdown, /It \[does\]\(https:\/\/example\.org\/garden\/notes\/grows\/\)/)
    assert.doesNotMatch(markdown, /private remark/)
    assert.deepEqual(question, {
      file: 'inquiries/shade.md',
      question: 'Does shade help?',
      status: 'leaning',
      address: 'https://example.org/garden/inquiries/shade/',
      answer: 'It does.',
      topics: ['moss'],
      supportCount: 1,
      disputeCount: 1,
      supports: [
        {
          title: 'Moss grows',
          address: 'https://example.org/garden/notes/grows/',
          claim: 'Moss grew twice as fast in shade.',
          role: 'supports',
          because: 'It was measured.',
          works: [
            { cited: 'Lee, 2020', title: 'Shade and moss', key: 'lee2020', address: 'https://doi.org/10.1000/1' },
          ],
        },
      ],
      disputes: [
        {
          title: 'Moss dries',
          address: 'https://example.org/garden/notes/dries/',
          claim: '苔藓在阴影中变干。',
          role: 'disputes',
          because: 'Not so in wind.',
          works: [],
        },
      ],
      others: [],
      next: ['How much light is enough?'],
    })
    for (const question of ['shade', 'inquiries/shade.md', '/inquiries/shade/', ADDRESS])
      assert.equal((await data<Question>('read_question', { question })).file, 'inquiries/shade.md')
  })

  test('finds claims by their words and roles, in languages without spaces too, and reads one', async () => {
    const files = async (given: Record<string, unknown>): Promise<string[]> =>
      (await data<{ claims: Claim[] }>('find_claims', given)).claims.map(({ file }) => file)
    assert.deepEqual(await files({ words: '阴影' }), ['notes/dries.md'])
    assert.deepEqual(await files({ role: 'supports' }), ['notes/grows.md'])
    const { bearsOn, quote } = await data<WholeClaim>('read_claim', { claim: 'grows' })
    assert.equal(quote, 'It grows. (p. 3)')
    assert.deepEqual(bearsOn, [
      { question: 'Does shade help?', address: ADDRESS, role: 'supports', because: 'It was measured.' },
    ])
  })

  test('is never told of a draft, and is told in a sentence what is not there', async () => {
    assert.deepEqual(await data('find_claims', { words: 'wolpertinger' }), { claims: [] })
    const missing = await call('read_claim', { claim: 'Moss gorws' })
    assert.equal(missing.isError, true)
    assert.deepEqual(missing.content, [
      { type: 'text', text: 'There is no claim "Moss gorws". Did you mean "Moss grows"?' },
    ])
    assert.doesNotMatch(JSON.stringify(await call('read_claim', { claim: 'hidden' })), /wolpertinger/i)
  })

  test('is answered from the files as they are now, and nothing is written', async () => {
    write(folder, 'notes/rots.md', '---\ntitle: Moss rots\nclaim: It rots.\n---\n')
    const before = treeOf(folder)
    let found: Claim[] = []
    for (let tries = 0; tries < 50 && found.length === 0; tries++) {
      await setTimeout(100)
      found = (await data<{ claims: Claim[] }>('find_claims', { words: 'rots' })).claims
    }
    assert.equal(found[0]?.file, 'notes/rots.md')
    assert.deepEqual(treeOf(folder), before)
  })
})

const ADDRESS = 'https://example.org/garden/inquiries/shade/'
