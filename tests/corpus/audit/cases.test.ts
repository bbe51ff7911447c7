/**
 * The audit on cases that were written down before it: an essay of one paragraph that cites a note, and the rule that
 * should speak, or none. It prints recall and false alarms, holds the floor of both, and each case by itself.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { auditOf } from './clean-corpus.ts'

interface Case {
  readonly id: string
  readonly essay: string
  readonly note: string
  readonly quote?: string
  /** The rule that should speak. */
  readonly finding: string | null
}

const CASES = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Case[]

/** Cases in which the audit does not say what would be best, each with the reason. */
const REFUSED: Readonly<Record<string, string>> = {}

/** The rules that are about a paragraph or a quote, and not about the whole inquiry. */
const LOCAL = ['figure-unsupported', 'paragraph-unsupported', 'quote-missing', 'essay-quote', 'overclaim']

function foundIn({ essay, note, quote }: Case): string[] {
  const fields = quote === undefined ? '' : `quote: ${JSON.stringify(quote)}\n`
  const { findings } = auditOf({
    'inquiries/q.md': `---\ntitle: Q\n---\n${essay.replaceAll('[[N]]', '[[n]]')}\n`,
    'notes/n.md': `---\ntitle: N\nsupports: q\n${fields}---\n${note}\n`,
    'references.bib': '@misc{doe99, title = {Works}, year = {1999}}\n',
  })
  return findings.map(({ rule }) => rule).filter((rule) => LOCAL.includes(rule))
}

const results = CASES.map((each) => ({ ...each, found: foundIn(each) }))
const isRight = ({ finding, found }: (typeof results)[number]): boolean =>
  finding === null ? found.length === 0 : found.includes(finding)

describe('cases', () => {
  for (const result of results)
    test(`${result.id}: ${result.finding ?? 'nothing'}`, () => {
      const { id, finding, found } = result
      assert.equal(
        isRight(result),
        REFUSED[id] === undefined,
        `${finding ?? 'nothing'} is wanted, ${found.join()} is said`,
      )
    })

  test('reach the floor', () => {
    const wanted = results.filter(({ finding }) => finding !== null)
    const benign = results.filter(({ finding }) => finding === null)
    const right = wanted.filter(isRight).length
    const alarms = benign.filter((result) => !isRight(result)).length
    console.log(`recall ${right} of ${wanted.length}, false alarms ${alarms} of ${benign.length}`)
    assert.ok(right / wanted.length >= 0.9)
    assert.ok(alarms <= 4)
  })
})
