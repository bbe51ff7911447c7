/** Statuses that a site declares: what is read, and what they count as. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audit } from '../../src/corpus/audit/audit.ts'
import { graphOf } from '../../src/corpus/exports/graph.ts'
import { jsonLd } from '../../src/corpus/exports/json-ld.ts'
import { markdownOf } from '../../src/corpus/exports/markdown.ts'
import { factsIn } from '../../src/corpus/history/facts.ts'
import { inquiryList, inquiryPlan } from '../../src/corpus/lists/listings.ts'
import { topicList } from '../../src/corpus/lists/topic-lists.ts'
import { DEFAULT_DIALECT } from '../../src/corpus/parse.ts'
import { filterValues } from '../../src/corpus/search/filter-values.ts'
import { DEFAULT_SETTINGS, readSettings } from '../../src/corpus/settings.ts'
import { corpusOf, problemsOf, said } from '../support/corpus.ts'

const settingsOf = (text: string) => readSettings({ path: 'site.yaml', text })
const { settings } = settingsOf('statuses: { contested: open, agreed: settled, replaced: superseded }\n')
const inquiry = (status: string): string =>
  `---\ncreated: 2026-01-01\nanswer: Yes.\ntopics: t\nstatus: ${status}\n---\n`
const FILES = {
  'inquiries/a.md': inquiry('agreed'),
  'inquiries/c.md': inquiry('contested'),
  'inquiries/r.md': inquiry('replaced'),
  'notes/n.md': '---\ncreated: 2026-02-01\ninquiries: [{ inquiry: a, role: disputes }]\nclaim: No.\n---\n',
}

test('is shown as it is called, and counts as what the site says', () => {
  const built = corpusOf(FILES, undefined, undefined, [], settings)
  const { corpus, entries, problems } = built
  assert.deepEqual(problems, [])
  assert.equal(built.inquiry('inquiries/c.md').status, 'contested')
  assert.deepEqual(
    inquiryList(corpus).map(({ status, countsAs }) => [status, countsAs]),
    [
      ['agreed', 'settled'],
      ['contested', 'open'],
      ['replaced', 'superseded'],
    ],
  )
  assert.deepEqual(filterValues(corpus).status, ['contested', 'agreed', 'replaced'])
  assert.deepEqual(inquiryPlan(corpus).facets[0]!.values.slice(-3), ['contested', 'agreed', 'replaced'])
  assert.deepEqual(topicList(corpus)[0]!.count, { inquiries: 2, superseded: 1, open: 1, notes: 0 })
  assert.deepEqual(
    graphOf(corpus).nodes.flatMap(({ status }) => status ?? []),
    ['agreed', 'contested', 'replaced'],
  )
  const data = jsonLd(entries.get('inquiries/a.md')!, settings)
  assert.deepEqual([data['creativeWorkStatus'], 'acceptedAnswer' in data], ['agreed', true])
  assert.match(markdownOf(corpus, corpus.entries.get('inquiries/c.md')!, built.inquiry('inquiries/c.md')), /contested/)
  assert.ok(
    audit({ corpus, bibliography: { files: [], keys: [] } }).findings.some(({ rule }) => rule === 'dispute-newer'),
  )
})

test('is read in earlier versions of a file too', () => {
  const dialect = { ...DEFAULT_DIALECT, statuses: ['agreed'] }
  assert.equal(factsIn({ path: 'inquiries/a.md', text: inquiry('agreed') }, dialect)?.status, 'agreed')
})

test('that no site declares is an error, with the one that was meant', () => {
  assert.match(problemsOf(inquiry('agreed'), 'inquiries/a.md')[0]!, /must be one of open, leaning, settled, superseded/)
  const { problems } = corpusOf({ 'inquiries/a.md': inquiry('agred') }, undefined, undefined, [], settings)
  assert.match(problems[0]!, /must be one of open, leaning, settled, superseded, contested, .+ Did you mean "agreed"\?/)
})

test('cannot be one that every site has, or count as none', () => {
  assert.deepEqual(
    settingsOf('statuses:\n  draft: open\n  open: open\n  odd: opne\n  fine: open\n').problems.map(said),
    [
      '2:10 error field-value The field "statuses.draft" is a status that every site has. Take another name.',
      '3:9 error field-value The field "statuses.open" is a status that every site has. Take another name.',
      '4:8 error field-value The field "statuses.odd" must be one of open, leaning, settled, superseded, and it is "opne". Did you mean "open"?',
    ],
  )
  assert.match(said(settingsOf('statuses: [a]\n').problems[0]!), /must list statuses by their names/)
  assert.equal(settingsOf('statuses:\n').settings.statuses, DEFAULT_SETTINGS.statuses)
})
