/**
 * The language server: an editor asks over standard input what is wrong in the notes that are open, what can be named
 * in them, and where it is (https://microsoft.github.io/language-server-protocol/). It writes no file. What should
 * change is handed to the editor.
 */
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createConnection, TextDocuments, type Connection } from 'vscode-languageserver/node'
import { initialise } from './initialise.ts'
import { answerRequests } from './requests.ts'
import { Session } from './session.ts'

/** Serves an editor over standard input and output until the editor ends it. */
export function serve(connection: Connection = createConnection(process.stdin, process.stdout)): void {
  const documents = new TextDocuments(TextDocument)
  const session = new Session(connection)
  initialise(connection, session)
  documents.onDidChangeContent(({ document }) => session.edit(document.uri, document.getText()))
  documents.onDidClose(({ document }) => session.edit(document.uri, undefined))
  documents.onDidSave(({ document }) => session.changed([document.uri]))
  connection.onDidChangeWatchedFiles(({ changes }) => session.changed(changes.map(({ uri }) => uri)))
  answerRequests(connection, session)
  documents.listen(connection)
  connection.listen()
}
