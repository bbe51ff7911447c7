/** The evidence as a file, read by a parser that is not ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Evidence } from '../../../src/corpus/model/entry.ts'
import { evidenceCsv } from '../../../src/corpus/exports/evidence-csv.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const FILES = {
  'references.bib':
    '@book{lee2020, title={L}, author={Lee, Ann}, year=2020}\n@book{wu2021, title={W}, author={Wu, Bo}, year=2021}',
  'inquiries/q.md': '[[b]]\n',
  'notes/a.md':
    '---\ntitle: A "quoted" title, with a comma\nclaim: |\n  One line\n  and another.\nsource: [lee2020, wu2021]\ninquiries: [{ inquiry: q, role: disputes, because: "=1+1 is not two" }]\n---\n',
  'notes/b.md': '---\ntitle: Über alles\n---\n',
}
const inquiry = corpusOf(FILES).inquiry('inquiries/q.md')
const rows = (csv: string): string[][] => parse(csv, { record_delimiter: '\r\n' })

test('has a line of names and a row for each note, in the order of the page', () => {
  assert.deepEqual(rows(evidenceCsv(inquiry, DEFAULT_SETTINGS)), [
    ['note', 'address', 'role', 'claim', 'source', 'key', 'year', 'because', 'update'],
    ['Über alles', '/notes/b/', '', '', '', '', '', '', ''],
    [
      'A “quoted” title, with a comma',
      '/notes/a/',
      'disputes',
      'One line\nand another.',
      'Lee, 2020; Wu, 2021',
      'lee2020; wu2021',
      '2020; 2021',
      "'=1+1 is not two",
      '',
    ],
  ])
})

test('has whole addresses where the site has one', () => {
  const [, [, address] = []] = rows(evidenceCsv(inquiry, { ...DEFAULT_SETTINGS, url: 'https://example.org/garden' }))
  assert.equal(address, 'https://example.org/notes/b/')
})

test('whatever a note says, every cell comes back, and none is a formula', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+@\-\t\r\n",'; a]{0,8}$/))
  fc.assert(
    fc.property(anyText, anyText, (title, claim) => {
      const evidence: Evidence = { note: { kind: 'note', title, href: '/notes/x/' }, claim, sources: [] }
      const [, row = []] = rows(evidenceCsv({ ...inquiry, evidence: [evidence] }, DEFAULT_SETTINGS))
      assert.equal(row.length, 9)
      for (const [cell, said] of [
        [row[0]!, title],
        [row[3]!, claim],
      ] as const) {
        assert.ok(cell === said || cell === `'${said}`)
        assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
      }
    }),
    { numRuns: runs(100), seed },
  )
})
