/**
 * This command measures the precision of two rules of the audit on review articles that were judged by hand:
 * `node scripts/audit-precision.ts --texts FOLDER`. In the folder, each repository of `audit-precision/judged.json` is
 * at `owner/name`, as `git clone` makes it, at the commit that the list names.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findingsIn } from './audit-precision/findings.ts'
import judged from './audit-precision/judged.json' with { type: 'json' }

/** A `Tally` counts findings, and how many of them are right. */
interface Tally {
  found: number
  right: number
  /** This is the number of all that should be found. */
  wanted: number
}

const { values } = parseArgs({ options: { texts: { type: 'string' }, list: { type: 'boolean', default: false } } })
if (values.texts === undefined) throw new Error('Say where the repositories are: --texts FOLDER.')

const rows = judged.texts.map(({ repository, files }) => ({
  repository,
  tallies: files.map((file) => tallyOf(readFileSync(join(values.texts!, repository, file.path), 'utf8'), file)),
}))
const all = rows.flatMap(({ tallies }) => tallies)
for (const { repository, tallies } of rows) print(repository, tallies)
print('all', all)

type JudgedFile = (typeof judged.texts)[number]['files'][number]
type Tallies = Readonly<Record<'paragraphs' | 'figures', Tally>>

/** Compares what the audit finds in an article with the judgements on it. Paragraphs that were not judged are left out. */
function tallyOf(article: string, { needsEvidence, figures }: JudgedFile): Tallies {
  const found = findingsIn(article)
  const paragraphs = new Map(Object.entries(needsEvidence))
  const tally = {
    paragraphs: { found: 0, right: 0, wanted: [...paragraphs.values()].filter(Boolean).length },
    figures: { found: 0, right: 0, wanted: Object.values(figures).flat().length },
  }
  const count = (counted: Tally, isRight: boolean, what: string): void => {
    counted.found++
    if (isRight) counted.right++
    else if (values.list) console.log(`  wrong: ${what}`)
  }
  for (const { rule, paragraph } of found)
    if (rule === 'paragraph-unsupported' && paragraphs.has(paragraph))
      count(tally.paragraphs, paragraphs.get(paragraph) === true, paragraph)
  for (const [paragraph, wanted] of Object.entries(figures)) {
    const left: string[] = [...wanted]
    for (const each of found.filter((one) => one.rule === 'figure-unsupported' && one.paragraph === paragraph)) {
      const at = left.indexOf(each.figure)
      if (at >= 0) left.splice(at, 1)
      count(tally.figures, at >= 0, `${paragraph} ${each.figure}`)
    }
  }
  return tally
}

function print(name: string, tallies: readonly Tallies[]): void {
  const sum = (rule: 'paragraphs' | 'figures', what: keyof Tally): number =>
    tallies.reduce((total, each) => total + each[rule][what], 0)
  const said = (['figures', 'paragraphs'] as const).map((rule) => {
    const [found, right, wanted] = [sum(rule, 'found'), sum(rule, 'right'), sum(rule, 'wanted')]
    const precision = found === 0 ? '–' : (right / found).toFixed(2)
    return `${rule} ${precision} (${right} of ${found} right, of ${wanted})`
  })
  console.log(`${name}: ${said.join(', ')}`)
}
