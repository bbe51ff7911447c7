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
 * The full reference. Its address is left to the links beside it.
 * The first call loads the style and takes most of a second; the others take milliseconds, once for each work.
 */
export function formatReference(source: Source, style: CitationStyle = APA): string {
  const memory = memoryOf(style)
  const key = referenceKey(source)
  let html = memory.get(key)
  if (html === undefined) memory.set(key, (html = formatWork(source.csl, style)))
  return html
}

/** What a reference is formatted from: works that have the same key have the same reference in a style. */
export const referenceKey = ({ csl }: Source): string => JSON.stringify(csl)

/** Need `formatReference` only look it up? */
export const isRemembered = (key: string, style: CitationStyle): boolean => memoryOf(style).has(key)

/** Spares `formatReference` a work whose reference is known. */
export const rememberReference = (key: string, html: string, style: CitationStyle): void =>
  void memoryOf(style).set(key, html)

const memories = new Map<string, Map<string, string>>()

function memoryOf(style: CitationStyle): Map<string, string> {
  const id = styleId(style)
  const memory = memories.get(id) ?? new Map<string, string>()
  memories.set(id, memory)
  return memory
}

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
