/** Finds all places that name the same thing: backlinks, with those of drafts and of texts that are not saved. */
import type { Location } from 'vscode-languageserver/node'
import { citeKey } from '../corpus/cite-key.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { topicKey } from '../corpus/topic-key.ts'
import { allNamed, namedAt, type Meant } from './named-at.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns the places that name what is named at an offset, or the entry itself where nothing is. */
export function referencesAt(workspace: Workspace, open: OpenEntry, offset: number): Location[] {
  const meant = namedAt(workspace, open, offset)?.meant ?? { type: 'file', path: open.entry.path }
  return candidates(workspace, meant).flatMap((entry) => {
    const other = workspace.opened(entry)
    const uri = workspace.uriOf(entry.path)
    return allNamed(workspace, other)
      .filter((named) => isSame(named.meant, meant))
      .map((named) => ({ uri, range: other.lines.rangeOf(named) }))
  })
}

/** The part of an entry does not count: a link to a heading is one to the entry. */
function isSame(one: Meant, other: Meant): boolean {
  if (one.type === 'file' || other.type === 'file')
    return one.type === 'file' && other.type === 'file' && one.path === other.path
  return one.type === other.type && one.key === other.key
}

/** Lists the entries that may name something. */
function candidates(workspace: Workspace, meant: Meant): Parsed[] {
  const named = new Set(publicOnes(workspace, meant).map(({ path }) => path))
  return workspace.entries.filter(
    (entry) => named.has(entry.path) || (workspace.isDraft(entry) && mayName(entry, meant)),
  )
}

function publicOnes({ site: { corpus } }: Workspace, meant: Meant): Parsed[] {
  if (meant.type === 'topic') return [...(corpus.topics.get(meant.key)?.members ?? [])]
  if (meant.type === 'work') {
    const work = corpus.works.get(meant.key)
    return [...(work?.notes ?? []), ...(work?.citations ?? []).map(({ from }) => from)]
  }
  const { path } = meant
  return [
    ...(corpus.citations.get(path) ?? []).map(({ from }) => from),
    ...(corpus.evidenceByInquiry.get(path) ?? []).map(({ note }) => note),
    ...(corpus.relationsTo.get(path) ?? []).map(({ from }) => from),
    ...(corpus.relationsFrom.get(path) ?? []).map(({ to }) => to),
    ...(corpus.nextTo.get(path) ?? []).map(({ from }) => from),
    ...(corpus.attachments.has(path) ? corpus.entries.values() : []),
  ]
}

const mayName = ({ topics, text }: Parsed, meant: Meant): boolean =>
  meant.type === 'topic'
    ? topics.some((name) => topicKey(name) === meant.key)
    : meant.type === 'file' || citeKey(text).includes(meant.key)
