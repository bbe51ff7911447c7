/** Annotations of Zotero become drafts of notes, and importing again loses no edit of the writer. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import type { Annotation } from '../../../src/corpus/import/annotation.ts'
import { planImport } from '../../../src/corpus/import/annotation-notes.ts'
import type { Imported } from '../../../src/corpus/import/merge-files.ts'
import { readZoteroJson } from '../../../src/corpus/import/zotero-json.ts'
import { readZoteroMarkdown } from '../../../src/corpus/import/zotero-markdown.ts'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import type { Document } from '../../../src/corpus/vocabulary.ts'
import { problemsOf, read } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const BIBLIOGRAPHY = readBibliography({
  path: 'references.bib',
  text: '@article{lee2020, title={On {DNA}}, author={Lee, Ann}, year={2020}, doi={10.1000/LEE}}',
})

/** The form of Zotero's API: every item by itself, with its parent. */
const API = [
  { key: 'WORK0001', data: { key: 'WORK0001', itemType: 'journalArticle', title: 'On DNA', DOI: '10.1000/lee' } },
  { key: 'PDF00001', data: { key: 'PDF00001', itemType: 'attachment', parentItem: 'WORK0001' } },
  {
    key: 'ANNO0001',
    data: {
      key: 'ANNO0001',
      itemType: 'annotation',
      parentItem: 'PDF00001',
      annotationType: 'highlight',
      annotationText: 'Bases <i>pair</i>: "always".',
      annotationComment: 'Really?\nAlways?',
      annotationPageLabel: '45',
      annotationPosition: '{"pageIndex":4,"rects":[[1,2,3,4]]}',
      tags: [{ tag: 'genetics' }],
      dateAdded: '2024-03-05T10:00:00Z',
    },
  },
  { key: 'ANNO0002', data: { key: 'ANNO0002', itemType: 'annotation', parentItem: 'PDF00001', annotationType: 'ink' } },
  { key: 'NOTE0001', data: { key: 'NOTE0001', itemType: 'note', note: '<p>Hm</p>' } },
]

const NOTE = `---
title: "Bases pair: \\"always\\"."
claim:
quote: "Bases pair: \\"always\\". (p. 45)"
source: lee2020
topics: [genetics]
created: 2024-03-05
draft: true
---

Really?
Always?

[In Zotero](zotero://open-pdf/library/items/PDF00001?page=5&annotation=ANNO0001)
`

const planned = (annotations: readonly Annotation[], files: readonly Document[] = [], imported: Imported = {}) =>
  planImport({ annotations, files, bibliography: BIBLIOGRAPHY, dialect: DEFAULT_DIALECT, imported })

describe('what is read', () => {
  test('items of the API', () => {
    const { annotations, left } = readZoteroJson(JSON.stringify(API))
    const { written, unknownWorks } = planned(annotations)
    assert.deepEqual(written, [{ path: 'notes/lee2020-anno0001.md', text: NOTE }])
    assert.deepEqual(unknownWorks, [])
    assert.deepEqual(problemsOf(NOTE), [])
    assert.equal(read(NOTE).data.draft, true)
    assert.deepEqual(left, [
      'Pictures and drawings without words, which are not carried: 1.',
      'Notes of Zotero, which are no annotations and are not carried: 1.',
    ])
  })

  test('JSON of Better BibTeX, in which annotations stand within their attachments', () => {
    const [work, pdf, annotation] = API.map(({ data }) => data)
    const { parentItem: _, ...alone } = annotation as Record<string, unknown>
    const items = [
      { ...work, DOI: undefined, title: 'X', citationKey: 'Lee2020', attachments: [{ ...pdf, annotations: [alone] }] },
    ]
    const { annotations } = readZoteroJson(JSON.stringify({ config: { label: 'BetterBibTeX JSON' }, items }))
    assert.deepEqual(planned(annotations).written, [{ path: 'notes/lee2020-anno0001.md', text: NOTE }])
  })

  test('a note that Zotero exports as Markdown', () => {
    const text =
      '# Annotations\n\n“Bases pair” ([Lee, 2020, p. 45](zotero://select/library/items/WORK0001)) ' +
      '([pdf](zotero://open-pdf/library/items/PDF00001?page=5&annotation=ANNO0001)) Really?\n\n' +
      '- “In (two)\n  lines.” ([Lee, 2020, p. xii](zotero://select/library/items/W)) ([pdf](zotero://open-pdf/library/items/P?page=6&annotation=ANNO0002))\n\nMine.\n'
    const { annotations, left } = readZoteroMarkdown(text, 'lee2020')
    assert.deepEqual(
      annotations.map(({ key, text: passage, comment, page }) => [key, passage, comment, page]),
      [
        ['ANNO0001', 'Bases pair', 'Really?', '45'],
        ['ANNO0002', 'In (two) lines.', '', 'xii'],
      ],
    )
    assert.deepEqual(left, ['Paragraphs without an annotation, which are not carried: 1.'])
  })

  test('a work that the bibliography lacks is said, and what is no JSON has nothing', () => {
    const { annotations } = readZoteroJson(
      JSON.stringify(API).replaceAll('On DNA', 'Other').replace('10.1000/lee', '10.1/x'),
    )
    const { written, unknownWorks } = planned(annotations)
    assert.deepEqual(unknownWorks, ['Other'])
    assert.match(written[0]!.text, /^source:$/m)
    for (const text of ['', 'x', 'null', '[1,[2]]', '{"items":{"annotationType":"x"}}'])
      assert.deepEqual(readZoteroJson(text).annotations, [])
  })
})

/** What becomes of a folder when it is imported into. */
function apply(files: ReadonlyMap<string, string>, plan: ReturnType<typeof planned>): Map<string, string> {
  return new Map([...files, ...plan.written.map(({ path, text }) => [path, text] as const)])
}
const documents = (files: ReadonlyMap<string, string>): Document[] => [...files].map(([path, text]) => ({ path, text }))

test('whatever happens between imports: a second one changes nothing, and no edit is lost', () => {
  const annotation = fc.record({
    key: fc.constantFrom('AAAA1111', 'BBBB2222', 'CCCC3333', 'DDDD4444'),
    text: fc.string({ maxLength: 20 }),
    comment: fc.string({ maxLength: 9, minLength: 1 }),
    page: fc.constantFrom('1', 'xii'),
    tags: fc.constant([]),
    work: fc.constantFrom({}, { citationKey: 'lee2020' }),
  })
  const step = fc.oneof(
    fc.record({ does: fc.constant('import' as const), annotations: fc.array(annotation, { maxLength: 4 }) }),
    fc.record({ does: fc.constantFrom('edit' as const, 'delete' as const, 'move' as const), which: fc.nat() }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let files = new Map<string, string>()
      let imported: Imported = {}
      const own = new Map<string, string>()
      for (const each of steps) {
        if (each.does === 'import') {
          const annotations = each.annotations.map((one) => ({
            ...one,
            href: `zotero://open-pdf/library/items/P?annotation=${one.key}`,
          }))
          const plan = planned(annotations, documents(files), imported)
          files = apply(files, plan)
          ;({ imported } = plan)
          assert.deepEqual(planned(annotations, documents(files), imported).written, [])
        } else {
          const path = [...files.keys()][each.which % Math.max(1, files.size)]
          if (path === undefined) continue
          const text = files.get(path)!
          files.delete(path)
          own.delete(path)
          if (each.does === 'delete') continue
          const [to, mine] = each.does === 'move' ? [`moved/${path}`, text] : [path, `${text}Mine.\n`]
          files.set(to, mine)
          if (mine.includes('Mine.')) own.set(to, mine)
        }
        for (const [path, text] of own) assert.equal(files.get(path), text)
      }
    }),
    { numRuns: runs(200), seed },
  )
})
