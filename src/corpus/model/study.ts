/** This file describes the facts of a study as pages and files for programs show them. */
import type { DataSet } from '../schema/data-set.ts'
import type { StudyData } from '../schema/study.ts'
import type { Ref } from './ref.ts'
import type { DeadLink } from './updates.ts'

/** A `ReplicatingWork` is a work that repeats a study. */
export interface ReplicatingWork {
  readonly key?: string
  /** This is author and year, as in `Zhao et al., 2025`. */
  readonly short: string
  /** This is the page of the work. It is undefined where no entry draws on the work. */
  readonly href?: string
}

/**
 * A `Study` is what a note says of the study behind its claim. What is not stated is not there, and no list is empty.
 */
export interface Study extends Readonly<Omit<StudyData, 'data' | 'effect' | 'replicatedBy'>> {
  /** These are the data sets, and which of their addresses are dead. */
  readonly data?: readonly (DataSet & { readonly dead?: DeadLink })[]
  readonly effects?: readonly StudyData['effect'][number][]
  readonly replicatedBy?: readonly (Ref | ReplicatingWork)[]
}
