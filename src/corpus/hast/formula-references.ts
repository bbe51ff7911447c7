/** This file gives references to formulas, `\eqref{label}` and `\ref{label}`, their words. Temml leaves them empty. */
import type { Raw } from 'hast'
import { escapeHtml, plainText } from '../escape-html.ts'
import type { Point } from '../vocabulary.ts'

/** A `RenderedFormula` is a formula as MathML, and the TeX that it was made of. */
export interface RenderedFormula {
  readonly raw: Raw
  readonly tex: string
  /** This is where the formula begins in its file. */
  readonly place: Point | undefined
}

/** Matches a reference as Temml writes it. */
const REFERENCE = /<a href='#([^']*)' class="tml-ref( tml-eqref)?"><\/a>/g
/** Matches a label that a reference of TeX names. */
const NAMED = /\\(?:eq)?ref\s*\{([^{}]*)\}/g
/** Matches a line of a formula that has a label and says its tag itself. */
const TAGGED = /<mtr id="([^"]+)"((?:(?!<\/mtr>)[^])*)<\/mtr>/g
const TAG = /<(?:mtext|mrow) class="tml-tag">([^]*)$/

/**
 * Writes the tag of the formula that is meant, or the label where it has none, because nothing else names it.
 *
 * @returns The labels that no formula of the file has, each with the place of the formula that names it first.
 */
export function fillReferences(formulas: readonly RenderedFormula[]): Map<string, Point | undefined> {
  const missing = new Map<string, Point | undefined>()
  if (!formulas.some(({ raw }) => raw.value.includes('class="tml-ref'))) return missing
  const ids = new Set(formulas.flatMap(({ raw }) => [...raw.value.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)))
  const tags = new Map(formulas.flatMap(({ raw }) => [...raw.value.matchAll(TAGGED)].flatMap(tagIn)))
  const labels = new Set(
    formulas.flatMap(({ tex }) => [...tex.matchAll(/\\label\s*\{([^{}]*)\}/g)].map(([, name]) => name)),
  )
  for (const { raw, tex, place } of formulas) {
    const named = [...tex.matchAll(NAMED)].values()
    raw.value = raw.value.replace(REFERENCE, (_, id: string, isEquation?: string) => {
      const label = named.next().value?.[1] ?? ''
      if (!ids.has(id) && !labels.has(label) && !missing.has(label)) missing.set(label, place)
      const words = tags.get(id) ?? `(${escapeHtml(label)})`
      // Without an address, the element only holds the words. It may stand within a formula, where no `span` may.
      const shown = isEquation === undefined ? words.replace(/^\(([^]*)\)$/, '$1') : words
      return ids.has(id) ? `<a href="#${id}">${shown}</a>` : `<a>${shown}</a>`
    })
  }
  return missing
}

function tagIn([, id = '', line = '']: RegExpExecArray): [string, string][] {
  const tag = TAG.exec(line)?.[1]
  return tag === undefined ? [] : [[id, escapeHtml(plainText(tag))]]
}
