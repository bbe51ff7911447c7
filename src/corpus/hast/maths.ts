/** This file turns formulas into MathML. */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import temml from 'temml'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { PREFIX } from './fragments.ts'
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
  visit(tree, 'element', (node, index, parent) => {
    const classes = node.properties.className
    if (node.tagName !== 'code' || !Array.isArray(classes) || parent === undefined || index === undefined)
      return undefined
    if (!classes.includes('maths') && !classes.includes('maths-display')) return undefined
    const display = classes.includes('maths-display')
    try {
      const value = fit(temml.renderToString(toString(node), { displayMode: display, throwOnError: true }))
      parent.children[index] = display ? scrollable(value, node.properties.id) : { type: 'raw', value }
      file.data.hasMaths = true
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).replace(AROUND_REASON, '')
      file.message(`The formula does not parse: ${reason.replace(/\.?$/, '.')} Mend its TeX; it is shown as written.`, {
        ...(node.position && { place: node.position.start }),
        ruleId: 'maths' satisfies ProblemRule,
      })
    }
    return SKIP
  })
}

/** Matches what the parser adds to a reason: its own name before it, and a picture of the position after it. */
const AROUND_REASON = /^(?:ParseError:)?\s*|\s+at (?:position \d+|end of input):.*$/gs

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
function scrollable(value: string, id: Element['properties'][string]): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      ...(typeof id === 'string' && { id }),
      className: ['maths-display'],
      tabIndex: 0,
      role: 'group',
      ariaLabel: 'Formula',
    },
    children: [{ type: 'raw', value }],
  }
}
