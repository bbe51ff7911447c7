/** This file measures a build after one word of one note has changed, with the cache of the build before it. */
import { writeOurCorpus } from '../corpora.ts'
import { measure, measureSteps, type Measured } from '../measure.ts'
import { median } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { formatMebibytes, formatRatio, formatSeconds } from '../report/units.ts'
import { changeFirstWord, notesIn, evenlySpaced, uniqueWord } from './edit.ts'
import { sizeOf, type Scenario } from './scenario.ts'

const ROUNDS = 5

/** A `Rebuilt` is one such build. */
interface Rebuilt {
  readonly note: string
  readonly run: Measured
  readonly pages: Pages | undefined
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
  const contestant = ourContestant({ contentDir })
  say('cold build')
  const cold = await measure(contestant)
  const warm: Rebuilt[] = []
  for (const [round, note] of evenlySpaced(notesIn(contentDir), options.rounds ?? ROUNDS).entries()) {
    say(`rebuild ${round + 1}: ${note}`)
    changeFirstWord(contentDir, note, uniqueWord(round))
    const run = await measureSteps(contestant.steps)
    warm.push({ note, run, pages: pagesOf(run.output) })
  }
  return {
    scenario: 'rebuild',
    method:
      'A cold build, then, several times, one word of another note is changed and the site built again over what is there.',
    tables: [
      {
        caption: `${size.entries} entries`,
        head: ['', 'seconds', 'of the cold build', 'peak', 'rendered', 'kept'],
        rows: [
          row('cold', cold, cold),
          ...warm.map(({ note, run, pages }) => row(note, run, cold, pages)),
          ['median', ...medians(warm, cold)],
        ],
      },
    ],
    data: { size, cold, warm },
  }
}

function row(name: string, run: Measured, cold: Measured, pages = pagesOf(run.output)): string[] {
  return [
    name,
    formatSeconds(run.seconds),
    formatRatio(run.seconds / cold.seconds),
    formatMebibytes(run.peakMemory),
    String(pages?.rendered ?? '?'),
    String(pages?.kept ?? '?'),
  ]
}

function medians(warm: readonly Rebuilt[], cold: Measured): string[] {
  const middle = median(warm.map(({ run }) => run.seconds))
  return [formatSeconds(middle), formatRatio(middle / cold.seconds)]
}

/** Reads the numbers of pages from the output of a build, such as `pages: 12 rendered, 9988 kept`. */
function pagesOf(output: string): Pages | undefined {
  const said = /pages:\s*([\d,]+) rendered(?:\D+([\d,]+) kept)?/i.exec(output)
  if (said === null) return undefined
  const number = (digits: string): number => Number(digits.replaceAll(',', ''))
  return { rendered: number(said[1]!), kept: said[2] === undefined ? undefined : number(said[2]) }
}
