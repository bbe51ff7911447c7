/** This file knows the ids by which Zettlr and its kin name notes, whatever the names of their files. */
import { basename } from './file-path.ts'
import type { Program } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'

/** Links are written with such ids in these programs. Others name files. Many folders of Zettlr have no mark of it. */
const PROGRAMS: ReadonlySet<Program> = new Set(['zettlr', 'plain', 'pandoc'])

/** Matches the time at which a note was made, to the minute or the second, at the beginning or the end of a name. */
const IN_NAME = /^(\d{12}|\d{14})(?!\d)|(?<!\d)(\d{12}|\d{14})$/
/** Matches an id in a text, as Zettlr writes it. */
const IN_TEXT = /(?:^|\s)@ID:\s?(\d{8,17})(?!\d)/

/**
 * Gives the ids of a note: in the name of its file, in the field `id`, and after `@ID:` in its text.
 *
 * @example
 * zettelIds('20210305123456 On soil.md', undefined, '', 'zettlr') // ['20210305123456']
 */
export function zettelIds(path: FilePath, id: unknown, text: string, program: Program): string[] {
  if (!PROGRAMS.has(program)) return []
  const [, first, last] = IN_NAME.exec(basename(path)) ?? []
  const inText = text.includes('@ID:') ? IN_TEXT.exec(text)?.[1] : undefined
  const inField = typeof id === 'string' && /^\d{8,17}$/.test(id.trim()) ? id.trim() : undefined
  return [...new Set([first ?? last, inField, inText].filter((each) => each !== undefined))]
}
