/** This file reads the options of the benchmark. */
import { parseArgs } from 'node:util'
import { ALL_PEERS } from './peers/index.ts'

/** These are the options of a run. */
export interface Options {
  /** These are the names of the scenarios to run; none stands for all. */
  readonly scenarios: readonly string[]
  /** These are the numbers of entries of the corpora. Scenarios that measure one corpus take the first. */
  readonly entries: readonly number[] | undefined
  readonly seed: number
  /** This is how often each thing is measured. Undefined leaves it to the scenario. */
  readonly rounds: number | undefined
  readonly warmups: number
  readonly peers: readonly string[]
  /** This is the revision of this project that is measured as well. */
  readonly against: string | undefined
  /** These are files of BibTeX or CSL-JSON that `references` reads in place of works that are made up. */
  readonly bib: readonly string[]
  /** This is the file that everything measured is written to. */
  readonly json: string | undefined
}

const NAMES = Object.keys(ALL_PEERS)

/** This is the help of the command. */
export const USAGE = `npm run bench -- [scenario …] [options]

  --entries N[,N…]   entries of the corpus (10000; growth: 1000,10000,50000)
  --seed N           another corpus of the same size (1)
  --rounds N         how often each is measured
  --warmups N        rounds before those that count (1)
  --peers A,B|none   ${NAMES.join(', ')} (all)
  --against REV      another revision of this project, next to it
  --bib FILE         works to read, for "references" (6314 made up); may be repeated
  --json FILE        writes everything that was measured`

/**
 * Reads the options from the arguments of the command.
 *
 * @throws {Error} When there is no such option, or it has no such value.
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      entries: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string' },
      warmups: { type: 'string', default: '1' },
      peers: { type: 'string', default: NAMES.join(',') },
      against: { type: 'string' },
      bib: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
    },
  })
  return {
    scenarios: positionals,
    entries: values.entries?.split(',').map(count),
    seed: count(values.seed),
    rounds: values.rounds === undefined ? undefined : count(values.rounds),
    warmups: Number(values.warmups),
    peers: values.peers === 'none' ? [] : values.peers.split(',').map(peer),
    against: values.against,
    bib: values.bib,
    json: values.json,
  }
}

/** Reads a number from 1 on. */
function count(written: string): number {
  const value = Number(written)
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`"${written}" is no count.`)
  return value
}

/** Checks the name of a peer. */
function peer(written: string): string {
  if (!NAMES.includes(written)) throw new RangeError(`There is no peer "${written}": ${NAMES.join(', ')}.`)
  return written
}
