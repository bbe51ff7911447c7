/** Reads what other programs say of a folder in files of their own. */
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../../corpus/problem.ts'
import { lineIndex } from '../../corpus/line-index.ts'
import { Preamble } from '../../corpus/tex/macros.ts'
import type { Dialect, Settings } from '../../corpus/site-config.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import { readDocument, readFile } from './content-folder.ts'
import type { SeenProgram } from './detect-program.ts'
import type { FolderListing } from './list-files.ts'
import { lineBreaksIn } from './program-marks.ts'
import { skippedFile } from './skip-reasons.ts'

/** The file of a vault that defines commands for all formulas, as a plugin of Obsidian has it. */
export const PREAMBLE_FILE = 'preamble.sty'

/** What the files of another program say of a folder. */
export interface Vault {
  readonly lineBreaks: Dialect['lineBreaks']
  /** TeX that defines commands, from `preamble.sty` and from `site.yaml`. */
  readonly preamble?: string
  readonly problems: readonly Problem[]
}

/** Reads what the files of another program say of a folder. */
export function readVault(
  folder: string,
  listing: FolderListing,
  { settings, seen }: { readonly settings: Settings; readonly seen: SeenProgram | undefined },
  settingsFile: FilePath,
): Vault {
  const { document, problems } = readFile(folder, PREAMBLE_FILE)
  const parts = [
    { path: PREAMBLE_FILE, tex: document?.text ?? '' },
    { path: settingsFile, tex: settings.preamble ?? '' },
  ]
  const preamble = parts.map(({ tex }) => tex).filter((tex) => tex.trim() !== '')
  return {
    lineBreaks: lineBreaksOf(folder, listing, seen),
    ...(preamble.length > 0 && { preamble: preamble.join('\n') }),
    problems: [
      ...problems,
      ...(seen?.program === 'logseq' ? unreadPages(listing) : []),
      ...parts.flatMap(({ path, tex }) => problemsOf(path, tex, path === PREAMBLE_FILE)),
    ],
  }
}

/** Reports the pages of Logseq that are no Markdown: those in the syntax of Org, and whiteboards. */
function unreadPages({ attachments }: FolderListing): Problem[] {
  const report = (pages: readonly FilePath[], what: string): Problem[] => {
    const [first, ...others] = pages
    const count = others.length === 0 ? '' : ` So it is with ${others.length} more.`
    return first === undefined ? [] : [skippedFile(first, `it is ${what}.${count} Write it as Markdown.`)]
  }
  return [
    ...report(
      attachments.filter((path) => /^(?:pages|journals)\/.*\.org$/i.test(path)),
      'a page in the syntax of Org',
    ),
    ...report(
      attachments.filter((path) => /^whiteboards\/.*\.edn$/i.test(path)),
      'a whiteboard of Logseq',
    ),
  ]
}

/** Reports the definitions of a preamble that cannot be read. Only a file of its own has points to name. */
function problemsOf(path: FilePath, tex: string, isWhole: boolean): Problem[] {
  if (tex.trim() === '') return []
  const pointOf = lineIndex(tex)
  return new Preamble(tex).failed.map(({ at, reason }) => {
    const sentence = `A definition of the preamble cannot be read: ${reason.replace(/\.?$/, '.')} Mend its TeX.`
    return problem('warning', 'maths', path, isWhole ? pointOf(at) : { line: 1, column: 1 }, sentence)
  })
}

/**
 * Tells how line breaks are read: as the program for which the folder was written reads them, whose settings may say
 * otherwise. Where nothing tells of a program, the folder may still be a vault of Obsidian.
 */
function lineBreaksOf(folder: string, listing: FolderListing, seen: SeenProgram | undefined): Dialect['lineBreaks'] {
  const isStated = seen?.isStated === true
  if (seen?.program === 'obsidian' || (!isStated && isThere(folder, '.obsidian')))
    return isStrict(readDocument(folder, '.obsidian/app.json')?.text) ? 'soft' : 'hard'
  if (seen?.program === 'quartz') return breaksLines(readDocument(folder, 'quartz.config.ts')?.text) ? 'hard' : 'soft'
  if (seen !== undefined) return lineBreaksIn(seen.program)
  return OWN_LAYOUT.some((path) => isThere(folder, path)) || !isVault(folder, listing) ? 'soft' : 'hard'
}

const isThere = (folder: string, path: FilePath): boolean =>
  lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined

/** Reads the setting from the settings of Obsidian, whatever else is in them. */
function isStrict(json = ''): boolean {
  return /"strictLineBreaks"\s*:\s*true/.test(json)
}

/** Tells whether Quartz is set to show line breaks, which is a plugin of it. */
const breaksLines = (config = ''): boolean => /^(?!\s*\/\/).*\bHardLineBreaks\(/m.test(config)

/** A folder with one of these is written for this project, where a line break is a space. */
const OWN_LAYOUT = ['site.yaml', 'inquiries', 'notes']

/** Tells whether a folder is a vault of Obsidian whose settings are not with it. They are often kept out of git. */
function isVault(folder: string, { markdown }: FolderListing): boolean {
  if (namesIn(folder).some((name) => /\.(?:canvas|base)$/.test(name))) return true
  if (markdown.some((path) => path.endsWith('.excalidraw.md'))) return true
  const step = Math.max(1, Math.floor(markdown.length / SAMPLES))
  return markdown.some((path, index) => index % step === 0 && OF_OBSIDIAN.test(readDocument(folder, path)?.text ?? ''))
}

/** Returns the names in a folder, and none where it may not be read. What is wrong with it was reported by then. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** So many files are looked at, evenly over the folder. */
const SAMPLES = 50
/** Matches what is only written in Obsidian: embeds and callouts. */
const OF_OBSIDIAN = /!\[\[|^> ?\[![\w-]+\]/m
