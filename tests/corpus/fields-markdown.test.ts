/** Fields of the frontmatter are Markdown of one paragraph, and plain where plain text is needed. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { jsonOf } from '../../src/corpus/exports/json.ts'
import { markdownOf } from '../../src/corpus/exports/markdown.ts'
import type { InquiryEntry, NoteEntry } from '../../src/corpus/model/entry.ts'
import { render } from '../../src/corpus/render/render.ts'
import { corpusOf, problemsOf, read } from './../support/corpus.ts'

const body = (claim: string): string | undefined => {
  const [field] = read(`---\ntitle: A\nclaim: ${JSON.stringify(claim)}\n---\nText`).fields
  return field?.body.map((each) => (typeof each === 'string' ? each : `{${each.at} ${each.link}}`)).join('')
}

describe('a field', () => {
  for (const [text, html] of [
    ['*One* and `two`', '<em>One</em> and <code>two</code>'],
    ['_One_ paragraph\n\nof **two**', '<em>One</em> paragraph of <strong>two</strong>'],
    ['[a](https://e.org) ==b==', '<a href="https://e.org">a</a> <mark>b</mark>'],
    ['1. *no* list', '1. <em>no</em> list'],
    ['# *no* heading', '# <em>no</em> heading'],
    ['See [[x|*y*]]', 'See {open 0}*y*{close 0}'],
    ['![[x]]', '{open 0}{words 0}{close 0}'],
    ['"*One*" -- it', '“<em>One</em>” – it'],
    ['a #tag *b* ^id', 'a #tag <em>b</em> ^id'],
    ['*a* <script>b</script><b onclick="x">c</b>', '<em>a</em> <b>c</b>'],
  ] as const)
    test(`holds ${JSON.stringify(text)}`, () => assert.equal(body(text), html))

  for (const text of [
    'Words, 5 % & more',
    'a_b and 2 * 3',
    'It costs $5 and $6',
    '<div>\n\n*a*\n\n</div>',
    '"Quoted" -- it',
  ])
    test(`holds nothing in ${JSON.stringify(text)}`, () => assert.equal(body(text), undefined))

  test('may hold formulas and citations', () => {
    assert.match(body('So $x^2$') ?? '', /^So <math.*<\/math>$/)
    assert.equal(body('So [@key]'), 'So {words 0}')
  })

  test('reports what is wrong in it where it stands', () =>
    assert.match(problemsOf('---\ntitle: A\nclaim: So $\\nothing$\n---\nText')[0]!, /^3:8 warning maths /))
})

test('pages show a field as HTML, and all else has it as plain text', () => {
  const { corpus, problems } = corpusOf({
    'inquiries/q.md': '---\ntitle: Q\nlede: A *lede*, see [[n]]\nanswer: "`Yes` & no"\n---\nText [[n]].',
    'notes/n.md':
      '---\ntitle: N\nclaim: A *claim* of [[secret|s]] and [[q]]\ninquiries:\n  - inquiry: q\n    because: "**So**"\n---\nText',
    'notes/secret.md': '---\ntitle: Secret\ndraft: true\n---\nText',
  })
  assert.deepEqual(
    problems.filter((each) => !/draft|unpublished|not published/i.test(each)),
    [],
  )
  const entryOf = (path: string) => render(corpus, corpus.entries.get(path)!)
  const q = entryOf('inquiries/q.md') as InquiryEntry
  const n = entryOf('notes/n.md') as NoteEntry
  assert.equal(q.lede, 'A lede, see N')
  assert.match(q.markup!['lede']!.html, /^A <em>lede<\/em>, see <a href="\/notes\/n\/"[^>]*>N<\/a>$/)
  assert.equal(q.answer, 'Yes & no')
  assert.equal(q.evidence[0]!.claim, 'A claim of s and Q')
  assert.doesNotMatch(q.evidence[0]!.markup!['claim']!.html, / id=/)
  assert.equal(q.evidence[0]!.markup!['because']!.html, '<strong>So</strong>')
  assert.equal(n.serves[0]!.because, 'So')
  assert.doesNotMatch(jsonOf(q, corpus.settings), /markup|<em>/)
  assert.match(
    markdownOf(corpus, corpus.entries.get('inquiries/q.md')!, q),
    /\*\*Answer:\*\* `Yes` & no\n\nA lede, see N/,
  )
  assert.doesNotMatch(JSON.stringify([q, n]), /secret/i)
})
