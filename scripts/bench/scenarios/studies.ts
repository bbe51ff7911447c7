/** This file measures what it costs a build that every note states facts of its study. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOurCorpus } from '../corpora.ts'
import { sizeOf, type Scenario } from './scenario.ts'
import { compareTwo } from './two-sites.ts'

const DESIGNS = ['trial', 'observational', 'benchmark', 'experiment'] as const

/** Measures builds of notes with facts of their studies and of the same notes without. */
export const studies: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const [none, all] = [0, 1].map((index) => writeOurCorpus(size, `studies-${index}`)) as [string, string]
  addStudies(all)
  const measured = await compareTwo(options, say, `${size.entries} entries`, [
    { name: 'no facts of studies', contentDir: none },
    { name: 'facts of a study in every note', contentDir: all },
  ])
  return {
    scenario: 'studies',
    method:
      'Cold builds with search of the same notes, in turn, with the page code kept; in the one, every note states design, population, sample, measure and ' +
      'an effect with its interval, so that every inquiry with notes has a page of findings more. Medians, and the median of the ratios round by round.',
    ...measured,
  }
}

/** Puts facts of a study into every note of a content folder. What is found varies from note to note. */
function addStudies(contentDir: string): void {
  const notes = join(contentDir, 'notes')
  for (const [index, name] of readdirSync(notes).sort().entries()) {
    const path = join(notes, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', `---\n${studyOf(index)}`))
  }
}

function studyOf(index: number): string {
  const value = (index % 41) / 10 - 2
  const margin = 0.5 + (index % 7) / 10
  return [
    'study:',
    `  design: ${DESIGNS[index % DESIGNS.length]!}`,
    `  population: group ${index % 30}`,
    `  n: ${20 + ((index * 37) % 900)}`,
    '  counted: participants',
    `  measure: outcome ${index % 3}`,
    `  effect: { kind: d, value: ${value.toFixed(1)}, low: ${(value - margin).toFixed(1)}, high: ${(value + margin).toFixed(1)} }\n`,
  ].join('\n')
}
