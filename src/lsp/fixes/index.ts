/** Offers to mend what is wrong. Each offer says what it does; the editor does it. */
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver/node'
import type { OpenEntry, Workspace } from '../workspace.ts'
import type { Fix, Fixer } from './fix.ts'
import { declareRole } from './declare-role.ts'
import { markAsOwn } from './mark-as-own.ts'
import { silenceRule } from './silence-rule.ts'
import { takeSuggestion } from './take-suggestion.ts'
import { takeWork } from './take-work.ts'

const FIXERS: readonly Fixer[] = [takeSuggestion, takeWork, declareRole, markAsOwn, silenceRule]

/** Returns the ways to mend what an editor shows at a place. */
export function fixesFor(workspace: Workspace, open: OpenEntry, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics
    .filter(({ source }) => source === 'throughline')
    .flatMap((diagnostic) => {
      const { code = '', message, range } = diagnostic
      const [start, end] = [open.lines.offsetAt(range.start), open.lines.offsetAt(range.end)]
      const fault = { rule: String(code), message: typeof message === 'string' ? message : message.value, start, end }
      return FIXERS.flatMap((fixer) => fixer(workspace, open, fault)).map((fix) => actionOf(workspace, fix, diagnostic))
    })
}

function actionOf(workspace: Workspace, { title, path, edits, isPreferred }: Fix, diagnostic: Diagnostic): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { changes: { [workspace.uriOf(path)]: workspace.textEdits(path, edits) } },
    ...(isPreferred && { isPreferred }),
  }
}
