/** What the benchmark is asked to do. */
import { parseArgs } from 'node:util'
import { ALL_PEERS } from './peers/index.ts'

export interface Options {
  readonly scenarios: readonly string[]
  /** Sizes of the corpus; scenarios that want one take the first. */
  readonly entries: readonly number[] | undefined
  readonly seed: number
  /** How often each thing is measured; undefined leaves it to the scenario. */
  readonly rounds: number | undefined
  readonly warmups: number
  readonly peers: readonly string[]
  readonly json: string | undefined
}

const NAMES = Object.keys(ALL_PEERS)

export const USAGE = `npm run bench -- [scenario …] [options]

  --entries N[,N…]   entries of the corpus (10000; growth: 1000,10000,50000)
  --seed N           another corpus of the same size (1)
  --rounds N         how often each is measured
  --warmups N        rounds before those that count (1)
  --peers A,B|none   ${NAMES.join(', ')} (all)
  --json FILE        writes everything that was measured`

/** @throws When an option is none, or has no such value. */
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
    json: values.json,
  }
}

function count(written: string): number {
  const value = Number(written)
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`"${written}" is no count.`)
  return value
}

function peer(written: string): string {
  if (!NAMES.includes(written)) throw new RangeError(`There is no peer "${written}": ${NAMES.join(', ')}.`)
  return written
}
