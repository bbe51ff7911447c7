/** Earlier answers are shown as the answer of today is. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pastAnswer } from '../../../src/corpus/render/past-prose.ts'
import type { ParsedInquiry } from '../../../src/corpus/model/parsed.ts'
import { corpusOf } from '../../support/corpus.ts'

const { corpus } = corpusOf({
  'inquiries/q.md': '---\ntitle: Why?\nanswer: Now.\n---\nBy @lee.\n',
  'notes/a-note.md': '---\ntitle: The note\n---\n',
  'notes/secret.md': '---\ntitle: The canary\ndraft: true\n---\n',
  'references.bib': '@book{lee, title={T}, author={Lee, Ann}, year={2020}}',
})
const past = (answer: string) => pastAnswer(corpus, corpus.entries.get('inquiries/q.md') as ParsedInquiry, answer)

describe('an earlier answer has', () => {
  for (const [written, html, text = html] of [
    ['Plain "words" -- only', undefined, 'Plain “words” – only'],
    ['*So* `it` was', '<em>So</em> <code>it</code> was', 'So it was'],
    [
      'By [[a-note]] and [[a-note|words]]',
      /^By <a href="\/notes\/a-note\/">The note<\/a> and <a .*>words<\/a>$/,
      'By The note and words',
    ],
    ['As @lee said', /^As <a href="\/sources\/lee\/"[^>]*>Lee \(2020\)<\/a> said$/, 'As Lee (2020) said'],
    ['$x^2$', /<math/, 'x2'],
    ['<script>alert(1)</script>*x*', /^<em>x<\/em>$|^alert\(1\)<em>x<\/em>$/, /x$/],
  ] as const)
    test(written, () => {
      const { markup, text: plain } = past(written)
      if (html instanceof RegExp) assert.match(markup!.html, html)
      else assert.equal(markup?.html, html)
      if (text instanceof RegExp) assert.match(plain, text)
      else assert.equal(plain, text)
      assert.doesNotMatch(markup?.html ?? '', / id=/)
    })
})

test('the name of what is no entry today is not shown, for it may be that of a draft', () => {
  for (const written of ['By [[secret]].', 'By [[The canary]].', 'By [[gone]].'])
    assert.equal(past(written).text, 'By (unpublished).')
  assert.equal(past('By [[secret|these words]].').text, 'By these words.')
  assert.doesNotMatch(JSON.stringify(past('[x](../notes/secret.md) [[secret]]')), /secret/)
})
