/**
 * Reading has quick ways for what nearly all files are made of. Each gives what the library gives that it stands in
 * for, and each law here names that library: the text of every fixture and random Markdown are read both ways.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Root as Hast } from 'hast'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import type { Root as Mdast } from 'mdast'
import rehypeHighlight from 'rehype-highlight'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { readFields } from '../../src/corpus/frontmatter/fields.ts'
import { pathKey, readPlainYaml } from '../../src/corpus/frontmatter/plain-yaml.ts'
import { findFrontmatter } from '../../src/corpus/frontmatter/split.ts'
import { highlight } from '../../src/corpus/hast/highlight.ts'
import { inventory } from '../../src/corpus/hast/inventory.ts'
import { sentenceEnds } from '../../src/corpus/hast/sentences.ts'
import { splitAtMarks } from '../../src/corpus/hast/slots.ts'
import { wordsIn } from '../../src/corpus/hast/words.ts'
import { ON_HTML, ON_MARKDOWN, renderMarkdown, toSafeHtml } from '../../src/corpus/markdown.ts'
import { satteriParse } from '../../src/corpus/mdast/satteri.ts'
import { DEFAULT_DIALECT } from '../../src/corpus/parse.ts'
import { SCHEMAS } from '../../src/corpus/schema/fields.ts'
import { isEmpty } from '../../src/corpus/schema/text.ts'
import { runs, seed } from '../support/runs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const files = ['content', 'tests/fixtures', 'tests/corpus/mdast'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|mdx|qmd)$/i.test(name))
    .map((name) => join(folder, name))
    .sort(),
)
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** The pipeline as unified runs it, with its libraries, and with no step left out. */
const whole = [
  ...ON_MARKDOWN,
  () => (tree: Mdast, file: VFile) => toSafeHtml.runSync(tree, file),
  ...ON_HTML.filter((plugin) => plugin !== inventory),
].reduce((processor, plugin) => processor.use(plugin as never), unified().use(satteriParse))
const oracle = whole.use(rehypeStringify, { allowDangerousHtml: true }).freeze()

/** What is known of a text after it was rendered, with the messages. */
function learned(file: VFile): unknown {
  const { inventory: _, ...data } = file.data
  return { data, messages: file.messages.map(({ reason, line, column, ruleId }) => [reason, line, column, ruleId]) }
}

function assertRendersAlike(path: string, text: string): void {
  for (const lineBreaks of ['soft', 'hard'] as const) {
    const dialect = { ...DEFAULT_DIALECT, lineBreaks }
    const data = () => ({ kind: 'inquiry' as const, dialect, typesetIn: 'en' })
    const [quick, slow] = [
      new VFile({ path, value: text, data: data() }),
      new VFile({ path, value: text, data: data() }),
    ]
    const bodyOf = (render: () => unknown): unknown => {
      try {
        return render()
      } catch (error) {
        return String(error)
      }
    }
    const bySteps = (): Hast => oracle.runSync(oracle.parse(slow), slow) as Hast
    assert.deepEqual(
      bodyOf(() => renderMarkdown(quick)),
      bodyOf(() => splitAtMarks(oracle.stringify(bySteps(), slow))),
    )
    assert.deepEqual(learned(quick), learned(slow))
  }
}

describe('a text is rendered as unified does it with remark-rehype, rehype-sanitize and rehype-stringify:', () => {
  for (const file of files) test(file, () => assertRendersAlike(file, textOf(file)))

  const blocks = files.flatMap((file) => textOf(file).split(/\n{2,}/)).filter(({ length }) => length < 1500)
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...blocks).map((block) => `${block}\n\n`) },
    { weight: 2, arbitrary: fc.constantFrom(...Array.from('*_`~=[]()!#>+-|\\<&@^:{}%$"\'. \n')) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('**', '[[', ']]', '\n\n', '\n- ', '\n1. ', '\n> ', '    ', '  \n', 'a', 'é'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('[^1]', '\n[^1]: ', '<b>', '</b>', '<br>', '![a](b.png "t")', '[x](a b.md "t")'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('[j](javascript:x)', '[m](mailto:a@b)', '[p](%zz)', '[[a|b]]', '![[a]]', '#tag'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\n| a | b |\n|:-:|---|\n| c |\n', '\n```js\nx\n```\n', '\n- [x] ', '\n- [/] '),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('$x$', '$$\nx\n$$', '{#id .c}', '{width=3}', ' ^id\n', 'H~2~O', 'x^2^', '==m=='),
    },
    { weight: 1, arbitrary: fc.constantFrom('\uFDD0w0\uFDD1', '&#xFDD0;', '\r\n', '\t', '\u00A0', '🙂', '漢字', '\0') },
  )
  test('random Markdown', () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => assertRendersAlike('notes/any.md', pieces.join(''))),
      { numRuns: runs(300), seed },
    ))
})

describe('code is coloured as rehype-highlight does it:', () => {
  const treeOf = (language: string, code: string): Hast => ({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'pre',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'code',
            properties: { className: [`language-${language}`] },
            children: [{ type: 'text', value: code }],
          },
        ],
      },
    ],
  })
  const colour = highlight.call(unified()) as unknown as (tree: Hast, file: VFile) => void
  const code = '// words\nexport const a = "x" + 1\n<p class="b">&amp;</p>\n# h\nif a: return None\n'
  for (const language of [
    'js',
    'ts',
    'html',
    'python',
    'md',
    'bash',
    'json',
    'css',
    'text',
    'mermaid',
    'no-such',
    'C++',
  ])
    test(language, () => {
      const [quick, slow] = [treeOf(language, code), treeOf(language, code)]
      colour(quick, new VFile())
      rehypeHighlight()(slow, new VFile())
      assert.deepEqual(quick, slow)
    })
})

describe('plain YAML is read as js-yaml does, and stands where yaml says', () => {
  /** Gives the text at a path with its point, as a parser with positions has it. */
  function pointIn(yaml: string, path: readonly (string | number)[]) {
    const lines = new LineCounter()
    let { contents: node }: { contents: unknown } = parseDocument(yaml, { lineCounter: lines })
    for (const step of path) {
      const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : []
      const found = items.find((item, index) =>
        isPair(item) ? isScalar(item.key) && item.key.source === step : index === step,
      )
      node = isPair(found) ? found.value : found
    }
    const { line, col } = lines.linePos((node as { range: [number] }).range[0])
    return { line, column: col }
  }

  function assertReadsAlike(yaml: string): boolean {
    const points = new Map<string, { line: number; column: number }>()
    const read = readPlainYaml(yaml)
    if (read === undefined) return false
    assert.deepEqual(read, load(yaml, { schema: FAILSAFE_SCHEMA }))
    if (readPlainYaml(yaml, points) === undefined) return true
    for (const [key, point] of points) {
      const path = key
        .slice(1)
        .split('/')
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
      assert.equal(pathKey(path), key)
      assert.deepEqual(point, pointIn(yaml, path))
    }
    return true
  }

  const heads = files.flatMap((file) => {
    const found = findFrontmatter(textOf(file))
    return found?.language === 'yaml' ? [found.head] : []
  })

  test('in every fixture, most of which are plain', () => {
    const plain = heads.filter((head) => assertReadsAlike(head))
    assert.ok(plain.length > heads.length / 2, `${plain.length} of ${heads.length}`)
  })

  const pieces = [
    ...['a', 'key', 'b-c', ': ', ':', ' ', '\n', '\n', '\n- ', '\n  - ', '- ', '"q"', "'s'", '"', "'", '[a, b]', '[]'],
    ...[
      '[',
      ']',
      '#',
      ' #c',
      'some words',
      '“x”',
      '1',
      'é',
      'null',
      '~',
      '|',
      '>-\n  words\n  more\n',
      '>',
      '&a',
      '*a',
    ],
    ...['!', '%', '@', '`', '{', '}', '\\', '\t', '\r', 'key: v\n', 'in:\n  - i: x\n    r: y\n', 'm:\n  a: b\n', '?'],
    ...[
      'http://x.y/z#w',
      '---',
      '...',
      '<<',
      '__proto__: x',
      '\u2028',
      '🙂',
      ', ',
      'a:b',
      '- x: y\n',
      '    ',
      '\uFEFF',
    ],
  ]
  const cut = fc.tuple(fc.constantFrom(...heads), fc.nat(1500), fc.constantFrom(...pieces, ''), fc.nat(3))
  const changed = cut.map(([head, at, piece, length]) => head.slice(0, at) + piece + head.slice(at + length))
  const random = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''))
  test('in random texts', () =>
    fc.assert(
      fc.property(fc.oneof(changed, random), (yaml) => void assertReadsAlike(yaml)),
      { numRuns: runs(3000), seed },
    ))
})

describe('fields are read as their schema reads them', () => {
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '~',
      'null',
      'x',
      ' x ',
      'true',
      'no',
      'open',
      'settled',
      '2021-03-05',
      '[[x]]',
      'a, b',
      'de',
      '5',
    ),
    fc.array(fc.constantFrom('x', '', ['y'], { inquiry: 'q', role: 'supports' }, { inquiry: 'q', because: 'b' }), {
      maxLength: 3,
    }),
    fc.record({ title: fc.constantFrom('T', ''), year: fc.constantFrom('2020', 'x') }, { requiredKeys: [] }),
  )
  for (const [kind, schema] of Object.entries(SCHEMAS))
    test(kind, () => {
      const names = Object.keys(schema.shape).filter(
        (name) => name !== 'draft' && name !== 'publish' && name !== 'status',
      )
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }), (written) => {
          const read = schema.safeParse({ ...written })
          const { data } = readFields({ path: 'a.md', text: '' }, schema, written)
          if (read.success) assert.deepEqual(Object.entries(data), Object.entries(read.data))
        }),
        { numRuns: runs(300), seed },
      )
    })

  test('and a default is not shared by two files', () => {
    const [one, other] = [1, 2].map(() => readFields({ path: 'a.md', text: '' }, SCHEMAS.note, {}).data)
    assert.notEqual(one?.topics, other?.topics)
    assert.equal(isEmpty(one?.title), true)
  })
})

describe('a text is taken apart as the tables of Unicode have it', () => {
  const KNOWN =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞabcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ' +
    '0123456789 .!?"\'()[]{}“”‘’«»,-:;–—#$%&*+/<=>@\\^_`|~…€£§°×±\uFDD0\uFDD1'
  const OFTEN = Array.from('Ab7  ..!?”)(,-\uFDD0é;漢。')
  const character = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...OFTEN) }, fc.constantFrom(...Array.from(KNOWN)))
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  test('into sentences', () =>
    fc.assert(
      fc.property(fc.array(character, { maxLength: 16 }), (characters) => {
        const text = characters.join('')
        const ends = Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
        assert.deepEqual(sentenceEnds(text), ends)
      }),
      { numRuns: runs(10_000), seed },
    ))

  const OF_WORDS = [
    'a',
    'é',
    '7',
    ' ',
    '-',
    "'",
    '’',
    '漢',
    'あ',
    'カ',
    '々',
    '〇',
    '⺀',
    '𠀀',
    '🙂',
    '𝐀',
    '\uD800',
    '.',
    '\u0301',
  ]
  test('into words', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...OF_WORDS), fc.string({ unit: 'binary' })), { maxLength: 9 }),
        (all) => {
          const text = all.join('')
          const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}’'-]+/gu
          assert.equal(wordsIn(text), text.match(words)?.length ?? 0)
        },
      ),
      { numRuns: runs(2000), seed },
    ))
})
