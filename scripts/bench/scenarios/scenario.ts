import type { CorpusSize } from '../corpus.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'

/** One thing that is measured. Progress goes to `say`, for those who wait. */
export type Scenario = (options: Options, say: (message: string) => void) => Promise<Report>

/** The size that the goals are set for. */
const GOAL = 10_000

export const sizeOf = ({ seed, entries = [GOAL] }: Options): CorpusSize => ({ seed, entries: entries[0]! })

/** How often a thing is measured where the options do not say. */
export const ROUNDS = 3
