/** This file describes the nodes of a paper that Markdown has no node for, and Pandoc has. */
import type { BlockContent, DefinitionContent, Literal, Node, Parent, PhrasingContent } from 'mdast'

/** A `Written` is finished Markdown of Pandoc. */
export interface Written extends Literal {
  type: 'written'
  value: string
}

/** A `Span` is text between two signs, such as the superscript `^2^`. */
export interface Span extends Parent {
  type: 'span'
  open: string
  close: string
  /** In sub- and superscripts of Pandoc, a space ends the text. */
  hasNoSpaces?: boolean
  children: PhrasingContent[]
}

/** A `Formula` is TeX. */
export interface Formula extends Literal {
  type: 'formula'
  value: string
  isDisplay: boolean
}

/** A `Picture` is an attachment that is shown. */
export interface Picture extends Node {
  type: 'picture'
  url: string
  alt: string
  /** It is undefined where the picture is no figure. */
  caption?: string
  width?: number
}

/** A `Div` holds blocks that belong together. */
export interface Div extends Parent {
  type: 'div'
  className: string
  children: (BlockContent | DefinitionContent)[]
}

/** `Definitions` are terms with what they mean. */
export interface Definitions extends Parent {
  type: 'definitions'
  children: Defined[]
}

/** A `Defined` is a term, or one of its meanings. */
export interface Defined extends Parent {
  type: 'defined'
  isTerm: boolean
  children: (PhrasingContent | BlockContent | DefinitionContent)[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    written: Written
    span: Span
    formula: Formula
    picture: Picture
  }
  interface BlockContentMap {
    div: Div
    definitions: Definitions
    written: Written
  }
  interface RootContentMap {
    written: Written
    span: Span
    formula: Formula
    picture: Picture
    div: Div
    definitions: Definitions
    defined: Defined
  }
}

/** A `Block` is a paragraph, a list and the like. */
export type Block = BlockContent | DefinitionContent

/** Makes a text. */
export const textNode = (value: string): PhrasingContent => ({ type: 'text', value })

/** Makes a paragraph. */
export const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })

export type { PhrasingContent }
