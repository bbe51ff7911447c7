/** An editor for tests: it starts the real server and talks to it over standard input and output, as editors do. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type InitializeResult,
  type Location,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { environment, NODE_OPTIONS, ROOT } from './commands.ts'

/** The mark in a text at which an editor has its cursor. */
const CURSOR = '█'

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
}

export class Editor {
  readonly folder: string
  readonly connection: ProtocolConnection
  readonly messages: string[] = []
  /** The faults that the server has noticed in itself. */
  readonly logged: string[] = []
  result!: InitializeResult
  readonly #exit: Promise<number | null>
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>()
  #heard = Promise.withResolvers<undefined>()
  readonly #texts = new Map<string, string>()
  readonly #versions = new Map<string, number>()
  readonly #stderr: string[] = []

  private constructor(folder: string, command: readonly string[], cwd: string) {
    this.folder = folder
    const [program = '', ...args] = command
    const child = spawn(program, args, { cwd, env: environment(folder), stdio: 'pipe' })
    child.stderr.on('data', (data: Buffer) => void this.#stderr.push(data.toString()))
    this.#exit = new Promise((done) => child.on('exit', done))
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#diagnostics.set(uri, diagnostics)
      this.#heard.resolve(undefined)
      this.#heard = Promise.withResolvers()
    })
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.messages.push(message))
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message))
    this.connection.onRequest(RegistrationRequest.type, () => undefined)
    this.connection.listen()
  }

  /** Starts a server on a folder. */
  static async open(
    folder: string,
    command = [process.execPath, ...NODE_OPTIONS, join(ROOT, 'src/cli/start.ts'), 'lsp', '--stdio'],
    cwd = ROOT,
  ): Promise<Editor> {
    const editor = new Editor(folder, command, cwd)
    const uri = pathToFileURL(folder).href
    editor.result = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type asks for it
      rootUri: null,
      capabilities: CAPABILITIES,
      workspaceFolders: [{ uri, name: 'site' }],
    })
    await editor.connection.sendNotification(InitializedNotification.type, {})
    return editor
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href
  }

  async write(path: string, text: string): Promise<void> {
    const uri = this.uri(path)
    const version = (this.#versions.get(uri) ?? 0) + 1
    this.#versions.set(uri, version)
    this.#texts.set(uri, text)
    if (version === 1)
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version, text },
      })
    else await this.change(path, { text }, version)
  }

  /** Changes a part of an open file. */
  async change(path: string, change: TextDocumentContentChangeEvent, version?: number): Promise<void> {
    const uri = this.uri(path)
    const next = version ?? this.#versions.get(uri)! + 1
    this.#versions.set(uri, next)
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: next },
      contentChanges: [change],
    })
  }

  async close(path: string): Promise<void> {
    const uri = this.uri(path)
    this.#versions.delete(uri)
    this.#texts.delete(uri)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  }

  async changedOnDisk(path: string): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(path), type: 2 }],
    })
  }

  diagnosticsOf(path: string): readonly Diagnostic[] {
    return this.#diagnostics.get(this.uri(path)) ?? []
  }

  /** What is said of a file: its lines and columns from 1, the rule, and the sentence. */
  said(path: string): string[] {
    return this.diagnosticsOf(path).map(({ range: { start, end }, code, message }) => {
      const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`
      return `${place} ${code} ${typeof message === 'string' ? message : message.value}`
    })
  }

  /** What is said of all files, as `path:line:column sentence` from 1. */
  everythingSaid(): string[] {
    return [...this.#diagnostics].flatMap(([uri, all]) =>
      all.map(({ range, message }) => {
        const { line, character } = range.start
        const path = decodeURIComponent(uri.slice(this.uri('').length))
          .replace(/^\//, '')
          .normalize('NFC')
        return `${path}:${line + 1}:${character + 1} ${typeof message === 'string' ? message : message.value}`
      }),
    )
  }

  /** What the server wrote beside the protocol. */
  get stderr(): string {
    return this.#stderr.join('')
  }

  /** Waits until something is true of what the server has said. */
  async until(isTrue: () => boolean, what = isTrue.toString()): Promise<void> {
    const end = performance.now() + 60_000
    while (!isTrue()) {
      if (performance.now() > end) throw new Error(`The server never said it: ${what}\n${this.#stderr.join('')}`)
      await Promise.race([this.#heard.promise, new Promise((done) => setTimeout(done, 1000))])
    }
  }

  /** Writes a text without the mark, and returns the place of the mark. */
  async writeAt(path: string, marked: string): Promise<{ textDocument: { uri: string }; position: Position }> {
    const before = marked.slice(0, marked.indexOf(CURSOR))
    await this.write(path, marked.replace(CURSOR, ''))
    const lines = before.split(/\r\n|\n/)
    const position = { line: lines.length - 1, character: lines.at(-1)!.length }
    return { textDocument: { uri: this.uri(path) }, position }
  }

  async completion(path: string, marked: string): Promise<CompletionItem[]> {
    const at = await this.writeAt(path, marked)
    const list = (await this.connection.sendRequest(CompletionRequest.type, at)) as CompletionList | null
    return list?.items ?? []
  }

  /** Where a definition is, as `path:line` from 1. */
  async definition(path: string, marked: string): Promise<string | undefined> {
    const at = await this.writeAt(path, marked)
    const location = (await this.connection.sendRequest(DefinitionRequest.type, at)) as Location | null
    return location === null ? undefined : this.place(location)
  }

  /** What is shown over a place, as Markdown. */
  async hover(path: string, marked: string): Promise<string | undefined> {
    const hover = await this.connection.sendRequest(HoverRequest.type, await this.writeAt(path, marked))
    return (hover?.contents as MarkupContent | undefined)?.value
  }

  /** The places that name the same, as `path:line:column` from 1. */
  async references(path: string, marked: string): Promise<string[]> {
    const at = await this.writeAt(path, marked)
    const context = { includeDeclaration: false }
    const found = await this.connection.sendRequest(ReferencesRequest.type, { ...at, context })
    return (found ?? []).map((each) => `${this.place(each)}:${each.range.start.character + 1}`)
  }

  /** The quick fixes for what is said of a file, and what each makes of the files that it changes. */
  async fixes(path: string): Promise<ReadonlyMap<string, string>> {
    const diagnostics = [...this.diagnosticsOf(path)]
    const textDocument = { uri: this.uri(path) }
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics },
    })
    return new Map((actions as CodeAction[]).map(({ title, edit }) => [title, this.applied(edit!)]))
  }

  /** The texts of files once an edit is made, as they would be saved. A file that moves is named with an arrow. */
  applied({ changes = {}, documentChanges = [] }: WorkspaceEdit): string {
    const texts = [
      ...Object.entries(changes),
      ...documentChanges.flatMap((change) =>
        'edits' in change ? [[change.textDocument.uri, change.edits as TextEdit[]] as const] : [],
      ),
    ]
    const moves = documentChanges.flatMap((change) =>
      'kind' in change && change.kind === 'rename' ? [`${change.oldUri} → ${change.newUri}`] : [],
    )
    const made = texts.map(([uri, edits]) => {
      const text = this.#texts.get(uri) ?? readFileSync(new URL(uri), 'utf8')
      return `${uri}\n${TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits)}`
    })
    return [...made, ...moves]
      .join('\n')
      .replaceAll(`${this.uri('')}/`, '')
      .replaceAll(this.uri(''), '')
  }

  place({ uri, range }: Location): string {
    return `${decodeURI(uri.slice(this.uri('').length)).replace(/^\//, '')}:${range.start.line + 1}`
  }

  /** Ends the server as an editor does. Returns its exit code. */
  async end(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    const code = await this.#exit
    this.connection.dispose()
    return code
  }
}
