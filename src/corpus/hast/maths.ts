/** This file turns formulas into MathML. */
import type { Element, Raw, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { fillReferences, type RenderedFormula } from './formula-references.ts'
import { PREFIX } from './fragments.ts'
import { Macros, Preamble, reasonOf } from '../tex/macros.ts'
import { textWords } from '../mdast/text-words.ts'
import { mayHave, mayHold } from './inventory.ts'
import { replaceNoncharacters } from './slots.ts'

declare module 'vfile' {
  interface DataMap {
    /** This is true where the body has formulas. */
    hasMaths: boolean
  }
}
declare module 'hast' {
  /** A `raw` node may stand in a tree. */
  interface RootContentMap {
    raw: Raw
  }
  /** A `raw` node may stand in an element. */
  interface ElementContentMap {
    raw: Raw
  }
  /** A `Raw` is finished HTML of our own making, which is printed as it is. */
  interface Raw extends Node {
    type: 'raw'
    value: string
  }
}

/** Turns TeX formulas into MathML. A formula that does not parse stays as it was written, and a message says why. */
export const maths: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'code') || !mayHave(file, 'className')) return
  let macros: Macros | undefined
  const formulas: RenderedFormula[] = []
  visit(tree, 'element', (node, index, parent) => {
    const classes = node.properties.className
    if (node.tagName !== 'code' || !Array.isArray(classes) || parent === undefined || index === undefined)
      return undefined
    if (!classes.includes('maths') && !classes.includes('maths-display')) return undefined
    const display = classes.includes('maths-display')
    try {
      macros ??= new Macros(preambleOf(file.data.dialect?.preamble ?? ''))
      const value = fit(render(macros, toString(node), display))
      // A table scrolls by itself, and so do the formulas in it.
      const isFramed = display && value !== '' && !(parent.type === 'element' && CELLS.has(parent.tagName))
      const tagName = classes.includes('maths') ? 'span' : 'div'
      const raw: Raw = { type: 'raw', value }
      formulas.push({ raw, tex: toString(node), place: node.position?.start })
      parent.children[index] = isFramed ? scrollable(tagName, raw, node.properties.id, textWords(file).formula) : raw
      file.data.hasMaths = true
    } catch (error) {
      file.message(
        `The formula does not parse: ${reasonOf(error).replace(/\.?$/, '.')} Mend its TeX; it is shown as written.`,
        {
          ...(node.position && { place: node.position.start }),
          ruleId: 'maths' satisfies ProblemRule,
        },
      )
    }
    return SKIP
  })
  for (const [label, place] of fillReferences(formulas))
    file.message(
      `No formula of this file has the label "${label}". Write \\label{${label}} into the one that is meant.`,
      { ...(place && { place }), ruleId: 'maths' satisfies ProblemRule },
    )
}

const CELLS = new Set(['td', 'th'])

/** This is the preamble that was read last. All files of a site have the same. */
let preamble: { readonly tex: string; readonly read: Preamble } | undefined

function preambleOf(tex: string): Preamble {
  if (preamble?.tex !== tex) preamble = { tex, read: new Preamble(tex) }
  return preamble.read
}

/** Renders a formula. One among words that only makes sense on lines of its own is set so. */
function render(macros: Macros, tex: string, isDisplay: boolean): string {
  try {
    return macros.render(tex, isDisplay)
  } catch (error) {
    if (isDisplay || !/only in display mode/.test(reasonOf(error))) throw error
    return macros.render(tex, true)
  }
}

/**
 * Makes MathML fit the page. The page's Content-Security-Policy allows no inline styles, so colours become attributes,
 * and the style sheet does the rest. Formulas are made after sanitising, and TeX can name anything (`\label`) and write
 * any character (`\char`). So ids get their prefix here, and noncharacters are taken out.
 */
function fit(mathml: string): string {
  const styled = mathml.replace(/ style="(?:color:([^;"]+);?)?[^"]*"/g, (_, colour?: string) =>
    colour === undefined ? '' : ` mathcolor="${colour}"`,
  )
  return replaceNoncharacters(styled.replace(/ id="| href='#/g, `$&${PREFIX}`))
}

/** Makes a formula that is wider than the text scroll by itself. It can be scrolled with the keyboard too. */
function scrollable(tagName: 'div' | 'span', raw: Raw, id: Element['properties'][string], ariaLabel: string): Element {
  return {
    type: 'element',
    tagName,
    properties: {
      ...(typeof id === 'string' && { id }),
      className: ['maths-display'],
      tabIndex: 0,
      role: 'group',
      ariaLabel,
    },
    children: [raw],
  }
}
