/** What happens while an editor is open: texts change, and the editor is told what is wrong in them. */
import {
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver/node'
import { UsageError } from '../site/usage-error.ts'
import { Diagnostics } from './diagnostics.ts'
import { Publisher } from './publisher.ts'
import { Workspace } from './workspace.ts'

/** The milliseconds without a change after which everything is linked again. */
const PAUSE = 300

/** The milliseconds after that in which nothing may change before everything is audited again. */
const LONG_PAUSE = 700

/** A site that was read. */
interface Opened {
  readonly workspace: Workspace
  readonly diagnostics: Diagnostics
  readonly publisher: Publisher
}

/** One editor and its site. Whatever takes time is done one after another. */
export class Session {
  readonly #connection: Connection
  /** What the editor can do. */
  client: ClientCapabilities = {}
  #workspace: Promise<Workspace | undefined> = Promise.resolve(undefined)
  #opened: Opened | undefined
  /** The texts that came and were not looked at yet, by their addresses. */
  readonly #pending = new Map<string, string | undefined>()
  #timer: NodeJS.Timeout | undefined
  /** Whether works may have to be written in the citation style that were not before. Only what is saved has new ones. */
  #isFormatDue = true
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
      const publisher = new Publisher(this.#connection, workspace)
      this.#opened = { workspace, diagnostics: new Diagnostics(workspace.site), publisher }
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
      this.#opened!.publisher.publish(path, this.#opened!.diagnostics.of(path))
      this.#settleSoon()
    })
  }

  /** Reads files again that were changed on the disk. */
  changed(uris: readonly string[]): void {
    this.#then(async (workspace) => {
      const paths = uris.flatMap((uri) => workspace.pathOf(uri) ?? [])
      if (paths.length === 0) return
      if (!(await workspace.site.refresh(paths))) return
      this.#isFormatDue = true
      this.#publishAll()
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
    const { diagnostics, publisher, workspace } = this.#opened!
    publisher.publishAll(diagnostics.settle(workspace.open))
    this.#after(pause, ({ site }) => {
      this.#steps = site.auditInSteps()
      this.#audit(this.#steps)
    })
  }

  /** Audits everything step by step, so that what the editor asks meanwhile is answered. Any change ends it. */
  #audit(steps: Generator): void {
    this.#then(() => {
      if (this.#steps !== steps) return
      if (steps.next().done !== true) {
        setImmediate(() => this.#audit(steps))
        return
      }
      this.#opened!.publisher.publishAll(this.#opened!.diagnostics.audit())
      if (this.#isFormatDue) this.#format()
    })
  }

  /** Finds the works that the citation style cannot write. The editor is answered meanwhile. */
  #format(): void {
    const { diagnostics, publisher, workspace } = this.#opened!
    this.#isFormatDue = false
    const done = (): void => this.#then(() => publisher.publishAll(diagnostics.settle(workspace.open)))
    workspace.site.formatReferences().then(done, (error: unknown) => this.#report(error))
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
