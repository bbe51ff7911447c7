/** Finds the files that other programs never publish. What a program keeps back must not become public here. */
import { existsSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { isEntry } from '../../corpus/names/file-path.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import type { SeenProgram } from './detect-program.ts'
import type { FolderListing } from './list-files.ts'
import { skippedFile } from './skip-reasons.ts'
import { CONVENTIONS, SETTINGS_OF_PROGRAMS, type UnpublishedRule } from './unpublished-rules.ts'
import { readDocument } from './content-folder.ts'

/** The files of a folder that are not published. */
export class Unpublished {
  readonly #rules: readonly UnpublishedRule[]
  /** What is known of folders. The files of a folder are asked for one after another. */
  readonly #folders = new Map<FilePath, UnpublishedRule | undefined>()

  constructor(rules: readonly UnpublishedRule[]) {
    this.#rules = rules
  }

  /** Returns the rule that keeps a file back, or undefined where none does. */
  ruleOf(path: FilePath): UnpublishedRule | undefined {
    if (this.#rules.length === 0) return undefined
    const rule = this.#keepsBack(path, this.#ofFolder(path.slice(0, Math.max(0, path.lastIndexOf('/')))))
    return rule?.onlyEntries && !isEntry(path, { canvas: true }) ? undefined : rule
  }

  /** Takes the files out of a listing that are not published, and says which rules did so. */
  without(listing: FolderListing): { listing: FolderListing; problems: readonly Problem[] } {
    if (this.#rules.length === 0) return { listing, problems: [] }
    const found = new Map<UnpublishedRule, FilePath[]>()
    const isPublished = (path: FilePath): boolean => {
      const rule = this.ruleOf(path)
      if (rule !== undefined) found.set(rule, [...(found.get(rule) ?? []), path])
      return rule === undefined
    }
    const { markdown, canvases, attachments, skipped } = listing
    return {
      listing: {
        markdown: markdown.filter(isPublished),
        canvases: canvases.filter(isPublished),
        attachments: attachments.filter((path) => this.ruleOf(path) === undefined),
        skipped: skipped.filter(({ path }) => this.ruleOf(path) === undefined),
      },
      problems: [...found].map(([rule, paths]) => keptBack(rule, paths)),
    }
  }

  #ofFolder(folder: FilePath): UnpublishedRule | undefined {
    if (folder === '') return undefined
    if (!this.#folders.has(folder)) {
      const parent = this.#ofFolder(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
      this.#folders.set(folder, this.#keepsBack(folder, parent))
    }
    return this.#folders.get(folder)
  }

  /** The last pattern that a path matches decides. Otherwise it is as the folder around it. */
  #keepsBack(path: FilePath, around: UnpublishedRule | undefined): UnpublishedRule | undefined {
    const rule = this.#rules.findLast((each) => matches(path, each))
    return rule === undefined ? around : rule.pattern.startsWith('!') ? undefined : rule
  }
}

/** Tells whether a pattern names a file or a folder itself. */
function matches(path: FilePath, { pattern, base }: UnpublishedRule): boolean {
  if (base !== '' && !path.startsWith(`${base}/`)) return false
  const within = base === '' ? path : path.slice(base.length + 1)
  const bare = pattern.replace(/^!/, '').replace(/\/$/, '')
  const written = bare.replace(/^(?:\.?\/)/, '')
  const name = bare.includes('/') ? within : within.slice(within.lastIndexOf('/') + 1)
  return name === written || (isGlob(written) && matchesGlob(name, written))
}

/**
 * Tells whether a pattern is a glob that people write. With many stars in a name, comparing it would take hours, and
 * with many braces it would stand for millions of names.
 */
const isGlob = (pattern: string): boolean =>
  /[*?[{]/.test(pattern) &&
  pattern.split('{').length < 4 &&
  pattern.split('/').every((name) => (name.match(/[*?[(]+/g) ?? []).length < 4)

function keptBack({ because }: UnpublishedRule, [first = '', ...others]: readonly FilePath[]): Problem {
  const count = others.length === 0 ? '' : ` So it is with ${others.length} more.`
  return skippedFile(first, `${because}.${count} Move what is meant to be public.`)
}

/**
 * Reads what is not published of a folder: what its program never publishes, and what settings of any program keep
 * back. A garden that is written in one program is often published by another one.
 *
 * @param seen The program for which the folder was written.
 */
export function readUnpublished(folder: string, seen: SeenProgram | undefined): Unpublished {
  const stated = SETTINGS_OF_PROGRAMS.flatMap(({ file, read }) => {
    const text = existsSync(join(folder, file)) ? readDocument(folder, file)?.text : undefined
    return text === undefined ? [] : read(text)
  })
  return new Unpublished([...(seen === undefined ? [] : (CONVENTIONS[seen.program] ?? [])), ...stated])
}

/** Tells whether a file may say which files are not published. */
export const saysWhatIsUnpublished = (path: FilePath): boolean => SETTINGS_OF_PROGRAMS.some(({ file }) => file === path)
