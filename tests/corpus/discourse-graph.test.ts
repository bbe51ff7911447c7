/** The settings of the plugin "Discourse Graph", and its file of relations. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NO_SCHEMA, readGraphRelations, readGraphSchema } from '../../src/corpus/discourse-graph.ts'
import { identify } from '../../src/corpus/names/identify.ts'
import { DEFAULT_DIALECT } from '../../src/corpus/parse.ts'
import { said } from '../support/corpus.ts'

const type = (id: string, name: string, format: string) => ({ id, name, format })
const schemaOf = (nodeTypes: unknown, relationTypes: unknown = []) =>
  readGraphSchema(JSON.stringify({ nodeTypes, relationTypes }))
const relationsOf = (value: unknown, schema = NO_SCHEMA) =>
  readGraphRelations(
    { path: 'relations.json', text: typeof value === 'string' ? value : JSON.stringify(value) },
    schema,
  )

describe('a type of nodes', () => {
  const KINDS: readonly [name: string, format: string, is: string][] = [
    ['Question', 'QUE - {content}', 'question'],
    ['Research Question', 'RQ: {content}', 'question'],
    ['Ask', '[[QUE]] - {content}', 'question'],
    ['Frage', '{content}?', 'question'],
    ['Source', '@{content}', 'source'],
    ['Paper', 'SRC - {content}', 'source'],
    ['Claim', 'CLM - {content}', 'other'],
    ['Questionnaire', 'QNR - {content}', 'other'],
  ]
  for (const [name, format, is] of KINDS)
    test(`${name}, ${format} is ${is}`, () => assert.equal(schemaOf([type('x', name, format)])?.nodeTypes[0]?.is, is))

  test('tells the kind of a file by its id, before its folder, or by its name', () => {
    const { nodeTypes } = schemaOf([type('q', 'Question', 'Q {content}?'), type('s', 'Source', '{content}')])!
    const dialect = { ...DEFAULT_DIALECT, nodeTypes }
    const kind = (path: string, fields: object = {}, stated?: string) => identify(path, stated, dialect, fields).kind
    assert.equal(kind('notes/a.md', { nodeTypeId: 'q' }), 'inquiry')
    assert.equal(kind('notes/a.md', { nodeTypeId: 'q' }, 'claim'), 'note')
    assert.equal(kind('notes/Q why?.md'), 'inquiry')
    assert.equal(kind('notes/Q why.md'), 'note')
    assert.equal(kind('inquiries/a.md', { nodeTypeId: 's' }), 'inquiry')
    assert.equal(identify('a.md', undefined, dialect, { nodeTypeId: 's' }).isSource, true)
  })
})

describe('settings of other plugins are none', () => {
  for (const text of [
    '',
    'null',
    '[]',
    '{}',
    '{"nodeTypes":{}}',
    '{"nodeTypes":[1,null,{"id":"a"}]}',
    '{"nodeTypes":"x"}',
  ])
    test(text, () => assert.equal(readGraphSchema(text), undefined))
})

describe('relations', () => {
  const schema = schemaOf(
    [type('c', 'Claim', 'CLM - {content}')],
    [
      { id: 'o', label: 'opposes', complement: 'is opposed by' },
      { id: 'b', label: 'is backed by', complement: 'supports' },
      { id: 'u', label: ' uses ', complement: '' },
    ],
  )!
  const of = (kind: string) => ({ relations: { r: { type: kind, source: '1', destination: '2' } } })

  test('of known words are roles, from either end, and others keep their words', () =>
    assert.deepEqual(
      ['o', 'b', 'u'].map((each) => relationsOf(of(each), schema).relations[0]?.relation),
      [
        { role: 'disputes', end: 'from' },
        { role: 'supports', end: 'to' },
        { end: 'from', label: 'uses' },
      ],
    ))

  test('that are none cost nothing', () => {
    for (const value of [{}, [], { relations: [1] }, { relations: { a: null, b: { type: 'o' } } }, { relations: 'x' }])
      assert.deepEqual(relationsOf(value, schema), { file: 'relations.json', relations: [], problems: [] })
  })

  test('in a file that is no JSON are said to be lost, where the vault is a discourse graph', () => {
    assert.deepEqual(relationsOf('{', schema).problems.map(said), [
      '1:1 warning discourse-graph The file is not valid JSON, so no relation of it is read. Mend it.',
    ])
    assert.deepEqual(relationsOf('{').problems, [])
  })
})
