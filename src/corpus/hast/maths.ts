import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import temml from 'temml'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { PREFIX } from './fragments.ts'
import { unmarked } from './slots.ts'

declare module 'vfile' {
  interface DataMap {
    hasMaths: boolean
  }
}
declare module 'hast' {
  interface RootContentMap {
    raw: Raw
  }
  interface ElementContentMap {
    raw: Raw
  }
  /** Finished HTML of our own making, printed as it is. */
  interface Raw extends Node {
    type: 'raw'
    value: string
  }
}

/** TeX formulas become MathML. One that does not parse stays as it was written, with a message that says why. */
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

/** The parser's name for itself, and its picture of the place, which takes lines of their own. */
const AROUND_REASON = /^(?:ParseError:)?\s*|\s+at (?:position \d+|end of input):.*$/gs

/**
 * Makes MathML fit the page. Its policy allows no inline styles: colours become attributes, the rest is in the style sheet.
 * Formulas come after sanitising, and TeX can name anything (`\label`) and write any character (`\char`), so ids get their prefix
 * and noncharacters leave here.
 */
function fit(mathml: string): string {
  const styled = mathml.replace(/ style="(?:color:([^;"]+);?)?[^"]*"/g, (_, colour?: string) =>
    colour === undefined ? '' : ` mathcolor="${colour}"`,
  )
  return unmarked(styled.replace(/ id="| href='#/g, `$&${PREFIX}`))
}

/** A formula that is wider than the text scrolls by itself, from the keyboard as well. */
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
