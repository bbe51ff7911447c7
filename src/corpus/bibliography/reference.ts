/** A work → its reference in a style, as sanitised HTML. */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { rehype } from 'rehype'
import rehypeSanitize from 'rehype-sanitize'
import { APA, styleId } from './style.ts'
import type { Source } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'
import type { CitationStyle } from '../model/citation-style.ts'

/**
 * Writes a work as a full reference in a style. The address of the work is left to the links beside the reference.
 * The first call loads the style, which takes most of a second; each of the others takes milliseconds.
 */
export const formatReference = ({ csl }: Source, style: CitationStyle = APA): string => formatWork(csl, style)

const clean = rehype().data('settings', { fragment: true }).use(rehypeSanitize).freeze()

/** Throws where the style is not as the processor wants it. */
export function formatWork({ URL: _, DOI: __, ...work }: Csl, style: CitationStyle): string {
  const options = { format: 'html', style: registered(style), lang: 'en-US', nosort: true } as const
  const html = new Cite(work, { generateGraph: false }).format('bibliography', options)
  return String(clean.processSync(html))
    .replace(/<\/?div[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** @returns The name under which the processor knows it. What it makes of a name it keeps, so another style has another. */
function registered(style: CitationStyle): string {
  const { styles } = plugins.config.get('@csl')
  const name = `throughline ${styleId(style)}`
  if (!styles.has(name)) styles.add(name, forReferences(style.xml ?? styles.get(style.name)))
  return name
}

/**
 * Each is formatted by itself, and the page numbers them: so without the numbers of references, their order, and the rules for citations
 * in the text, which no page prints. Order and citations take four tenths of the time.
 */
function forReferences(xml: string): string {
  const noCitation = '<citation><layout><text variable="title"/></layout></citation>'
  return xml
    .replace(/<citation\b[\s\S]*<\/citation>/, noCitation)
    .replace(/<sort\b[\s\S]*?<\/sort>/g, '')
    .replace(/<(?:text|number)\b[^<>]*\bvariable="citation-number"[^<>]*\/>/g, '')
    .replace(/\bsecond-field-align="[^"]*"/, '')
}
