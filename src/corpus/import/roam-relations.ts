/** This file infers the relations of a discourse graph in Roam, as its plugin does: by patterns of pages and blocks. */
import { below, childrenOf, indexGraph, textOf, type RoamBlock, type RoamIndex } from './roam-graph.ts'
import { nodeTypesOf, patternsOf, type RelationPattern, type Triple } from './roam-patterns.ts'

/** An `InferredRelation` is a relation from a page to another one. */
export interface InferredRelation {
  readonly from: RoamBlock
  readonly label: string
  readonly to: RoamBlock
}

/** `Inferred` are all relations of a graph, and the labels of those whose patterns hold a condition that is not known. */
export interface Inferred {
  readonly relations: readonly InferredRelation[]
  readonly unknown: readonly string[]
}

/** Infers the relations of a graph, in the order of its patterns and pages. There are none without the plugin. */
export function inferRelations(pages: readonly RoamBlock[]): Inferred {
  const index = indexGraph(pages)
  const types = nodeTypesOf(index)
  const patterns = patternsOf(index)
  const known = patterns.filter((pattern) =>
    pattern.conditions.flat().every(([, predicate]) => Object.hasOwn(PREDICATES, predicate)),
  )
  const found = new Map<string, InferredRelation>()
  const ids = new Map(pages.map((page, at) => [page, at]))
  for (const pattern of known)
    for (const { from, to } of relationsBy(pattern, index, types))
      if (from !== to)
        found.set(`${pattern.label} ${ids.get(from)!} ${ids.get(to)!}`, { from, label: pattern.label, to })
  return {
    relations: [...found.values()].sort((a, b) => ids.get(a.from)! - ids.get(b.from)!),
    unknown: patterns.filter((pattern) => !known.includes(pattern)).map(({ label }) => label),
  }
}

type Bindings = ReadonlyMap<string, RoamBlock>
type Ends = readonly [subject: RoamBlock | undefined, object: RoamBlock | undefined]

/** Gives the pairs of a subject and an object for which a condition holds, of which some may be known. */
type Predicate = (ends: Ends, index: RoamIndex) => (readonly [RoamBlock, RoamBlock])[]

const some = (block: RoamBlock | undefined): RoamBlock[] => (block === undefined ? [] : [block])

function ancestorsOf(block: RoamBlock, { parentOf }: RoamIndex): RoamBlock[] {
  const parent = parentOf.get(block)
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, { parentOf } as RoamIndex)]
}

/** Makes a predicate of two functions, from the subject to objects and back. */
const predicate =
  (
    objectsOf: (subject: RoamBlock, index: RoamIndex) => readonly RoamBlock[],
    subjectsOf: (object: RoamBlock, index: RoamIndex) => readonly RoamBlock[],
  ): Predicate =>
  ([subject, object], index) => {
    if (subject === undefined && object !== undefined)
      return subjectsOf(object, index).map((each) => [each, object] as const)
    const subjects = subject === undefined ? [...index.pageOf.keys()] : [subject]
    return subjects
      .flatMap((each) => objectsOf(each, index).map((to) => [each, to] as const))
      .filter(([, to]) => object === undefined || to === object)
  }

/** These are the conditions that are known, besides those whose object is a word. */
const RELATIONS: Readonly<Record<string, Predicate>> = {
  references: predicate(
    (block, { referencesOf }) => referencesOf.get(block) ?? [],
    (page, { referencedBy }) => referencedBy.get(page) ?? [],
  ),
  'is in page': predicate((block, { pageOf }) => some(pageOf.get(block)), below),
  'has child': predicate(childrenOf, (block, { parentOf }) => some(parentOf.get(block))),
  'has ancestor': predicate(ancestorsOf, below),
  'has descendant': predicate(below, ancestorsOf),
}
const PREDICATES: Readonly<Record<string, unknown>> = { ...RELATIONS, 'is a': true, 'has title': true }

function* relationsBy(
  { source, destination, conditions }: RelationPattern,
  index: RoamIndex,
  types: ReadonlyMap<string, RegExp>,
): Generator<Pick<InferredRelation, 'from' | 'to'>> {
  const typeOf = (word: string): RegExp | undefined =>
    types.get(word === 'source' ? source : word === 'destination' ? destination : word)
  const holds = ([, condition, word]: Triple, page: RoamBlock): boolean =>
    condition === 'has title' ? textOf(page) === word : (typeOf(word)?.test(textOf(page)) ?? false)
  for (const triples of conditions) {
    const named = (word: string): string | undefined =>
      triples.find(([, condition, object]) => condition === 'is a' && object === word)?.[0]
    const [from, to] = [named('source'), named('destination')]
    if (from === undefined || to === undefined) continue
    for (const bindings of solve(triples, new Map(), index, holds))
      yield { from: bindings.get(from)!, to: bindings.get(to)! }
  }
}

/** Finds everything for which all conditions hold. Those of which most is known come first. */
function* solve(
  triples: readonly Triple[],
  bindings: Bindings,
  index: RoamIndex,
  holds: (triple: Triple, page: RoamBlock) => boolean,
): Generator<Bindings> {
  const [next] = [...triples].sort((a, b) => costOf(a, bindings) - costOf(b, bindings))
  if (next === undefined) {
    yield bindings
    return
  }
  const rest = triples.filter((each) => each !== next)
  const [subject, condition, object] = next
  const relation = RELATIONS[condition]
  const known = bindings.get(subject)
  const pairs =
    relation === undefined
      ? (known === undefined ? index.pages : [known]).filter((page) => holds(next, page)).map((page) => [page] as const)
      : relation([known, bindings.get(object)], index)
  for (const [one, other] of pairs) {
    const more = other === undefined ? [] : [[object, other] as const]
    yield* solve(rest, new Map([...bindings, [subject, one], ...more]), index, holds)
  }
}

function costOf([subject, condition, object]: Triple, bindings: Bindings): number {
  const isWord = condition === 'is a' || condition === 'has title'
  if (bindings.has(subject)) return isWord || bindings.has(object) ? 0 : 1
  if (isWord) return condition === 'has title' ? 2 : 3
  return bindings.has(object) ? 1 : 4
}
