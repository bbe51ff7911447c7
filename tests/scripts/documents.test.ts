/**
 * Every command in a document is one that there is, with options that it knows, and every snippet is read as it is
 * meant. Those of `docs/customise.md` are in `examples/` word for word, and the tests of the packages run that of
 * `docs/corpus.md`.
 */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import Ajv from 'ajv'
import ts from 'typescript'
import { parseAllDocuments, parse as parseYaml } from 'yaml'
import { COMMANDS, describeCommand } from '../../src/cli/commands.ts'
import { faultOf } from '../../src/cli/dispatch.ts'
import { jsonSchemaFor } from '../../src/corpus/json-schema/json-schemas.ts'
import { parse } from '../../src/corpus/parse.ts'
import { isError } from '../../src/corpus/problem.ts'
import { KINDS } from '../../src/corpus/vocabulary.ts'
import { fieldsPage } from '../../scripts/fields-docs/page.ts'
import { ROOT } from '../support/commands.ts'
import { said } from '../support/corpus.ts'
import { commandLines, DOCUMENTS, snippetsOf, type Snippet } from '../support/documents.ts'

/** The scripts of a folder, and those of the project. */
function scriptsOf(folder: string): Readonly<Record<string, string>> {
  const [own, all] = [folder, '.'].map((each) => {
    const file = join(ROOT, each, 'package.json')
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> }) : {}
  })
  return { ...all?.scripts, ...own?.scripts }
}

/** CONTRIBUTING.md leads through writing this one. */
const TO_BE_WRITTEN = new Set(['topics'])
/** Programs that are not ours, and files that a document has its reader write. */
const OTHERS = new Set(['cd', 'code', 'git', 'reading-list.mjs'])

/**
 * What is wrong with a command line. Undefined where nothing is.
 *
 * @param folder The folder of the document in which it stands.
 */
function faultIn([program = '', ...words]: readonly string[], folder = '.'): string | undefined {
  if (OTHERS.has(program)) return undefined
  if (program === 'throughline') return throughline(words)
  if (program === 'npm') return npm(words, scriptsOf(folder))
  const [first = '', ...rest] = words
  if (program === 'npx' && /^throughline(?:@|$)/.test(first)) return throughline(rest)
  if (program === 'npx' && first !== 'node') return isThere(`node_modules/.bin/${first}`)
  if (program === 'npx' || program === 'node') return node(program === 'npx' ? rest : words)
  return `There is no program ${program}.`
}

function throughline([name = '', ...args]: readonly string[]): string | undefined {
  if (name === '' || /^(?:<|--)/.test(name)) return undefined
  const command = describeCommand(name)
  return command === undefined ? `There is no command ${name}.` : faultOf(name, command, args)
}

function npm([verb = '', name = '', ...args]: readonly string[], scripts: Readonly<Record<string, string>>) {
  if (['test', 'ci', 'install', 'create', 'view', 'pack'].includes(verb)) return undefined
  if (verb !== 'run') return `npm ${verb}?`
  if (TO_BE_WRITTEN.has(name)) return undefined
  if (!(name in scripts)) return `There is no script ${name}.`
  return name in COMMANDS ? throughline([name, ...args.filter((arg) => arg !== '--')]) : undefined
}

function node(words: readonly string[]): string | undefined {
  const file = words.find((word) => !word.startsWith('-')) ?? ''
  return OTHERS.has(file) ? undefined : isThere(file)
}

const isThere = (path: string): string | undefined =>
  existsSync(join(ROOT, path)) || globSync(path, { cwd: ROOT }).length > 0 ? undefined : `There is no ${path}.`

describe('every command', () => {
  for (const document of DOCUMENTS)
    test(`in ${document} is one that there is`, () => {
      const faults = commandLines(document).flatMap(({ at, words }) => {
        const fault = faultIn(words, dirname(document))
        return fault === undefined ? [] : [`${at}: ${fault}`]
      })
      assert.deepEqual(faults, [])
    })

  test('is found where it is wrong', () => {
    assert.match(faultIn(['npm', 'run', 'biuld'])!, /no script biuld/)
    assert.match(faultIn(['npm', 'run', 'build', '--', '--outdir', 'x'])!, /no option --outdir/)
    assert.match(faultIn(['npx', 'throughline', 'chekc'])!, /no command chekc/)
    assert.match(faultIn(['node', 'scripts/nothing.ts'])!, /There is no scripts\/nothing\.ts/)
    assert.ok(DOCUMENTS.flatMap(commandLines).length > 100)
  })
})

const ajv = new Ajv()
/** Refuses keys that nothing reads. */
const closed = (described: 'site' | 'inquiry' | 'note' | 'page') =>
  ajv.compile({ ...jsonSchemaFor(described), additionalProperties: false })
const READERS = [closed('site'), closed('inquiry'), closed('note'), closed('page')]

const CHECKS: Readonly<Record<string, (snippet: Snippet) => void>> = {
  yaml({ at, code }) {
    const value = (parseYaml(code) ?? {}) as Record<string, unknown>
    // A workflow of a host says by itself what is wrong in it.
    if ('jobs' in value) return
    assert.ok(
      READERS.some((reads) => reads(value) === true),
      `${at} is neither settings nor frontmatter.`,
    )
  },
  markdown({ at, code }) {
    const kinds = KINDS.filter((kind) => kind !== 'canvas')
    const faults = kinds.map((type) => {
      const { parsed, problems } = parse({ path: 'x.md', text: code.replace(/^---\n/, `---\ntype: ${type}\n`) })
      return [...problems.filter(isError).map(said), ...(parsed?.unread ?? []).map((key) => `${key} is not read.`)]
    })
    assert.ok(
      faults.some((each) => each.length === 0),
      `${at}: ${faults.flat().join(' ')}`,
    )
  },
  ts({ at, code }) {
    // A line of a longer object is one of its fields.
    const { diagnostics = [] } = ts.transpileModule(code.endsWith(',\n') ? `({ ${code} })` : code, {
      reportDiagnostics: true,
    })
    assert.deepEqual(
      diagnostics.map(({ messageText }) => `${at}: ${JSON.stringify(messageText)}`),
      [],
    )
  },
  json: ({ code }) => void JSON.parse(code),
}

describe('every snippet', () => {
  for (const document of DOCUMENTS)
    test(`of ${document} is read as it is meant`, () => {
      for (const snippet of snippetsOf(document)) CHECKS[snippet.language]?.(snippet)
    })

  test('is found where it is wrong', () => {
    const snippet = (language: string, code: string) => () => CHECKS[language]!({ at: 'x', language, code })
    assert.throws(snippet('yaml', 'titel: x\n'), /neither settings nor frontmatter/)
    assert.throws(snippet('markdown', '---\nstatus: opne\n---\n'))
    assert.throws(snippet('markdown', '---\nmood: calm\n---\n'), /mood is not read/)
    assert.throws(snippet('ts', 'const = 1'))
  })

  test('of a configuration has the types that it needs', () => {
    const file = join(ROOT, 'examples/customised/throughline.config.ts')
    const program = ts.createProgram([file], {
      ...{ noEmit: true, strict: true, skipLibCheck: true, allowImportingTsExtensions: true },
      ...{
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      },
      types: [],
      paths: { 'throughline/config': [join(ROOT, 'src/config/index.ts')] },
    })
    const diagnostics = ts.getPreEmitDiagnostics(program)
    assert.deepEqual(
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    )
  })
})

test('docs/fields.md is what `npm run docs:fields` writes', () =>
  assert.equal(readFileSync(join(ROOT, 'docs/fields.md'), 'utf8'), fieldsPage()))

test('every workflow and every file of settings in the examples is read', () => {
  for (const path of globSync('{examples,src/cli/init/templates,.github}/**/*.{yml,yaml}', { cwd: ROOT }))
    for (const { errors } of parseAllDocuments(readFileSync(join(ROOT, path), 'utf8')))
      assert.deepEqual(errors, [], path)
})
