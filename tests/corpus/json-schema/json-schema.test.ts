/** The JSON Schemas accept what is read without an error, in every spelling, and say no to usual mistakes. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Ajv from 'ajv'
import fc from 'fast-check'
import { parse as parseYaml } from 'yaml'
import { readFields } from '../../../src/corpus/frontmatter/fields.ts'
import { readYaml } from '../../../src/corpus/frontmatter/yaml.ts'
import { DESCRIBED, jsonSchemaFor } from '../../../src/corpus/json-schema/json-schemas.ts'
import { SCHEMAS } from '../../../src/corpus/schema/fields.ts'
import { spellings } from '../../../src/corpus/schema/spellings.ts'
import { settingsSchema } from '../../../src/corpus/settings.ts'
import { runs, seed } from '../../support/runs.ts'

const ajv = new Ajv()
const VALIDATORS = new Map(DESCRIBED.map((described) => [described, ajv.compile(jsonSchemaFor(described))]))
const READ = { inquiry: SCHEMAS.inquiry, note: SCHEMAS.note, page: SCHEMAS.page, site: settingsSchema }
type Read = keyof typeof READ
const KINDS = Object.keys(READ) as Read[]

/** As editors read YAML: `2025` is a number there, and `true` no text. */
const accepts = (described: Read, yaml: string): boolean => VALIDATORS.get(described)!(parseYaml(yaml)) as boolean

const problems = (described: Read, yaml: string): string[] =>
  readFields({ path: 'a.md', text: `---\n${yaml}\n---\n` }, READ[described], readYaml('a.md', yaml).value).problems.map(
    ({ reason }) => reason,
  )

/** Values as people write them, wherever. */
const VALUES = [
  ...['1917', '2022-12-30', '3.5', 'true', 'no', 'Yes', 'OFF', '"on"', '0', '1', '-5', '2e3', '"2025"', '1614556800'],
  ...[
    '',
    '~',
    'null',
    '""',
    '"  "',
    '"null"',
    'a',
    '"a b"',
    '[[a]]',
    '[[a, b]]',
    '[]',
    '[a]',
    '[a, ~, ""]',
    '[[a], b]',
  ],
  ...[
    'a, b',
    '"#a, [[b]]"',
    '["#a"]',
    'March 5, 2021',
    '5.3.2021',
    '2021年3月5日',
    '"[[2021-03-05]]"',
    '[[2021-03-05]]',
  ],
  ...['May', '{}', '{a: b}', '[{a: b}]', '{inquiry: a}', '[{inquiry: [[a]], role: supports, because: x}, b]'],
  ...['{inquiry: a, role: suports}', '[{role: supports}]', '{inquiry: 5, role: ""}', '{title: 1984, year: 1949}'],
  ...[
    '{title: x, authors: [A B, {literal: C}, {family: D, given: E}, {name: F}]}',
    '{year: 1949}',
    '[{title: x}, key]',
  ],
  ...[
    '{title: x, authors: {family: D}, year: soon}',
    '{one-sided: Nobody argued otherwise., x: }',
    '{one-sided: [a, b]}',
  ],
  ...['draft', '"#Draft"', '"[[private]]"', '[[draft]]', '[open, unpublished]', 'Drafty', 'open', 'settled', 'opne'],
  ...['public', 'de', 'pt_BR', 'zh-Hant', '"x y"', 'https://example.org/a', 'example.org', '0000-0002-1825-0097'],
  ...['{uses: {label: uses, inverse: used in, role: background}, likes: likes, x: }', '{uses: {role: x}}', 'strict'],
  ...[
    '{design: case study, N: "1200", Replicated By: a, preregistered: yes, checked: {by: Ann, on: 2026-11-30}}',
    '{n: 0, effect: [{kind: r, value: 0.3, low: "0.1", high: 0.5, level: 95%}, ~, {direction: decrease}]}',
    '{effect: {kind: odds ratio, value: 2}, n: 5}',
    '{design: benchmrk}',
  ],
  ...['[{label: Notes, to: /notes/}]', '{label: 5, to: mailto:a@b.org}', '[{label: x}]', 'obsidian', 'marked', 'keep'],
] as const

const FIELDS = [
  ...new Set(KINDS.flatMap((kind) => Object.keys(READ[kind].shape))),
  'private',
  'published',
  'visibility',
]

describe('every field of every kind', () => {
  for (const kind of KINDS)
    test(`${kind}: whatever is read without a word is accepted`, () => {
      for (const field of FIELDS)
        for (const value of VALUES) {
          const yaml = `${field}: ${value}`
          const isOurs = kind !== 'site' || field in settingsSchema.shape
          if (isOurs && problems(kind, yaml).length === 0)
            assert.ok(accepts(kind, yaml), `${kind}, ${yaml}: ${ajv.errorsText(VALIDATORS.get(kind)!.errors)}`)
        }
    })

  test('most of what is an error is refused', () => {
    let [wrong, refused] = [0, 0]
    for (const kind of KINDS)
      for (const field of Object.keys(READ[kind].shape))
        for (const value of VALUES)
          if (problems(kind, `${field}: ${value}`).length > 0) {
            wrong++
            if (!accepts(kind, `${field}: ${value}`)) refused++
          }
    assert.ok(refused / wrong > 0.75, `${refused} of ${wrong}`)
  })
})

describe('every spelling of a key', () => {
  const written = (word: string): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(fc.boolean(), fc.constantFrom('', '', ' ', '_', '-')), {
        minLength: word.length,
        maxLength: word.length,
      })
      .map((each) =>
        each
          .map(([upper, gap], at) => (upper ? word[at]!.toUpperCase() : word[at]!) + gap)
          .join('')
          .trim(),
      )

  for (const kind of KINDS)
    test(`${kind}: has the schema of its field`, () => {
      const spelled = [...spellings(READ[kind])]
      fc.assert(
        fc.property(
          fc.constantFrom(...spelled).chain(([word]) => written(word)),
          fc.constantFrom(...VALUES),
          (key, value) => {
            const yaml = `${JSON.stringify(key)}: ${value}`
            if (problems(kind, yaml).length === 0) assert.ok(accepts(kind, yaml), yaml)
            else if (value === '{a: b}')
              assert.ok(!accepts(kind, yaml) || /source|silence|audit|relation/i.test(key), yaml)
          },
        ),
        { numRuns: runs(500), seed },
      )
    })
})

describe('usual mistakes are refused', () => {
  const MISTAKES: Readonly<Record<Read, readonly string[]>> = {
    inquiry: ['status: opne', 'Status: opne', 'draft: maybe', 'title: [a, b]', 'created: soon', 'next: [{because: x}]'],
    note: [
      ...['inquiries: [{inquiry: a, role: suports}]', 'question: {inquiry: a, role: Supports}', 'tags: {a: b}'],
      ...[
        'source: {year: 1949}',
        'source: {title: x, year: soon}',
        'audit: {one-sided: [a, b]}',
        'last modified: soon',
      ],
    ],
    page: ['lang: "not a tag"', 'aliases: {a: b}', 'publish: perhaps', 'private: 2'],
    site: [
      'titel: x',
      'mode: maybe',
      'citation_style: {a: 1}',
      'silenced: 3',
      'dialect: word',
      'navigation: [{label: x}]',
    ],
  }
  for (const kind of KINDS)
    for (const yaml of MISTAKES[kind])
      test(`${kind}, ${yaml}`, () => {
        assert.notEqual(problems(kind, yaml).length + (yaml === 'titel: x' ? 1 : 0), 0)
        assert.ok(!accepts(kind, yaml))
      })
})

test('a field is described as the README says, and the audit names its rules', () => {
  const { properties, definitions } = jsonSchemaFor('note') as unknown as Record<string, Record<string, unknown>>
  assert.deepEqual(properties!['claim'], { $ref: '#/definitions/claim' })
  assert.match(JSON.stringify(definitions!['claim']), /"description":"[^"]*what the source shows/)
  assert.match(JSON.stringify(definitions!['audit']), /"one-sided":.*An inquiry whose evidence is all on one side\./)
  assert.match(JSON.stringify(definitions!['inquiries']), /"enum":\["supports","disputes"/)
})
