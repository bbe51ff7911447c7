/**
 * This file keeps what linking found out, for the next time. Nothing in the cache is ever changed in place: it holds
 * the results of pure functions for as long as all that they depend on is the same. Mostly one file changes at a time,
 * and with it none of the names that other files may mean.
 */
import type { BaseDefinition } from '../bases/definition.ts'
import type { Bibliography } from '../bibliography/bibliography.ts'
import { doiOf } from '../updates/registered-doi.ts'
import { isPrivate, type Parsed } from '../model/parsed.ts'
import { compareText } from '../compare.ts'
import type { Corpus } from '../model/corpus.ts'
import { indexNames, languagesOf, type NameIndex } from './names.ts'
import { isPublicBase } from './bases.ts'
import { headingsAsWritten } from './fragments.ts'
import { relink, type Linked } from './relink.ts'
import { resolveEntry, type Resolved, type ResolveContext, type LinkInput } from './resolve-entry.ts'
import { withholdBase, withholdFields, withholdWorks } from './withhold-fields.ts'
import { withhold } from './withhold.ts'
import type { Problem } from '../vocabulary.ts'

/** `Known` is what the last run of linking found out. */
interface Known {
  readonly input: LinkInput
  readonly sorted: readonly Parsed[]
  readonly context: ResolveContext
  readonly resolved: WeakMap<Parsed, Resolved>
  /** These are the bases, without the names of private entries. */
  readonly bases: readonly BaseDefinition[]
  /** These are the problems of the bibliography and of bases. */
  readonly problems: readonly Problem[]
}

/** A `LinkCache` keeps the resolutions of entries from one run of linking to the next. */
export class LinkCache {
  #known: Known | undefined
  #last: Linked | undefined

  /** Returns the corpus where only the words of files have changed since the last run. It is undefined otherwise. */
  relink(input: LinkInput): Corpus | undefined {
    const corpus = this.#last && relink(this.#last, input)
    if (corpus !== undefined) this.#last = { input, corpus }
    return corpus
  }

  /** Keeps the corpus of an input for the next run. */
  remember(input: LinkInput, corpus: Corpus): Corpus {
    this.#last = { input, corpus }
    return corpus
  }

  /**
   * Resolves what the public entries name. Entries for which nothing changed are not resolved again.
   *
   * @param sorted All files, drafts included, in the order of their paths.
   * @returns The public ones of them, resolved, in the same order. The names of private entries are taken out of them.
   */
  resolve(input: LinkInput, sorted: readonly Parsed[]): Resolved[] {
    const { context, resolved } = (this.#known = this.#stillKnown(input, sorted) ?? learn(input, sorted))
    const entries = sorted.filter((file) => !isPrivate(file, input.settings))
    return entries.map((entry) => {
      const known = resolved.get(entry) ?? resolvedEntry(entry, context)
      resolved.set(entry, known)
      return known
    })
  }

  /**
   * Resolves what one file names, a draft or not, with the names of all others as they were in the last run of
   * `resolve`. It takes no longer in a large corpus than in a small one.
   *
   * @throws {RangeError} Where nothing was linked yet.
   */
  resolveOne(entry: Parsed): Resolved {
    if (this.#known === undefined) throw new RangeError('Nothing was linked yet.')
    const { context } = this.#known
    const { entriesByPath } = context.names
    const known = entriesByPath.get(entry.path)
    // Its links to its own headings lead to those that it has now. To copy all entries takes longer than all else.
    if (known !== undefined && namedAlike(known, entry)) return resolveEntry(entry, context)
    const names = { ...context.names, entriesByPath: new Map(entriesByPath).set(entry.path, entry) }
    return resolveEntry(entry, { ...context, names })
  }

  /** These are the names by which everything can be found, as they were in the last run of `resolve`. */
  get names(): NameIndex | undefined {
    return this.#known?.context.names
  }

  /** These are the works and the bases of the last run of `resolve`, without the names of private entries. */
  get shown(): (Pick<Known, 'bases' | 'problems'> & { readonly bibliography: Bibliography }) | undefined {
    return this.#known && { ...this.#known, bibliography: this.#known.context.bibliography }
  }

  /** Gives what is known from the last run, where names still mean the same. It is undefined otherwise. */
  #stillKnown(input: LinkInput, sorted: readonly Parsed[]): Known | undefined {
    const known = this.#known
    if (known === undefined || !sameExceptFiles(known.input, input)) return undefined
    const isSame =
      known.sorted.length === sorted.length && sorted.every((file, index) => namedAlike(file, known.sorted[index]!))
    return isSame ? { ...known, input, sorted } : undefined
  }
}

/** Resolves an entry, after the names of private entries were taken out of it. */
const resolvedEntry = (file: Parsed, context: ResolveContext): Resolved =>
  resolveEntry(withhold(context.names, file), context)

/** Collects the names by which everything can be found that is in some files. */
export const namesIn = (input: LinkInput): NameIndex =>
  learn(
    input,
    [...input.files].sort((a, b) => compareText(a.path, b.path)),
  ).context.names

/** Collects all names anew. */
function learn(input: LinkInput, sorted: readonly Parsed[]): Known {
  const { settings, bibliography, attachments, unread } = input
  const names = indexNames(
    sorted.filter((file) => !isPrivate(file, settings)),
    sorted.filter((file) => isPrivate(file, settings)),
    unread,
    attachments,
    bibliography.keys,
    settings.wikilinks,
    settings.dialect,
    namedBases(input),
  )
  const problems: Problem[] = []
  const report = (found: Problem): void => void problems.push(found)
  const bases = (input.bases ?? []).map((base) => withholdBase(names, base, report))
  const context = {
    names: {
      ...names,
      bases: namedBases({ ...input, bases }),
      ...languagesOf(sorted, settings),
      workByDoi: workByDoi(bibliography),
      workAliases: bibliography.aliases,
      acceptsEnds: settings.mode === 'lenient' || settings.dialect === 'obsidian',
      entriesByPath: new Map(
        Array.from(names.entriesByPath, ([path, entry]) => [path, withholdFields(names, withhold(names, entry))]),
      ),
    },
    bibliography: withholdWorks(names, bibliography, report),
    mayLackBibliography: settings.mode === 'lenient',
  }
  return { input, sorted, context, resolved: new WeakMap(), bases, problems }
}

/**
 * Makes a function that finds a work by its DOI. Few sites need it, so the DOIs are collected when it is first asked.
 */
function workByDoi(bibliography: Bibliography): (doi: string) => string | undefined {
  let keys: Map<string, string> | undefined
  return (doi) => {
    keys ??= new Map(
      bibliography.keys.flatMap((key) => {
        const source = bibliography.get(key)
        const own = source && doiOf(source)
        return own === undefined ? [] : [[own, key] as const]
      }),
    )
    return keys.get(doi)
  }
}

/** Collects the names of bases and of their views. */
const namedBases = ({ bases = [], settings }: LinkInput): NameIndex['bases'] =>
  new Map(
    (settings.bases ? bases : []).map((base) => [
      base.path,
      { isPublic: isPublicBase(base, settings), views: base.views },
    ]),
  )

/** Tells whether everything but the files themselves is the same: settings, bibliography, attachments, unread files. */
function sameExceptFiles(one: LinkInput, other: LinkInput): boolean {
  return (
    one.settings === other.settings &&
    one.bibliography === other.bibliography &&
    one.attachments === other.attachments &&
    one.bases === other.bases &&
    one.unread.join('\n') === other.unread.join('\n')
  )
}

/**
 * Tells whether two versions of a file are named in the same way, so that every link and every field that may mean the
 * one would mean the other.
 */
const namedAlike = (one: Parsed, other: Parsed): boolean => one === other || namingFacts(one) === namingFacts(other)

/** Gives everything by which other files may name a file, or a part of it, as one text. */
function namingFacts(file: Parsed): string {
  const { path, kind, id, title, titleHeading, zettelIds, data, blocks, anchors } = file
  const { aliases, permalink, redirectFrom, draft, publish, lang } = data
  return JSON.stringify([
    path,
    kind,
    id,
    title,
    titleHeading,
    zettelIds,
    aliases,
    permalink,
    redirectFrom,
    draft,
    publish,
    lang,
    blocks,
    anchors,
    headingsAsWritten(file),
  ])
}
