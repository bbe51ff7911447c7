import type { Connection, Diagnostic } from 'vscode-languageserver/node'
import type { FilePath } from '../corpus/vocabulary.ts'
import type { ByFile } from './diagnostics.ts'
import type { Workspace } from './workspace.ts'

/** Tells an editor what is wrong in files, each time only of those in which anything is different. */
export class Publisher {
  readonly #connection: Connection
  readonly #workspace: Workspace
  readonly #published = new Map<FilePath, string>()

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection
    this.#workspace = workspace
  }

  /** Tells what is wrong in one file. */
  publish(path: FilePath, diagnostics: readonly Diagnostic[]): void {
    const facts = JSON.stringify(diagnostics)
    if ((this.#published.get(path) ?? '[]') === facts) return
    this.#published.set(path, facts)
    const uri = this.#workspace.uriOf(path)
    void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
  }

  /** Tells what is wrong in all files. In a file that is not among them, nothing is wrong any more. */
  publishAll(found: ByFile): void {
    for (const path of this.#published.keys()) if (!found.has(path)) this.publish(path, [])
    for (const [path, diagnostics] of found) this.publish(path, diagnostics)
  }
}
