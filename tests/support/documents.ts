/** What the documents of the project show: their blocks of code, and the commands in them and in the prose. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './commands.ts'

/** All documents for users and for those who work on the project, from its folder. What is generated tests itself. */
export const DOCUMENTS: readonly string[] = globSync(
  ['*.md', 'docs/*.md', 'examples/**/README.md', 'packages/*/README.md', 'editors/**/README.md'],
  { cwd: ROOT, exclude: (name) => name === 'node_modules' },
)
  .filter((name) => !/CHANGELOG|problems\.md|licences\.md/.test(name))
  .sort()

/** A block of code in a document. */
export interface Snippet {
  /** Where it is, as `README.md:12`. */
  readonly at: string
  readonly language: string
  readonly code: string
}

/** The blocks of code of a document. */
export function snippetsOf(document: string): Snippet[] {
  const text = readFileSync(join(ROOT, document), 'utf8')
  return [...text.matchAll(/^( *)(`{3,})(\S*)[^\n]*\n([^]*?)^ *\2`*[ \t]*$/gm)].map(
    ({ index, 1: indent = '', 3: language = '', 4: code = '' }) => ({
      at: `${document}:${text.slice(0, index).split('\n').length}`,
      language,
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
}

/** Matches a command in code within prose. */
const IN_PROSE = /`((?:[A-Z_]+=\S+ )*(?:npm|npx|throughline|node) [^`\n]+)`/g

/** A command line of a document, in words. Environment variables and redirections are taken out. */
export interface CommandLine {
  readonly at: string
  readonly words: readonly string[]
}

/** All command lines of a document. */
export function commandLines(document: string): CommandLine[] {
  const snippets = snippetsOf(document)
  const prose = readFileSync(join(ROOT, document), 'utf8').replace(/^( *)(`{3,})[^]*?^ *\2`*[ \t]*$/gm, '')
  const lines = [
    ...snippets
      .filter(({ language }) => language === 'sh')
      .flatMap(({ at, code }) => code.split('\n').map((line) => [at, line] as const)),
    ...[...prose.matchAll(IN_PROSE)].map(([, line = '']) => [document, line] as const),
  ]
  return lines.flatMap(([at, line]) =>
    line
      .replace(/(?:^|\s+)#.*$/, '')
      .split(/\s+&&\s+/)
      .map((command) => ({ at: `${at} \`${line.trim()}\``, words: wordsOf(command) }))
      .filter(({ words }) => words.length > 0),
  )
}

function wordsOf(command: string): string[] {
  const words = [...command.replace(/\s*>+.*$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)]
    .map(([, double, single, plain]) => double ?? single ?? plain ?? '')
    .map((word) => word)
  return words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word)))
}
