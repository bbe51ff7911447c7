/** This file describes what a base asks for: its filters, formulas and views, as they are written. */
import type { FilePath, Point } from '../vocabulary.ts'

/** A `WrittenExpression` is an expression that is not parsed yet. */
export interface WrittenExpression {
  readonly text: string
  /** This is the point in the file at which the expression begins. */
  readonly point: Point
  /** This is true where an offset in the expression is a column in the file too. */
  readonly isOneLine: boolean
}

/** A `Filter` is a statement, or filters of which all, any or none must hold. */
export type Filter =
  | { readonly kind: 'statement'; readonly statement: WrittenExpression }
  | { readonly kind: 'and' | 'or' | 'not'; readonly of: readonly Filter[] }

/**
 * A `PropertyId` names a property: `file.name`, `note.status` or `formula.age`. What has none of these beginnings is a
 * property of notes, and so is what begins with `property.`, as the first versions of Obsidian's Bases wrote it.
 */
export type PropertyId = `file.${string}` | `note.${string}` | `formula.${string}`

/** An `Order` is a property to sort by, and its direction. */
export interface Order {
  readonly property: PropertyId
  readonly isDescending: boolean
}

/** A `ViewDefinition` is what a base asks for in one view. */
export interface ViewDefinition {
  readonly name: string
  readonly anchor: string
  /** This is the type as it is written. `table`, `cards` and `list` are shown as what they are. */
  readonly type: string
  readonly point: Point
  readonly filter?: Filter
  readonly columns: readonly PropertyId[]
  readonly sort: readonly Order[]
  readonly groupBy?: Order
  readonly limit?: number
  /** These are the names of summaries by the properties that they summarise. */
  readonly summaries: ReadonlyMap<PropertyId, string>
  readonly image?: PropertyId
  readonly imageFit: 'cover' | 'contain'
  /** This is the height of a picture for a width of 1. */
  readonly imageRatio: number
  readonly cardSize: number
  readonly markers: 'bullets' | 'numbers' | 'none'
  readonly isNested: boolean
  readonly separator: string
}

/** A `BaseDefinition` is what a base asks for. */
export interface BaseDefinition {
  /** This is the file in which the base stands: a `.base` file, or a note with a block of code. */
  readonly path: FilePath
  /** This is what its fields about privacy say. Obsidian has none in a base, so mostly there is nothing. */
  readonly draft?: boolean
  readonly publish?: boolean
  readonly filter?: Filter
  readonly formulas: ReadonlyMap<string, WrittenExpression>
  readonly summaries: ReadonlyMap<string, WrittenExpression>
  readonly displayNames: ReadonlyMap<PropertyId, string>
  readonly views: readonly ViewDefinition[]
}

/**
 * Gives the id of a property as it is written in a base.
 *
 * @example
 * propertyId('status') // 'note.status'
 * propertyId('file.name') // 'file.name'
 */
export const propertyId = (written: string): PropertyId =>
  /^(?:file|note|formula)\./.test(written) ? (written as PropertyId) : `note.${written.replace(/^property\./, '')}`

/** Gives the name of a property without the kind before it. */
export const nameOfProperty = (id: PropertyId): string => id.slice(id.indexOf('.') + 1)
