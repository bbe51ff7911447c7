/** This file writes a work as a reference in a citation style. The result is sanitised HTML. */
import { escapeHtml } from '../escape-html.ts'
import { statesOf, workKey } from './citation-processor.ts'
import { localeOf } from './locales.ts'
import { idOf, withEngine } from './processor.ts'
import { inlineHtml } from './reference-html.ts'
import { dateInShort } from './source.ts'
import { APA } from './style.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Csl } from '../model/csl.ts'
import type { ReferenceRequest } from '../model/references.ts'
import type { Source } from '../model/source.ts'

/**
 * Gives the reference of a work as HTML. Its DOI and URL are left out, because the page has them as links. The first
 * call loads the style and takes most of a second. Later calls take milliseconds, once for each work.
 */
export const formatReference = (source: Source, style: CitationStyle = APA, language = 'en'): string =>
  formatAll([{ source, language }], style)[0]!

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
export function formatSafely(request: ReferenceRequest, style: CitationStyle): FormattedReference {
  const { source } = request
  if (source.members !== undefined) return formatAllSafely([request], style)[0]!
  try {
    const html = formatAll([request], style)[0]!
    return html === '' ? { html: plainReference(source), fault: 'nothing of it is in the reference' } : { html }
  } catch (error) {
    return { html: plainReference(source), fault: styleFault(error) }
  }
}

/**
 * Gives the references of many works. The processor is made ready once for all of one language, which takes half the
 * time. Where it cannot write all of them together, each is written by itself.
 */
export function formatAllSafely(requests: readonly ReferenceRequest[], style: CitationStyle): FormattedReference[] {
  const works = requests.map(worksOf)
  const formatted = formatEach(works.flat(), style)
  return works.map((parts) => joined(parts.map((part) => formatted.get(part)!)))
}

/** Gives a work, or the works of a set. */
const worksOf = (request: ReferenceRequest): ReferenceRequest[] =>
  request.source.members?.map((source) => ({ source, language: request.language })) ?? [request]

/** Puts the references of a set one after the other. */
function joined([first, ...others]: readonly FormattedReference[]): FormattedReference {
  const html = others.reduce(
    (before, each) => `${before}${/[.!?](?:<[^<>]*>)*$/.test(before) ? '' : ';'} ${each.html}`,
    first!.html,
  )
  const fault = [first!, ...others].find((each) => each.fault !== undefined)?.fault
  return { html, ...(fault !== undefined && { fault }) }
}

function formatEach(
  requests: readonly ReferenceRequest[],
  style: CitationStyle,
): ReadonlyMap<ReferenceRequest, FormattedReference> {
  const formatted = new Map<ReferenceRequest, FormattedReference>()
  for (const group of Map.groupBy(requests, ({ language }) => localeOf(language)).values())
    formatGroup(group, style).forEach((each, index) => formatted.set(group[index]!, each))
  return formatted
}

/** Gives the references of works in one language. */
function formatGroup(requests: readonly ReferenceRequest[], style: CitationStyle): FormattedReference[] {
  const single = (request: ReferenceRequest): FormattedReference => formatSafely(request, style)
  try {
    const written = formatAll(requests, style)
    return requests.map((request, index) => (written[index] ? { html: written[index] } : single(request)))
  } catch {
    return requests.map(single)
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
 * Makes the reference of a work.
 *
 * @throws {Error} Where the processor does not understand the style.
 */
export const formatWork = (csl: Csl, style: CitationStyle): string => write([csl], [undefined], style, 'en')[0]!

/**
 * Makes the references of works in one language.
 *
 * @throws {Error} Where the processor does not understand the style, or cannot write one of the works.
 */
function formatAll(requests: readonly ReferenceRequest[], style: CitationStyle): string[] {
  const language = requests[0]?.language ?? 'en'
  const kind = { style, locale: localeOf(language), use: 'groups' } as const
  const suffixes = requests.map(({ source, among }) =>
    among === undefined ? undefined : statesOf(among, kind).get(workKey(source))?.year_suffix || undefined,
  )
  // Pages ask for a work together with others that it could be mistaken for. Mostly it is not, and is written the same.
  const places = new Map<string, number>()
  const indices = requests.map(({ source }, index) => {
    const key = `${suffixes[index] ?? ''} ${workKey(source)}`
    places.set(key, places.get(key) ?? index)
    return places.get(key)!
  })
  const first = [...places.values()]
  const written = write(
    first.map((index) => requests[index]!.source.csl),
    first.map((index) => suffixes[index]),
    style,
    language,
  )
  const byIndex = new Map(first.map((index, place) => [index, written[place]!]))
  return indices.map((index) => byIndex.get(index)!)
}

/**
 * Has the processor write works, each as one entry.
 *
 * @param suffixes What tells a work from others of the same year: the number of its letter, from 0.
 */
function write(
  works: readonly Csl[],
  suffixes: readonly (string | undefined)[],
  style: CitationStyle,
  language: string,
): string[] {
  const locale = localeOf(language)
  const entries = withEngine({ style, locale, use: 'references' }, works, (engine) => {
    engine.updateItems(
      works.map((_, index) => idOf(index)),
      true,
    )
    suffixes.forEach((suffix, index) => {
      if (suffix !== undefined) engine.registry.registry[idOf(index)]!.disambig.year_suffix = suffix
    })
    const written = engine.makeBibliography()
    if (written === false) return works.map(() => '')
    const [{ entry_ids: ids }, entries] = written
    // A work of which nothing is written has an id there and no entry, which would shift those after it.
    if (ids.length !== entries.length && works.length > 1) return undefined
    const byId = new Map(ids.map(([id = ''], index) => [id, entries[index] ?? '']))
    return works.map((_, index) => inlineHtml(byId.get(idOf(index)) ?? '', locale))
  })
  if (entries === undefined) throw new Error('not every work has a reference')
  return entries
}
