/** Says in short what is named at a place. */
import type { Hover } from 'vscode-languageserver/node'
import { plainText } from '../corpus/escape-html.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import type { Source } from '../corpus/model/source.ts'
import { headOf } from '../corpus/rename/field-mentions.ts'
import { plainOf } from '../corpus/render/prose.ts'
import type { FilePath } from '../corpus/vocabulary.ts'
import { balanceIn } from './balance.ts'
import { meaningsOfDesigns } from './design-meanings.ts'
import { fieldLine, fieldsAround } from './field-path.ts'
import { inShort, literal } from './markdown.ts'
import { statementOf } from './completion/offers.ts'
import { namedAt, type Meant } from './named-at.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns what an editor shows over a name: the claim or the answer, and the reference. */
export function hoverAt(workspace: Workspace, open: OpenEntry, offset: number): Hover | undefined {
  const named = namedAt(workspace, open, offset)
  if (named === undefined) return designAt(workspace, open, offset)
  const lines = linesOn(workspace, named.meant)
  if (lines === undefined) return undefined
  return { contents: { kind: 'markdown', value: lines.join('\n\n') }, range: open.lines.rangeOf(named) }
}

/** Says what the design of a study means. */
function designAt({ site }: Workspace, { lines }: OpenEntry, offset: number): Hover | undefined {
  const head = headOf(lines.text)
  if (offset <= head.start || offset >= head.end) return undefined
  const { line, character } = lines.positionAt(offset)
  const { column, key, value, valueColumn } = fieldLine(lines.line(line))
  const [, name = ''] = /^["']?(.*?)["']?\s*$/.exec(value) ?? []
  if (key !== 'design' || character < valueColumn || fieldsAround(lines, line, column).join(' ') !== 'study')
    return undefined
  const meanings = meaningsOfDesigns(site.settings)
  if (!Object.hasOwn(meanings, name)) return undefined
  const end = { line, character: valueColumn + value.trimEnd().length }
  return {
    contents: { kind: 'markdown', value: `**${literal(name)}** · design\n\n${literal(meanings[name]!)}` },
    range: { start: { line, character: valueColumn }, end },
  }
}

function linesOn(workspace: Workspace, meant: Meant): string[] | undefined {
  const { content, corpus } = workspace.site
  switch (meant.type) {
    case 'file': {
      const entry = content.parsedAt(meant.path)
      return entry === undefined ? undefined : onEntry(workspace, entry)
    }
    case 'work': {
      const source = content.bibliography.get(meant.key) ?? corpus.works.get(meant.key)?.source
      return source === undefined ? undefined : [referenceTo(workspace, source), usesOf(workspace, meant.key)]
    }
    case 'topic': {
      const topic = corpus.topics.get(meant.key)
      return topic && [`**${literal(topic.name)}** · topic`, count(topic.members.length, 'entry', 'entries')]
    }
  }
}

function onEntry(workspace: Workspace, entry: Parsed): string[] {
  const { data, kind } = entry
  const marks = [kind, ...('status' in data ? [data.status] : []), ...(workspace.isDraft(entry) ? ['draft'] : [])]
  const says = statementOf(entry)
  return [
    `**${literal(entry.title)}** · ${marks.join(' · ')}`,
    ...(says === undefined ? [] : [literal(inShort(plain(workspace, entry, says)))]),
    ...balanceIn(workspace, entry),
    ...sourcesOf(workspace, entry.path).map((source) => referenceTo(workspace, source)),
  ]
}

/** A draft has no links that could be filled in, so it is shown as it is written. */
const plain = ({ site: { corpus } }: Workspace, entry: Parsed, text: string): string =>
  corpus.entries.get(entry.path) === entry ? plainOf(corpus, entry, text) : text

const sourcesOf = ({ site }: Workspace, path: FilePath): readonly Source[] => site.corpus.sourceOf.get(path) ?? []

function referenceTo({ site }: Workspace, source: Source): string {
  const html = site.corpus.references.format({ source, language: site.settings.language })
  return literal(plainText(html))
}

function usesOf({ site }: Workspace, key: string): string {
  const work = site.corpus.works.get(key)
  if (work === undefined) return 'Nothing cites it yet.'
  const { notes, citations } = work
  return `${count(notes.length, 'note')}, ${count(new Set(citations.map(({ from }) => from)).size, 'citing entry', 'citing entries')}`
}

const count = (number: number, one: string, several = `${one}s`): string => `${number} ${number === 1 ? one : several}`
