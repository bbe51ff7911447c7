/** This file orders the works of a citation as the style does. */
import CSL, { type CiteItem, type Engine } from 'citeproc'

/** An `Item` is a work in a citation. `index` is its index there. */
export type Item = CiteItem & { readonly index: number }

/** `Keys` are what the processor orders works by. */
type Keys = (string | false | undefined)[]

/** An `Ordered` is a work with what it is ordered by, and its authors as a citation names them. */
interface Ordered {
  readonly item: Item
  readonly keys: Keys
  readonly authors: string | undefined
}

/**
 * Orders the works of a citation. Works of the same authors stand together, where the first of them does, if the style
 * has citations of the same authors joined.
 *
 * @param names Names under which what a work is ordered by can be kept. Where a name is undefined, it cannot.
 */
export function sorted(engine: Engine, items: Item[], names: readonly (string | undefined)[]): Item[] {
  if (items.length < 2 || engine.citation_sort.tokens.length === 0) return items
  const ordered = items.map((item) => orderedBy(engine, item, names[item.index]))
  if (!engine.opt.grouped_sort) return inOrder(engine, ordered)
  const byAuthors = inOrder(
    engine,
    ordered.map((each) => ({ ...each, keys: [each.authors, ...each.keys] })),
  ).map((item) => ordered.find((each) => each.item === item)!)
  let place: Keys[number] = false
  const grouped = byAuthors.map(({ item, authors, keys }, index): Ordered => {
    if (index === 0 || authors !== byAuthors[index - 1]!.authors) place = keys[0]
    return { item, authors, keys: [`${String(place)}${index}`, ...keys] }
  })
  return inOrder(engine, grouped)
}

function inOrder(engine: Engine, ordered: readonly Ordered[]): Item[] {
  const pairs = ordered.map(({ item, keys }): [Item, CiteItem] => [item, { id: item.id, sortkeys: keys }])
  return pairs.sort((a, b) => engine.citation.srt.compareCompositeKeys(a, b)).map(([item]) => item)
}

/** What works are ordered by, for each engine by their names. To find it out takes as long as to write the work. */
const known = new WeakMap<Engine, Map<string, Omit<Ordered, 'item'>>>()

function orderedBy(engine: Engine, item: Item, name: string | undefined): Ordered {
  const kept = known.get(engine) ?? new Map<string, Omit<Ordered, 'item'>>()
  known.set(engine, kept)
  const found = name === undefined ? undefined : kept.get(name)
  if (found !== undefined) return { item, ...found }
  const keys = CSL.getSortKeys.call(engine, engine.retrieveItem(item.id), 'citation_sort')
  const authors = engine.opt.grouped_sort ? authorsOf(engine, item.id) : undefined
  if (name !== undefined) kept.set(name, { keys, authors })
  return { item, keys, authors }
}

/** Gives the authors of a work as a citation names them. */
function authorsOf(engine: Engine, id: string): string | undefined {
  engine.tmp.authorstring_request = true
  CSL.getAmbiguousCite.call(engine, engine.retrieveItem(id), engine.registry.registry[id]!.disambig)
  engine.tmp.authorstring_request = false
  return engine.registry.authorstrings[id]
}
