/** The JSON Schemas of what a site declares of its own, and of what sites give to other programs. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Ajv from 'ajv'
import fc from 'fast-check'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonOf } from '../../../src/corpus/exports/json.ts'
import { jsonSchemaFor } from '../../../src/corpus/json-schema/json-schemas.ts'
import { readOwnFields } from '../../../src/corpus/own-fields.ts'
import { readYaml } from '../../../src/corpus/frontmatter/yaml.ts'
import type { OwnField } from '../../../src/corpus/site-config.ts'
import type { Kind } from '../../../src/corpus/vocabulary.ts'
import type { JsonSchema } from '../../../src/corpus/written-as.ts'
import { corpusOf, type Built } from '../../support/corpus.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { runs, seed } from '../../support/runs.ts'

const ajv = new Ajv()

const field = (name: string, schema: z.ZodType, kinds: readonly Kind[] = ['note']): OwnField => ({
  ...{ name, label: `The ${name}`, kinds, schema },
  ...{ isShown: true, isSearchable: false, isFilterable: false },
})

describe('what a site declares', () => {
  const fields = [
    field('study design', z.enum(['review', '2', 'true'])),
    field('grades', z.array(z.number())),
    field('sure', z.boolean()),
    field('code', z.string().regex(/^\w+$/)),
    field('place', z.object({ city: z.string(), people: z.int() })),
    field('method', z.string(), ['inquiry']),
  ]
  const own = {
    fields,
    statuses: [{ name: 'contested', countsAs: 'open' as const }],
    relations: [{ name: 'uses', label: 'uses data of', inverse: 'used in' }],
  }
  const note = ajv.compile(jsonSchemaFor('note', own))
  const inquiry = ajv.compile(jsonSchemaFor('inquiry', own))

  test('is completed by its name, with its label', () => {
    const { properties, definitions } = jsonSchemaFor('note', own) as Record<string, Record<string, JsonSchema>>
    for (const name of ['study design', 'grades', 'uses', 'used in']) assert.ok(properties![name], name)
    assert.equal(properties!['method'], undefined)
    assert.equal(definitions!['grades']!.description, 'The grades')
  })

  test('is accepted wherever it is read without an error, in every spelling', () => {
    const values = ['review', '"2"', '2', 'true', 'TRUE', '"true"', '[1, "2"]', '[]', '1.5', '"1e3"', 'a', '"a b"']
    const more = ['{city: x, people: 3}', '{city: 1, people: "3"}', '{city: x}', 'no', '[a]', '{people: 3}']
    for (const { name } of fields)
      for (const value of [...values, ...more]) {
        const yaml = `${name === 'study design' ? 'Study_Design' : name}: ${value}`
        const written = readYaml('a.md', yaml).value
        const read = readOwnFields(
          { path: 'a.md', text: `---\n${yaml}\n---\n` },
          'note',
          written,
          Object.keys(written),
          fields,
        )
        if (read.problems.length === 0) assert.ok(note(parseYaml(yaml)), `${yaml}: ${ajv.errorsText(note.errors)}`)
      }
  })

  test('is refused where it is wrong', () => {
    for (const yaml of [
      'study design: revew',
      'Study-Design: revew',
      'grades: [x]',
      'sure: maybe',
      'code: "a b"',
      'uses: {a: b}',
    ])
      assert.ok(!note(parseYaml(yaml)), yaml)
    assert.ok(inquiry({ status: 'contested' }))
    assert.ok(!inquiry({ status: 'contestd' }))
    assert.ok(!ajv.compile(jsonSchemaFor('inquiry'))({ status: 'contested' }))
  })
})

describe('what sites give to programs', () => {
  const settings = { statuses: [{ name: 'contested', countsAs: 'open' as const }] }
  const FILES = {
    'inquiries/q.md':
      '---\nanswer: Yes.\nstatus: contested\ntopics: t\nnext: [{ inquiry: r, because: So. }]\n---\n# A\n\n[[n]] [[p]]\n',
    'inquiries/r.md': '',
    'notes/n.md':
      '---\nclaim: It is.\nquote: Yes\nsource: k\naliases: [m]\nuses: "[[o]]"\ndesign: review\ninquiries: [{ inquiry: q, role: supports, because: "*So*" }]\n---\n[@k]\n',
    'notes/o.md': '---\nsource: { title: T, year: 1949 }\nopposes: n\nlang: de\n---\n',
    'pages/p.md': '---\ndescription: D\n---\n',
    'c.canvas': '{"nodes": [], "edges": []}',
    'references.bib': '@book{k, title = {T}, author = {A, B}, year = 2001}',
  }
  const built = corpusOf(
    FILES,
    undefined,
    undefined,
    [{ name: 'uses', label: 'uses data of', inverse: 'used in', role: 'background' }],
    settings,
    [{ ...field('design', z.string()), isFilterable: true }],
  )
  const graph = ajv.compile(onlyDescribed(jsonSchemaFor('graph')))
  const entry = ajv.compile(jsonSchemaFor('entry'))

  /** Refuses what the schema does not describe. */
  function onlyDescribed(schema: JsonSchema): JsonSchema {
    return JSON.parse(JSON.stringify(schema), (_, part: unknown) =>
      typeof part === 'object' && part !== null && 'properties' in part
        ? { ...part, additionalProperties: false }
        : part,
    ) as JsonSchema
  }

  function assertValid({ corpus, entries }: Built): void {
    const data = JSON.parse(JSON.stringify(graphOf(corpus))) as unknown
    assert.ok(graph(data), ajv.errorsText(graph.errors))
    for (const each of entries.values())
      assert.ok(entry(JSON.parse(jsonOf(each, corpus.settings))), `${each.path}: ${ajv.errorsText(entry.errors)}`)
  }

  test('is as its schema says', () => {
    assert.deepEqual(
      built.problems.filter((problem) => problem.includes(' error ')),
      [],
    )
    assertValid(built)
    assert.ok(!graph({ site: '/', nodes: [{ id: '/a/', kind: 'notes', title: 'A' }], edges: [] }))
    assert.ok(!entry({ kind: 'note' }))
  })

  test('is so of every corpus', () =>
    fc.assert(
      fc.property(anyGarden(), (garden) => assertValid(corpusOf(filesOf(garden)))),
      { numRuns: runs(50), seed },
    ))
})
