/** This file resolves everything that one entry names. It is pure, and each entry is resolved by itself. */
import type { BaseDefinition } from '../bases/definition.ts'
import type { Bibliography } from '../bibliography/bibliography.ts'
import { pointOfField, type KeyPath } from '../frontmatter/position.ts'
import { bareName } from '../names/wikilink.ts'
import { fieldProblem, linkProblem } from './problems.ts'
import type { Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { NameIndex } from './names.ts'
import { RELATION_FIELDS, RELATION_NAMES, type StatedRelation } from '../relation-words.ts'
import type { GraphRelations } from '../discourse-graph.ts'
import { replicationsOf } from './replications.ts'
import { resolveField, resolveLink } from './resolve.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { sourcesOf } from './sources.ts'
import type { Settings } from '../site-config.ts'
import type { Document, FilePath, Point, Problem, Role, SitePath } from '../vocabulary.ts'
import type { Citation, LinkResolution, Attachment, RelationStatement, Replication } from '../model/resolved.ts'
import { withheldIn, withholdFields } from './withhold-fields.ts'
import type { Source } from '../model/source.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { ReferenceFormatter } from '../model/references.ts'
import type { Revision } from '../model/history.ts'
import type { WorkUpdates } from '../model/updates.ts'

/** A `ResolveContext` is what a name in an entry may mean. */
export interface ResolveContext {
  readonly names: NameIndex
  readonly bibliography: Bibliography
  /**
   * This is true where the site may lack a bibliography. A word in `source` may then be a description and not a key.
   */
  readonly mayLackBibliography: boolean
}

/**
 * `Resolved` is what an entry names, by the paths of what is meant. What leads nowhere is left out and has a problem.
 */
export interface Resolved {
  /** This is the entry, without the names of private entries. */
  readonly entry: Parsed
  /** There is one resolution for each link of the body, at the same index. */
  readonly resolutions: readonly LinkResolution[]
  /** These are the links to other entries, in the order of the body. */
  readonly citations: readonly Citation[]
  /** These are the relations that the entry states in its frontmatter and in inline fields. */
  readonly bearings: readonly {
    readonly relation: StatedRelation
    readonly to: FilePath
    readonly at: RelationStatement['at']
  }[]
  /** For a note, these are the inquiries that it lists. */
  readonly serves: readonly {
    readonly to: FilePath
    /** This is undefined where the note names the inquiry and gives no role. */
    readonly role?: Role | undefined
    readonly because?: string
    readonly at: KeyPath
  }[]
  /** For an inquiry, these are the inquiries to go on to. */
  readonly next: readonly { readonly to: FilePath; readonly because?: string; readonly at: KeyPath }[]
  /** These are the entries that it names as its translations, each with the language that it says. */
  readonly translations: readonly { readonly to: FilePath; readonly lang?: string; readonly at: KeyPath }[]
  /** For a note, these are the works that it is drawn from. */
  readonly sources: readonly Source[]
  /** For a note, these are the entries and the works that repeat its study. */
  readonly replications: readonly Replication[]
  readonly problems: readonly Problem[]
}

/** Resolves everything that an entry names. */
export function resolveEntry(entry: Parsed, context: ResolveContext): Resolved {
  const { names, bibliography, mayLackBibliography } = context
  const problems: Problem[] = []
  const report = (found: Problem | undefined): void => {
    if (found !== undefined) problems.push(found)
  }
  const lookUp: LookUp = (written, field, kind) => {
    const resolution = resolveField(names, entry.path, written, kind)
    const point = (): Point => pointOfField(entry, SCHEMAS[entry.kind], field)
    if (resolution.type === 'found' && resolution.path === entry.path) report(ownName(entry.path, point(), field))
    if (resolution.type === 'found') return resolution.path
    const name = bareName(written, names.wikilinks)
    report(fieldProblem(entry, name, resolution, point, kind))
    return undefined
  }
  const resolutions = entry.links.map((each) => resolveLink(names, entry, each))
  resolutions.forEach((resolution, index) => {
    // The footnote after the authors is of the same work.
    if (entry.links[index]!.cites !== 'authors') report(linkProblem(entry, entry.links[index]!, resolution))
  })
  const bearings = [...inFrontmatter(entry, lookUp), ...inBody(entry, resolutions)]
  const named = {
    bearings: bearings.filter(({ to }) => to !== entry.path),
    serves: entry.kind === 'note' ? listed(entry.data.inquiries, 'inquiries', lookUp) : [],
    next: entry.kind === 'inquiry' ? listed(entry.data.next, 'next', lookUp).filter(({ to }) => to !== entry.path) : [],
    translations: translationsIn(entry, lookUp),
    replications: replicationsOf(entry, bibliography, lookUp),
  }
  // Names are resolved before, because a field that is nothing but a name says itself that it means a draft.
  const shown = withholdFields(names, entry, (found) => {
    if (!problems.some((other) => isSamePlace(other, found))) report(found)
  })
  return {
    entry: shown,
    resolutions,
    citations: citationsOf(entry, resolutions),
    ...(shown === entry ? named : withheldNamed(names, entry.path, named)),
    sources: shown.kind === 'note' ? sourcesOf(shown, names, bibliography, mayLackBibliography, report) : [],
    problems,
  }
}

type Named = Pick<Resolved, 'bearings' | 'serves' | 'next' | 'translations' | 'replications'>

/** Takes the names of private entries out of what an entry says of those that it names. */
const withheldNamed = (names: NameIndex, from: FilePath, { bearings, serves, next, ...named }: Named): Named => {
  const withReason = <T extends { readonly because?: string }>(each: T): T => ({
    ...each,
    ...(each.because !== undefined && { because: withheldIn(names, from, each.because) }),
  })
  return {
    ...named,
    bearings: bearings.map((each) => ({ ...each, relation: withheldIn(names, from, each.relation) })),
    serves: serves.map(withReason),
    next: next.map(withReason),
  }
}

/** Tells whether two links to drafts stand at the same place. */
const isSamePlace = (one: Problem, other: Problem): boolean =>
  one.ruleId === other.ruleId && one.line === other.line && one.column === other.column

/** Says that an entry names itself where a field names others. */
function ownName(path: FilePath, point: Point, field: KeyPath): Problem {
  const name = field[0] === 'study' ? 'replicatedBy' : String(field[0])
  const sentence = `The entry names itself in "${name}", which names others, so it is not shown. Name the one that is meant.`
  return problem('warning', 'field-value', path, point, sentence)
}

/** Gives the path of the entry that a field names. Where there is none, it reports the problem and gives undefined. */
type LookUp = (written: string, field: KeyPath, kind?: 'inquiry') => FilePath | undefined

/** Lists the links from an entry to other entries. */
function citationsOf(from: Parsed, resolutions: readonly LinkResolution[]): Citation[] {
  return resolutions.flatMap((resolution, link) =>
    (resolution.type === 'found' || resolution.type === 'fragment-missing') && resolution.path !== from.path
      ? [{ from, to: resolution.path, link }]
      : [],
  )
}

/** Lists the relations that the frontmatter states. */
function inFrontmatter(entry: Parsed, lookUp: LookUp): Resolved['bearings'] {
  const roles = RELATION_NAMES.flatMap((field) =>
    entry.kind === 'page' || entry.kind === 'canvas'
      ? []
      : entry.data[field].map((to, index) => ({ relation: RELATION_FIELDS[field], to, at: [field, index] })),
  )
  return [...roles, ...entry.stated].flatMap(({ relation, to: name, at }) => {
    const to = lookUp(name, at)
    return to === undefined ? [] : [{ relation, to, at }]
  })
}

/** Lists the relations that inline fields of the body state. */
function inBody({ links }: Parsed, resolutions: readonly LinkResolution[]): Resolved['bearings'] {
  return links.flatMap(({ relation: field, states, point: at }, index) => {
    const resolution = resolutions[index]
    const relation = states ?? (field && RELATION_FIELDS[field])
    return relation !== undefined && resolution?.type === 'found' ? [{ relation, to: resolution.path, at }] : []
  })
}

/** Resolves the translations that the frontmatter names. */
function translationsIn({ data, path }: Parsed, lookUp: LookUp): Resolved['translations'] {
  return data.translations.flatMap(({ lang, to: name }, index) => {
    const at = ['translations', lang ?? index]
    const to = lookUp(name, at)
    return to === undefined || to === path ? [] : [{ to, at, ...(lang !== undefined && { lang }) }]
  })
}

/** Resolves a list of inquiries in the frontmatter. */
function listed<T extends { readonly inquiry: string; readonly because?: string | undefined }>(
  items: readonly T[],
  field: string,
  lookUp: LookUp,
): (Omit<T, 'inquiry' | 'because'> & { to: FilePath; because?: string; at: KeyPath })[] {
  return items.flatMap(({ inquiry, because, ...said }, index) => {
    const to = lookUp(inquiry, [field, index, 'inquiry'], 'inquiry')
    return to === undefined ? [] : [{ ...said, to, at: [field, index], ...(because !== undefined && { because }) }]
  })
}

/** A `LinkInput` is everything that a corpus is made from. */
export interface LinkInput {
  /** These are all parsed files, drafts included, in any order. */
  readonly files: readonly Parsed[]
  /** These are the paths of files that are there but could not be read. */
  readonly unread: readonly FilePath[]
  readonly settings: Settings
  /** The file that the settings are from, where they are from one. */
  readonly settingsFile?: Document
  readonly bibliography: Bibliography
  readonly style: CitationStyle
  /** What formats works in that style. Without one, each corpus formats its works anew. */
  readonly references?: ReferenceFormatter
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** These are the bases of the folder, in the order of their paths. */
  readonly bases?: readonly BaseDefinition[]
  /** These are the commits that last changed the files, where git was asked. */
  readonly revisions?: ReadonlyMap<FilePath, Revision>
  /** These are the relations of a discourse graph, where the folder is one. */
  readonly graph?: GraphRelations
  /** This says which works were retracted or corrected, where that is known. */
  readonly updates?: WorkUpdates
  /** The addresses of pages that the owner of the site wrote, each with a slash at its end. No entry can have them. */
  readonly ownPages?: readonly SitePath[]
}
