/** This script sums up what a page found again, without notes that fell. */
import { effectsInWords, sampleInWords, type FindingWords } from '../corpus/findings/in-words.ts'
import type { SummaryData } from '../corpus/findings/summary-data.ts'
import { summaryOf } from '../corpus/findings/summary.ts'
import { decimal, filled, grouped, type Count } from './what-if-words.ts'

/**
 * Writes the summary of the page.
 *
 * @param fallen The addresses of the notes that fell.
 * @param count Writes a number in its form.
 */
export function sumUpWithout(fallen: ReadonlySet<string>, count: Count): void {
  const table = document.querySelector<HTMLTableElement>('[data-summary]')
  if (table === null) return
  const { rows, words } = JSON.parse(table.dataset['summary']!) as SummaryData
  const said = findingWords(words, count)
  for (const [index, row] of [...table.tBodies[0]!.rows].entries()) {
    const held = rows[index]!.filter(({ note }) => !fallen.has(note.href))
    const { notes, works, samples, designs } = summaryOf(held)
    const write = (of: string, lines: readonly (string | undefined)[]): void =>
      row.querySelector(`[data-cell=${of}]`)?.replaceChildren(...lines.map(lineOf))
    write('notes', [grouped(notes)])
    write('works', [grouped(works)])
    write(
      'sample',
      samples.map((sample) => sampleInWords(said, sample)),
    )
    write(
      'effect',
      effectsInWords(
        said,
        held.flatMap(({ effect }) => effect ?? []),
      ),
    )
    write('design', designs.length === 0 ? [] : [designs.join(words.comma)])
  }
}

/** The script makes its elements itself, because what others import for that would be a file of its own if it were shared. */
function lineOf(text = ''): HTMLElement {
  const line = document.createElement('span')
  line.className = 'line'
  line.textContent = text
  return line
}

/** Makes functions of the words that the page hands over. */
function findingWords(words: SummaryData['words'], count: Count): FindingWords {
  const values = Object.entries(words.values).map(([kind, said]) => [kind, (value: string) => filled(said, { value })])
  return {
    decimal,
    number: grouped,
    count,
    study: {
      values: Object.fromEntries(values) as FindingWords['study']['values'],
      directions: words.directions,
      interval: (level, low, high) => filled(words.interval, { level, low, high }),
      between: (low, high) => filled(words.between, { low, high }),
      bracketed: (text, within) => filled(words.bracketed, { text, within }),
      sample: (size) => filled(words.sample, { size }),
      effects: words.effects,
    },
  }
}
