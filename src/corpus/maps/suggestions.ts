/** This file chooses the entries that a page suggests, with what each of them shares with the entry of the page. */
import type { Corpus } from '../model/corpus.ts'
import type { SharedFacts } from '../model/entry.ts'
import { isInquiry, isNote, type Parsed } from '../model/parsed.ts'
import { featureType, sharedFeatures, type Feature, type SharedFeatures } from './shared-features.ts'
import { suggestRelated } from './suggest-related.ts'
import { tiesOf } from './ties.ts'

/** A `SuggestedEntry` is an entry that a page suggests, with the reason. */
export interface SuggestedEntry {
  readonly entry: Parsed
  readonly shares: SharedFacts
}

/** A page suggests at most this many entries. */
const MOST_SUGGESTED = 3

/**
 * Suggests inquiries for an inquiry that names no next one, and notes for a note that states no relation to another
 * one. Nothing is suggested elsewhere, because what a writer states is better. No writer has said that the two have to
 * do with one another, so a page says that it is a suggestion, and no export takes it for a relation.
 */
export function suggestionsFor(corpus: Corpus, parsed: Parsed): SuggestedEntry[] {
  if (!wantsSuggestions(corpus, parsed)) return []
  const isSameKind = (path: string): boolean => corpus.entries.get(path)!.kind === parsed.kind
  return suggestRelated(featuresOf(corpus), parsed.path, MOST_SUGGESTED, isSameKind).map(({ id, shared }) => ({
    entry: corpus.entries.get(id)!,
    shares: factsOf(corpus, shared),
  }))
}

function wantsSuggestions({ nextFrom, relationsFrom, relationsTo }: Corpus, parsed: Parsed): boolean {
  if (isInquiry(parsed)) return !nextFrom.has(parsed.path)
  return isNote(parsed) && !relationsFrom.has(parsed.path) && !relationsTo.has(parsed.path)
}

/** Counts shared features by what they are. Words of titles are only given where there is nothing better. */
function factsOf({ entries }: Corpus, shared: readonly Feature[]): SharedFacts {
  const counts = { works: 0, notes: 0, inquiries: 0, topics: 0 }
  for (const feature of shared) {
    const type = featureType(feature)
    if (type === 'topic') counts.topics++
    else if (type === 'node')
      counts[feature.startsWith('@') ? 'works' : entries.get(feature)?.kind === 'inquiry' ? 'inquiries' : 'notes']++
  }
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  if (found.length > 0) return Object.fromEntries(found)
  // The first character says what kind of feature it is.
  return { words: shared.slice(0, 2).map((word) => word.slice(1)) }
}

/** Gives the features of a corpus. They depend on nothing that changes while the resolutions stay the same. */
function featuresOf(corpus: Corpus): SharedFeatures {
  const known = cache.get(corpus.resolutions)
  if (known !== undefined) return known
  const features = sharedFeatures(corpus, tiesOf(corpus))
  cache.set(corpus.resolutions, features)
  return features
}

/** Remembers the features, because linking again after only words changed keeps the resolutions as they are. */
const cache = new WeakMap<Corpus['resolutions'], SharedFeatures>()
