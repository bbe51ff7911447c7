/** This file measures how the time per entry and the memory of a cold build grow with the corpus. */
import { writeOurCorpus } from '../corpora.ts'
import { compare, medianOf } from '../measure.ts'
import { ourContestant } from '../ours.ts'
import { formatMebibytes, formatMilliseconds, formatRatio, formatSeconds } from '../report/units.ts'
import { ROUNDS, type Scenario } from './scenario.ts'

/** These are the numbers of entries that are measured by default. */
const SIZES = [1_000, 10_000, 50_000]

/** A `Grown` is what the build of one size took. */
interface Grown {
  readonly entries: number
  readonly seconds: number | undefined
  readonly cpuSeconds: number | undefined
  readonly peakMemory: number | undefined
  readonly failure: string | undefined
}

/** Measures growth. */
export const growth: Scenario = async ({ entries = SIZES, seed, rounds = ROUNDS, warmups }, say) => {
  const measured: Grown[] = []
  for (const size of entries) {
    const contestant = ourContestant({ contentDir: writeOurCorpus({ seed, entries: size }) })
    const onProgress = (message: string): void => {
      say(`${size} entries, ${message}`)
    }
    const [result] = await compare([contestant], { rounds, warmups, onProgress })
    measured.push({
      entries: size,
      seconds: medianOf(result!.rounds, (run) => run.seconds),
      cpuSeconds: medianOf(result!.rounds, (run) => run.cpuSeconds),
      peakMemory: medianOf(result!.rounds, (run) => run.peakMemory),
      failure: result!.failure,
    })
  }
  return {
    scenario: 'growth',
    method:
      'Our cold build with search; medians. Memory is that of the process and its children together, read ten times a second.',
    tables: [
      {
        caption: 'Growth',
        head: ['entries', 'seconds', 'an entry', 'of the smallest', 'cpu', 'peak'],
        rows: measured.filter(({ failure }) => failure === undefined).map((each) => row(each, measured[0]!)),
        failures: measured.flatMap(({ entries, failure }) => (failure === undefined ? [] : [`${entries}: ${failure}`])),
      },
    ],
    data: measured,
  }
}

/** Returns the milliseconds that one entry takes. */
const perEntry = ({ seconds: taken, entries }: Grown): number | undefined =>
  taken === undefined ? undefined : (1000 * taken) / entries

function row(each: Grown, smallest: Grown): string[] {
  const [own, first] = [perEntry(each), perEntry(smallest)]
  return [
    String(each.entries),
    formatSeconds(each.seconds),
    formatMilliseconds(own),
    formatRatio(own === undefined || first === undefined ? undefined : own / first),
    formatSeconds(each.cpuSeconds),
    formatMebibytes(each.peakMemory),
  ]
}
