/**
 * This command measures how good suggestions are: `node scripts/related-quality.ts FOLDER…`. It hides a fifth of
 * the ties between two entries of a vault, chosen from a seed, and asks for the ten best suggestions for the entries at
 * both ends; then the next fifth, until each tie was hidden once. It prints how many of the hidden ends are among the
 * ten, next to the ten entries that have most ties.
 */
import { basename, resolve } from 'node:path'
import { sharedFeatures } from '../src/corpus/maps/shared-features.ts'
import { suggestRelated } from '../src/corpus/maps/suggest-related.ts'
import { tiesFrom, tiesOf, type NodeId, type TiedPair, type Ties } from '../src/corpus/maps/ties.ts'
import type { Corpus } from '../src/corpus/model/corpus.ts'
import { Site } from '../src/site/site.ts'
import { seededRandom } from './bench/corpus/random.ts'

const ASKED = 10
const PARTS = 5

/** Gives every pair of tied nodes once, from the node that states the tie. */
const pairsOf = (ties: Ties): TiedPair[] =>
  [...ties.values()].flatMap(({ id, ties: own }) =>
    own.flatMap(({ to, type, isInward }): TiedPair[] => (isInward ? [] : [[id, to.id, type]])),
  )

/** Counts how many of the hidden ends a ranking has among its first. */
function hits(hidden: readonly TiedPair[], firstFor: (id: NodeId) => readonly NodeId[]): number {
  const known = new Map<NodeId, readonly NodeId[]>()
  const first = (id: NodeId): readonly NodeId[] => {
    const found = known.get(id) ?? firstFor(id)
    known.set(id, found)
    return found
  }
  return hidden.reduce((sum, [a, b]) => sum + Number(first(a).includes(b)) + Number(first(b).includes(a)), 0)
}

/** Hides some ties of a corpus, and counts the hidden ends among the suggestions and among the most tied entries. */
function measurePart(corpus: Corpus, pairs: readonly TiedPair[], hidden: readonly TiedPair[]) {
  const isHidden = new Set(hidden)
  const kinds = tiesOf(corpus)
  const left = tiesFrom(
    pairs.filter((pair) => !isHidden.has(pair)),
    (id) => kinds.get(id)?.kind,
  )
  const features = sharedFeatures(corpus, left)
  const count = (id: NodeId): number => left.get(id)?.ties.length ?? 0
  const popular = [...corpus.entries.keys()].sort((a, b) => count(b) - count(a))
  return {
    suggested: hits(hidden, (id) => suggestRelated(features, id, ASKED).map((each) => each.id)),
    popular: hits(hidden, (id) => {
      const tied = new Set([id, ...(left.get(id)?.ties ?? []).map(({ to }) => to.id)])
      return popular.filter((other) => !tied.has(other)).slice(0, ASKED)
    }),
  }
}

/** Measures a vault and gives the row of a table. */
async function measure(folder: string): Promise<string> {
  const { corpus } = await Site.open(resolve(folder))
  const { below } = seededRandom(1, 'hidden ties')
  const pairs = pairsOf(tiesOf(corpus))
  const between = pairs.filter(([from, to]) => corpus.entries.has(from) && corpus.entries.has(to))
  const parts = [...Map.groupBy(between, () => below(PARTS)).values()].map((part) => measurePart(corpus, pairs, part))
  const sum = (name: 'suggested' | 'popular'): number => parts.reduce((all, part) => all + part[name], 0)
  const share = (number: number): string => (number / (2 * between.length)).toFixed(2)
  const [ours, theirs] = [sum('suggested'), sum('popular')]
  const cells = [basename(folder), corpus.entries.size, between.length, share(ours), share(theirs)]
  return `| ${cells.join(' | ')} | ${(ours / theirs).toFixed(1)} |`
}

const folders = process.argv.slice(2)
if (folders.length === 0) throw new RangeError('Which folders?')
console.log('| vault | entries | ties | suggested | most tied | ratio |\n| --- | --- | --- | --- | --- | --- |')
for (const folder of folders) console.log(await measure(folder))
