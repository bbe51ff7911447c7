import { fileURLToPath } from 'node:url'
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node'
import { TRIGGERS } from './completion/index.ts'
import type { Session } from './session.ts'
import { contentFolderIn } from './workspace.ts'

/** Tells an editor what the server can do, and opens the site of the folder that the editor has open. */
export function initialise(connection: Connection, session: Session): void {
  let client: InitializeParams['capabilities'] = {}
  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    session.client = client
    session.open(contentFolderIn(foldersOf(params)))
    return CAPABILITIES
  })
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return
    const watchers = [{ globPattern: '**/*' }]
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })
}

/** `rootUri` and `rootPath` are what older clients send. */
function foldersOf({ workspaceFolders, ...params }: InitializeParams): string[] {
  const { rootUri } = params as { readonly rootUri?: string | null }
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  return uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))
}

const CAPABILITIES: InitializeResult = {
  serverInfo: { name: 'throughline' },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: TRIGGERS },
    definitionProvider: true,
    hoverProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
}
