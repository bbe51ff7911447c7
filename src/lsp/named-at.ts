/** Finds what is named at a place of a text, and what is meant by it. */
import { citeKey } from '../corpus/cite-key.ts'
import { resolveField, resolveLink } from '../corpus/link/resolve.ts'
import type { LinkResolution } from '../corpus/model/resolved.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { bareName } from '../corpus/names/wikilink.ts'
import { fieldMentions, fieldTexts } from '../corpus/rename/field-mentions.ts'
import { SCHEMAS } from '../corpus/schema/fields.ts'
import { bareKey, spellings } from '../corpus/schema/spellings.ts'
import { topicKey } from '../corpus/topic-key.ts'
import type { FilePath, Kind } from '../corpus/vocabulary.ts'
import type { Stretch } from './positions.ts'
import { linkFrom } from './stretch.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** What a name means: an entry (or another file), a work, or a topic, by its key. */
export type Meant =
  | { readonly type: 'file'; readonly path: FilePath; readonly fragment?: string }
  | { readonly type: 'work'; readonly key: string }
  | { readonly type: 'topic'; readonly key: string }

/** A place that names something. */
export interface Named extends Stretch {
  readonly meant: Meant
}

/** Returns what is named at an offset. Where a name stands within another, the inner one counts. */
export const namedAt = (workspace: Workspace, open: OpenEntry, offset: number): Named | undefined =>
  allNamed(workspace, open)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))[0]

/** Lists the places of an entry that name something which is there. */
export function allNamed(workspace: Workspace, open: OpenEntry): Named[] {
  return [...inFields(workspace, open.entry), ...inBody(workspace, open)]
}

function inBody(workspace: Workspace, { entry, lines, resolutions }: OpenEntry): Named[] {
  return entry.links.flatMap((link, index) => {
    const stretch = linkFrom(lines.text, lines.offsetOf(link.point), link)
    const resolution = revealed(resolutions[index]!, () => resolveLink(workspace.hiddenNames, entry, link))
    const meant = meantBy(resolution)
    return meant === undefined ? [] : [{ ...stretch, meant }]
  })
}

function inFields(workspace: Workspace, entry: Parsed): Named[] {
  const { content } = workspace.site
  const order = content.dialect.wikilinks
  const found = fieldMentions(entry, order).flatMap((mention): Named[] => {
    const written = mention.decode(entry.text.slice(mention.start, mention.end)).trim()
    const meant =
      workNamed(workspace, bareName(written, order)) ??
      meantBy(fieldResolution(workspace, entry, written, mention.kind))
    return meant === undefined || written === '' ? [] : [{ start: mention.start, end: mention.end, meant }]
  })
  const taken = new Set(found.map(({ start }) => start))
  const topics = topicTexts(entry).map(({ start, end, name }) => ({
    ...{ start, end },
    meant: { type: 'topic' as const, key: topicKey(name) },
  }))
  return [...found, ...topics.filter(({ start }) => !taken.has(start))]
}

function workNamed({ site }: Workspace, written: string): Meant | undefined {
  const key = citeKey(written)
  const work = site.names.workAliases?.get(key) ?? key
  return site.names.works.has(work) ? { type: 'work', key: work } : undefined
}

const fieldResolution = (workspace: Workspace, { path }: Parsed, written: string, kind?: Kind): LinkResolution =>
  revealed(resolveField(workspace.site.names, path, written, kind), () =>
    resolveField(workspace.hiddenNames, path, written, kind),
  )

/** The writer may see where a link to a draft leads. */
const revealed = (resolution: LinkResolution, hidden: () => LinkResolution): LinkResolution =>
  resolution.type === 'private' ? hidden() : resolution

function meantBy(resolution: LinkResolution): Meant | undefined {
  switch (resolution.type) {
    case 'found': {
      const { path, fragment } = resolution
      return { type: 'file', path, ...(fragment !== undefined && { fragment }) }
    }
    case 'file':
    case 'fragment-missing':
    case 'base':
      return { type: 'file', path: resolution.path }
    case 'source':
      return { type: 'work', key: resolution.key }
    case 'topic':
      return { type: 'topic', key: resolution.key }
    default:
      return undefined
  }
}

/** Finds the topics in the frontmatter, each with its name. Several may stand in one text, with commas. */
export function topicTexts(entry: Parsed): (Stretch & { readonly name: string })[] {
  const known = spellings(SCHEMAS[entry.kind])
  return fieldTexts(entry)
    .filter(({ keys }) => keys.length === 1 && known.get(bareKey(keys[0]!)) === 'topics')
    .flatMap(({ start, end }) =>
      [...entry.text.slice(start, end).matchAll(/[^,，\s][^,，]*/g)].map(({ 0: written, index }) => ({
        start: start + index,
        end: start + index + written.trimEnd().length,
        name: written.trim().replace(/^#/, ''),
      })),
    )
}
