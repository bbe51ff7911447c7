/** This file keeps the citation processor: one engine for each style, each language and each of the two uses. */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import CSL, { type Engine, type NameRegister } from 'citeproc'
import type { Csl } from '../model/csl.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import { withOthersAs } from './csl.ts'
import { engineStyle, type EngineUse } from './engine-style.ts'
import { localeText } from './locales.ts'
import { processorWork } from './processor-work.ts'
import { mendProcessor } from './processor-mends.ts'
import { shortenProcessor } from './processor-shortcuts.ts'
import { styleId } from './style.ts'

if (mendProcessor(CSL)) shortenProcessor(CSL)

/** Gives the text of a style. */
export const styleText = ({ name, xml }: CitationStyle): string => xml ?? plugins.config.get('@csl').styles.get(name)

/** An `EngineKind` says which engine is needed. */
export interface EngineKind {
  readonly style: CitationStyle
  /** This is the name of a locale of CSL. */
  readonly locale: string
  readonly use: EngineUse
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

/** A `Processor` is an engine, the works that it may ask for, and what it makes of the sample while it is sound. */
interface Processor {
  readonly engine: Engine
  readonly use: EngineUse
  readonly locale: string
  works: readonly object[]
  sample: string
}

const processors = new Map<string, Processor>()

/** An engine is made at most so often, because that takes most of a second each time. */
const MAX_PROCESSORS = 5
const made = new Map<string, number>()

/** This stands for the authors who are not named, in a form that no style changes. */
export const OTHERS = '\uE0F0'

/**
 * Runs a function with an engine that knows some works, by the ids that `idOf` gives to their indices. Its registry is a
 * new one each time, because half of a work stays in it where it fails. Where that is not enough, the engine is made
 * anew.
 *
 * @throws {Error} Where the engine fails, has failed too often, or does not understand the style.
 */
export function withEngine<T>(kind: EngineKind, works: readonly Csl[], run: (engine: Engine) => T): T {
  const { style, locale, use } = kind
  const name = `${use}\n${locale}\n${styleId(style)}`
  const processor = processors.get(name) ?? newProcessor(name, kind)
  const { engine } = processor
  try {
    processor.works = forProcessor(works, locale)
    forget(processor)
    return run(engine)
  } catch (error) {
    recover(engine)
    if (sampleOf(processor) !== processor.sample) processors.delete(name)
    throw error
  }
}

/**
 * Has an engine forget all works. Its own function for that compares each work with the others first, and fails where
 * only half of a work is there.
 */
function forget({ engine, use }: Processor): void {
  engine.registry = new engine.registry.constructor(engine)
  if (use === 'references') engine.registry.namereg = NO_REGISTER
  engine.disambiguate = new engine.disambiguate.constructor(engine)
  engine.tmp.loadedItemIDs = {}
}

/**
 * This stands for the register of names, which compares each name with all others to tell apart people whose names look
 * the same in citations, and takes a quarter of the time. A style that is reduced to its references has no such rule: a
 * name is written with its given names, with their initials, or without, as the style says.
 */
const NO_REGISTER: NameRegister = {
  addname: () => undefined,
  delitems: () => ({}),
  evalname: (_id, _name, _position, _least, form, initials) =>
    form === 'short' ? 0 : typeof initials === 'string' ? 1 : 2,
}

/**
 * Has an engine forget what it was doing when it failed. The queue of dates stays: it empties itself before each date,
 * and after a new one the first span of dates lacks its end.
 */
function recover(engine: Engine): void {
  engine.tmp = new engine.tmp.constructor()
  const { adjust } = engine.output
  engine.output = Object.assign(new engine.output.constructor(engine), { adjust })
}

/** Gives what an engine makes of the sample. It is undefined where it fails. */
function sampleOf(processor: Processor): string | undefined {
  try {
    processor.works = forProcessor([SAMPLE], processor.locale)
    const { engine } = processor
    forget(processor)
    engine.updateItems([idOf(0)], true)
    const cited = CSL.getCitationCluster.call(engine, [[engine.retrieveItem(idOf(0)), { id: idOf(0) }]])
    return JSON.stringify([cited, engine.makeBibliography()])
  } catch {
    return undefined
  }
}

/**
 * Gives the id of a work in an engine. The engine writes ids into attributes as they are and keeps works in plain
 * objects, so works are not known by their keys there.
 */
export const idOf = (index: number): string => `work-${index}`

/** Matches the marks with which `citation-processor.ts` tells parts of a citation apart. No work may hold one. */
const MARKS = /[\uFDD0-\uFDEF\uE200-\uE7FF]/g

/** Gives works as an engine takes them. Pages have the addresses of works as links, so these are left out. */
function forProcessor(works: readonly Csl[], locale: string): readonly object[] {
  const items = works.map(({ URL: _, DOI: __, ...work }, index) => ({
    ...withOthersAs(processorWork(withoutMarks(work), locale), OTHERS),
    id: idOf(index),
  }))
  return new Cite(items, { generateGraph: false }).data as object[]
}

function withoutMarks(work: Csl): Csl {
  const json = JSON.stringify(work)
  return json.search(MARKS) < 0 ? work : (JSON.parse(json.replace(MARKS, '\uFFFD')) as Csl)
}

function newProcessor(name: string, { style, locale, use }: EngineKind): Processor {
  const count = (made.get(name) ?? 0) + 1
  made.set(name, count)
  if (count > MAX_PROCESSORS) throw new Error('too many works before it broke the processor')
  const works = { current: undefined as Processor | undefined }
  const sys = {
    retrieveItem: (id: string): object => works.current?.works[Number(id.slice('work-'.length))] ?? {},
    retrieveLocale: localeText,
  }
  const text = engineStyle(styleText(style), use, style.isNumeric)
  const engine = new CSL.Engine(sys, text, locale, true)
  const processor: Processor = { engine, use, locale, works: [], sample: '' }
  works.current = processor
  processor.sample = sampleOf(processor) ?? ''
  processors.set(name, processor)
  return processor
}
