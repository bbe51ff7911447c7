/** Answers what an editor asks. */
import type { Connection, Position, TextDocumentPositionParams } from 'vscode-languageserver/node'
import { lensesOf } from './code-lens.ts'
import { completionAt } from './completion/index.ts'
import { definitionAt } from './definition.ts'
import { fixesFor } from './fixes/index.ts'
import { hoverAt } from './hover.ts'
import { referencesAt } from './references.ts'
import { renamableAt, renameAt } from './rename.ts'
import type { Session } from './session.ts'
import { outlineOf, symbolsNamed } from './symbols.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Answers every kind of request. Where there is no entry, the answer is null. */
export function answerRequests(connection: Connection, session: Session): void {
  type Answer<P, T> = (workspace: Workspace, open: OpenEntry, params: P) => T | undefined
  const on =
    <P extends Pick<TextDocumentPositionParams, 'textDocument'>, T>(answer: Answer<P, T>) =>
    async (params: P): Promise<T | null> => {
      const workspace = await session.workspace
      const open = workspace?.entryAt(params.textDocument.uri)
      return workspace === undefined || open === undefined ? null : (answer(workspace, open, params) ?? null)
    }
  connection.onCompletion(on((workspace, open, { position }) => completionAt(workspace, open, position)))
  connection.onDefinition(on((workspace, open, params) => definitionAt(workspace, open, offsetIn(open, params))))
  connection.onHover(on((workspace, open, params) => hoverAt(workspace, open, offsetIn(open, params))))
  connection.onReferences(on((workspace, open, params) => referencesAt(workspace, open, offsetIn(open, params))))
  connection.onPrepareRename(on((workspace, open, params) => renamableAt(workspace, open, offsetIn(open, params))))
  connection.onRenameRequest(
    on((workspace, open, { newName, ...params }) =>
      renameAt(workspace, open, offsetIn(open, params), newName, session.client),
    ),
  )
  connection.onDocumentSymbol(on((_, open) => outlineOf(open)))
  connection.onCodeLens(on((workspace, open) => lensesOf(workspace, open)))
  connection.onCodeAction(on((workspace, open, { context }) => fixesFor(workspace, open, context.diagnostics)))
  connection.onWorkspaceSymbol(async ({ query }) => {
    const workspace = await session.workspace
    return workspace === undefined ? null : symbolsNamed(workspace, query)
  })
}

const offsetIn = ({ lines }: OpenEntry, { position }: { readonly position: Position }): number =>
  lines.offsetAt(position)
