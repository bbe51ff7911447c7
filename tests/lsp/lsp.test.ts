/** The parts of the language server that need no server. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inField } from '../../src/lsp/fixes/in-field.ts'
import { fieldLine, fieldsAround } from '../../src/lsp/field-path.ts'
import { inShort, literal } from '../../src/lsp/markdown.ts'
import { moved } from '../../src/lsp/moved.ts'
import { Lines } from '../../src/lsp/positions.ts'
import { stretchFrom } from '../../src/lsp/stretch.ts'
import { withEdits } from '../../src/corpus/rename/text-edits.ts'
import { nearest, suggestionIn, didYouMean } from '../../src/corpus/suggest.ts'
import { read } from '../support/corpus.ts'

test('positions count UTF-16 code units, and one that is not in the text is the nearest', () => {
  const lines = new Lines('🌱苔\nab\n')
  assert.deepEqual(lines.positionAt(4), { line: 1, character: 0 })
  assert.equal(lines.offsetAt({ line: 0, character: 2 }), 2)
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 3)
  assert.equal(lines.offsetAt({ line: 99, character: 0 }), 7)
  assert.deepEqual(lines.positionAt(7), { line: 2, character: 0 })
  assert.equal(lines.line(1), 'ab')
})

test('what is underlined is a link, a key or the rest of a line', () => {
  const at = (text: string, start: number): string => {
    const { start: from, end } = stretchFrom(text, start)
    return text.slice(from, end)
  }
  assert.equal(at('a [[b|c]] d', 2), '[[b|c]]')
  assert.equal(at('a [b](c.md) d', 2), '[b](c.md)')
  assert.equal(at('a [@k; @l] d', 2), '[@k; @l]')
  assert.equal(at('a @key, d', 2), '@key')
  assert.equal(at('role: none of them  \nx', 6), 'none of them')
})

test('what was found at a line moves with it, and is left out where the line changed', () => {
  const at = (line: number) => ({ range: { start: { line, character: 0 }, end: { line, character: 1 } } })
  const lines = (before: string, now: string): number[] =>
    moved([at(0), at(1), at(2)], before, now).map(({ range }) => range.start.line)
  assert.deepEqual(lines('a\nb\nc', 'a\nb\nc'), [0, 1, 2])
  assert.deepEqual(lines('a\nb\nc', 'new\na\nb\nc'), [1, 2, 3])
  assert.deepEqual(lines('a\nb\nc', 'a\nB\nc'), [0, 2])
  assert.deepEqual(lines('a\nb\nc', 'a\nc'), [0, 1])
  assert.deepEqual(lines('a\na\na', 'a\na'), [0, 1])
  assert.deepEqual(lines('a\nb\nc', ''), [])
})

test('no text of a writer is more than text in Markdown', () => {
  assert.equal(literal('[run](command:x)\n<b> `c`'), '\\[run\\]\\(command\\:x\\) \\<b\\> \\`c\\`')
  assert.equal(literal('see https://a.b/c_d'), 'see https\\:\\/\\/a\\.b\\/c\\_d')
  assert.equal(inShort('one two three', 9), 'one two …')
  assert.equal(inShort('🌱🌱🌱', 3), '🌱\uFFFD …')
})

test('a suggestion is found again in the message that makes it', () => {
  const message = `Nothing is called "how-fwe".${didYouMean(nearest('how-fwe', ['how-few']))}`
  assert.deepEqual(suggestionIn(message), { written: 'how-fwe', suggestion: 'how-few' })
  assert.deepEqual(suggestionIn('It must be one of a, and it is "s". Did you mean "a"?')?.written, 's')
  assert.equal(suggestionIn('Nothing is called "x". Mend the name.'), undefined)
})

test('lines are added to a field, wherever it is', () => {
  const added = (text: string, field = 'audit', lines = ['r: ']): string | undefined => {
    const edit = inField(read(text, 'notes/a.md'), field, lines)
    return edit && withEdits(text, [edit])
  }
  assert.equal(added('Text.'), '---\naudit:\n  r: \n---\nText.')
  assert.equal(added('---\ntitle: A\n---\nText.'), '---\ntitle: A\naudit:\n  r: \n---\nText.')
  assert.equal(added('---\naudit:\n    q: x\ntitle: A\n---\n'), '---\naudit:\n    r: \n    q: x\ntitle: A\n---\n')
  assert.equal(added('---\naudit: { q: x }\n---\n'), undefined)
  assert.equal(added('+++\ntitle = "A"\n+++\n'), undefined)
  const items = ['- inquiry: x', '  role: supports']
  assert.equal(
    added('---\nInquiries:\n- y\n---\n', 'inquiries', items),
    '---\nInquiries:\n- inquiry: x\n  role: supports\n- y\n---\n',
  )
})

test('a line of the frontmatter stands in the fields above it that are indented less', () => {
  const around = (...rows: string[]): string[] =>
    fieldsAround(new Lines(['---', ...rows].join('\n')), rows.length, fieldLine(rows.at(-1)!).column)
  assert.deepEqual(around('study:', '  n: 3', '  design: trial'), ['study'])
  assert.deepEqual(around('study:', '  effect:', '  - kind: d', '    value: 1'), ['study', 'effect'])
  assert.deepEqual(around('study:', '  effect:', '    - kind: d', '  n: 3'), ['study'])
  assert.deepEqual(around('study:', '  n: 3', 'title: A'), [])
})
