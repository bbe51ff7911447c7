/** The law that holds for every file there can be, and files to try it on. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { isMarkdown } from '../../src/corpus/names/file-path.ts'
import { parse } from '../../src/corpus/parse.ts'
import { decode } from '../../src/site/read/decode.ts'
import { corpusOf, type Files } from './corpus.ts'
import { assertHarmless, elementsOf } from './harmless.ts'

const ORDINARY = {
  'inquiries/q.md': '---\ntitle: Why?\n---\nSee [[any]], [[n]] and [[any#^id]].\n\n![[any]]\n',
  'notes/n.md': '---\ntitle: N\nsupports: "[[any]]"\n---\nText of [[q]].\n',
}

/** Reads the bytes of a file as the site does, and asserts the law. */
export function assertReadable(bytes: Buffer): void {
  const path = 'notes/any.md'
  const { text, problems } = decode(path, bytes)
  const files: Files = { ...ORDINARY, [path]: text }
  for (const { file, line, column, reason } of [...problems, ...parse({ path, text }).problems]) {
    assert.equal(file, path, reason)
    assertPosition(files, file, line, column, reason)
  }
  const garden = corpusOf(files)
  for (const { file, line, column, reason } of garden.corpus.problems) assertPosition(files, file, line, column, reason)
  assertHarmless(garden)
  for (const { html, path: from } of garden.entries.values()) {
    const ids = elementsOf(html).flatMap(({ properties: { id } }) => (id === undefined ? [] : [id]))
    assert.equal(new Set(ids).size, ids.length, `ids of ${from}: ${ids.join(' ')}`)
  }
}

function assertPosition(files: Files, file = '', line = 0, column = 0, reason = ''): void {
  const lines = files[file]?.split('\n').length ?? 0
  assert.ok(line >= 1 && line <= lines && column >= 1, `${file}:${line}:${column} of ${lines} lines: ${reason}`)
}

/** Short pieces that mean something to some part of the reader. */
const TOKENS = [
  ...[
    '[[',
    ']]',
    '|',
    '\\|',
    '![[',
    '#',
    '^',
    '^id',
    '%%',
    '==',
    '$',
    '$$',
    '---',
    '+++',
    '```',
    '`',
    '~~',
    '**',
    '_',
    '::',
    '@',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '> ',
    '> [!note]- ',
    '- ',
    '- [ ] ',
    '1. ',
    '# ',
    '## ',
    '| a | b |\n|---|---|\n',
    '<b',
    '<div>',
    '<b id="a">',
    '<a name="a" href="javascript:x" onclick="x" style="x">',
    '<script>x</script>',
    '[x](javascript:x)',
    '# user-content-a\n',
    '</',
    '-->',
    '<!--',
  ],
  ...[
    '&#x',
    '&amp;',
    '[@key, p. 3]',
    'Supports:: [[q]]',
    '#tag',
    '![](',
    '](',
    'https://e.org',
    '\\',
    '"',
    "'",
    ': ',
    '- a: ',
    '{',
    '[',
    ']',
    ')',
    '(',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    ' ',
    '    ',
    '\uFEFF',
    '\u200F',
    '\u0301',
    '\uFDD0o0\uFDD1',
    '🙂',
    '漢',
    'א',
    '\u2028',
  ],
  ...[
    'title: x\n',
    'inquiries: [q]\n',
    'draft: true\n',
    'topics: [a, b]\n',
    'source: {title: T}\n',
    '&a [*a]',
    '!!js/function',
    '---js\n',
  ],
]

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const seeds = (): string[] =>
  ['content', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(isMarkdown)
      .sort()
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  )

type Edit = readonly [kind: 'insert' | 'cut' | 'double', at: number, length: number, token: string]

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'insert', 'insert', 'cut', 'double'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat({ max: 60 }),
  fc.constantFrom(...TOKENS),
)

function apply(text: string, [kind, where, length, token]: Edit): string {
  const at = Math.floor(where * text.length)
  const part = text.slice(at, at + length)
  if (kind === 'cut') return text.slice(0, at) + text.slice(at + length)
  return text.slice(0, at) + (kind === 'insert' ? token : part + part) + text.slice(at)
}

/** Random bytes, random tokens, and real notes with random edits. */
export const anyFile = (): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 40 })
        .map((tokens) => Buffer.from(tokens.join(''))),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...seeds()), fc.array(edit, { minLength: 1, maxLength: 12 }))
        .map(([note, edits]) => Buffer.from(edits.reduce(apply, note))),
    },
  )
