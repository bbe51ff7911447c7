/** Rules that look at few inquiries at a time find the same as if they looked at all of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuditContext, Rule } from '../../../src/corpus/audit/rule.ts'
import { RULES } from '../../../src/corpus/audit/rules.ts'
import { isInquiry } from '../../../src/corpus/model/parsed.ts'
import { corpusOf } from '../../support/corpus.ts'
import { auditOf, CLEAN } from './clean-corpus.ts'

/** More inquiries than a step looks at, each with a figure that its note does not have, and a paragraph of nobody's. */
const MANY = 230
const files = {
  ...CLEAN,
  ...Object.fromEntries(
    Array.from({ length: MANY }, (_, at) => [
      `inquiries/many-${at}.md`,
      `---\ntitle: Many ${at}\n---\nIt is 77% of it. [[moon]]\n\nMost people in these harbours have always said so.\n`,
    ]),
  ),
}

test('every inquiry is looked at once', () => {
  const ofRule = Map.groupBy(auditOf(files).findings, ({ rule }) => rule)
  for (const rule of ['figure-unsupported', 'paragraph-unsupported'] as const)
    assert.deepEqual(new Set(ofRule.get(rule)!.map(({ file }) => file)).size, ofRule.get(rule)!.length, rule)
  assert.equal(ofRule.get('figure-unsupported')?.length, MANY)
})

for (const [id, rule] of Object.entries<Rule>(RULES))
  if (rule.isByInquiry)
    test(`${id} finds the same in an inquiry by itself`, () => {
      const { corpus } = corpusOf(files)
      const inquiries = [...corpus.entries.values()].filter(isInquiry)
      const found = (some: AuditContext['inquiries']): string[] =>
        rule.find({ corpus, bibliography: { files: [], keys: [] }, inquiries: some }).map(({ sentence }) => sentence)
      assert.deepEqual(
        inquiries.flatMap((inquiry) => found([inquiry])),
        found(inquiries),
      )
    })
