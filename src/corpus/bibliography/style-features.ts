/** This file reads from a style how it cites, as far as that decides what a citation depends on. */
import type { CitationStyle } from '../model/citation-style.ts'
import { styleText } from './processor.ts'
import { styleId } from './style.ts'

/** `StyleFeatures` say what the citations of a style depend on. */
export interface StyleFeatures {
  /** A citation shows the number of a work on its page. */
  readonly isNumeric: boolean
  /** The references are in the order of the alphabet, and have their numbers in that order. */
  readonly isSorted: boolean
  /** Citations are footnotes. */
  readonly isNote: boolean
  /** A citation depends on those before it: it says `ibid.`, or names a work in short where it was named before. */
  readonly isPositional: boolean
  /** A citation shows the page or the chapter that it names. */
  readonly showsLocator: boolean
  /** Which initials tell people of one name apart, and whether they do so in every citation. */
  readonly givenNameRule: string
}

const known = new Map<string, StyleFeatures>()

/** Gives the features of a style. */
export function featuresOf(style: CitationStyle): StyleFeatures {
  const id = styleId(style)
  let features = known.get(id)
  if (features === undefined) known.set(id, (features = readFeatures(styleText(style), style.isNumeric)))
  return features
}

function readFeatures(xml: string, isSaidNumeric: boolean): StyleFeatures {
  const isNote = /<style\b[^>]*\bclass="note"/.test(xml)
  const citation = /<citation\b[\s\S]*?<\/citation>/.exec(xml)?.[0] ?? ''
  const [, firstKey] = /<bibliography\b[^]*?<sort\b[^>]*>\s*<key\b([^>]*)>/.exec(xml) ?? []
  const showsNumber = /\bvariable="citation-number"/.test(citation) || isSaidNumeric
  return {
    isNumeric: showsNumber,
    isSorted: firstKey !== undefined && !/\bvariable="citation-number"/.test(firstKey),
    isNote,
    isPositional: isNote || /\bposition="|\bnear-note|\bet-al-subsequent-/.test(xml),
    showsLocator: /\bvariable="locator"/.test(xml),
    givenNameRule: /\bgivenname-disambiguation-rule="([^"]*)"/.exec(citation)?.[1] ?? 'by-cite',
  }
}
