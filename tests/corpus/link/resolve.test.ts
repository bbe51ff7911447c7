/** Where a name leads: the order in which its readings are tried, and what is said where none holds. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf, type Files } from '../../support/corpus.ts'
import type { LinkResolution } from '../../../src/corpus/model/resolved.ts'

/** Where the only link of a file leads, in a corpus of empty files and the ones given. */
function resolution(markdown: string, files: Files | string[], from = 'notes/from.md'): LinkResolution | undefined {
  const others: Files = files instanceof Array ? atPaths(files) : files
  return corpusOf({ ...others, [from]: markdown }).corpus.resolutions.get(from)?.[0]
}

const atPaths = (paths: readonly string[]): Files => Object.fromEntries(paths.map((path) => [path, '']))

const found = (path: string, fragment?: string): LinkResolution => ({
  type: 'found',
  path,
  ...(fragment !== undefined && { fragment }),
})
const alias = '---\naliases: [x]\n---\n'
const title = '---\ntitle: X\n---\n'

describe('a name is tried, in this order, as', () => {
  const inOrder: readonly (readonly [what: string, path: string, text: string])[] = [
    ['a path from the file itself', 'notes/x.md', ''],
    ['a path from the content folder', 'x.md', ''],
    ['an id', 'inquiries/x.md', ''],
    ['a file name', 'notes/deep/x.md', ''],
    ['an alias', 'pages/other.md', alias],
    ['a title', 'pages/third.md', title],
  ]
  for (const [index, [what, path]] of inOrder.entries())
    test(what, () => {
      const rest = inOrder.slice(index).map(([, path, text]): [string, string] => [path, text])
      assert.deepEqual(resolution('[[x]]', Object.fromEntries(rest)), found(path))
    })

  test('a path only, where it is written as one', () => {
    assert.deepEqual(resolution('[w](x.md)', ['notes/x.md', 'x.md']), found('notes/x.md'))
    assert.deepEqual(resolution('[w](x)', ['x.md']), found('x.md'))
    assert.deepEqual(resolution('[w](/x.md)', ['notes/x.md', 'x.md']), found('x.md'))
    assert.deepEqual(resolution('[w](../inquiries/x.md)', ['inquiries/x.md']), found('inquiries/x.md'))
    assert.equal(resolution('[w](x.md)', { 'notes/a.md': alias, 'notes/b.md': title })?.type, 'missing')
  })

  test('the end of a path, as Obsidian writes links with the shortest path', () => {
    const files = ['a/deep/x.md', 'a/deep/fig.png', 'b/Other.md', 'deep/data.XLSX']
    assert.deepEqual(resolution('[w](x.md)', files), found('a/deep/x.md'))
    assert.deepEqual(
      resolution('[w](deep/x.md#y)', { ...atPaths(files), 'a/deep/x.md': '## y' }),
      found('a/deep/x.md', 'y'),
    )
    assert.deepEqual(resolution('[[deep/x]]', files), found('a/deep/x.md'))
    assert.deepEqual(resolution('[[DEEP/X.md]]', files), found('a/deep/x.md'))
    assert.deepEqual(resolution('![w](fig.png)', files), { type: 'file', path: 'a/deep/fig.png' })
    assert.deepEqual(resolution('![[deep/FIG.png]]', files), { type: 'file', path: 'a/deep/fig.png' })
    assert.deepEqual(resolution('[w](data.xlsx)', files), { type: 'file', path: 'deep/data.XLSX' })
    for (const no of ['[[eep/x]]', '[w](/x.md)', '[w](./x.md)', '![w](../fig.png)', '[[b/x]]', '![[b/fig.png]]'])
      assert.equal(resolution(no, files)?.type, 'missing', no)
  })

  test('a path in any case goes before the end of one', () => {
    assert.deepEqual(resolution('![](../a/FIG.PNG)', ['a/fig.png', 'b/a/FIG.PNG']), { type: 'file', path: 'a/fig.png' })
  })

  test('a file that is no entry, last', () => {
    assert.deepEqual(resolution('[[x.pdf]]', ['files/x.pdf']), { type: 'file', path: 'files/x.pdf' })
    assert.deepEqual(resolution('![[x.png]]', ['a/x.png', 'b/x.png']), {
      type: 'file',
      path: 'a/x.png',
      among: ['a/x.png', 'b/x.png'],
    })
    assert.deepEqual(resolution('![w](../a/x.png)', ['a/x.png', 'b/x.png']), { type: 'file', path: 'a/x.png' })
    assert.deepEqual(resolution('![[x]]', { 'notes/x.md': '' }), found('notes/x.md'))
  })
})

describe('a name', () => {
  test('of several files means the one that Obsidian chooses, and names them all', () => {
    const same = ['x/Same.md', 'notes/deep/er/Same.md', 'y/z/Same.md']
    const among = ['notes/deep/er/Same.md', 'x/Same.md', 'y/z/Same.md']
    const file = (path: string, ...among: string[]) => ({ type: 'found', path, among })
    assert.deepEqual(resolution('[[same]]', same), file('notes/deep/er/Same.md', ...among))
    assert.deepEqual(resolution('[[same]]', same, 'q/from.md'), file('x/Same.md', ...among))
    assert.deepEqual(resolution('[w](Same.md)', same, 'q/from.md'), file('x/Same.md', ...among))
    assert.deepEqual(resolution('[[z/same]]', same, 'q/from.md'), found('y/z/Same.md'))
    assert.deepEqual(resolution('[[same]]', [...same, 'Same.md'], 'q/from.md'), found('Same.md'))
  })

  test('of several entries that is no name of a file is ambiguous, and so is one in a field', () => {
    const { problems } = corpusOf({ 'a.md': alias, 'b.md': title, 'c.md': alias, 'n.md': '[[x]]' })
    assert.deepEqual(problems, ['n.md:1:1 error link-ambiguous "x" may be a.md or c.md. Write more of its path.'])
    const fields = corpusOf({ 'a/x.md': '', 'b/x.md': '', 'n.md': '---\nsupports: x\n---\n' })
    assert.deepEqual(fields.problems, [
      'n.md:2:11 error link-ambiguous "x" may be a/x.md or b/x.md. Write more of its path.',
    ])
  })

  test('of several entries means the one in the same folder, and otherwise warns', () => {
    const files = ['notes/a/x.md', 'notes/b/x.md', 'notes/c/y.md']
    assert.deepEqual(resolution('[[x]]', files, 'notes/b/from.md'), found('notes/b/x.md'))
    assert.deepEqual(resolution('[[x]]', files), {
      ...found('notes/a/x.md'),
      among: ['notes/a/x.md', 'notes/b/x.md'],
    })
    assert.deepEqual(resolution('[[b/x]]', files), found('notes/b/x.md'))
    const { problems } = corpusOf({ ...Object.fromEntries(files.map((path) => [path, ''])), 'n.md': '\n[[X]]' })
    assert.deepEqual(problems, [
      'n.md:2:1 warning link-ambiguous "X" may be notes/a/x.md or notes/b/x.md, and notes/a/x.md is taken, as Obsidian does. Write more of its path.',
    ])
  })

  test('is the same in any case, with any blanks, composed or not, with its extension or without', () => {
    const files = ['notes/Über  Uns.md']
    for (const name of ['über uns', 'ÜBER UNS.md', 'U\u0308ber \t uns', 'NOTES/über uns'])
      assert.deepEqual(resolution(`[[${name}]]`, files), found('notes/Über  Uns.md'), name)
    assert.deepEqual(
      resolution('[[Read.me]] ', { 'a.md': '---\ntitle: read.md\n---\n', 'b.md': '---\ntitle: Read.me\n---\n' }),
      found('b.md'),
    )
    assert.deepEqual(
      resolution('[[read.md]] ', { 'a.md': '---\ntitle: README\naliases: Read.md\n---\n' }),
      found('a.md'),
    )
  })

  test('to the letter goes before one that differs in case or extension', () => {
    const files = ['notes/x.md', 'notes/X.md', 'notes/x.markdown']
    assert.deepEqual(resolution('[[notes/X]]', files), found('notes/X.md'))
    assert.deepEqual(resolution('[[notes/x.markdown]]', files), found('notes/x.markdown'))
    assert.equal(resolution('[[notes/x]]', files)?.type, 'ambiguous')
  })

  test('that leaves the content folder leads nowhere, though the way back in would be open', () => {
    assert.equal(resolution('[w](../../x.md)', ['x.md'])?.type, 'missing')
    assert.equal(resolution('[[../../notes/x]]', ['notes/x.md'])?.type, 'missing')
    assert.equal(resolution('![w](../../p.png)', ['p.png'])?.type, 'missing')
  })

  test('of nothing suggests what is near, and never a draft', () => {
    assert.deepEqual(resolution('[[entroppy]]', ['notes/entropy.md']), { type: 'missing', suggestion: 'entropy' })
    assert.deepEqual(resolution('[[gravity]]', ['notes/entropy.md']), { type: 'missing' })
    assert.deepEqual(resolution('[[entroppy]]', { 'notes/entropy.md': '---\ndraft: true\n---\n' }), { type: 'missing' })
  })

  test('of a draft is private, and of a file that could not be read unread', () => {
    for (const says of ['draft: true', 'publish: false', 'draft: maybe'])
      for (const name of ['x', 'notes/x', 'other', 'Named'])
        assert.deepEqual(
          resolution(`[[${name}]]`, { 'notes/x.md': `---\n${says}\naliases: other\ntitle: named\n---\n` }),
          { type: 'private' },
        )
    for (const name of ['x', 'notes/x.md', 'X'])
      assert.deepEqual(resolution(`[[${name}]]`, { 'notes/x.md': '---js\nx\n---\n' }), { type: 'unread' })
    assert.deepEqual(
      resolution('[[x]]', { 'notes/x.md': '---\ndraft: true\n---\n', 'pages/x.md': '' }),
      found('pages/x.md'),
    )
  })
})

describe('a fragment', () => {
  const files = { 'notes/x.md': '## First `one`\n\n## Zweite Überschrift\n\n## Main' }
  const fragments = {
    'first one': 'first-one',
    'FIRST ONE': 'first-one',
    'first-one': 'first-one',
    'a#Zweite  U\u0308berschrift': 'zweite-überschrift',
    Main: 'main-1',
    'main-1': 'main-1',
  }
  for (const [written, id] of Object.entries(fragments))
    test(`${written} is #${id}`, () => assert.deepEqual(resolution(`[[x#${written}]]`, files), found('notes/x.md', id)))

  describe('is written as Obsidian writes it, of the raw heading with signs and markup as blanks:', () => {
    const headings: Readonly<Record<string, string>> = {
      'CI/CD && DevOps': 'CI CD DevOps',
      'What is it, really?': 'What is it really',
      '[[y]] 14:13': 'y 14 13',
      '[[y|words]] of it': 'y words of it',
      '[a link](y.md) in it': 'a link (y.md) in it',
      'Has #tag in it': 'Has tag in it',
      'C++ & C# (notes)': 'C++ & C (notes)',
      'Some **bold**, *italic* and `code`': 'Some bold italic and code',
      'Maths $x^2_i$ here': 'Maths $x 2_i$ here',
      'It\'s "quoted" -- so': 'It\'s "quoted" -- so',
      'A ==mark== and ~~gone~~': 'A mark and gone',
      'With a note[^1]': 'With a note 1',
      'An [@doe99] cited': 'An doe99 cited',
      'An escaped \\* star': 'An escaped star',
      'Block at the end ^id': 'Block at the end id',
      '1. Numbered: a | b': '1. Numbered a b',
      'Ünïcode — dash': 'Ünïcode — dash',
    }
    for (const [heading, written] of Object.entries(headings))
      test(heading, () => {
        const text = `words\n\n## ${heading}\n\ntext\n\n[^1]: F.`
        assert.equal(resolution(`[[x#${written}]]`, { 'notes/x.md': text, 'notes/y.md': '' })?.type, 'found')
        const encoded = encodeURIComponent(written).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
        assert.equal(resolution(`[w](x.md#${encoded})`, { 'notes/x.md': text, 'notes/y.md': '' })?.type, 'found')
      })
  })

  test('of two lines has no line under it in its name', () =>
    assert.deepEqual(resolution('[[x#A b]]', { 'notes/x.md': 'A, *b*\n---\n' }), found('notes/x.md', 'a-b')))

  test('with a path of headings follows it', () => {
    const nested = { 'notes/x.md': '# T, *it*\n\n## A\n\n### C\n\n## B\n\n### C\n\n#### D' }
    assert.deepEqual(resolution('[[x#B#C]]', nested), found('notes/x.md', 'c-1'))
    assert.deepEqual(resolution('[[x#A#C]]', nested), found('notes/x.md', 'c'))
    assert.deepEqual(resolution('[[x#B#D]]', nested), found('notes/x.md', 'd'))
    assert.deepEqual(resolution('[[x#T it#B#C]]', nested), found('notes/x.md', 'c-1'))
    assert.deepEqual(resolution('[[x#T it]]', nested), found('notes/x.md'))
    assert.deepEqual(resolution('[[x#gone#D]]', nested), found('notes/x.md', 'd'))
    assert.equal(resolution('[[x#B#gone]]', nested)?.type, 'fragment-missing')
  })

  test('of the same page needs no name', () => {
    assert.deepEqual(resolution('[[#H]]\n\n## H', {}), found('notes/from.md', 'h'))
    assert.deepEqual(resolution('[[from]]', {}), found('notes/from.md'))
  })

  test('that is missing suggests what is near', () => {
    assert.deepEqual(resolution('[w](x.md#Frist%20one)', files), {
      type: 'fragment-missing',
      path: 'notes/x.md',
      suggestion: 'First one',
    })
    const { problems } = corpusOf({ ...files, 'n.md': '[[x#Frist one]] [[x#gone]]' })
    assert.deepEqual(problems, [
      'n.md:1:1 error fragment-missing There is no heading "Frist one" in notes/x.md. Did you mean "First one"?',
      'n.md:1:17 error fragment-missing There is no heading "gone" in notes/x.md. Mend the part after the #.',
    ])
  })
})
