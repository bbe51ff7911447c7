/** What the commands `schema` and `editor` give to editors, and that nothing that is there is lost. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { obsidianFiles } from '../../src/cli/editor/obsidian.ts'
import { vscodeFiles } from '../../src/cli/editor/vscode.ts'
import { withAdditions } from '../../src/cli/editor/with-additions.ts'
import { jsonSchemaFor } from '../../src/corpus/json-schema/json-schemas.ts'
import { isError } from '../../src/corpus/problem.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { said } from '../support/corpus.ts'
import { shapeOf } from '../support/fixtures.ts'
import { treeOf } from '../support/tree.ts'

/** Runs a command in a folder, as a user does. */
function run(folder: string, ...args: string[]): string {
  const env = environment(join(folder, 'content'))
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'src/cli/start.ts'), ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  return stdout
}

const json = (folder: string, path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>

test('schema prints a JSON Schema', () => {
  assert.deepEqual(JSON.parse(run(ROOT, 'schema', 'note')), JSON.parse(JSON.stringify(jsonSchemaFor('note'))))
})

describe('editor', () => {
  test('vscode checks site.yaml, and a second run changes nothing', () => {
    const folder = contentFolder({ 'content/site.yaml': 'title: x' })
    mkdirSync(join(folder, '.vscode'))
    writeFileSync(join(folder, '.vscode/settings.json'), '{\n  // mine\n  "editor.rulers": [80]\n}\n')
    const printed = run(folder, 'editor', 'vscode')
    assert.match(printed, /^wrote \.vscode\/throughline\/site\.schema\.json$/m)
    assert.match(printed, /^changed \.vscode\/settings\.json$/m)
    const settings = readFileSync(join(folder, '.vscode/settings.json'), 'utf8')
    assert.match(settings, /^ {2}\/\/ mine\n {2}"editor\.rulers": \[\s*80\s*\],$/m)
    assert.match(settings, /"\.\/\.vscode\/throughline\/site\.schema\.json": \[\s*"content\/site\.yaml"\s*\]/)
    assert.equal(json(folder, '.vscode/throughline/site.schema.json')['title'], jsonSchemaFor('site').title)
    const before = treeOf(folder)
    assert.doesNotMatch(run(folder, 'editor', 'vscode'), /wrote|changed/)
    assert.deepEqual(treeOf(folder), before)
  })

  test('obsidian puts templates where the vault has them, which are on no page', async () => {
    const folder = contentFolder({
      'content/.obsidian/types.json': '{"types": {"created": "datetime", "mood": "text"}}',
      'content/.obsidian/templates.json': '{"folder": "meta/t", "dateFormat": "DD"}',
      'content/meta/t/Note.md': 'My own',
      'content/a.md': 'A',
    })
    assert.match(run(folder, 'editor', 'obsidian'), /^stays content\/meta\/t\/Note\.md$/m)
    assert.match(readFileSync(join(folder, 'content/meta/t/Inquiry.md'), 'utf8'), /^---\ntype: inquiry\n/)
    assert.equal(readFileSync(join(folder, 'content/meta/t/Note.md'), 'utf8'), 'My own')
    const { created, mood, draft } = json(folder, 'content/.obsidian/types.json')['types'] as Record<string, string>
    assert.deepEqual([created, mood, draft], ['datetime', 'text', 'checkbox'])
    const { site } = await shapeOf(join(folder, 'content'))
    assert.deepEqual([...site.corpus.entries.keys()], ['a.md'])
  })
})

describe('the extension for VS Code', () => {
  const folder = join(ROOT, 'editors/vscode')
  const manifest = json(folder, 'package.json') as {
    readonly main: string
    readonly files?: readonly string[]
    readonly activationEvents: readonly string[]
    readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } }
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } }
    readonly dependencies: Readonly<Record<string, string>>
  }
  const code = readFileSync(join(folder, manifest.main), 'utf8')

  const { chooseNode } = createRequire(join(folder, 'extension.js'))('./choose-node.js') as {
    chooseNode: (
      named: string,
      own?: { path: string; version: string },
    ) => { path?: string; env?: object; says?: string }
  }
  /** What the extension shows in a message. */
  const shown: string[] = []

  /** Runs the extension on a folder in place of VS Code. Returns what it starts. */
  async function started(root: string, settings: Readonly<Record<string, string>>) {
    const clients: { readonly server: Server; readonly client: { readonly markdown: object } }[] = []
    const vscode = {
      commands: {},
      window: { showErrorMessage: (sentence: string) => Promise.resolve(void shown.push(sentence)) },
      workspace: {
        workspaceFolders: [{ uri: { fsPath: root } }],
        getConfiguration: () => ({ get: (name: string) => settings[name] }),
      },
    }
    class LanguageClient {
      constructor(_: string, __: string, server: Server, client: { readonly markdown: object }) {
        clients.push({ server, client })
      }
      start = () => Promise.resolve()
    }
    const modules: Record<string, unknown> = {
      vscode,
      'vscode-languageclient/node': { LanguageClient },
      './choose-node.js': { chooseNode },
    }
    const load = (name: string): unknown => modules[name] ?? process.getBuiltinModule(name)
    const extension = {} as { activate: () => Promise<void> }
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- VS Code loads it in a way that Node has not.
    const run = new Function('require', 'exports', code) as (require: typeof load, exports: object) => void
    run(load, extension)
    await extension.activate()
    return clients
  }

  interface Server {
    readonly command: string
    readonly args: readonly [string, ...string[]]
    readonly options: { readonly env: NodeJS.ProcessEnv }
  }

  test('holds all files that it names, and runs in trusted folders only', () => {
    for (const file of [manifest.main, 'README.md', 'LICENSE']) assert.ok(existsSync(join(folder, file)), file)
    // With a list of files, vsce packs no dependency, and nothing would start.
    assert.equal(manifest.files, undefined)
    assert.doesNotMatch(readFileSync(join(folder, '.vscodeignore'), 'utf8'), /node_modules|\.c?js$/m)
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, false)
    for (const setting of Object.keys(manifest.contributes.configuration.properties))
      assert.ok(code.includes(`get('${setting.replace('throughline.', '')}')`), setting)
    const server = (json(ROOT, 'package.json')['dependencies'] as Record<string, string>)['vscode-languageserver']
    assert.equal(manifest.dependencies['vscode-languageclient'], server, 'both speak the same protocol')
  })

  test('starts the server of the folder, and none where there is none', async () => {
    const [own] = await started(ROOT, { node: process.execPath, content: 'notes' })
    assert.equal(own?.server.command, process.execPath)
    assert.deepEqual(own.server.args, [join(ROOT, 'src/cli/throughline.mjs'), 'lsp', '--stdio'])
    assert.equal(own.server.options.env['CONTENT_DIR'], join(ROOT, 'notes'))
    assert.deepEqual(own.client.markdown, { isTrusted: false, supportHtml: false })
    const site = contentFolder({ 'node_modules/throughline/src/cli/throughline.mjs': '' })
    const [packaged] = await started(site, { node: process.execPath, content: '' })
    assert.ok(packaged)
    assert.ok(existsSync(packaged.server.args[0]))
    assert.deepEqual(await started(contentFolder({ 'a.md': '' }), {}), [])
  })

  test('runs on a Node that is new enough: the one that is named, that of the path, or that of the editor', async () => {
    const old = join(contentFolder({ node: '#!/bin/sh\necho v20.20.2\n' }), 'node')
    chmodSync(old, 0o755)
    const says = (found: string): string =>
      `Throughline needs Node 22.12 or later, and ${found}. Name another one in the setting throughline.node.`
    assert.deepEqual(chooseNode(process.execPath), { path: process.execPath, env: {} })
    assert.deepEqual(chooseNode(old, { path: '/code', version: '24.1.0' }), { says: says(`"${old}" is Node 20.20.2`) })
    assert.deepEqual(chooseNode('/no/node'), { says: says('"/no/node" cannot be run') })
    const path = process.env['PATH']
    process.env['PATH'] = dirname(old)
    try {
      const own = { path: '/code', version: '22.12.0' }
      assert.deepEqual(chooseNode('', own), { path: '/code', env: { ELECTRON_RUN_AS_NODE: '1' } })
      assert.deepEqual(chooseNode('', { ...own, version: '22.11.0' }), { says: says('"node" is Node 20.20.2') })
    } finally {
      process.env['PATH'] = path
    }
    assert.deepEqual(await started(ROOT, { node: '/no/node' }), [])
    assert.deepEqual(shown, [says('"/no/node" cannot be run')])
  })
})

describe('what is begun from a template or a snippet is read without an error', () => {
  /** As an editor leaves it where nothing but defaults and first choices are taken. */
  const expanded = (body: string): string =>
    body
      .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE|\{\{date:YYYY-MM-DD\}\}/g, '2026-11-23')
      .replace(
        /\$\{\d\|([^,|]*)[^}]*\}|\$\{\d:([^}]*)\}|\$\d/g,
        (_, first?: string, word?: string) => first ?? word ?? '',
      )

  const snippets = vscodeFiles('content').at(-1)!.adds as Record<string, { prefix: string; body: string[] }>
  const byPrefix = new Map(Object.values(snippets).map(({ prefix, body }) => [prefix, body]))
  const [evidence, work, audit] = ['evidence', 'work', 'silence'].map((prefix) => byPrefix.get(prefix)!.join('\n'))
  const texts = new Map([
    ...obsidianFiles('/nowhere').flatMap(({ path, text }) => (path.endsWith('.md') ? [[path, text] as const] : [])),
    ...['inquiry', 'note'].map((prefix) => [`snippet ${prefix}`, byPrefix.get(prefix)!.join('\n')] as const),
    ['the other snippets', `---\n${work}\n${audit}\ninquiries:\n${evidence!.replace(/^/gm, '  ')}\n---\nText\n`],
  ])
  for (const [name, text] of texts)
    test(name, async () => {
      const { site } = await shapeOf(
        contentFolder({ 'site.yaml': '', 'x.md': expanded(text), 'inquiries/inquiry.md': 'Q' }),
      )
      assert.deepEqual(site.problems.filter(isError).map(said), [])
      assert.equal(
        site.corpus.entries.get('x.md')?.data.created,
        name === 'the other snippets' || name.endsWith('Page.md') ? undefined : '2026-11-23',
      )
    })
})

describe('additions to JSON', () => {
  for (const [there, adds, result] of [
    ['{"a": 1, "b": ["x"]}', { a: 2, b: ['y', 'x'] }, '{"a": 1, "b": ["x", "y"]}'],
    ['', { a: 1 }, '{\n  "a": 1\n}'],
    ['{\n\t"a": {\n\t\t"b": 1, // c\n\t},\n}', { a: { d: 2 } }, '{"a": {"b": 1, "d": 2, // c\n}, }'],
    ['{"a": "x"}', { a: { b: 1 } }, '{"a": "x"}'],
    ['{a}', { a: 1 }, undefined],
    ['[]', { a: 1 }, undefined],
  ] as const)
    test(there, () => assert.equal(withAdditions(there, adds)?.replace(/\s/g, ''), result?.replace(/\s/g, '')))
})
