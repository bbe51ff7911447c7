/** How references are written: a style of CSL, the Citation Style Language. */
import type { Settings } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import type { CitationStyle } from '../model/citation-style.ts'

export const APA: CitationStyle = { name: 'apa', isNumeric: false }

/** Those that need no file. */
export const BUILT_IN: readonly CitationStyle[] = [
  APA,
  { name: 'vancouver', isNumeric: true },
  { name: 'harvard1', isNumeric: false },
]

/** Styles that have the same id write the same. */
export const styleId = ({ name, xml }: CitationStyle): string => (xml === undefined ? name : `${name}\n${xml}`)

/** The file that the settings name, if they name one, as a path under the content folder. None leaves the content folder. */
export const styleFile = ({ citationStyle }: Settings): FilePath | undefined =>
  /\.csl$/i.test(citationStyle) && !/^[/\\]|(^|[/\\])\.\.([/\\]|$)/.test(citationStyle) ? citationStyle : undefined
