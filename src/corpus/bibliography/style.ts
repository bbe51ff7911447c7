/** This file lists the citation styles that need no file. */
import type { Settings } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import type { CitationStyle } from '../model/citation-style.ts'

/**
 * This is the style of the American Psychological Association, which is used where the style that is named cannot be.
 */
export const APA: CitationStyle = { name: 'apa', isNumeric: false }

/** These are the styles that need no file. */
export const BUILT_IN: readonly CitationStyle[] = [
  APA,
  { name: 'vancouver', isNumeric: true },
  { name: 'harvard1', isNumeric: false },
]

/** Gives the id of a style. Styles with the same id write the same references. */
export const styleId = ({ name, xml }: CitationStyle): string => (xml === undefined ? name : `${name}\n${xml}`)

/**
 * Gives the path of the style file that the settings name. It is undefined where they name none. A path that leaves the
 * content folder counts as none.
 *
 * @example
 * styleFile({ ...DEFAULT_SETTINGS, citationStyle: 'nature.csl' }) // 'nature.csl'
 * styleFile({ ...DEFAULT_SETTINGS, citationStyle: '../nature.csl' }) // undefined
 */
export const styleFile = ({ citationStyle }: Settings): FilePath | undefined =>
  /\.csl$/i.test(citationStyle) && !/^[/\\]|(^|[/\\])\.\.([/\\]|$)/.test(citationStyle) ? citationStyle : undefined
