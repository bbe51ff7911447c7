/** What a study says that cannot be is reported as it is written, and costs nothing but itself. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf } from '../../support/corpus.ts'

const noteWith = (study: string, fields = '') => {
  const { note, problems } = corpusOf({
    'notes/a.md': `---\nclaim: C\nstudy:${study}\n${fields}---\nWords.\n`,
    'notes/b.md': 'Words.',
    'inquiries/q.md': '---\nlang: de\n---\nWords.',
  })
  return { study: note('notes/a.md').study, problems }
}

describe('YAML that cannot be read costs the part of a study in which it stands', () => {
  const written: Readonly<Record<string, object>> = {
    '\n  n: !!binary aGVsbG8=\n  counted: x': { counted: 'x' },
    '\n  counted: x\n  checked: !!binary aGVsbG8=': { counted: 'x' },
    '\n  counted: x\n  effect: !other [1]': { counted: 'x' },
    '\n  n: *nothing\n  counted: x': { counted: 'x' },
    '\n  n: 2\n  dose: {{x': { n: 2, dose: '{{x' },
    ' {n: !!binary aGk=, counted: x, dose: !other "1 mg"}': { counted: 'x', dose: '!other "1 mg"' },
  }
  for (const [text, study] of Object.entries(written))
    test(text.trim(), () => {
      const found = noteWith(text)
      assert.deepEqual(found.study, study)
      assert.ok(found.problems.some((each) => each.includes('frontmatter-yaml')))
    })
})

describe('a number that cannot be held is quoted as it is written', () => {
  const most = 'a whole number of 9007199254740991 at most'
  const said: Readonly<Record<string, string>> = {
    'n: 1e999': `n" must be ${most}, and it is "1e999".`,
    'n: 12345678901234567890': `n" must be ${most}, and it is "12345678901234567890".`,
    'n: 1e-999': 'n" must be a whole number greater than 0, and it is "1e-999".',
    'n: 1.50': 'n" must be a whole number like 1200, and it is "1.50".',
    'effect: { kind: d, value: 1e999 }': 'effect[1].value" must be a number like 1.5, and it is "1e999".',
    'effect: { kind: d, value: 1e-999 }': 'effect[1].value" must be a number like 1.5, and it is "1e-999".',
    'effect: { kind: d, value: 1, weight: -1.0 }':
      'effect[1].weight" must be a number greater than 0, and it is "-1.0".',
  }
  for (const [text, sentence] of Object.entries(said))
    test(text, () => {
      const { problems } = noteWith(`\n  counted: x\n  ${text}`)
      assert.ok(
        problems.some((each) => each.endsWith(`The field "study.${sentence}`)),
        problems.join('\n'),
      )
    })
  test('zero is a number in every form', () =>
    assert.deepEqual(noteWith('\n  effect: { kind: d, value: 0.0e5 }').problems, []))
})

test('an entry that names itself in a field is told so at its place', () => {
  const itself = (name: string) =>
    `warning field-value The entry names itself in "${name}", which names others, so it is not shown. Name the one that is meant.`
  assert.deepEqual(
    noteWith('\n  n: 3\n  replicated by: [b, a]', 'supports: [b, a]\ntranslations: { fr: a }\n').problems,
    [
      `notes/a.md:5:22 ${itself('replicatedBy')}`,
      `notes/a.md:6:15 ${itself('supports')}`,
      `notes/a.md:7:21 ${itself('translations')}`,
    ],
  )
})

test('an entry of another kind is no translation', () => {
  const { problems } = noteWith('\n  n: 3', 'translations: { de: q }\n')
  assert.deepEqual(problems, [
    'notes/a.md:5:21 warning field-value inquiries/q.md is of the kind "inquiry" and this of the kind "note", so neither is a translation of the other. Name one of the same kind.',
  ])
})
