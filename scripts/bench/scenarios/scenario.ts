import type { CorpusSize } from '../corpus.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'

/** A scenario measures one thing. It reports progress to `say`, for a person who waits. */
export type Scenario = (options: Options, say: (message: string) => void) => Promise<Report>

/** This is the number of entries that the goals are set for. */
const GOAL = 10_000

/** Returns the size of the corpus for a scenario that measures one corpus. */
export const sizeOf = ({ seed, entries = [GOAL] }: Options): CorpusSize => ({ seed, entries: entries[0]! })

/** This is how often a thing is measured where the options do not say. */
export const ROUNDS = 3
