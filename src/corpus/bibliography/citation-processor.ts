/** This file has the processor write citations in the text, and tell works apart. */
import CSL, { type AmbigConfig, type CiteItem, type Engine } from 'citeproc'
import type { Citation, Cite } from '../model/citations.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Csl } from '../model/csl.ts'
import type { Source } from '../model/source.ts'
import { PREFIX_ENDS, SUFFIX_BEGINS, withLinkMarks, type Written } from './citation-marks.ts'
import { sorted, type Item } from './citation-order.ts'
import { localeOf } from './locales.ts'
import { idOf, OTHERS, withEngine, type EngineKind } from './processor.ts'
import { inlineHtml } from './reference-html.ts'
import { styleId } from './style.ts'

/** Gives the text of a work by which results are kept: works with the same text are written the same. */
export function workKey({ csl, members }: Source): string {
  let key = keys.get(csl)
  const whole = (): string => JSON.stringify(members === undefined ? csl : [csl, ...members.map((each) => each.csl)])
  if (key === undefined) keys.set(csl, (key = whole()))
  return key
}

const keys = new WeakMap<Csl, string>()

/**
 * Writes a citation as HTML with the marks of `citation-marks.ts`. It depends on nothing but the citation and the style,
 * because a work says itself from which others it has to be told apart.
 *
 * @throws {Error} Where the processor cannot write it.
 */
export function writeCitation(citation: Citation, style: CitationStyle): string {
  const { cites, language, isNarrative } = citation
  const kind: EngineKind = { style, locale: localeOf(language), use: cites.length > 1 ? 'citations' : 'citation' }
  const states = cites.map(({ source, among }) =>
    among === undefined ? undefined : statesOf(among, kind).get(workKey(source)),
  )
  const works = new Set([...cites.map(({ source }) => source), ...cites.flatMap(({ among = [] }) => among)])
  return withEngine(
    kind,
    [...works].map(({ csl }) => csl),
    (engine) => {
      const ids = new Map([...works].map((source, index) => [source, idOf(index)]))
      // The processor looks at the names of all works that it knows, to see which of them need initials.
      if (cites.some(({ among }) => among !== undefined)) engine.updateItems([...ids.values()], true)
      cites.forEach(({ source, number = 0 }, index) => register(engine, ids.get(source)!, number, states[index]))
      const items = sorted(
        engine,
        cites.map((cite, index) => citeItem(cite, ids.get(cite.source)!, index)),
        // What a work is ordered by depends on nothing else where it has no number and nobody mistakes it.
        cites.map(({ source, among, number }) => ((among ?? number) === undefined ? workKey(source) : undefined)),
      )
      const authors = isNarrative ? authorsOf(engine, cites[0]!) : undefined
      const html = cluster(engine, items, authors !== undefined)
      const order = items.map(({ index }) => index)
      const numbers = order.flatMap((index) => cites[index]!.number ?? [])
      const written = { html, order, layout: layoutOf(engine) }
      const more = { ...(authors !== undefined && { authors }), ...(numbers.length > 0 && { numbers }) }
      return inlineHtml(withLinkMarks({ ...written, ...more }), kind.locale)
    },
  )
}

/** Gives what a style writes around a citation. */
export function layoutOf({ citation: { opt } }: Engine): Written['layout'] {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')
  return {
    prefix: escaped(opt.layout_prefix),
    suffix: escaped(opt.layout_suffix),
    decorations: opt.layout_decorations.filter(([, value]) => value !== 'normal').length,
  }
}

/** Gives a work as the processor takes it in a citation. */
export function citeItem({ prefix, suffix, label, locator, suppressesAuthor }: Cite, id: string, index: number): Item {
  return {
    id,
    index,
    ...(locator !== undefined && { locator, label: label ?? 'page' }),
    ...(prefix.trim() !== '' && { prefix: `${prefix.trim()} ${PREFIX_ENDS}` }),
    ...(suffix.trim() !== '' && { suffix: SUFFIX_BEGINS + suffix.trimEnd() }),
    ...(suppressesAuthor === true && { 'suppress-author': true }),
  }
}

/** Puts a work where the processor looks for it. It is not added as usual, which compares it with all others. */
function register(engine: Engine, id: string, number: number, state: AmbigConfig | undefined): void {
  const disambig = state === undefined ? new CSL.AmbigConfig() : CSL.cloneAmbigConfig(state)
  engine.registry.registry[id] = { id, seq: number, offset: 0, disambig, ref: engine.retrieveItem(id) }
}

/** Writes works that are cited together. */
function cluster(engine: Engine, items: readonly Item[], isAfterAuthors: boolean): string {
  engine.marksDelimiters = true
  const list = items.map((item): [object, CiteItem] => [
    engine.retrieveItem(item.id),
    item.index === 0 && isAfterAuthors ? { ...item, 'suppress-author': true } : { ...item },
  ])
  // A range such as [1–3] would swallow the locator of a work in it, and the words around it.
  const { opt } = engine.citation
  const { collapse } = opt
  if (collapse === 'citation-number' && items.some(({ locator, prefix, suffix }) => locator ?? prefix ?? suffix))
    opt.collapse = ''
  try {
    return CSL.getCitationCluster.call(engine, list)
  } finally {
    if (collapse !== undefined) opt.collapse = collapse
  }
}

/** Writes the authors of a work as a part of a sentence. A style that does not name them in citations gives none. */
function authorsOf(engine: Engine, { source, number }: Cite): string {
  // The words "et al." are not of the style here, so they are written in the language of the page like those of a style.
  if (number !== undefined) return source.authors.replace(/ et al\.$/, ` ${OTHERS}`)
  const item: CiteItem = { id: idOf(0), 'author-only': true }
  const html = CSL.getCitationCluster.call(engine, [[engine.retrieveItem(idOf(0)), item]])
  return /^\[(?:NO_PRINTED_FORM|CSL STYLE ERROR)/.test(html) ? source.authors : html
}

/** How works are told apart, by their keys. */
type States = ReadonlyMap<string, AmbigConfig>

/** The groups that are remembered, by style and then by language and works. */
const groups = new Map<string, Map<string, States>>()

/** This many groups of works are remembered for a style. */
const MAX_GROUPS = 5_000

/** Finds out how works are told apart from each other. */
export function statesOf(among: readonly Source[], kind: EngineKind): States {
  const id = styleId(kind.style)
  const known = groups.get(id) ?? new Map<string, States>()
  groups.set(id, known)
  const name = JSON.stringify([kind.locale, among.map(workKey)])
  const found = known.get(name) ?? findStates(among, { ...kind, use: 'groups' })
  if (known.size >= MAX_GROUPS) known.clear()
  known.set(name, found)
  return found
}

function findStates(among: readonly Source[], kind: EngineKind): States {
  return withEngine(
    kind,
    among.map(({ csl }) => csl),
    (engine) => {
      engine.updateItems(among.map((_, index) => idOf(index)))
      const { registry } = engine.registry
      return new Map(
        among.map((source, index) => [workKey(source), CSL.cloneAmbigConfig(registry[idOf(index)]!.disambig)]),
      )
    },
  )
}
