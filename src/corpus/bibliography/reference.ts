/** This file writes a work as a reference in a citation style. The result is sanitised HTML. */
import { Cite, plugins, type Engine } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { rehype } from 'rehype'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import { escapeHtml } from '../escape-html.ts'
import { APA, styleId } from './style.ts'
import type { Source } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'
import type { CitationStyle } from '../model/citation-style.ts'

/**
 * Gives the reference of a work as HTML. Its DOI and URL are left out, because the page has them as links. The first
 * call loads the style and takes most of a second. Later calls take milliseconds, once for each work.
 */
export const formatReference = ({ csl }: Source, style: CitationStyle = APA): string => formatWork(csl, style)

/** A `FormattedReference` is the reference of a work, and what kept the style from writing it. */
export interface FormattedReference {
  readonly html: string
  /** This is undefined where the reference is in the style. */
  readonly fault?: string
}

/**
 * Gives the reference of a work as HTML, and a plain one where the work is not as the style takes it, for example with
 * a range of dates that begins with a year and ends with a day. So a work costs only its own reference.
 */
export function formatSafely(source: Source, style: CitationStyle): FormattedReference {
  try {
    const html = formatReference(source, style)
    return html === '' ? { html: plainReference(source), fault: 'nothing of it is in the reference' } : { html }
  } catch (error) {
    return { html: plainReference(source), fault: styleFault(error) }
  }
}

/** Gives what can be said of a work without a style: its authors, its year and its title. */
function plainReference({ authors, year, title }: Source): string {
  const by = authors === title ? '' : authors
  return [by, `(${year ?? 'n.d.'}).`, `<i>${escapeHtml(title)}</i>.`]
    .map((part, index) => (index === 0 ? escapeHtml(part) : part))
    .filter(Boolean)
    .join(' ')
}

/** Gives the reason in an error of the processor, in one line. */
export function styleFault(error: unknown): string {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return reason.replace(/^citeproc-js error: |\.$/g, '')
}

/**
 * These are the elements that a reference needs, none of them with attributes. What a work or a style says cannot
 * become any other. The processor puts a reference into `div` elements, which `formatWork` takes out.
 */
const INLINE: Options = {
  tagNames: ['i', 'b', 'em', 'strong', 'sup', 'sub', 'span', 'div'],
  attributes: {},
  strip: ['script', 'style'],
}

const clean = rehype().data('settings', { fragment: true }).use(rehypeSanitize, INLINE).freeze()

/**
 * Makes the reference of a work. The processor writes the id of a work into an attribute as it is, so it is given
 * another id.
 *
 * @throws {Error} Where the processor does not understand the style.
 */
export function formatWork({ URL: _, DOI: __, id: ___, ...work }: Csl, style: CitationStyle): string {
  const html = writeSoundly(work, registered(style))
  return String(clean.processSync(html))
    .replace(/<\/?div[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The processor writes its own words in this language. */
const LANGUAGE = 'en-US'

/** Has the processor write a work. The id is always the same, because the processor keeps works in plain objects. */
function write(work: Csl, style: string): string {
  const cite = new Cite({ ...work, id: 'work' }, { generateGraph: false })
  return cite.format('bibliography', { format: 'html', style, lang: LANGUAGE, nosort: true })
}

/** A style is tried on this work. */
export const SAMPLE: Csl = {
  id: 'sample',
  type: 'article-journal',
  title: 'A title',
  author: [{ family: 'Lee', given: 'Ann' }],
  'container-title': 'A journal',
  issued: { 'date-parts': [[2020]] },
}

/** A `Processor` is the processor with one style, and what it makes of the sample while it is sound. */
interface Processor {
  readonly engine: Engine
  readonly sample: string
}

/** The processors by the names of their styles. */
const processors = new Map<string, Processor>()

/** The processor of a style is made at most so often, because that takes a second each time. */
const MAX_PROCESSORS = 5
const made = new Map<string, number>()

/**
 * Has the processor write a work. Where it fails, half of the work stays in it, and every work after it would fail as
 * well. Its registry is emptied then, and where that is not enough, the processor is made anew.
 *
 * @throws {Error} Where the processor fails, or has failed too often.
 */
function writeSoundly(work: Csl, style: string): string {
  const { engine, sample } = processors.get(style) ?? newProcessor(style)
  try {
    return write(work, style)
  } catch (error) {
    const Registry = engine.registry.constructor as new (engine: Engine) => object
    engine.registry = new Registry(engine)
    if (!isSound(style, sample)) {
      processors.delete(style)
      // The library keeps each engine by the name of its style, for as long as it is one by its prototype.
      Object.setPrototypeOf(engine, null)
    }
    throw error
  }
}

function newProcessor(style: string): Processor {
  const count = (made.get(style) ?? 0) + 1
  made.set(style, count)
  if (count > MAX_PROCESSORS) throw new Error('too many works before it broke the processor')
  const engine = plugins.config.get('@csl').engine([], style, LANGUAGE, 'html')
  const processor = { engine, sample: write(SAMPLE, style) }
  processors.set(style, processor)
  return processor
}

function isSound(style: string, sample: string): boolean {
  try {
    return write(SAMPLE, style) === sample
  } catch {
    return false
  }
}

/**
 * Registers a style with the processor and gives its name there. The processor keeps what it made of a name, so every
 * style gets a name of its own.
 */
function registered(style: CitationStyle): string {
  const { styles } = plugins.config.get('@csl')
  const name = `throughline ${styleId(style)}`
  if (!styles.has(name)) styles.add(name, forReferences(style.xml ?? styles.get(style.name)))
  return name
}

/**
 * Reduces a style to what a single reference needs. Each reference is made by itself and the page numbers and orders
 * them, so numbers and order are taken out. Citations in the text are written elsewhere, so their rules are taken out
 * too. Without order and citations, a reference takes four tenths less time. The processor looks citations up in a
 * plain object, so no citation may be the word `constructor` alone.
 */
function forReferences(xml: string): string {
  const noCitation = '<citation><layout><text variable="title" prefix="of "/></layout></citation>'
  return xml
    .replace(/<citation\b[\s\S]*<\/citation>/, noCitation)
    .replace(/<sort\b[\s\S]*?<\/sort>/g, '')
    .replace(/<(?:text|number)\b[^<>]*\bvariable="citation-number"[^<>]*\/>/g, '')
    .replace(/\bsecond-field-align="[^"]*"/, '')
}
