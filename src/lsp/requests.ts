/** Answers what an editor asks. */
import type { Connection, Position, TextDocumentPositionParams } from 'vscode-languageserver/node'
import { completionAt } from './completion/index.ts'
import { definitionAt } from './definition.ts'
import type { Session } from './session.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Answers every kind of request. Where there is no entry at a place, the answer is null. */
export function answerRequests(connection: Connection, session: Session): void {
  type Answer<T> = (workspace: Workspace, open: OpenEntry, position: Position) => T | undefined
  const at =
    <T>(answer: Answer<T>) =>
    async ({ textDocument, position }: TextDocumentPositionParams): Promise<T | null> => {
      const workspace = await session.workspace
      const open = workspace?.entryAt(textDocument.uri)
      return workspace === undefined || open === undefined ? null : (answer(workspace, open, position) ?? null)
    }
  connection.onCompletion(at((workspace, open, position) => completionAt(workspace, open, position) ?? undefined))
  connection.onDefinition(
    at((workspace, open, position) => definitionAt(workspace, open, open.lines.offsetAt(position))),
  )
}
