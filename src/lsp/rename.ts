/** Gives entries and topics another name. The editor receives what has to change, and changes it. */
import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type PrepareRenameResult,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { basename, folderOf, isCanvas, isMarkdown, withoutExtension } from '../corpus/names/file-path.ts'
import { renameEntry, type Renaming } from '../corpus/rename/rename-entry.ts'
import { renameTopic } from '../corpus/rename/rename-topic.ts'
import type { FilePath } from '../corpus/vocabulary.ts'
import { readDocument } from '../site/read/content-folder.ts'
import { namedAt, type Meant } from './named-at.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns what can be renamed at an offset: what is named there, or the entry itself. A work cannot. */
export function renamableAt(workspace: Workspace, open: OpenEntry, offset: number): PrepareRenameResult | undefined {
  const named = namedAt(workspace, open, offset)
  const meant = named?.meant ?? { type: 'file', path: open.entry.path }
  const placeholder = nameOf(workspace, meant)
  const range = open.lines.rangeOf(named ?? { start: offset, end: offset })
  return placeholder === undefined ? undefined : { range, placeholder }
}

function nameOf({ site }: Workspace, meant: Meant): string | undefined {
  if (meant.type === 'topic') return site.corpus.topics.get(meant.key)?.name
  const isEntry = meant.type === 'file' && site.content.parsedAt(meant.path) !== undefined
  return isEntry ? basename(meant.path) : undefined
}

/**
 * Returns what has to change.
 *
 * @throws {ResponseError} Where nothing may change, with the reason. The editor shows it.
 */
export function renameAt(
  workspace: Workspace,
  open: OpenEntry,
  offset: number,
  newName: string,
  client: ClientCapabilities,
): WorkspaceEdit {
  if (client.workspace?.workspaceEdit?.resourceOperations?.includes('rename') !== true)
    refuse('This editor cannot rename files for a language server. Use throughline rename.')
  const meant = namedAt(workspace, open, offset)?.meant ?? { type: 'file', path: open.entry.path }
  const made = plan(workspace, meant, newName.trim())
  return 'refused' in made ? refuse(made.refused.join('\n')) : editOf(workspace, made)
}

function plan({ site: { content, corpus } }: Workspace, meant: Meant, newName: string): Renaming {
  const { linkInput: input, dialect, folder } = content
  const bases = [...input.attachments.keys()].flatMap((path) =>
    /\.base$/i.test(path) ? (readDocument(folder, path) ?? []) : [],
  )
  const topic = meant.type === 'topic' ? corpus.topics.get(meant.key) : undefined
  if (topic !== undefined)
    return renameTopic({ input, dialect, bases, from: topic.name, to: newName.replace(/^#/, '') })
  if (meant.type !== 'file' || content.parsedAt(meant.path) === undefined)
    return { refused: ['Only entries and topics can be renamed.'] }
  const { addresses } = corpus
  return renameEntry({ input, dialect, bases, addresses, from: meant.path, to: targetOf(meant.path, newName) })
}

/** Returns the path of an entry once it has another name. A name with a slash is a path from the content folder. */
function targetOf(from: FilePath, wanted: string): FilePath {
  const extension = isCanvas(from) ? '.canvas' : from.slice(withoutExtension(from).length)
  const named = isMarkdown(wanted) || isCanvas(wanted) ? wanted : wanted + extension
  return wanted.includes('/') || folderOf(from) === '' ? named.replace(/^\/+/, '') : `${folderOf(from)}/${named}`
}

/** Texts change before files move, so that every text has the name under which the editor knows it. */
function editOf(
  workspace: Workspace,
  { moves, edits }: Exclude<Renaming, { readonly refused: unknown }>,
): WorkspaceEdit {
  const texts = [...edits].map(([path, changes]) => ({
    textDocument: { uri: workspace.uriOf(path), version: null },
    edits: workspace.textEdits(path, changes),
  }))
  const files = moves.map(({ from, to }) => ({
    kind: 'rename' as const,
    oldUri: workspace.uriOf(from),
    newUri: workspace.uriOf(to),
  }))
  return { documentChanges: [...texts, ...files] }
}

function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason)
}
