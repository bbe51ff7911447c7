/** This file reads a base: YAML in a `.base` file or in a block of code → what it asks for. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type Scalar, YAMLMap } from 'yaml'
import { isAboutPrivacy, readPrivacy } from '../frontmatter/privacy.ts'
import { distinctSlugs, slug } from '../names/slug.ts'
import { problem } from '../problem.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { FilePath, Point, Problem } from '../vocabulary.ts'
import {
  propertyId,
  type BaseDefinition,
  type Filter,
  type Order,
  type PropertyId,
  type ViewDefinition,
  type WrittenExpression,
} from './definition.ts'

/** A `BaseText` is the text of a base, and where it begins in its file. */
export interface BaseText {
  readonly path: FilePath
  readonly text: string
  /** This is the point of the first sign of the text. It is the beginning of the file where it is not given. */
  readonly start?: Point
}

/** A `BaseReading` is what came of a base. It is undefined where the text is no base at all. */
export interface BaseReading {
  readonly definition?: BaseDefinition
  readonly problems: readonly Problem[]
}

/** A longer text than this is no base that a person or Obsidian wrote. */
const MAX_LENGTH = 500_000

/** Reads a base. What is wrong in it is reported, and the rest is kept. This is a pure function. */
export function readBase(base: BaseText): BaseReading {
  if (base.text.length > MAX_LENGTH) {
    const sentence = 'The base is too long to be read. Cut it into several.'
    return { problems: [problem('warning', 'base-invalid', base.path, base.start ?? { line: 1, column: 1 }, sentence)] }
  }
  return new BaseReader(base).read()
}

/**
 * Gives what stands for a base that cannot be read: one without views. Where its text speaks of privacy, nobody can say
 * what it says, so the base is not public.
 */
export const emptyBase = (path: FilePath, text = ''): BaseDefinition => ({
  path,
  ...(/^\W*(?:draft|private|publish|public|published)\W/im.test(text) && { draft: true }),
  formulas: new Map(),
  summaries: new Map(),
  displayNames: new Map(),
  views: [],
})

/** Every view needs a type and a name, and these are the keys that say the rest. */
const TOP_KEYS = ['filters', 'formulas', 'properties', 'summaries', 'views', 'display']
const VIEW_KEYS = [
  ...['type', 'name', 'filters', 'order', 'sort', 'groupBy', 'group_by', 'limit', 'summaries', 'image', 'imageFit'],
  ...['imageAspectRatio', 'cardSize', 'markers', 'indentProperties', 'separator'],
]
/** These keys say how wide or high Obsidian draws something, which a page decides by itself. */
const LAYOUT_KEYS = [
  ...['columnSize', 'rowHeight', 'cardHeight', 'summaryRow', 'mapHeight', 'colSize'],
  // A view that was a map before keeps these.
  ...['coordinates', 'center', 'defaultZoom', 'minZoom', 'maxZoom', 'markerIcon', 'markerColor', 'mapTiles'],
]
/** Views of these types are shown as what they are. */
export const LAYOUTS = ['table', 'cards', 'list'] as const

class BaseReader {
  readonly #base: BaseText
  readonly #lines = new LineCounter()
  readonly #problems: Problem[] = []
  /** These are the types of views that are reported. */
  readonly #types = new Set<string>()

  constructor(base: BaseText) {
    this.#base = base
  }

  read(): BaseReading {
    const { text } = this.#base
    let root: unknown
    try {
      const tree = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: false })
      for (const { message, pos } of tree.errors.slice(0, 1))
        this.#report('base-invalid', pos[0], `The base is not valid YAML: ${sentenceOf(message)}`)
      if (tree.errors.length > 0) return { problems: this.#problems }
      root = tree.contents
    } catch {
      this.#report('base-invalid', 0, 'The base is nested too deeply. Write a simpler one.')
      return { problems: this.#problems }
    }
    // Obsidian makes a new base as an empty file.
    if (root === null || (isScalar(root) && root.value === null))
      return { definition: this.#definition(new YAMLMap()), problems: [] }
    if (!isMap(root)) {
      this.#report('base-invalid', 0, 'A base is a list of "key: value" lines, such as "views:". Write one.')
      return { problems: this.#problems }
    }
    return { definition: this.#definition(root), problems: this.#problems }
  }

  #report(rule: ProblemRule, offset: number, sentence: string): void {
    this.#problems.push(problem('warning', rule, this.#base.path, this.#pointAt(offset), sentence))
  }

  /** Gives the point of an offset of the base in its file. */
  #pointAt(offset: number): Point {
    const { line, col } = this.#lines.linePos(offset)
    const { line: first, column } = this.#base.start ?? { line: 1, column: 1 }
    return { line: Math.max(1, line) + first - 1, column: Math.max(1, col) + column - 1 }
  }

  #definition(root: YAMLMap): BaseDefinition {
    const top = fieldsOf(root)
    for (const [key, pair] of top) {
      if (TOP_KEYS.includes(key) || isAboutPrivacy(key)) continue
      const remedy = didYouMean(nearest(key, TOP_KEYS)) || ` A base has ${TOP_KEYS.slice(0, -1).join(', ')}.`
      this.#report('base-key', offsetOf(pair.key), `The key "${key}" of a base is not read.${remedy}`)
    }
    const filter = this.#filter(top.get('filters')?.value)
    const { value } = readPrivacy(
      Object.fromEntries([...top].flatMap(([key, pair]) => (isAboutPrivacy(key) ? [[key, textIn(pair.value)]] : []))),
    )
    return {
      path: this.#base.path,
      ...(value.draft === 'true' && { draft: true }),
      ...(value.publish !== undefined && { publish: value.publish === 'true' }),
      ...(filter && { filter }),
      formulas: this.#expressions(top.get('formulas')?.value),
      summaries: this.#expressions(top.get('summaries')?.value),
      displayNames: this.#displayNames(top.get('properties')?.value),
      views: this.#views(top.get('views')?.value),
    }
  }

  #written(node: Scalar): WrittenExpression {
    const start = node.range?.[0] ?? 0
    const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
    const text = rawTextIn(node) ?? ''
    const isOneLine = !text.includes('\n') && (isQuoted || node.type === 'PLAIN')
    return { text, point: this.#pointAt(start + (isQuoted ? 1 : 0)), isOneLine }
  }

  #expressions(node: unknown): Map<string, WrittenExpression> {
    const found = new Map<string, WrittenExpression>()
    for (const [name, { key, value }] of fieldsOf(node))
      if (isScalar(value) && value.value !== null) found.set(name, this.#written(value))
      else this.#report('base-key', offsetOf(key), `"${name}" has no expression. Write one after the colon.`)
    return found
  }

  #filter(node: unknown): Filter | undefined {
    if (node === undefined || node === null || (isScalar(node) && (node.value === null || node.value === '')))
      return undefined
    if (isScalar(node)) return { kind: 'statement', statement: this.#written(node) }
    if (isSeq(node)) return { kind: 'and', of: node.items.flatMap((item) => this.#filter(item) ?? []) }
    const parts = [...fieldsOf(node)].flatMap(([key, pair]): Filter[] => {
      if (key !== 'and' && key !== 'or' && key !== 'not') {
        const sentence = `A filter has "and", "or" or "not", and here is "${key}". Write one of them.`
        this.#report('base-key', offsetOf(pair.key), sentence)
        return []
      }
      const of = isSeq(pair.value)
        ? pair.value.items.flatMap((item) => this.#filter(item) ?? [])
        : this.#filter(pair.value)
      return [{ kind: key, of: of === undefined ? [] : [of].flat() }]
    })
    return parts.length === 1 ? parts[0] : { kind: 'and', of: parts }
  }

  #displayNames(node: unknown): Map<PropertyId, string> {
    return new Map(
      [...fieldsOf(node)].flatMap(([name, { value }]) => {
        const shown = textIn(fieldsOf(value).get('displayName')?.value)
        return shown === undefined ? [] : [[propertyId(name), shown] as const]
      }),
    )
  }

  #views(node: unknown): ViewDefinition[] {
    const items = isSeq(node) ? node.items : []
    if (items.length === 0) {
      const sentence = 'The base has no views, so all its rows are in one table. Write "views:" with a list.'
      this.#report('base-key', offsetOf(node), sentence)
    }
    const views = items.length === 0 ? [this.#view(undefined)] : items.map((item) => this.#view(item))
    const { slugs } = distinctSlugs(views.map((view) => [view, slug(view.name) || 'view'] as const))
    return views.map((view) => ({ ...view, anchor: slugs.get(view)! }))
  }

  #view(node: unknown): Omit<ViewDefinition, 'anchor'> {
    const fields = fieldsOf(node)
    const text = (key: string): string | undefined => textIn(fields.get(key)?.value)
    const type = text('type') ?? 'table'
    this.#checkView(type, fields)
    const filter = this.#filter(fields.get('filters')?.value)
    const groupBy = this.#order(fields.get('groupBy')?.value ?? fields.get('group_by')?.value)
    const limit = Number(text('limit'))
    const image = text('image')
    const columns = listIn(fields.get('order')?.value).map(propertyId)
    const markers = text('markers') ?? ''
    return {
      name: text('name') ?? 'View',
      type,
      point: this.#pointAt(offsetOf(node)),
      ...(filter && { filter }),
      columns: columns.length > 0 ? [...new Set(columns)] : ['file.name'],
      sort: itemsIn(fields.get('sort')?.value).flatMap((item) => this.#order(item) ?? []),
      ...(groupBy && { groupBy }),
      ...(limit > 0 && { limit: Math.floor(limit) }),
      summaries: new Map(
        [...fieldsOf(fields.get('summaries')?.value)].flatMap(([name, { value }]) => {
          const summary = textIn(value)
          return summary === undefined ? [] : [[propertyId(name), summary] as const]
        }),
      ),
      ...(image !== undefined && { image: propertyId(image) }),
      imageFit: text('imageFit') === 'contain' ? 'contain' : 'cover',
      imageRatio: Number(text('imageAspectRatio') ?? 1) || 1,
      cardSize: Number(text('cardSize') ?? 200) || 200,
      markers: /^num/i.test(markers) ? 'numbers' : /^none/i.test(markers) ? 'none' : 'bullets',
      isNested: text('indentProperties') === 'true',
      separator: rawTextIn(fields.get('separator')?.value) ?? ', ',
    }
  }

  /**
   * Reports what a view asks for and no page can show. Types of plugins have keys of their own, which are left alone.
   */
  #checkView(type: string, fields: ReadonlyMap<string, Pair>): void {
    if (!(LAYOUTS as readonly string[]).includes(type)) {
      if (this.#types.has(type)) return
      this.#types.add(type)
      const sentence = `A view of the type "${type}" is shown as a table. Choose table, cards or list to have another look.`
      this.#report('base-view', offsetOf(fields.get('type')?.value), sentence)
      return
    }
    for (const [key, pair] of fields) {
      if (VIEW_KEYS.includes(key) || LAYOUT_KEYS.includes(key)) continue
      const remedy = didYouMean(nearest(key, VIEW_KEYS)) || ' It changes nothing here; leave it if Obsidian wrote it.'
      this.#report('base-key', offsetOf(pair.key), `The key "${key}" of a view is not read.${remedy}`)
    }
  }

  #order(node: unknown): Order | undefined {
    if (node === undefined || node === null) return undefined
    const fields = fieldsOf(node)
    const property = textIn(node) ?? textIn(fields.get('property')?.value ?? fields.get('column')?.value)
    if (property === undefined) {
      if (isScalar(node) && node.value === null) return undefined
      this.#report('base-key', offsetOf(node), 'This says by which property to sort or group. Write "property:".')
      return undefined
    }
    return { property: propertyId(property), isDescending: /^desc/i.test(textIn(fields.get('direction')?.value) ?? '') }
  }
}

const sentenceOf = (message: string): string =>
  `${message.replace(/\.?$/, '.')} Put quotation marks around values with such signs.`

function fieldsOf(node: unknown): ReadonlyMap<string, Pair> {
  if (!isMap(node)) return new Map()
  return new Map(node.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])))
}

const offsetOf = (node: unknown): number =>
  (isScalar(node) || isMap(node) || isSeq(node)) && node.range ? node.range[0] : 0

const itemsIn = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : isMap(node) ? [node] : [])

function rawTextIn(node: unknown): string | undefined {
  const value: unknown = isScalar(node) ? node.value : undefined
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? `${value as string | number}` : undefined
}

function textIn(node: unknown): string | undefined {
  const text = rawTextIn(node)?.trim()
  return text === '' ? undefined : text
}

const listIn = (node: unknown): string[] =>
  isSeq(node) ? node.items.flatMap((item) => textIn(item) ?? []) : [textIn(node) ?? []].flat()
