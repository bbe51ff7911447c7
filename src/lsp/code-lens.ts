/** Says above an entry how its evidence stands, or on what it bears. */
import type { CodeLens } from 'vscode-languageserver/node'
import type { Parsed } from '../corpus/model/parsed.ts'
import { inShort } from './markdown.ts'
import { balanceIn } from './balance.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns the lines above an entry. They do nothing when they are clicked. */
export function lensesOf(workspace: Workspace, { entry }: OpenEntry): CodeLens[] {
  const titles = entry.kind === 'inquiry' ? balanceIn(workspace, entry) : [bearings(workspace, entry)]
  const start = { line: 0, character: 0 }
  return titles
    .filter((title) => title !== '')
    .map((title) => ({ range: { start, end: start }, command: { title, command: '' } }))
}

/** Returns on which inquiries a note bears, and how. */
function bearings({ site: { corpus } }: Workspace, { path }: Parsed): string {
  const evidence = corpus.evidenceByNote.get(path) ?? []
  const named = evidence.map(({ role, inquiry }) =>
    role === undefined || role === 'none' ? `bears on “${inquiry.title}”` : `${ROLES[role]} “${inquiry.title}”`,
  )
  return inShort(named.join(' · '), 200)
}

const ROLES = {
  supports: 'supports',
  disputes: 'disputes',
  qualifies: 'qualifies',
  extends: 'extends',
  background: 'is background for',
}
