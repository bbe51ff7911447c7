/** Relations beside the roles: declared in `site.yaml`, or under a heading "Discourse Context". */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import { corpusOf, said, type Files } from '../../support/corpus.ts'

const settingsOf = (text: string) => readSettings({ path: 'site.yaml', text })

const { settings } = settingsOf(
  'relations:\n  uses: { label: uses data of, inverse: gives data to }\n  agreesWith: agrees with\n  rests on: { role: background }\n',
)
const built = (files: Files) => corpusOf(files, Object.keys(files), undefined, settings.relations)
const note = (fields: string, body = ''): string => `---\n${fields}\n---\n${body}`

describe('a declared relation', () => {
  const {
    corpus,
    problems,
    note: entry,
    inquiry,
  } = built({
    'inquiries/q.md': 'Agrees with:: [[b]]',
    'notes/a.md': note('uses: "[[b]]"\nagrees with: [b, c]', 'Rests on:: [[q]]'),
    'notes/b.md': note('gives data to: a', 'A word (uses data of:: [[c]]) in a line.'),
    'notes/c.md': '',
    'pages/p.md': note('uses: nowhere', 'Uses:: [[c]]'),
  })
  const linesOf = (path: string) => {
    const { relates, relatedBy } = entry(path)
    return [...relates, ...relatedBy.map((each) => ({ ...each, label: `from ${each.label}` }))].map(
      ({ role, label, inverse, note: { title } }) => [role, label, inverse, title],
    )
  }

  test('is stated by its name, its label and the label from the other end, and shown on both pages once', () => {
    assert.deepEqual(linesOf('notes/a.md'), [
      [undefined, 'uses data of', 'gives data to', 'b'],
      [undefined, 'agrees with', undefined, 'b'],
      [undefined, 'agrees with', undefined, 'c'],
      ['background', 'rests on', undefined, 'q'],
    ])
    assert.deepEqual(linesOf('notes/b.md'), [
      [undefined, 'uses data of', 'gives data to', 'c'],
      [undefined, 'from agrees with', undefined, 'q'],
      [undefined, 'from uses data of', 'gives data to', 'a'],
      [undefined, 'from agrees with', undefined, 'a'],
    ])
    assert.deepEqual(
      corpus.relationsTo.get('notes/c.md')?.map(({ from, label }) => [from.path, label]),
      [
        ['notes/a.md', 'agrees with'],
        ['notes/b.md', 'uses data of'],
        ['pages/p.md', 'uses data of'],
      ],
    )
  })

  test('bears on an inquiry, in its role where it counts as one', () =>
    assert.deepEqual(
      inquiry('inquiries/q.md').evidence.map(({ note, role }) => [note.title, role]),
      [
        ['b', 'none'],
        ['a', 'background'],
      ],
    ))

  test('that names nothing is reported at its place', () =>
    assert.deepEqual(problems, [
      'pages/p.md:2:7 error entry-unknown There is no entry called "nowhere". Mend the name or write the entry.',
    ]))

  test('is in the graph, in JSON-LD and in Markdown', () => {
    const edges = graphOf(corpus).edges.filter(({ from }) => from === '/notes/a/')
    assert.deepEqual(
      edges.map(({ type, to, inverse, role }) => [type, to, inverse, role]),
      [
        ['background', '/inquiries/q/', undefined, undefined],
        ['uses data of', '/notes/b/', 'gives data to', undefined],
        ['agrees with', '/notes/b/', undefined, undefined],
        ['agrees with', '/notes/c/', undefined, undefined],
        ['rests on', '/inquiries/q/', undefined, 'background'],
      ],
    )
    const described = jsonLd(entry('notes/a.md'), corpus.settings)
    assert.deepEqual(described['cito:agreesWith'], [
      { '@id': 'urn:throughline:/notes/b/', name: 'b' },
      { '@id': 'urn:throughline:/notes/c/', name: 'c' },
    ])
    assert.deepEqual((described['dcterms:relation'] as object[])[0], {
      '@id': 'urn:throughline:/notes/b/',
      name: 'b',
      additionalType: { '@type': 'DefinedTerm', name: 'uses data of' },
    })
    const parsed = corpus.entries.get('inquiries/q.md')!
    assert.match(
      markdownOf(corpus, parsed, inquiry('inquiries/q.md')),
      /## Related\n\n- this inquiry, agrees with: \[b\]/,
    )
  })
})

test('the name may be that of a path', () => {
  const { corpus } = corpusOf({ 'notes/a.md': 'Opposes:: [it](b.md)', 'notes/b.md': '' })
  assert.deepEqual(
    corpus.relationsFrom.get('notes/a.md')?.map(({ role, to }) => [role, to.path]),
    [['disputes', 'notes/b.md']],
  )
})

test('without a declaration a word is no relation', () => {
  const { corpus } = corpusOf({ 'notes/a.md': 'Uses:: [[b]]', 'notes/b.md': '' })
  assert.equal(corpus.relationsFrom.size, 0)
})

test('under "Discourse Context" every label is one, and labels that always stand together are inverse', () => {
  const context = (lines: string) =>
    `Likes:: [[c]]\n\n###### Discourse Context\n\n${lines}\n\n## After\n\nLikes:: [[c]]\n`
  const { corpus, note: entry } = corpusOf({
    'notes/a.md': context('- **Uses::** [[b]]\n- **Uses::** [[c]]\n- **Opposed By::** [[b]]'),
    'notes/b.md': context('- **UsedIn::** [[a]]'),
    'notes/c.md': context('- **UsedIn::** [[a]]'),
  })
  assert.deepEqual(
    [...corpus.relationsFrom.values()]
      .flat()
      .map(({ from, role, label, inverse, to }) => [from.id, role ?? label, inverse, to.id]),
    [
      ['a', 'Uses', 'UsedIn', 'b'],
      ['a', 'Uses', 'UsedIn', 'c'],
      ['b', 'disputes', undefined, 'a'],
      ['b', 'UsedIn', 'Uses', 'a'],
      ['c', 'UsedIn', 'Uses', 'a'],
    ],
  )
  assert.deepEqual(entry('notes/c.md').relatedBy, [])
})

test('declarations in site.yaml are checked', () =>
  assert.deepEqual(settingsOf('relations:\n  uses: { role: supprts }\n  rests: [x]\n').problems.map(said), [
    '2:17 error field-value The field "relations.uses.role" must be one of supports, disputes, qualifies, extends, background, and it is "supprts". Did you mean "supports"?',
    '3:10 error field-value The field "relations.rests" must be a label, or have one, and it is a list.',
  ]))
