/** This file makes of a style what an engine of the citation processor needs for one of its uses. */

/**
 * These are the uses of an engine: references, a citation of one work, citations of several works, groups of works
 * that have to be told apart, and all citations of a page. Each engine has only the rules that its use needs, because the rules of order take most
 * of a second to read.
 */
export type EngineUse = 'references' | 'citation' | 'citations' | 'groups' | 'page'

/**
 * Gives the part of a style that a use needs, with what its authors did not think of.
 *
 * @param xml The text of the style.
 */
export function engineStyle(xml: string, use: EngineUse, isNumeric: boolean): string {
  const whole = withCirca(xml)
  return use === 'references' ? forReferences(whole) : forCitations(whole, use, isNumeric)
}

/**
 * Reduces a style to what a single reference needs. The page numbers and orders
 * references, and each stands for itself, so numbers, order and dashes in place of repeated authors are taken out. So
 * are the rules for citations. Without order and citations, a reference takes four tenths less time. The processor
 * looks citations up in a plain object, so no citation may be the word `constructor` alone.
 */
function forReferences(xml: string): string {
  const noCitation = '<citation><layout><text variable="title" prefix="of "/></layout></citation>'
  return xml
    .replace(/<citation\b[\s\S]*<\/citation>/, noCitation)
    .replace(/<sort\b[\s\S]*?<\/sort>/g, '')
    .replace(/<(?:text|number)\b[^<>]*\bvariable="citation-number"[^<>]*\/>/g, '')
    .replace(/\bsubsequent-author-substitute(-rule)?="[^"]*"/g, '')
    .replace(/\bsecond-field-align="[^"]*"/, '')
}

/**
 * Reduces a style to its citations. Only works that are cited together have an order, and only among works that have to
 * be told apart the order of the references counts, in which the letters after years are given. Numbers are given in
 * the order of citation.
 */
function forCitations(xml: string, use: EngineUse, isNumeric: boolean): string {
  const withOrder = (part: string, isNeeded: boolean): string =>
    isNeeded ? part : part.replace(/<sort\b[\s\S]*?<\/sort>/g, '')
  return xml
    .replace(/<citation\b[\s\S]*<\/citation>/, (part) => withOrder(part, use === 'citations' || use === 'page'))
    .replace(/<bibliography\b[\s\S]*<\/bibliography>/, (part) =>
      withOrder(part, use === 'groups' || (use === 'page' && !isNumeric)).replace(
        /<layout\b[\s\S]*<\/layout>/,
        '<layout><text variable="title"/></layout>',
      ),
    )
}

const DATE = /<date\b([^<>]*\bvariable="issued"[^<>]*?)(\/>|>[^]*?<\/date>)/g
const AFFIX = /\s(?:prefix|suffix)="[^"]*"/g
const CIRCA = '<choose><if is-uncertain-date="issued" match="any"><text term="circa" form="short"/></if></choose>'

/**
 * Has a style say "c." before a date that is about right. Many styles, Chicago and Vancouver among them, never ask
 * whether a date is, and print it as if it were certain. Those that do ask stay as they are.
 */
function withCirca(xml: string): string {
  if (/\bis-uncertain-date=/.test(xml)) return xml
  return xml.replace(DATE, (_, attributes: string, rest: string) => {
    const affixes = (attributes.match(AFFIX) ?? []).join('')
    return `<group delimiter=" "${affixes}>${CIRCA}<date${attributes.replace(AFFIX, '')}${rest}</group>`
  })
}
