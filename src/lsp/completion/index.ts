/** Completes what is being written. */
import type { CompletionList, Position } from 'vscode-languageserver/node'
import { headOf } from '../../corpus/rename/field-mentions.ts'
import type { OpenEntry, Workspace } from '../workspace.ts'
import { completionInFields } from './in-fields.ts'
import { completionInText } from './in-text.ts'
import { listOf } from './offer.ts'

/** The signs after which an editor asks by itself. */
export const TRIGGERS = ['[', '#', '^', '@', ':']

/** Returns what can stand at a position, or null where nothing is known of it. */
export function completionAt(workspace: Workspace, open: OpenEntry, position: Position): CompletionList | null {
  const { entry, lines } = open
  const line = lines.line(position.line)
  const [before, after] = [line.slice(0, position.character), line.slice(position.character)]
  const head = headOf(lines.text)
  const offset = lines.offsetAt(position)
  const isInHead = head.end > 0 && offset > head.start && offset < head.end
  const completion =
    completionInText(workspace, open, before, after) ??
    (isInHead ? completionInFields(workspace, entry, lines, position.line, before) : undefined)
  if (completion === undefined) return null
  const { written, offers, replaced = 0 } = completion
  const start = { line: position.line, character: position.character - written.length }
  return listOf(offers, written, { start, end: { ...position, character: position.character + replaced } })
}
