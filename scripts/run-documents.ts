/**
 * `npm run docs:run` runs each command of Throughline that the documents show, in a copy of the demo with the files that
 * they name, and says which of them ends otherwise than with 0. It takes some minutes, so it is no part of the tests.
 * Servers and what asks the network are left out, and named. `npm run docs:run -- docs/new.md` runs those of some documents.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { COMMANDS } from '../src/cli/commands.ts'
import { commandLines, DOCUMENTS } from '../tests/support/documents.ts'
import { ROOT } from '../tests/support/commands.ts'

/** Servers, which never end, commands that ask the network, and `join`, which needs what several machines made. */
const LEFT_OUT = /^(?:dev|preview|lsp|mcp|refresh|upgrade|join)$|--(?:online|zotero)\b/

/** What the documents name besides the demo, from the home of the user or from the folder of the site. */
const FILES: Readonly<Record<string, string>> = {
  'content/notes/old.md': '---\ntopics: [working memory]\n---\nOld.\n',
  'content/notes/old-name.md': 'Old.\n',
  'content/references.json': '[{"id":"cepeda2006distributed","type":"book","title":"Distributed practice"}]',
  'export.json': '[{"key":"A1","itemType":"annotation","annotationType":"highlight","annotationText":"Words"}]',
  'annotations.md':
    '“Words” ([Lee, 2020, p. 4](zotero://select/library/items/W)) ([pdf](zotero://open-pdf/library/items/P?page=4&annotation=A2))\n',
  'library.bib': '@book{someone2020, title = {A book}, author = {Someone, A.}, year = 2020}\n',
  'library.json': '[{"id":"someone2021","type":"book","title":"Another"}]',
  'backup.json': '[{"title":"A page","children":[{"uid":"abcdefgh1","string":"Words"}]}]',
  'vault/.obsidian/app.json': '{}',
  'vault/Note.md': '#question See [[Note]].\n',
  'graph/logseq/config.edn': '{:meta/version 1}',
  'graph/pages/Note.md': 'type:: question\n\n- Words\n',
  'org-roam/a.org': '#+title: A\nWords.\n',
}

const NEEDS_OPERANDS = new Set(
  Object.entries(COMMANDS).flatMap(([name, command]) => ('operands' in command ? [name] : [])),
)

/** Returns the arguments of a command of Throughline, or undefined for any other command. */
function argumentsOf(words: readonly string[]): string[] | undefined {
  const [program, ...rest] = words
  const args =
    program === 'throughline'
      ? rest
      : program === 'npx' && rest[0]?.startsWith('throughline')
        ? rest.slice(1)
        : program === 'npm' && rest[0] === 'run'
          ? rest.slice(1).filter((word) => word !== '--')
          : []
  const isWhole = args[0] !== undefined && args[0] in COMMANDS && !args.some((word) => /[<>…]|^\.\.\.$/.test(word))
  // A command that is only named, and one that asks questions on a terminal.
  if (!isWhole || (args.length === 1 && NEEDS_OPERANDS.has(args[0]!))) return undefined
  return args[0] === 'init' && !args.includes('--yes') ? [...args, '--yes'] : args
}

/** Runs a command in a fresh copy of the demo, and returns what it said where it did not end with 0. */
function failureOf(args: readonly string[]): string | undefined {
  const home = mkdtempSync(join(tmpdir(), 'throughline-documents-'))
  try {
    cpSync(join(ROOT, 'content'), join(home, 'content'), { recursive: true })
    // A document has its reader make the inquiry first, and then the note for it.
    const inquiry = args[args.indexOf('--for') + 1] ?? ''
    const made = /^does-/.test(inquiry) ? { [`content/inquiries/${inquiry}.md`]: 'Text.\n' } : {}
    for (const [path, text] of Object.entries({ ...FILES, ...made })) {
      mkdirSync(dirname(join(home, path)), { recursive: true })
      writeFileSync(join(home, path), text)
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'src/cli/throughline.mjs'), ...args.map((arg) => arg.replace(/^~/, home))],
      {
        cwd: home,
        env: { ...process.env, HOME: home, CONTENT_DIR: join(home, 'content') },
        encoding: 'utf8',
        timeout: 120_000,
      },
    )
    return status === 0
      ? undefined
      : `exits with ${status}: ${(stderr + stdout).trim().split('\n').slice(-3).join(' / ')}`
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const known = new Map<string, string | undefined>()
const skipped = new Set<string>()
let failures = 0
const asked = process.argv.slice(2)
for (const { at, words } of (asked.length > 0 ? asked : DOCUMENTS).flatMap(commandLines)) {
  const args = argumentsOf(words)
  if (args === undefined) continue
  const line = args.join(' ')
  if (LEFT_OUT.test(args[0]!) || LEFT_OUT.test(line)) {
    skipped.add(args[0]!)
    continue
  }
  if (!known.has(line)) known.set(line, failureOf(args))
  const failure = known.get(line)
  if (failure === undefined) continue
  failures++
  console.error(`${at} ${failure}`)
}
console.log(`${known.size} commands were run, ${failures} places failed. Left out: ${[...skipped].sort().join(', ')}.`)
process.exitCode = failures === 0 ? 0 : 1
