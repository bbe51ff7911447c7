/** Copies a vault of Obsidian or a graph of Logseq into the site. */
import { existsSync, statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { mergeFiles } from '../../corpus/import/merge-files.ts'
import { readChoice, type Choice, type Choices } from '../../corpus/import/vault-choices.ts'
import { copyVault, type Copy, type VaultCopy } from '../../corpus/import/vault.ts'
import { Content } from '../../site/content.ts'
import { clearProgress } from '../../site/progress.ts'
import { readDocument } from '../../site/read/content-folder.ts'
import { count } from '../../site/report.ts'
import { UsageError } from '../../site/usage-error.ts'
import { copyFiles } from './copy-files.ts'
import { importWorks } from './import-works.ts'
import { readImported, reportKept, writeMerged } from './imported-file.ts'
import { readTarget, writeSettings } from './vault-target.ts'

/** The programs whose vaults are copied. */
export const PROGRAMS = ['obsidian', 'logseq'] as const
type VaultProgram = (typeof PROGRAMS)[number]

/** The options that say which files become what. */
interface Given {
  readonly inquiry?: readonly string[] | undefined
  readonly page?: readonly string[] | undefined
  readonly 'leave-out'?: readonly string[] | undefined
  readonly 'dry-run': boolean
}

/**
 * Copies a vault. Importing it again adds what is new there, and loses nothing that a writer changed here.
 *
 * @throws {UsageError} Where there is no such folder, or a choice is none.
 */
export async function importVault(
  program: VaultProgram,
  operands: readonly string[],
  folder: string,
  given: Given,
): Promise<void> {
  const from = vaultAt(program, operands, folder)
  const choices = choicesOf(given)
  const isDry = given['dry-run']
  const vault = await Content.read(from)
  const target = await readTarget(folder, vault, program)
  clearProgress()
  const bases = [...vault.linkInput.attachments.keys()].flatMap((path) =>
    /\.base$/i.test(path) ? (readDocument(from, path) ?? []) : [],
  )
  const copy = copyVault({ input: vault.linkInput, dialect: vault.dialect, bases }, target, choices)
  const imported = readImported(folder)
  const here = target.content.parsed
  const byPath = new Map(here.map((file) => [file.path, file]))
  const made = copy.copies.map(({ from: path, document }) => {
    const key = `${program}:${path}`
    const there = byPath.get(document.path) ?? readDocument(folder, document.path)
    return { key, document, there: key in imported ? there : undefined, taken: there }
  })
  const merged = mergeFiles(
    made,
    made.flatMap(({ taken }) => taken ?? []),
    imported,
  )
  const added = importWorks(target.content, vault.bibliographyFiles, isDry)
  if (!isDry) {
    writeSettings(folder, target)
    writeMerged(folder, merged)
  }
  const pathOf = new Map(copy.copies.map((each) => [each.document.path, each]))
  const written = merged.written.flatMap(({ path }) => pathOf.get(path) ?? [])
  for (const each of written) console.log(`${isDry ? 'would write' : 'written'}  ${inWords(each)}`)
  for (const path of copyFiles(copy.attachments, from, folder, isDry))
    console.log(`${isDry ? 'would copy' : 'copied'}  ${path}`)
  reportKept(merged)
  // A copy is UTF-8 whatever its file was, so a build has nothing to say of it any more.
  const skipped = vault.problems
    .filter(({ ruleId }) => ruleId === 'file-skipped' || ruleId === 'encoding')
    .map(({ file, reason }) => `${file}: ${reason}`)
  const left = [...skipped, ...added.flatMap((each) => each.left), ...copy.left, ...adviceOn(copy, target.isStrict)]
  for (const sentence of [...target.said, ...left]) console.error(sentence)
  console.error(`${tally(copy)}, ${written.length} ${isDry ? 'to write' : 'written'}.`)
}

/** Returns the folder of the vault, which has nothing to do with that of the site. */
function vaultAt(program: VaultProgram, [operand, ...rest]: readonly string[], content: string): string {
  if (operand === undefined || rest.length > 0) throw new UsageError(`Name the folder: import ${program} FOLDER.`)
  const folder = resolve(operand)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`There is no folder ${operand}.`)
  const isWithin = (one: string, other: string): boolean => `${one}${sep}`.startsWith(`${other}${sep}`)
  if (isWithin(folder, resolve(content)) || isWithin(resolve(content), folder))
    throw new UsageError(
      `${operand} and the content folder ${content} are one in the other, and a vault is copied into a folder apart. ` +
        'Run this in the folder of the site, or set CONTENT_DIR.',
    )
  return folder
}

function choicesOf({ inquiry = [], page = [], 'leave-out': leftOut = [] }: Given): Choices {
  const read = (written: string): Choice => {
    const choice = readChoice(written)
    if (choice !== undefined) return choice
    throw new UsageError(
      `"${written}" picks no files. Write a folder ("Questions/"), a tag ("#question") or kind=question.`,
    )
  }
  return {
    kinds: [
      ...inquiry.map((written) => ({ ...read(written), kind: 'inquiry' as const })),
      ...page.map((written) => ({ ...read(written), kind: 'page' as const })),
    ],
    leftOut: leftOut.map(read),
  }
}

const inWords = ({ document: { path }, kind, by, from }: Copy): string =>
  /\.base$/i.test(path) ? path : `${path}  ${kind}${by === undefined ? '' : ` by ${by}`}, of ${from}`

function adviceOn({ copies, missing }: VaultCopy, isStrict: boolean): string[] {
  return [
    ...(copies.length > 0 && !copies.some(({ kind }) => kind === 'inquiry')
      ? [
          'No file is an inquiry. Say which are with --inquiry "Questions/", --inquiry "#question" or --inquiry "type=question".',
        ]
      : []),
    ...(missing > 0 && isStrict
      ? [
          `Names that lead nowhere, as in the vault: ${missing}. A build stops at each; "mode: lenient" in site.yaml lets them be.`,
        ]
      : []),
  ]
}

function tally({ copies, attachments }: VaultCopy): string {
  const files = copies.filter(({ document }) => !/\.base$/i.test(document.path))
  const of = (kind: string): number => files.filter((each) => each.kind === kind).length
  const inquiries = of('inquiry')
  return [
    `${inquiries} ${inquiries === 1 ? 'inquiry' : 'inquiries'}`,
    count(of('note'), 'note'),
    count(of('page'), 'page'),
    ...(of('canvas') > 0 ? [`${of('canvas')} canvas`] : []),
    count(attachments.length, 'other file'),
  ].join(', ')
}
