/** Links to files whose names have blanks that nobody encoded. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { corpusOf, problemsOf } from '../../support/corpus.ts'

const FILES = {
  'a b.md': '# The (a)\n\n## C d',
  'x (y), z.md': '',
  'my fig.png': '',
  'secret note.md': '---\ndraft: true\n---\n',
}
const built = (text: string) => corpusOf({ ...FILES, 'n.md': text })
const html = (text: string): string => built(text).html('n.md')

describe('a link whose address has blanks', () => {
  for (const [written, shown] of [
    ['See [w](a b.md).', '<p>See <a href="/notes/a-b/" id="C1">w</a>.</p>'],
    ['[w](a b.md#C d)', '<p><a href="/notes/a-b/#c-d" id="C1">w</a></p>'],
    ['*[w](x (y), z.md)*', '<p><em><a href="/notes/x-y-z/" id="C1">w</a></em></p>'],
    [
      '![w](my fig.png)',
      '<p><img src="/attachments/my%20fig.png" alt="w" width="400" height="200" loading="lazy" decoding="async"></p>',
    ],
    ['[w](my fig.png)', '<p><a href="/attachments/my%20fig.png">w</a></p>'],
    ['[a b.md](a b.md)', '<p><a href="/notes/a-b/" id="C1">a b</a></p>'],
  ] as const)
    test(`is read: ${written}`, () => {
      assert.equal(html(written), shown)
      assert.deepEqual(built(written).problems, [])
    })

  for (const written of [
    '[w](no file at all)',
    '[w](see p. 3)',
    '`[w](a b.md)`',
    '[w] (a b.md)',
    '[w](https://x.org/a b.md)',
  ])
    test(`is none: ${written}`, () => {
      assert.doesNotMatch(html(written), /href="\/notes/)
    })

  test('shows nothing of a draft, on the page and in its plain Markdown', () => {
    const { corpus, entries } = built('See [these](secret note.md) and [secret note.md](secret note.md).')
    const markdown = markdownOf(corpus, corpus.entries.get('n.md')!, entries.get('n.md')!)
    assert.match(markdown, /See these and \(unpublished\)\./)
    assert.doesNotMatch(markdown + entries.get('n.md')!.html, /secret/)
  })
})

test('exports of Roam: the relations of a node, and titles that begin with a link', () => {
  const { corpus, problems } = corpusOf({
    'EVD - It - @lee.md':
      '---\ntitle: [[EVD]] - It - [[@lee]]\ndate: Mon Jul 19 2021 11:27:49 GMT-0400 (Eastern Daylight Time)\n---\n\n' +
      '###### Discourse Context\n\n- **Informs::** [CLM - Far (and, near).md](CLM - Far (and, near).md)\n' +
      '- **Consistent With::** [EVD - Other.md](EVD - Other.md)\n',
    'CLM - Far (and, near).md': '---\ntitle: [[CLM]] - Far\n---\n',
    'EVD - Other.md': '',
  })
  assert.deepEqual(problems, [])
  assert.deepEqual(
    [...corpus.relationsFrom.values()].flat().map(({ from, to, role, label }) => [from.title, to.title, label ?? role]),
    [
      ['CLM - Far', 'EVD - It - @lee', 'background'],
      ['EVD - It - @lee', 'EVD - Other', 'Consistent With'],
    ],
  )
  assert.match(problemsOf('---\ntitle: [[a] b: c\n---\n').join(), /frontmatter-yaml/)
})

test('exports of Roam without the syntax of links: names of files under "Discourse Context" are links', () => {
  const { corpus, problems } = corpusOf({
    'No cases...nt as index.md':
      'Informs:: Why is it so?.md\n\n###### Discourse Context\n\n- **Informs::** Why is it so?.md\n' +
      '- **ConsistentWith::** No cases...s as index.md\n- Opposes:: No cases...s as index.md\n' +
      '- **Supports::** what README.md says\n\n###### References\n\n- Opposes:: Why is it so?.md\n',
    'No cases...s as index.md': '',
    'Why is it so?.md': '',
  })
  assert.deepEqual(problems, [])
  assert.deepEqual(
    [...corpus.relationsFrom.values()].flat().map(({ from, to, role, label }) => [from.title, to.title, label ?? role]),
    [
      ['Why is it so?', 'No cases…nt as index', 'background'],
      ['No cases…nt as index', 'No cases…s as index', 'ConsistentWith'],
      ['No cases…nt as index', 'No cases…s as index', 'disputes'],
    ],
  )
})
