/** What is wrong in frontmatter is said once, at its place, with what to do about it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { problemsOf } from '../../support/corpus.ts'

type Case = readonly [title: string, yaml: string, ...said: string[]]
const file = (yaml: string): string => `---\n${yaml}\n---\nBody [[x]]\n`

const ROLES = 'one of supports, disputes, qualifies, extends, background'
const QUOTES = 'Put quotes around a value that holds ": " or begins with a special character, and indent with spaces.'

const fields: readonly Case[] = [
  ['a near miss of a field', 'claim: c\ntitel: x', '3:1 There is no field "titel". Did you mean "title"?'],
  ['a near miss with a capital', 'Inquires: x', '2:1 There is no field "Inquires". Did you mean "inquiries"?'],
  ['nothing of a field of another tool', 'cssclasses: wide\nposition: 3'],
]

const values: readonly Case[] = [
  [
    'a role, with the nearest one',
    'inquiries:\n  - inquiry: a\n    role: suports',
    `4:11 The field "inquiries[1].role" must be ${ROLES}, and it is "suports". Did you mean "supports"?`,
  ],
  [
    'the second of two roles',
    'inquiry:\n  - [[a]]\n  - inquiry: b\n    role:   against',
    `5:13 The field "inquiry[2].role" must be ${ROLES}, and it is "against".`,
  ],
  [
    'a role after an empty item',
    'inquiries:\n  -\n  - inquiry: a\n    role: x',
    `5:11 The field "inquiries[1].role" must be ${ROLES}, and it is "x".`,
  ],
  [
    'a role of the only inquiry, written without a list',
    'inquiries:\n  inquiry: a\n  role: x',
    `4:9 The field "inquiries[1].role" must be ${ROLES}, and it is "x".`,
  ],
  [
    'a service without its inquiry',
    'inquiries:\n  - role: supports',
    '3:5 The field "inquiries[1].inquiry" is missing. Name the inquiry this note serves, by its file name.',
  ],
  [
    'a day that no month has',
    'created: 2026-02-30',
    '2:10 The field "created" must be a date like 2026-11-23, and it is "2026-02-30".',
  ],
  [
    'a date, under the name it was written with',
    'Last-Mod:  yesterday',
    '2:12 The field "Last-Mod" must be a date like 2026-11-23, and it is "yesterday".',
  ],
  ['a flag', 'draft: maybe', '2:8 The field "draft" must be true or false, and it is "maybe".'],
  ['a list where text belongs', 'title: [a, b]', '2:8 The field "title" must be text, and it is a list.'],
  [
    'a mapping where a name belongs',
    'aliases: [ok, a: b]',
    '2:15 The field "aliases[2]" must be text, and it is a mapping.',
  ],
  ['a year', 'source:\n  title: T\n  year: soon', '4:9 The field "source[1].year" must be a year like 2025.'],
  [
    'a work without a title',
    'source: { year: 2020 }',
    '2:9 The field "source[1].title" is missing. Give the title of the work.',
  ],
  [
    'two values, in the order of the file',
    'created: x\ndraft: maybe',
    '2:10 The field "created" must be a date like 2026-11-23, and it is "x".',
    '3:8 The field "draft" must be true or false, and it is "maybe".',
  ],
]

const NOT_YAML = 'The frontmatter is not valid YAML:'
const yaml: readonly Case[] = [
  [
    'a quote that is never closed, where it opens',
    'claim: x\ntitle: "abc\ntopics: []',
    `3:8 ${NOT_YAML} Missing closing " quote. Write it after the last word of the value.`,
  ],
  [
    'a colon in a value',
    'title: a: b',
    `2:8 ${NOT_YAML} Nested mappings are not allowed in compact mappings. ${QUOTES}`,
  ],
  ['a repeated field', 'title: a\ntitle: b', `3:1 ${NOT_YAML} Map keys must be unique. Keep one of them.`],
  ['a tab', 'topics:\n\t- b', `3:1 ${NOT_YAML} Tabs are not allowed as indentation. Indent with spaces.`],
  [
    'a key of the bibliography with its @',
    'source: @zhao2025',
    `2:9 ${NOT_YAML} Plain value cannot start with reserved character @. ${QUOTES}`,
  ],
  [
    'a list at the top',
    '- a\n- b',
    '2:1 The frontmatter must be a list of "field: value" lines. Put a field name and a colon before the value.',
  ],
]

const kinds = [
  ['a warning says', 'warning field-unknown', fields],
  ['an error says', 'error field-value', values],
  ['an error says', 'error frontmatter-yaml', yaml],
] as const

for (const [begins, rule, cases] of kinds)
  describe(`${begins} (${rule})`, () => {
    for (const [title, frontmatter, ...said] of cases) {
      const expected = said.map((sentence) => sentence.replace(' ', ` ${rule} `))
      test(title, () => assert.deepEqual(problemsOf(file(frontmatter)), expected))
      test(`${title}, in a file with Windows line ends`, () =>
        assert.deepEqual(problemsOf(file(frontmatter).replaceAll('\n', '\r\n')), expected))
    }
  })

test('a status is one of an inquiry, and the nearest one is named', () =>
  assert.deepEqual(problemsOf(file('status: opne'), 'inquiries/x.md'), [
    '2:9 error field-value The field "status" must be one of open, leaning, settled, superseded, and it is "opne". Did you mean "open"?',
  ]))

test('frontmatter that is never closed is no body', () =>
  assert.deepEqual(problemsOf('---\ntitle: x\n\nBody'), [
    '1:1 error frontmatter-yaml The frontmatter is never closed. Put a line of "---" after its last field.',
  ]))
