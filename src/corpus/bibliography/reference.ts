/** This file writes a work as a reference in a citation style. The result is sanitised HTML. */
import { Cite, plugins, type Engine } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { rehype } from 'rehype'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import { escapeHtml } from '../escape-html.ts'
import { withOthersAs } from './csl.ts'
import { processorWork } from './processor-work.ts'
import { dateInShort } from './source.ts'
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

/**
 * Gives the references of many works. The processor is made ready once for all of them, which takes half the time. Where
 * it cannot write all of them together, each is written by itself.
 */
export function formatAllSafely(sources: readonly Source[], style: CitationStyle): FormattedReference[] {
  const single = (source: Source): FormattedReference => formatSafely(source, style)
  try {
    const written = formatWorks(
      sources.map(({ csl }) => csl),
      style,
    )
    return sources.map((source, index) => (written[index] ? { html: written[index] } : single(source)))
  } catch {
    return sources.map(single)
  }
}

/** Gives what can be said of a work without a style: its authors, its year and its title. */
function plainReference({ authors, csl, title }: Source): string {
  const by = authors === title ? '' : authors
  return [by, `(${escapeHtml(dateInShort(csl))}).`, `<i>${escapeHtml(title)}</i>.`]
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
 * Makes the reference of a work.
 *
 * @throws {Error} Where the processor does not understand the style.
 */
export const formatWork = (work: Csl, style: CitationStyle): string => formatWorks([work], style)[0]!

/**
 * Makes the references of works.
 *
 * @throws {Error} Where the processor does not understand the style, or cannot write one of the works.
 */
const formatWorks = (works: readonly Csl[], style: CitationStyle): string[] =>
  writeSoundly(works, registered(style)).map((html) =>
    String(clean.processSync(html))
      .replace(/<\/?div[^>]*>/g, ' ')
      .replace(BEFORE_OTHERS, (_, comma: string) => `${comma} et al.`)
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** This stands for the authors who are not named, in a form that no style changes. */
const OTHERS = '\uE0F0'
/** Matches it with what a style writes before it, and a full stop after it, of which one is enough. */
const BEFORE_OTHERS = /(,?)(?:\s+(?:&#x26;|&amp;|and))?\s*\uE0F0\.?/g

/** The processor writes its own words in this language. */
const LANGUAGE = 'en-US'

/**
 * Has the processor write works, each as one entry. The processor writes the id of a work into an attribute as it is,
 * and keeps works in plain objects, so it is given other ids.
 */
function write(works: readonly Csl[], style: string): string[] {
  const items = works.map(({ URL: _, DOI: __, ...work }, index) => ({
    ...withOthersAs(processorWork(work), OTHERS),
    id: `work-${index}`,
  }))
  const cite = new Cite(items, { generateGraph: false })
  const options = { format: 'html', style, lang: LANGUAGE, nosort: true, asEntryArray: true } as const
  const entries = cite.format('bibliography', options)
  // Entries are in the order of the works, and an entry that is missing would shift those after it.
  if (works.length === 1) return [entries[0]?.[1] ?? '']
  if (entries.length !== works.length) throw new Error('not every work has a reference')
  return entries.map(([, html]) => html)
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
 * Has the processor write works. Where it fails, half of a work stays in it, and every work after it would fail as
 * well. Its registry is emptied then, and where that is not enough, the processor is made anew.
 *
 * @throws {Error} Where the processor fails, or has failed too often.
 */
function writeSoundly(works: readonly Csl[], style: string): string[] {
  const { engine, sample } = processors.get(style) ?? newProcessor(style)
  try {
    return write(works, style)
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
  const processor = { engine, sample: writeSample(style) }
  processors.set(style, processor)
  return processor
}

const writeSample = (style: string): string => write([SAMPLE], style).join()

function isSound(style: string, sample: string): boolean {
  try {
    return writeSample(style) === sample
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
 * Reduces a style to what a single reference needs. The page numbers and orders
 * references, and each stands for itself, so numbers, order and dashes in place of repeated authors are taken out. Citations in the text are written elsewhere, so their rules are taken out
 * too. Without order and citations, a reference takes four tenths less time. The processor looks citations up in a
 * plain object, so no citation may be the word `constructor` alone.
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
