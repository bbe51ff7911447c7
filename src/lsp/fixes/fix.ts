/** Describes a fault in a text, and a way to mend it. */
import type { TextEdit } from '../../corpus/rename/text-edits.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import type { OpenEntry, Workspace } from '../workspace.ts'

/** One way to mend something. */
export interface Fix {
  /** What it does, as a phrase for a menu. */
  readonly title: string
  /** The file that changes. */
  readonly path: FilePath
  readonly edits: readonly TextEdit[]
  /** Whether it is what is most likely meant. */
  readonly isPreferred?: true
}

/** What is wrong at a place. */
export interface Fault {
  /** The id of the rule that found it. */
  readonly rule: string
  readonly message: string
  readonly start: number
  readonly end: number
}

/** Finds ways to mend a fault of an entry. */
export type Fixer = (workspace: Workspace, open: OpenEntry, fault: Fault) => Fix[]
