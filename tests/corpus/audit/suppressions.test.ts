/**
 * Rules that are suppressed, in an entry or on the whole site: with a reason, and only where there is something to
 * suppress.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { problemsOf } from '../../support/corpus.ts'
import { auditOf, CLEAN, edited, found, type Edit } from './clean-corpus.ts'

const ESSAY = 'inquiries/tides.md'
const silencing = (line: string): Edit => [ESSAY, 'status: settled\n', `status: settled\naudit:\n  ${line}\n`]
const FIGURE: Edit = [ESSAY, '68% of', '69% of']
const PARAGRAPH: Edit = [ESSAY, ' ^own', '']

describe('a suppression', () => {
  test('with a reason hides what its rule finds in the entry, and keeps it to be shown with the reason', () => {
    const { findings, suppressed } = auditOf(edited(FIGURE, silencing('figure-unsupported: Rounded up on purpose.')))
    assert.deepEqual(findings, [])
    assert.deepEqual(
      suppressed.map(({ suppression, findings }) => [
        suppression.file,
        suppression.rule,
        suppression.reason,
        findings.map(({ sentence }) => sentence),
      ]),
      [
        [
          ESSAY,
          'figure-unsupported',
          'Rounded up on purpose.',
          ['The figure "69%" is not in the note cited here, "The moon explains most of the range".'],
        ],
      ],
    )
  })

  test('hides nothing else', () => {
    const [only, ...others] = found(edited(FIGURE, PARAGRAPH, silencing('figure-unsupported: Rounded up on purpose.')))
    assert.match(only ?? '', /^inquiries\/tides\.md:12:1 paragraph-unsupported /)
    assert.deepEqual(others, [])
  })

  test('of another entry hides nothing', () => {
    const note: Edit = ['notes/moon.md', 'created:', 'audit:\n  figure-unsupported: Rounded.\ncreated:']
    assert.deepEqual(
      found(edited(FIGURE, note)).map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['inquiries/tides.md:7:52 figure-unsupported', 'notes/moon.md:10:3 silence-idle'],
    )
  })

  test('without a reason is said, at the rule', () =>
    assert.deepEqual(found(edited(FIGURE, silencing('figure-unsupported:'))), [
      'inquiries/tides.md:6:3 silence-unreasoned The rule "figure-unsupported" is silenced here without a reason. Say why in a sentence after the name of the rule.',
    ]))

  test('of a rule that there is not is said, with the nearest', () =>
    assert.deepEqual(found(edited(silencing('figure-unsuported: Rounded.'))), [
      'inquiries/tides.md:6:3 silence-unknown The audit has no rule "figure-unsuported". Did you mean "figure-unsupported"? Mend the name of the rule.',
    ]))

  test('of what the check itself says is of no rule', () =>
    assert.deepEqual(found(edited(silencing('link-private: It will be out soon.'))), [
      'inquiries/tides.md:6:3 silence-unknown The audit has no rule "link-private". Mend the name of the rule.',
    ]))

  test('of nothing is said', () =>
    assert.deepEqual(found(edited(silencing('one-sided: Nobody has argued otherwise.'))), [
      'inquiries/tides.md:6:3 silence-idle The rule "one-sided" is silenced here, and it has nothing to say. Take it out.',
    ]))

  test('is a rule with a sentence, and nothing else', () => {
    const inquiry = (audit: string) => problemsOf(`---\n${audit}\n---\n`, ESSAY)
    assert.deepEqual(inquiry('audit: one-sided'), [
      '2:8 error field-value The field "audit" must list rules of the audit, each with the reason why it is silent, and it is "one-sided".',
    ])
    assert.deepEqual(inquiry('audit:\n  one-sided: [a, b]'), [
      '3:14 error field-value The field "audit.one-sided" must be text, and it is a list.',
    ])
    assert.deepEqual(inquiry('audit:'), [])
  })
})

describe('a suppression by a name that every object of JavaScript has', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const unknown = `silence-unknown The audit has no rule "${name}". Mend the name of the rule.`

    test(`is said like any other: ${name}`, () => {
      assert.deepEqual(found(edited(silencing(`${name}: Why.`))), [`${ESSAY}:6:3 ${unknown}`])
      const site = { 'site.yaml': `title: T\nsilenced: {${name}: Why.}\n` }
      assert.deepEqual(found({ ...CLEAN, ...site }), [`site.yaml:2:12 ${unknown}`])
    })

    test(`is said at its place where its reason is no text: ${name}`, () => {
      const text = `---\naudit:\n  ${name}: {a: b}\n---\n`
      assert.deepEqual(problemsOf(text, ESSAY), [
        `3:${name.length + 5} error field-value The field "audit.${name}" must be text, and it is a mapping.`,
      ])
    })
  }
})

describe('a suppression in site.yaml', () => {
  const unused: Edit = ['references.bib', '@misc{kelvin1867,', '@misc{laplace1776, title = {T}}\n\n@misc{kelvin1867,']

  test('is for every file, the bibliography included', () => {
    const site = { 'site.yaml': 'silenced:\n  source-unused: It is my whole library.\n' }
    assert.equal(found(edited(unused)).length, 1)
    assert.deepEqual(found({ ...edited(unused), ...site }), [])
  })

  test('is said where it is wrong', () =>
    assert.deepEqual(found({ ...CLEAN, 'site.yaml': 'title: T\nsilenced: {one-sided: So it is., source-used: x}\n' }), [
      'site.yaml:2:12 silence-idle The rule "one-sided" is silenced here, and it has nothing to say. Take it out.',
      'site.yaml:2:34 silence-unknown The audit has no rule "source-used". Did you mean "source-unused"? Mend the name of the rule.',
    ]))
})
