/** Leads from a name to the place where what it means is written. */
import type { Location } from 'vscode-languageserver/node'
import { listedWorks } from '../corpus/audit/listed-works.ts'
import { citeKey } from '../corpus/cite-key.ts'
import { lineOfFragment } from './headings.ts'
import { namedAt, type Meant } from './named-at.ts'
import { rangeAt } from './positions.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns where what is named at an offset is written, or undefined where nothing is named or it has no file. */
export function definitionAt(workspace: Workspace, open: OpenEntry, offset: number): Location | undefined {
  const named = namedAt(workspace, open, offset)
  return named && placeOf(workspace, named.meant)
}

/** Returns where something is written. */
export function placeOf(workspace: Workspace, meant: Meant): Location | undefined {
  const { content, corpus } = workspace.site
  if (meant.type === 'work') {
    const work = listedWorks(content.bibliographyFiles).find(({ key }) => citeKey(key) === meant.key)
    return work && { uri: workspace.uriOf(work.file), range: rangeAt(work.point) }
  }
  const path = meant.type === 'topic' ? corpus.topics.get(meant.key)?.about?.path : meant.path
  if (path === undefined) return undefined
  const entry = content.parsedAt(path)
  const fragment = meant.type === 'file' ? meant.fragment : undefined
  const line = entry === undefined || fragment === undefined ? 0 : lineOfFragment(entry, fragment)
  return { uri: workspace.uriOf(path), range: rangeAt({ line: line + 1, column: 1 }) }
}
