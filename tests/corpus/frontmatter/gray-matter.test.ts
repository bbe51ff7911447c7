/**
 * gray-matter cuts the frontmatter, and our rules come before it. Each case says what gray-matter does by itself, so
 * that a version of it with other rules is noticed, and what we make of the same file.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import matter from 'gray-matter'
import type { Engines } from '../../../src/corpus/frontmatter/cut.ts'
import { readFrontmatter } from '../../../src/corpus/frontmatter/read.ts'
import { bodyOf, splitFrontmatter } from '../../../src/corpus/frontmatter/split.ts'
import { runs } from '../../support/runs.ts'

/** The frontmatter of a file, and what follows the line that closes it. Undefined where there is no frontmatter. */
type Cut = readonly [head: string, rest: string] | undefined

const ENGINES: Engines<string> = {
  yaml: () => 'yaml',
  toml: () => 'toml',
  other: (_, language) => `other: ${language}`,
}

function bySplit(text: string): Cut {
  const { head } = splitFrontmatter(text, ENGINES)
  return head === undefined ? undefined : [head, bodyOf(text)]
}

/** What gray-matter cuts by itself. It says of a file without frontmatter that all of it is content. */
function byGrayMatter(text: string, fence = text.startsWith('+') ? '+++' : '---'): Cut {
  const engine = (head: string) => ({ head })
  const file = matter(text, { delimiters: fence, language: 'yaml', engines: { yaml: engine } })
  return file.content === text ? undefined : [file.matter, file.content]
}

const windows = (text: string): string => text.replaceAll('\n', '\r\n')

describe('gray-matter and we cut the same:', () => {
  const cases: Readonly<Record<string, readonly [text: string, head: string]>> = {
    'fields between two lines of ---': ['---\na: b\n---\nBody', '\na: b'],
    'TOML between two lines of +++': ['+++\na = 1\n+++\nBody', '\na = 1'],
    '--- within a value': ['---\na: |\n  ---\n  b\nc: x---\n---\nBody', '\na: |\n  ---\n  b\nc: x---'],
    '--- within TOML': ['+++\na = """\n---\n"""\n+++\nBody', '\na = """\n---\n"""'],
    'a second pair of --- in the body': ['---\na: b\n---\nBody\n---\nc: d\n---\n', '\na: b'],
    'a body that asks for an excerpt': ['---\nexcerpt_separator: B\n---\nA B', '\nexcerpt_separator: B'],
    nothing: ['---\n---\nBody', ''],
    'only a comment': ['---\n# a\n---\nBody', '\n# a'],
  }
  for (const [title, [text, head]] of Object.entries(cases))
    test(title, () => {
      assert.equal(byGrayMatter(text)?.[0], head)
      const rest = text.slice(3 + head.length + 4)
      assert.deepEqual(bySplit(text), [head, rest])
      assert.deepEqual(bySplit(windows(text)), [windows(head), windows(rest)])
    })

  for (const text of [
    '----\na: b\n----\n',
    '\n---\na: b\n---\n',
    ' ---\na: b\n---\n',
    '- - -\na: b\n',
    'Body\n---\n',
    '',
  ])
    test(`no frontmatter in ${JSON.stringify(text)}`, () => {
      assert.equal(byGrayMatter(text), undefined)
      assert.equal(bySplit(text), undefined)
    })
})

describe('we cut otherwise than gray-matter:', () => {
  const cases: Readonly<Record<string, readonly [text: string, theirs: Cut, ours: Cut]>> = {
    'the line that closes may end in blanks': [
      '---\na: b\n--- \t\nBody',
      ['\na: b', ' \t\nBody'],
      ['\na: b', '\nBody'],
    ],
    'the line that closes may have a sign too many': [
      '---\na: b\n-----\nBody',
      ['\na: b', '--\nBody'],
      ['\na: b', '\nBody'],
    ],
    'a line that only begins with --- closes nothing': [
      '---\na: b\n---c: d\n---\nBody',
      ['\na: b', 'c: d\n---\nBody'],
      ['\na: b\n---c: d', '\nBody'],
    ],
    'a document marker with words closes nothing': [
      '---\na: b\n--- # c\nd: e\n---\nBody',
      ['\na: b', ' # c\nd: e\n---\nBody'],
      ['\na: b\n--- # c\nd: e', '\nBody'],
    ],
    'blanks after the first --- are not of the frontmatter': [
      '--- \na: b\n---\nBody',
      [' \na: b', 'Body'],
      ['\na: b', '\nBody'],
    ],
    'the line that closes may be the last, without a line break': ['---\na: b\n---', ['\na: b', ''], ['\na: b', '']],
    'Windows line ends are not of the frontmatter': [
      '---\r\na: b\r\n---\r\nBody',
      ['\r\na: b\r', 'Body'],
      ['\r\na: b', '\r\nBody'],
    ],
    'frontmatter that is never closed is none yet': ['---\na: b\n', ['\na: b\n', ''], undefined],
    'a rule is no frontmatter': ['---\n', ['\n', ''], undefined],
    'a rule, words and a rule are a body': ['---\n\nWords\n\n---\nB', ['\n\nWords\n', 'B'], undefined],
    'a byte order mark is for those who read the bytes': ['\uFEFF---\na: b\n---\nBody', ['\na: b', 'Body'], undefined],
    '+++- opens nothing': ['+++-\na = 1\n+++\nB', undefined, undefined],
    '---+ opens nothing': ['---+\na: b\n---\nB', undefined, undefined],
  }
  for (const [title, [text, theirs, ours]] of Object.entries(cases))
    test(title, () => {
      if (/^(\+\+\+-|---\+)/.test(text)) assert.throws(() => byGrayMatter(text), /engine "." is not registered/)
      else assert.deepEqual(byGrayMatter(text), theirs)
      assert.deepEqual(bySplit(text), ours)
    })
})

describe('the language after the first fence', () => {
  const readings: Readonly<Record<string, string>> = {
    '---': 'yaml',
    '--- ': 'yaml',
    '---yaml': 'yaml',
    '--- yml': 'yaml',
    '--- # a comment': 'yaml',
    '---yaml # a comment': 'yaml',
    '---toml': 'toml',
    '+++': 'toml',
    '+++yaml': 'yaml',
    '---YAML': 'other: YAML',
    '---json': 'other: json',
    '---js': 'other: js',
    '---JavaScript': 'other: JavaScript',
    '---coffee': 'other: coffee',
    '---cson': 'other: cson',
    '---other': 'other: other',
    '---constructor': 'other: constructor',
    '---__proto__': 'other: __proto__',
    '---toString': 'other: toString',
  }
  for (const [opening, reading] of Object.entries(readings))
    for (const head of ['a: b', '# only a comment', '', `a:${'\n'.repeat(50)}`])
      test(`${opening} calls ${reading}, for ${JSON.stringify(head.slice(0, 20))}`, () => {
        const text = `${opening}\n${head}\n${opening.slice(0, 3)}\nBody`
        assert.equal(splitFrontmatter(text, ENGINES).reading, reading)
      })

  test('no language has its text evaluated', () => {
    const run = '(globalThis.ran = true, {})'
    for (const name of [
      'js',
      'javascript',
      'JavaScript',
      'coffee',
      'json',
      '!!js/function',
      'constructor',
      '__proto__',
    ]) {
      const { value, problems } = readFrontmatter({ path: 'notes/x.md', text: `---${name}\n${run}\n---\nBody` })
      assert.equal(value, undefined)
      assert.deepEqual(
        problems.map(({ ruleId, line, column }) => [ruleId, line, column]),
        [['frontmatter-language', 1, 4]],
      )
    }
    readFrontmatter({ path: 'notes/x.md', text: `---\na: !!js/function '${run}'\n---\n` })
    assert.equal('ran' in globalThis, false)
  })
})

describe('gray-matter calls our engine', () => {
  test('with what stands between the fences, once', () => {
    const heads: string[] = []
    const engine = (head: string) => heads.push(head)
    assert.deepEqual(splitFrontmatter('---\na: b\n---\nBody', { yaml: engine, toml: engine, other: engine }), {
      head: '\na: b',
      reading: 1,
      body: '   \n    \n   \nBody',
      language: 'yaml',
      linesBefore: 0,
    })
    assert.deepEqual(heads, ['\na: b'])
  })

  test('and keeps nothing of it', () => {
    readFrontmatter({ path: 'notes/x.md', text: '---\na: [\n---\nBody' })
    assert.deepEqual((matter as unknown as { cache: object }).cache, {})
  })

  test('every time, so a second file with the same text has its own problems', () => {
    const paths = ['notes/a.md', 'notes/b.md'].map(
      (path) => readFrontmatter({ path, text: '---\na: [\n---\nBody' }).problems[0]?.file,
    )
    assert.deepEqual(paths, ['notes/a.md', 'notes/b.md'])
  })
})

describe('five megabytes are split in time that grows with their size:', () => {
  const SIZE = runs(5_000_000)
  const fill = (part: string): string => part.repeat(SIZE / part.length)
  const texts: Readonly<Record<string, string>> = {
    'lines of ---': fill('---\n'),
    'lines that begin with ---': `---\n${fill('---x\n')}`,
    'lines that begin with ---, and an end': `---\n${fill('---x\n')}---\n`,
    'blank lines': `---\na:${fill('\n')}---\n`,
    'blank lines, with words between them': `---\n${fill(`a${'\n'.repeat(39)}`)}---\n`,
    comments: `---\n${fill('# c\n')}---\n`,
    'a body': `---\na: b\n---\n${fill('Some words.\n')}`,
  }
  for (const [title, text] of Object.entries(texts))
    test(title, () => assert.ok(splitFrontmatter(text, ENGINES).body.length <= text.length))
})
