/** What happens while an editor is open: texts change, and the editor is told what is wrong in them. */
import {
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
} from 'vscode-languageserver/node'
import type { FilePath } from '../corpus/vocabulary.ts'
import { UsageError } from '../site/usage-error.ts'
import { Diagnostics, type ByFile } from './diagnostics.ts'
import { Workspace } from './workspace.ts'

/** The milliseconds without a change after which everything is linked again. */
const PAUSE = 300

/** The milliseconds after that in which nothing may change before everything is audited again. */
const LONG_PAUSE = 700

/** One editor and its site. Whatever takes time is done one after another. */
export class Session {
  readonly #connection: Connection
  /** What the editor can do. */
  client: ClientCapabilities = {}
  #workspace: Promise<Workspace | undefined> = Promise.resolve(undefined)
  #opened: { readonly workspace: Workspace; readonly diagnostics: Diagnostics } | undefined
  readonly #published = new Map<FilePath, string>()
  /** The texts that came and were not looked at yet, by their addresses. */
  readonly #pending = new Map<string, string | undefined>()
  #timer: NodeJS.Timeout | undefined
  /** The audit that is under way. */
  #steps: Generator | undefined

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Opens the site in a folder. Where there is none, the editor shows why, and nothing is answered. */
  open(folder: string): void {
    this.#workspace = Workspace.open(folder).catch((error: unknown) => {
      const message = error instanceof UsageError ? error.message : String(error)
      // `window.showErrorMessage` asks for an answer, which some editors refuse.
      void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
      return undefined
    })
    this.#then((workspace) => {
      this.#opened = { workspace, diagnostics: new Diagnostics(workspace.site) }
      this.#publishAll()
    })
  }

  /** The site as it is once everything before has happened, or undefined where there is none. */
  get workspace(): Promise<Workspace | undefined> {
    return this.#workspace
  }

  /** Takes the text of a file as it is in the editor, and looks at it at once. Without a text, the file was closed. */
  edit(uri: string, text: string | undefined): void {
    this.#pending.set(uri, text)
    this.#then((workspace) => {
      const path = workspace.pathOf(uri)
      // Of changes that had to wait, only the last one counts.
      if (!this.#pending.has(uri) || path === undefined) return
      const latest = this.#pending.get(uri)
      this.#pending.delete(uri)
      if (!workspace.edit(path, latest)) return
      this.#publish(path, this.#opened!.diagnostics.of(path))
      this.#settleSoon()
    })
  }

  /** Reads files again that were changed on the disk. */
  changed(uris: readonly string[]): void {
    this.#then(async (workspace) => {
      const paths = uris.flatMap((uri) => workspace.pathOf(uri) ?? [])
      if (paths.length === 0) return
      if (await workspace.site.refresh(paths)) this.#publishAll()
    })
  }

  /** Does something after a pause, unless the text changes before. */
  #after(pause: number, run: (workspace: Workspace) => void | Promise<void>): void {
    clearTimeout(this.#timer)
    this.#steps = undefined
    this.#timer = setTimeout(() => this.#then(run), pause)
  }

  #settleSoon(): void {
    this.#after(PAUSE, async ({ site }) => {
      await site.settle()
      this.#publishAll(LONG_PAUSE)
    })
  }

  /** Publishes what was found in all files, and after a pause what the audit finds, so that nobody waits for that. */
  #publishAll(pause = 0): void {
    const { diagnostics, workspace } = this.#opened!
    this.#publishEach(diagnostics.settle(workspace.open))
    this.#after(pause, ({ site }) => {
      this.#steps = site.auditInSteps()
      this.#audit(this.#steps)
    })
  }

  /** Audits everything step by step, so that what the editor asks meanwhile is answered. Any change ends it. */
  #audit(steps: Generator): void {
    this.#then(() => {
      if (this.#steps !== steps) return
      if (steps.next().done === true) this.#publishEach(this.#opened!.diagnostics.audit())
      else setImmediate(() => this.#audit(steps))
    })
  }

  #publishEach(found: ByFile): void {
    for (const path of this.#published.keys()) if (!found.has(path)) this.#publish(path, [])
    for (const [path, diagnostics] of found) this.#publish(path, diagnostics)
  }

  /** Tells the editor of a file where anything is different. */
  #publish(path: FilePath, diagnostics: readonly Diagnostic[]): void {
    const facts = JSON.stringify(diagnostics)
    if ((this.#published.get(path) ?? '[]') === facts) return
    this.#published.set(path, facts)
    const uri = this.#opened!.workspace.uriOf(path)
    void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
  }

  /** Does something once everything before has happened. */
  #then(run: (workspace: Workspace) => void | Promise<void>): void {
    this.#workspace = this.#workspace.then(async (workspace) => {
      try {
        if (workspace !== undefined) await run(workspace)
      } catch (error) {
        // One request that fails must not end the session.
        this.#report(error)
      }
      return workspace
    })
  }

  #report(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
