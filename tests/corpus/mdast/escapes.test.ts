/** A sign after a backslash is a sign, also where only this project reads it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { read, shown } from '../../support/corpus.ts'

describe('after a backslash, a sign stands for itself in', () => {
  for (const [text, html] of [
    ['a \\#tag', 'a #tag'],
    ['\\==a== b', '==a== b'],
    ['\\==a\\==', '==a=='],
    ['\\[[a]]', '[[a]]'],
    ['a \\^b', 'a ^b'],
    ['\\^[a]', '^[a]'],
    ['\\@key and [\\@key]', '@key and [@key]'],
    ['&amp; \\#tag &#35;', '&#x26; #tag #'],
    ['a \\* b \\\\ \\#tag', 'a * b \\ #tag'],
    ['**a \\#tag**', '<strong>a #tag</strong>'],
    ['a\n  \\#tag', 'a\n#tag'],
  ] as const)
    test(JSON.stringify(text), () => {
      const parsed = read(text)
      assert.equal(shown(parsed), `<p>${html}</p>`)
      assert.deepEqual(parsed.links, [])
    })

  test('the marker of a callout', () =>
    assert.equal(shown(read('> \\[!note] a')), '<blockquote>\n<p>[!note] a</p>\n</blockquote>'))

  test('a quotation with a tag after it', () => assert.match(shown(read('> \\#no\n> #yes')), /<p>#no\n\{open 0\}#yes/))
})

test('code keeps its backslashes', () => assert.equal(shown(read('`\\#a`')), '<p><code>\\#a</code></p>'))
