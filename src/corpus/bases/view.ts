/** This file evaluates a view of a base to what a page shows of it. */
import { problem } from '../problem.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { BaseColumn, BaseRow, BaseView, Cell } from '../model/bases.ts'
import { cellOf, isPicture, type CellContext } from './cells.ts'
import type { CompiledBase } from './compile.ts'
import { nameOfProperty, type PropertyId, type ViewDefinition } from './definition.ts'
import type { Limitation } from './environment.ts'
import { readableInstant } from './date-values.ts'
import { FIELDS_OF_FILES } from './evaluate.ts'
import { bareName } from './functions/files.ts'
import { LAYOUTS } from './read-base.ts'
import { Rows, type RowContext } from './rows.ts'
import { SUMMARIES } from './summaries.ts'
import { wordsFor } from '../words/words.ts'
import { is, isEmptyValue, isList, linkTo, type FileValue, type LinkValue, type Value } from './values.ts'

/** A `ViewContext` is what views are evaluated in. */
export interface ViewContext extends RowContext, CellContext {
  /** The limitations are collected here on which any view rests. */
  readonly mentioned: Set<Limitation>
  /** This is true where git says when files were changed last. */
  readonly knowsRevisions: boolean
}

/**
 * Evaluates a view.
 *
 * @param index The number of the view in its base, from 0.
 * @param self The entry that shows the view, or the base itself.
 * @param most The largest number of rows that are needed. `total` counts all of them.
 */
export function evaluateView(
  base: CompiledBase,
  index: number,
  self: FileValue,
  context: ViewContext,
  most: number,
): BaseView {
  const view = base.definition.views[index]!
  const rows = new Rows(base, self, context)
  const orders = view.groupBy === undefined ? view.sort : [view.groupBy, ...view.sort]
  const all = rows.sorted([base.filter, base.viewFilters[index]], orders)
  const limited = view.limit === undefined ? all : all.slice(0, view.limit)
  const shown = limited.slice(0, most)
  const groups =
    view.groupBy === undefined ? [{ value: null, rows: shown }] : rows.grouped(shown, view.groupBy.property)
  const layout = LAYOUTS.find((each) => each === view.type) ?? 'table'
  checkProperties(base, view, context)
  const remarks = new Set<string>()
  const made = groups.map(({ value, rows: members }) => ({
    ...(view.groupBy !== undefined && { title: titleOfGroup(value, self, context) }),
    rows: members.map((file) => rowOf(view, layout, file, rows, context, remarks)),
  }))
  const summaries = layout === 'table' ? summariesOf(base, view, limited, rows, context) : undefined
  const columns = view.columns.map((column) => columnOf(base, column, shown, rows, context.language))
  for (const what of rows.mentioned) context.mentioned.add(what)
  return {
    name: view.name,
    anchor: view.anchor,
    layout,
    columns,
    groups: made,
    total: limited.length,
    ...(summaries && { summaries }),
    ...(layout === 'cards' && cardsOf(view)),
    ...(layout === 'list' && { list: { markers: view.markers, isNested: view.isNested, separator: view.separator } }),
    remarks: [...remarksOn(base, index, layout, rows, context, limited.length), ...remarks],
  }
}

function cardsOf({ image, imageFit, imageRatio, cardSize }: ViewDefinition): Pick<BaseView, 'image' | 'cardSize'> {
  const shape = imageRatio < 0.85 ? 'wide' : imageRatio > 1.2 ? 'tall' : 'square'
  return {
    ...(image !== undefined && { image: { fit: imageFit, shape } }),
    ...(cardSize < 160 ? { cardSize: 'small' } : cardSize > 280 ? { cardSize: 'large' } : {}),
  }
}

function titleOfGroup(value: Value, self: FileValue, context: ViewContext): Cell {
  const cell = cellOf(value, context, self.path)
  return cell.length > 0 ? cell : [{ kind: 'text', text: wordsFor(context.language).bases.none }]
}

function rowOf(
  view: ViewDefinition,
  layout: BaseView['layout'],
  file: FileValue,
  rows: Rows,
  context: ViewContext,
  remarks: Set<string>,
): BaseRow {
  const cells = view.columns.map((column) => cellOf(valueShown(column, file, rows), context, file.path))
  if (layout !== 'cards' || view.image === undefined) return { path: file.path, cells }
  const cover = coverOf(rows.valueOf(view.image, file), file, context, remarks)
  return { path: file.path, cells, ...(cover && { cover }) }
}

/** Gives what a column shows. The name of a note is a link to it. */
const valueShown = (column: PropertyId, file: FileValue, rows: Rows): Value =>
  column === 'file.name' || column === 'file.basename' ? linkTo(file) : rows.valueOf(column, file)

const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i
const ELSEWHERE = 'Pictures on other sites are not loaded.'

/** Finds the picture or the colour at the top of a card. */
function coverOf(value: Value, file: FileValue, context: ViewContext, remarks: Set<string>): BaseRow['cover'] {
  if (isList(value)) return value.length === 0 ? undefined : coverOf(value[0]!, file, context, remarks)
  if (typeof value === 'string' && COLOUR.test(value.trim())) return { colour: value.trim().toLowerCase() }
  const link = linkIn(value, file, context)
  if (link?.href !== undefined) remarks.add(ELSEWHERE)
  return link?.path !== undefined && isPicture(link.path) ? { path: link.path } : undefined
}

function linkIn(value: Value, file: FileValue, { vault }: ViewContext): LinkValue | undefined {
  if (is(value, 'image')) return value.of
  if (is(value, 'link')) return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (/^https?:/i.test(value)) return { type: 'link', name: value, href: value }
  return vault.resolve(bareName(value), file.path)
}

/** Gives the title of a property: what the base says, or its name. */
function titleOf({ definition }: CompiledBase, column: PropertyId, language: string): string {
  const titles: Readonly<Record<string, string>> = wordsFor(language).bases.properties
  const name = nameOfProperty(column)
  const given = definition.displayNames.get(column)?.trim()
  if (given !== undefined) return given
  return column.startsWith('file.') && Object.hasOwn(titles, name) ? titles[name]! : name
}

function columnOf(
  base: CompiledBase,
  column: PropertyId,
  shown: readonly FileValue[],
  rows: Rows,
  language: string,
): BaseColumn {
  const values = shown.map((file) => rows.valueOf(column, file)).filter((value) => !isEmptyValue(value))
  return {
    title: titleOf(base, column, language),
    isNumeric: values.length > 0 && values.every((value) => typeof value === 'number'),
  }
}

function summariesOf(
  { definition, summaries }: CompiledBase,
  view: ViewDefinition,
  all: readonly FileValue[],
  rows: Rows,
  context: ViewContext,
): BaseView['summaries'] {
  if (view.summaries.size === 0) return undefined
  const made = view.columns.map((column) => {
    const name = view.summaries.get(column)
    if (name === undefined) return []
    const values = all.map((file) => rows.valueOf(column, file))
    const custom = summaries.get(name)
    const known = SUMMARIES.get(name.toLowerCase())
    if (custom === undefined && known === undefined) {
      const remedy =
        didYouMean(nearest(name, [...SUMMARIES.keys(), ...summaries.keys()])) || ' Write it under "summaries".'
      const sentence = `There is no summary "${name}".${remedy}`
      if (!summaries.has(name))
        context.report(problem('warning', 'base-expression', definition.path, view.point, sentence))
      return []
    }
    const value = custom === undefined ? known!(values) : rows.summary(custom, values)
    return [{ name, value: cellOf(value, context, definition.path) }]
  })
  return made.some((each) => each.length > 0) ? made : undefined
}

/** Reports columns and orders that name what there is not. */
function checkProperties({ definition, formulas }: CompiledBase, view: ViewDefinition, { report }: ViewContext): void {
  const orders = [...view.sort, ...(view.groupBy === undefined ? [] : [view.groupBy])].map(({ property }) => property)
  for (const property of new Set([...view.columns, ...orders])) {
    const name = nameOfProperty(property)
    const isMissing =
      (property.startsWith('formula.') && !formulas.has(name)) ||
      (property.startsWith('file.') && !Object.hasOwn(FIELDS_OF_FILES, name))
    if (!isMissing) continue
    const what = property.startsWith('file.') ? 'field of files' : 'formula'
    const known = property.startsWith('file.') ? Object.keys(FIELDS_OF_FILES) : [...formulas.keys()]
    const remedy = didYouMean(nearest(name, known)) || ' Take it out of the view.'
    const sentence = `The view "${view.name}" asks for the ${what} "${name}", and there is none.${remedy}`
    report(problem('warning', 'base-expression', definition.path, view.point, sentence))
  }
}

/** Says what readers of the page must know of the view. Nothing of an expression is shown, which may name a draft. */
function* remarksOn(
  base: CompiledBase,
  index: number,
  layout: BaseView['layout'],
  rows: Rows,
  { today, language, knowsRevisions }: ViewContext,
  total: number,
): Generator<string> {
  const words = wordsFor(language)
  const { remarks } = words.bases
  const { type } = base.definition.views[index]!
  const leftOut = base.leftOut[index]!
  if (type !== layout) yield remarks.asTable(type)
  if (total === 0 && base.properties.includes('ext')) yield remarks.onlyNotes
  if (leftOut > 0) yield words.count(remarks.filtersLeftOut, leftOut)
  if (rows.budget.isSpent()) yield remarks.tooMuchWork
  else if (rows.refused.size > 0) yield remarks.valuesLeftOut
  const notParsed = base.definition.views[index]!.columns.some((column) => {
    const name = nameOfProperty(column)
    return column.startsWith('formula.') && base.formulas.has(name) && base.formulas.get(name) === undefined
  })
  if (notParsed) yield remarks.emptyColumn
  if (rows.mentioned.has('today') && today !== undefined)
    yield remarks.today(readableInstant(language, { ...today, hasTime: false }))
  if (rows.mentioned.has('file-times')) yield remarks[knowsRevisions ? 'timesOfCommits' : 'timesOfNotes']
  for (const what of ['icon', 'html'] as const) if (rows.mentioned.has(what)) yield remarks[what]
}
