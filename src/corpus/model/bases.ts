/** This file describes the views of bases once they are evaluated: tables, cards and lists of public entries. */
import type { FilePath, SitePath } from '../vocabulary.ts'

/** A `CellPiece` is a part of what a cell shows. What it links to is known by path, because addresses come later. */
export type CellPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** This is a link to an entry or to another file of the folder. */
  | { readonly kind: 'file'; readonly path: FilePath; readonly text: string }
  | { readonly kind: 'url'; readonly href: string; readonly text: string }
  | { readonly kind: 'topic'; readonly key: string; readonly text: string }
  | { readonly kind: 'picture'; readonly path: FilePath; readonly text: string }
  | { readonly kind: 'check'; readonly isChecked: boolean }

/** A `Cell` is what a row shows of a property. */
export type Cell = readonly CellPiece[]

/** A `BaseColumn` is a property that a view shows. */
export interface BaseColumn {
  readonly title: string
  /** This is true where every value is a number. */
  readonly isNumeric: boolean
}

/** A `BaseRow` is one entry in a view. */
export interface BaseRow {
  readonly path: FilePath
  readonly cells: readonly Cell[]
  /** For cards, this is what stands at the top: a picture, or a colour as `#rrggbb`. */
  readonly cover?: { readonly path: FilePath } | { readonly colour: string }
}

/** A `BaseGroup` holds the rows with the same value of a property. A view without groups has one, without a title. */
export interface BaseGroup {
  readonly title?: Cell
  readonly rows: readonly BaseRow[]
}

/** A `BaseView` is a view of a base with all that is in it. */
export interface BaseView {
  readonly name: string
  /** This is the id of the view on the page of its base. */
  readonly anchor: string
  readonly layout: 'table' | 'cards' | 'list'
  readonly columns: readonly BaseColumn[]
  readonly groups: readonly BaseGroup[]
  /** This is the number of rows, of which `groups` may hold only the first. */
  readonly total: number
  /** For a table, these are the summaries of the columns, at the same index as the column. */
  readonly summaries?: readonly (readonly { readonly name: string; readonly value: Cell }[])[]
  /** These are sentences about what the view does not show as Obsidian does. */
  readonly remarks: readonly string[]
  /** For cards, this is whether a picture is cut so that it fills its frame, and the form of the frame. */
  readonly image?: { readonly fit: 'cover' | 'contain'; readonly shape: 'wide' | 'square' | 'tall' }
  readonly cardSize?: 'small' | 'large'
  /**
   * For a list, this is what stands before an item, whether its properties are lines of their own, and what parts them.
   */
  readonly list?: {
    readonly markers: 'bullets' | 'numbers' | 'none'
    readonly isNested: boolean
    readonly separator: string
  }
}

/** A `BasePage` is a `.base` file with its views. */
export interface BasePage {
  readonly path: FilePath
  readonly title: string
  /** This is the address of its page, without the site's base. */
  readonly address: SitePath
  readonly views: readonly BaseView[]
}

/** An `EmbeddedView` is a view that an entry shows. */
export interface EmbeddedView {
  readonly view: BaseView
  /** This is the file of the base. It is undefined for a block of code, and where the view depends on the entry. */
  readonly page?: FilePath
}

/** These are all views of a site. */
export interface Bases {
  /** The pages are in the order of their paths. */
  readonly pages: readonly BasePage[]
  /** This is true where a view asks for the day of the build, or for when a file was created or changed. */
  readonly usesDates: boolean
  /** These are the names of properties that views ask for, so that something reads them. */
  readonly properties: ReadonlySet<string>
  /** These are the files that views show or link to, and that are no entries. */
  readonly used: readonly FilePath[]
  /** These are the views that entries show, by the paths of the entries and the indices of the links. */
  readonly embedded: ReadonlyMap<FilePath, ReadonlyMap<number, EmbeddedView>>
}
