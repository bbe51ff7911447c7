/**
 * This file measures a build after one word of one note has changed, with the cache of the build before it. Another
 * revision of this project can be measured next to it, on the same changes.
 */
import { earlierContestant } from '../against.ts'
import { writeOurCorpus } from '../corpora.ts'
import { measure, measureSteps, medianOf, type Contestant, type Measured } from '../measure.ts'
import { pairedRatio } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { formatMebibytes, formatRatio, formatSeconds } from '../report/units.ts'
import { changeFirstWord, notesIn, evenlySpaced, uniqueWord } from './edit.ts'
import { sizeOf, type Scenario } from './scenario.ts'

const ROUNDS = 5

/** A `Rebuilder` is a contestant, and what its builds took. */
interface Rebuilder {
  readonly contestant: Contestant
  readonly cold: Measured
  readonly warm: Measured[]
}

/** This says how many pages a build rendered, and how many it kept from the cache. */
interface Pages {
  readonly rendered: number
  readonly kept: number | undefined
}

/** Measures rebuilds. */
export const rebuild: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const contentDir = writeOurCorpus(size, 'edited')
  const contestants = [
    ourContestant({ contentDir }),
    ...(options.against === undefined ? [] : [earlierContestant(options.against, { contentDir })]),
  ]
  const rebuilders: Rebuilder[] = []
  for (const contestant of contestants) {
    say(`cold build: ${contestant.name}`)
    rebuilders.push({ contestant, cold: await measure(contestant), warm: [] })
  }
  const notes = evenlySpaced(notesIn(contentDir), options.rounds ?? ROUNDS)
  for (const [round, note] of notes.entries()) {
    changeFirstWord(contentDir, note, uniqueWord(round))
    for (const { contestant, warm } of rebuilders) {
      say(`rebuild ${round + 1}, ${note}: ${contestant.name}`)
      warm.push(await measureSteps(contestant.steps))
    }
  }
  return {
    scenario: 'rebuild',
    method:
      'A cold build, then, several times, one word of another note is changed and the site built again over what is there; medians, and the median of the ratios round by round.',
    tables: [
      {
        caption: `${size.entries} entries`,
        head: [
          '',
          'cold',
          'cpu',
          'rebuild',
          'cpu',
          'of cold',
          'cpu',
          'peak',
          'rendered',
          'kept',
          'ours is of it',
          'cpu',
        ],
        rows: rebuilders.map((rebuilder) => row(rebuilder, rebuilders[0]!)),
      },
    ],
    data: {
      size,
      notes,
      rebuilders: rebuilders.map(({ contestant, ...runs }) => ({ name: contestant.name, ...runs })),
    },
  }
}

function row({ contestant, cold, warm }: Rebuilder, ours: Rebuilder): string[] {
  const [seconds, cpu] = [medianOf(warm, (run) => run.seconds), medianOf(warm, (run) => run.cpuSeconds)]
  const pages = pagesOf(warm[0]!.output)
  return [
    contestant.name,
    formatSeconds(cold.seconds),
    formatSeconds(cold.cpuSeconds),
    formatSeconds(seconds),
    formatSeconds(cpu),
    formatRatio(share(seconds, cold.seconds)),
    formatRatio(share(cpu, cold.cpuSeconds)),
    formatMebibytes(medianOf(warm, (run) => run.peakMemory)),
    String(pages?.rendered ?? '?'),
    String(pages?.kept ?? '?'),
    ...(contestant === ours.contestant
      ? ['', '']
      : [
          formatRatio(paired(ours, warm, ({ seconds }) => seconds)),
          formatRatio(paired(ours, warm, ({ cpuSeconds }) => cpuSeconds)),
        ]),
  ]
}

const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined ? undefined : part / whole

/** Returns how many times what another contestant took is what this project took, where it is known. */
function paired(
  { warm }: Rebuilder,
  others: readonly Measured[],
  of: (run: Measured) => number | undefined,
): number | undefined {
  const [own, other] = [warm.flatMap((run) => of(run) ?? []), others.flatMap((run) => of(run) ?? [])]
  return own.length === 0 || own.length !== other.length ? undefined : pairedRatio(own, other)
}

/** Reads the numbers of pages from the output of a build, such as `pages: 12 rendered, 9988 kept`. */
function pagesOf(output: string): Pages | undefined {
  const said = /pages:\s*([\d,]+) rendered(?:\D+([\d,]+) kept)?/i.exec(output)
  if (said === null) return undefined
  const number = (digits: string): number => Number(digits.replaceAll(',', ''))
  return { rendered: number(said[1]!), kept: said[2] === undefined ? undefined : number(said[2]) }
}
