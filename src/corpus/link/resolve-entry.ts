/** Parsed + names → Resolved: where everything that one entry names leads. Pure, per entry. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { pointOfField, type KeyPath } from '../frontmatter/position.ts'
import { bareName } from '../identity.ts'
import { fieldProblem, linkProblem } from './problems.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Names } from './names.ts'
import { RELATION_NAMES, type RelationField } from '../relation-words.ts'
import { resolveField, resolveLink } from './resolve.ts'
import { SCHEMAS } from '../schema.ts'
import { isYearOfPair } from './citation-pair.ts'
import { sourcesOf } from './sources.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, Problem, Role } from '../vocabulary.ts'
import type { Citation, LinkResolution, Attachment, Statement } from '../model/resolved.ts'
import type { Source } from '../model/source.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Updates } from '../model/updates.ts'

/** What everything is called, and what else a name in an entry may mean. */
export interface ResolveContext {
  readonly names: Names
  readonly bibliography: Bibliography
  /** Where there is no bibliography, may a word in `source` be meant as a description and not as a key? */
  readonly mayLackBibliography: boolean
}

/** What an entry names, by the paths of what is meant. What leads nowhere is left out and has a problem. */
export interface Resolved {
  /** Of the links of its body, by their indices. */
  readonly resolutions: readonly LinkResolution[]
  /** Its links to other entries, in the order of its body. */
  readonly citations: readonly Citation[]
  readonly bearings: readonly { readonly field: RelationField; readonly to: FilePath; readonly at: Statement['at'] }[]
  /** Of a note: the inquiries it lists. */
  readonly serves: readonly {
    readonly to: FilePath
    readonly role: Role
    readonly because?: string
    readonly at: KeyPath
  }[]
  /** Of an inquiry: those to go on to. */
  readonly next: readonly { readonly to: FilePath; readonly because?: string; readonly at: KeyPath }[]
  /** Of a note: the works it draws on. */
  readonly sources: readonly Source[]
  readonly problems: readonly Problem[]
}

export function resolveEntry(entry: Parsed, around: ResolveContext): Resolved {
  const { names, bibliography, mayLackBibliography } = around
  const problems: Problem[] = []
  const report = (found: Problem | undefined): void => {
    if (found !== undefined) problems.push(found)
  }
  const lookUp: LookUp = (written, field, kind) => {
    const resolution = resolveField(names, entry.path, written, kind)
    if (resolution.type === 'found') return resolution.path
    const name = bareName(written, names.wikilinks)
    report(fieldProblem(entry, name, resolution, () => pointOfField(entry, SCHEMAS[entry.kind], field), kind))
    return undefined
  }
  const resolutions = entry.links.map((each) => resolveLink(names, entry, each))
  resolutions.forEach((resolution, index) => {
    if (!isYearOfPair(entry.links, index)) report(linkProblem(entry, entry.links[index]!, resolution))
  })
  return {
    resolutions,
    citations: citationsOf(entry, resolutions),
    bearings: [...inFrontmatter(entry, lookUp), ...inBody(entry, resolutions)].filter(({ to }) => to !== entry.path),
    serves: entry.kind === 'note' ? listed(entry.data.inquiries, 'inquiries', lookUp) : [],
    next: entry.kind === 'inquiry' ? listed(entry.data.next, 'next', lookUp).filter(({ to }) => to !== entry.path) : [],
    sources: entry.kind === 'note' ? sourcesOf(entry, names, bibliography, mayLackBibliography, report) : [],
    problems,
  }
}

/** @returns The path of the entry that is meant; of one that is not found, the problem has been reported. */
type LookUp = (written: string, field: KeyPath, kind?: 'inquiry') => FilePath | undefined

function citationsOf(from: Parsed, resolutions: readonly LinkResolution[]): Citation[] {
  return resolutions.flatMap((resolution, link) =>
    (resolution.type === 'found' || resolution.type === 'fragment-missing') && resolution.path !== from.path
      ? [{ from, to: resolution.path, link }]
      : [],
  )
}

function inFrontmatter(entry: Parsed, lookUp: LookUp): Resolved['bearings'] {
  if (entry.kind === 'page') return []
  return RELATION_NAMES.flatMap((field) =>
    entry.data[field].flatMap((name, index) => {
      const at = [field, index]
      const to = lookUp(name, at)
      return to === undefined ? [] : [{ field, to, at }]
    }),
  )
}

function inBody({ links }: Parsed, resolutions: readonly LinkResolution[]): Resolved['bearings'] {
  return links.flatMap(({ relation, point: at }, index) => {
    const resolution = resolutions[index]
    return relation !== undefined && resolution?.type === 'found' ? [{ field: relation, to: resolution.path, at }] : []
  })
}

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

/** What the corpus is made from: every parsed file in any order, and what stands beside them. */
export interface LinkInput {
  readonly files: readonly Parsed[]
  /** Files that are there but could not be read. */
  readonly unread: readonly FilePath[]
  readonly settings: Settings
  readonly bibliography: Bibliography
  readonly style: CitationStyle
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** What became of works, where it is known. */
  readonly updates?: Updates
}
