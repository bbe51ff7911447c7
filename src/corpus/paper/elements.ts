/**
 * This file describes the elements that stand in the tree of a paper where a text had links. No text can forge them: the
 * sanitiser has taken out every element that it does not know.
 */
import type { Element, ElementContent, ElementData } from 'hast'
import type { CitedPart } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import type { FilePath } from '../vocabulary.ts'

/** `PaperData` is what such an element says. */
export interface PaperData {
  /** This is the work that a `paper-cite` cites. */
  readonly source?: Source
  /** This is the way in which it is cited. */
  readonly cites?: CitedPart
  /** This is the attachment that a `paper-picture` shows, or to which a `paper-file` leads. */
  readonly path?: FilePath
  /** These describe a picture. */
  readonly picture?: { readonly alt: string; readonly caption?: string; readonly width?: number }
  /** This is the finished Markdown of a `paper-written`. */
  readonly written?: string
}

/** Gives what an element says. Other elements say nothing. */
export const dataOf = ({ data }: Element): PaperData => (data ?? {}) as PaperData

/** Makes an element. */
export const element = (tagName: string, children: ElementContent[] = [], data?: PaperData): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  ...(data !== undefined && { data: data as unknown as ElementData }),
})

/** Makes a text. */
export const text = (value: string): ElementContent => ({ type: 'text', value })

/** A `Cite` is one work of a citation. */
export interface Cite {
  readonly source: Source
  readonly cites?: CitedPart
  readonly prefix?: ElementContent[]
  readonly suffix?: ElementContent[]
}

/** Makes a citation. A set is cited as all of its works. */
export const citation = (cites: readonly Cite[]): Element =>
  element(
    'paper-citation',
    cites.flatMap(({ source, cites, prefix = [], suffix = [] }) => {
      const members = source.members ?? [source]
      return members.map((member, index) =>
        element(
          'paper-cite',
          [
            element('paper-prefix', index === 0 ? prefix : []),
            element('paper-suffix', index === members.length - 1 ? suffix : []),
          ],
          { source: member, ...(cites !== undefined && { cites }) },
        ),
      )
    }),
  )
