/**
 * This file evaluates the bases of a corpus. It is done once all links are resolved, and over public entries only, so
 * no row, number or value of a view can come from anything else.
 */
import { compileBase, type CompiledBase } from '../bases/compile.ts'
import type { BaseDefinition } from '../bases/definition.ts'
import type { Vault } from '../bases/environment.ts'
import { readBase } from '../bases/read-base.ts'
import type { FileValue, Instant, LinkValue } from '../bases/values.ts'
import { EntryFile, linkOf, nameAndExtension, plainFile } from '../bases/vault.ts'
import { evaluateView, type ViewContext } from '../bases/view.ts'
import { collatorOf } from '../compare.ts'
import { folderOf } from '../names/file-path.ts'
import { distinctSlugs, slug } from '../names/slug.ts'
import { splitWikilink } from '../names/wikilink.ts'
import type { BasePage, Bases, BaseView, CellPiece, EmbeddedView } from '../model/bases.ts'
import type { Revision } from '../model/history.ts'
import { isPrivate, UNPLACED, type Link } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, Problem } from '../vocabulary.ts'
import type { NameIndex } from './names.ts'
import { resolveLink } from './resolve.ts'
import type { LinkInput, Resolved } from './resolve-entry.ts'
import { privateLink, withheldIn } from './withhold-fields.ts'

/** The page of a base has at most this many rows of each view. */
const MOST_ROWS = 5000
/** A view that has no page of its own has at most this many. */
const MOST_ROWS_IN_ENTRY = 500

/** Tells whether a base may be shown. It has no frontmatter, so where only what is marked is public, it must say so. */
export const isPublicBase = (base: BaseDefinition, { publish }: Pick<Settings, 'publish'>): boolean =>
  !isPrivate({ data: base }, { publish })

/** `BaseInput` is what bases are evaluated from. */
interface BaseInput {
  /** These are the public entries, in the order of their paths. */
  readonly all: readonly Resolved[]
  readonly names: NameIndex
  readonly input: LinkInput
  readonly report: (found: Problem) => void
}

/** Evaluates all bases. The result is undefined where there is none, which costs a look at the links. */
export function basesOf({ all, names, input, report }: BaseInput): Bases | undefined {
  const { settings, bases = [] } = input
  if (!settings.bases) return undefined
  const shown = bases.filter((base) => isPublicBase(base, settings))
  const inEntries = all.filter(({ resolutions }) => resolutions.some(({ type }) => type === 'base' || type === 'view'))
  if (shown.length === 0 && inEntries.length === 0) return undefined
  return new Evaluation({ all, names, input, report }).evaluate(shown, inEntries)
}

/** Gives the addresses of bases that no entry may have, without a slash at the end. */
export const baseAddresses = (bases: Bases | undefined): string[] =>
  bases === undefined || bases.pages.length === 0
    ? []
    : ['/bases', ...bases.pages.map(({ address }) => address.slice(0, -1))]

class Evaluation {
  readonly #files: ReadonlyMap<FilePath, FileValue>
  readonly #context: ViewContext
  readonly #compiled = new Map<BaseDefinition, CompiledBase>()
  readonly #isProperty: (name: string) => boolean
  readonly #names: NameIndex

  constructor({ all, names, input, report }: BaseInput) {
    const { language } = input.settings
    const known = new Map<string, LinkValue | undefined>()
    const resolve = (inside: string, from: FilePath): LinkValue | undefined => {
      // What a name means depends on the folder in which it stands. Many notes have the same names in their fields.
      const key = `${folderOf(from)}\n${inside}`
      if (!known.has(key)) known.set(key, resolveAnew(inside, from))
      return known.get(key)
    }
    const resolveAnew = (inside: string, from: FilePath): LinkValue | undefined => {
      const link = written(splitWikilink(inside, names.wikilinks).name)
      const { label } = splitWikilink(inside, names.wikilinks)
      const found = linkOf(link.target, resolveLink(names, { path: from }, link))
      if (found?.name === '') return undefined
      return found && { ...found, ...(label !== '' && { display: label }) }
    }
    const { revisions = new Map<FilePath, Revision>() } = input
    const dayOf = (path: FilePath): string | undefined => revisions.get(path)?.date.slice(0, 10)
    const files = new Map(
      all.map(({ entry, resolutions }) => [
        entry.path,
        new EntryFile({ entry, resolutions, link: resolve, revised: dayOf(entry.path) }),
      ]),
    )
    const titles = new Map(all.map(({ entry: { path, title } }) => [path, title]))
    for (const { path } of input.bases ?? []) titles.set(path, nameAndExtension(path).name)
    const reported = new Set<string>()
    this.#files = files
    this.#names = names
    this.#isProperty = hyphenatedIn(files)
    this.#context = {
      vault: vaultOf(files, names, resolve),
      files: [...files.values()],
      today: newestDate(files.values()),
      mentioned: new Set(),
      knowsRevisions: revisions.size > 0,
      language,
      collate: collatorOf(language),
      titleOf: (path) => titles.get(path),
      report: (found) => {
        const key = `${found.file ?? ''} ${String(found)}`
        if (!reported.has(key)) report(found)
        reported.add(key)
      },
    }
  }

  evaluate(bases: readonly BaseDefinition[], inEntries: readonly Resolved[]): Bases {
    const { slugs } = distinctSlugs(bases.map((base) => [base, slug(nameAndExtension(base.path).name) || 'base']))
    const pages = bases.map((base): BasePage => {
      const compiled = this.#compile(base)
      return {
        path: base.path,
        title: nameAndExtension(base.path).name,
        address: `/bases/${slugs.get(base)!}/`,
        views: base.views.map((_, index) => this.#evaluate(compiled, index, plainFile(base.path), MOST_ROWS)),
      }
    })
    const byPath = new Map(pages.map((page, index) => [page.path, { page, base: bases[index]! }]))
    const embedded = new Map(inEntries.map((entry) => [entry.entry.path, this.#viewsIn(entry, byPath)]))
    const views = [
      ...pages.flatMap((page) => page.views),
      ...[...embedded.values()].flatMap((each) => [...each.values()].map(({ view }) => view)),
    ]
    const isOther = (path: FilePath): boolean => !this.#files.has(path) && !byPath.has(path)
    const properties = new Set([...this.#compiled.values()].flatMap((each) => each.properties))
    const { mentioned } = this.#context
    return {
      pages,
      embedded,
      usesDates: mentioned.has('today') || mentioned.has('file-times'),
      properties,
      used: [...new Set(views.flatMap((view) => [...filesIn(view)]))].filter(isOther),
    }
  }

  /** Evaluates a view. Nothing that it shows names a private entry. */
  #evaluate(base: CompiledBase, index: number, self: FileValue, most: number): BaseView {
    const view = evaluateView(base, index, self, this.#context, most)
    const { path, views } = base.definition
    const shown = withheldIn(this.#names, path, view)
    if (shown === view) return view
    const { groups: _, ...written } = view
    withheldIn(this.#names, path, written, (link) => this.#context.report(privateLink(path, link, views[index]!.point)))
    return shown
  }

  #compile(base: BaseDefinition): CompiledBase {
    const compiled = this.#compiled.get(base) ?? compileBase(base, this.#isProperty, this.#context.report)
    this.#compiled.set(base, compiled)
    return compiled
  }

  #viewsIn(
    { entry, resolutions }: Resolved,
    pages: ReadonlyMap<FilePath, { page: BasePage; base: BaseDefinition }>,
  ): Map<number, EmbeddedView> {
    const views = new Map<number, EmbeddedView>()
    const self = this.#files.get(entry.path)!
    for (const [index, link] of entry.links.entries()) {
      const resolution = resolutions[index]
      if (link.form !== 'embed' || resolution === undefined) continue
      if (resolution.type === 'view') {
        const base = this.#baseInCode(entry.path, link)
        if (base === undefined) continue
        const view = this.#evaluate(this.#compile(base), 0, self, MOST_ROWS_IN_ENTRY)
        views.set(index, { view })
      } else if (resolution.type === 'base') {
        const { page, base } = pages.get(resolution.path) ?? {}
        if (page === undefined || base === undefined) continue
        if (base.views.length === 0) continue
        const compiled = this.#compile(base)
        const usesSelf = compiled.usesSelf[resolution.view]!
        const view = usesSelf
          ? this.#evaluate(compiled, resolution.view, self, MOST_ROWS_IN_ENTRY)
          : page.views[resolution.view]!
        views.set(index, usesSelf ? { view } : { view, page: page.path })
      }
    }
    return views
  }

  #baseInCode(path: FilePath, { base = '', point }: Link): BaseDefinition | undefined {
    const start = { line: point.line + 1, column: point.column }
    const { definition, problems } = readBase({ path, text: base, start })
    for (const found of problems) this.#context.report(found)
    if (definition !== undefined && definition.views.length > 1) {
      const sentence =
        'The base has several views, and the first is shown. Put the base into a file to have all of them.'
      this.#context.report(problem('warning', 'base-view', path, point, sentence))
    }
    return definition
  }
}

/** Makes a link of a name, as it may stand in a field or an expression. */
function written(name: string): Link {
  const hash = name.indexOf('#')
  return {
    form: 'link',
    by: 'name',
    target: (hash < 0 ? name : name.slice(0, hash)).trim(),
    ...UNPLACED,
  }
}

function vaultOf(
  files: ReadonlyMap<FilePath, FileValue>,
  { attachments }: NameIndex,
  resolve: (inside: string, from: FilePath) => LinkValue | undefined,
): Vault {
  let backlinks: ReadonlyMap<FilePath, LinkValue[]> | undefined
  return {
    resolve: (name, from) => resolve(name, from) ?? { type: 'link', name: '' },
    file: (path) => files.get(path) ?? (attachments.has(path) ? plainFile(path) : undefined),
    backlinks: (path) => (backlinks ??= backlinksOf(files)).get(path) ?? [],
  }
}

function backlinksOf(files: ReadonlyMap<FilePath, FileValue>): Map<FilePath, LinkValue[]> {
  const backlinks = new Map<FilePath, LinkValue[]>()
  for (const file of files.values())
    for (const { path } of file.links) {
      if (path === undefined) continue
      const link: LinkValue = { type: 'link', name: file.name, path: file.path }
      const others = backlinks.get(path)
      if (others === undefined) backlinks.set(path, [link])
      else others.push(link)
    }
  return backlinks
}

/** Tells whether some entry has a property with hyphens in its name. The names are only collected when it is asked. */
function hyphenatedIn(files: ReadonlyMap<FilePath, FileValue>): (name: string) => boolean {
  let names: Set<string> | undefined
  return (name) => {
    names ??= new Set(
      [...files.values()].flatMap(({ properties }) => [...properties.keys()].filter((key) => key.includes('-'))),
    )
    return names.has(name)
  }
}

/** Gives the newest date that an entry has as that of its creation or its last change. */
function newestDate(files: Iterable<FileValue>): Instant | undefined {
  const dates = [...files].flatMap(({ created, updated }) => [created ?? [], updated ?? []].flat())
  return dates.reduce<Instant | undefined>(
    (newest, date) => (newest === undefined || date.time > newest.time ? date : newest),
    undefined,
  )
}

/** Lists the files that a view shows or links to. */
function* filesIn({ groups, summaries = [] }: BaseView): Generator<FilePath> {
  const inPieces = function* (pieces: readonly CellPiece[]): Generator<FilePath> {
    for (const piece of pieces) if (piece.kind === 'file' || piece.kind === 'picture') yield piece.path
  }
  for (const summary of summaries.flat()) yield* inPieces(summary.value)
  for (const { title = [], rows } of groups) {
    yield* inPieces(title)
    for (const { cells, cover } of rows) {
      for (const cell of cells) yield* inPieces(cell)
      if (cover !== undefined && 'path' in cover) yield cover.path
    }
  }
}
