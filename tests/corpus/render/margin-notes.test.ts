/** Which of the evidence stands beside which block of an essay, and where it must not show. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const NOTES: Files = {
  'notes/a.md': '---\ntitle: A\nclaim: Claimed by A.\ninquiries: q\n---\n',
  'notes/b.md': '---\ntitle: B\ninquiries:\n  - inquiry: q\n    role: disputes\n---\n',
  'notes/c.md': '---\ntitle: C\n---\n',
  'p.png': '',
}

/** For each block with evidence, how its HTML begins and ends, and what stands beside it. */
function besideIn(essay: string): [string, ...string[]][] {
  const { html, beside, evidence } = corpusOf({ 'inquiries/q.md': essay, ...NOTES }).inquiry('inquiries/q.md')
  return beside.map(({ at, until, evidence: points }) => [
    html
      .slice(at, until)
      .replace(/<a .*<\/a>/s, '…')
      .replace(/<a .*/s, '')
      .trim(),
    ...points.map((point) => evidence[point]!.note.title),
  ])
}

const blocks: Readonly<Record<string, readonly [essay: string, ...beside: [string, ...string[]][]]>> = {
  'a paragraph has what it cites, once, in its order': ['x [[b]], [[a]], [[b]]', ['<p>x …</p>', 'B', 'A']],
  'a block that cites nothing has none': ['x\n\ny [[a]]\n\n![[p.png]] #tag', ['<p>y …</p>', 'A']],
  'a later block has again what an earlier one cites': ['x [[a]]\n\ny [[a]]', ['<p>x …</p>', 'A'], ['<p>y …</p>', 'A']],
  'what says nothing of the inquiry is evidence where it is cited': ['x [[c]]', ['<p>x …</p>', 'C']],
  'an inquiry or what is missing is none': ['x [[q]] [[nothing]] [y](https://e.org)'],
  'each item of a list has its own, however deep': [
    '- x [[a]]\n  - y [[b]]\n- z\n\n1. u\n\n   v [[c]]',
    ['x …', 'A'],
    ['y …', 'B'],
    ['<p>u</p>\n<p>v …</p>', 'C'],
  ],
  'a quote, a callout, a table, an embed and a footnote are one block each': [
    '> - x [[a]]\n>\n> y [[b]]\n\n> [!note] N\n> z [[c]]\n\n| [[a]] |\n|--|\n| [[b]] |\n\n![[c]]\n\nu[^1]\n\n[^1]: v [[a]]',
    ['<blockquote>\n<ul>\n<li>x …</p>\n</blockquote>', 'A', 'B'],
    ['<div class="callout" data-callout="note" role="note"><p class="callout-title">N</p>\n<p>z …</p>\n</div>', 'C'],
    [
      '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n<thead>\n<tr>\n<th>…</td>\n</tr>\n</tbody>\n</table></div>',
      'A',
      'B',
    ],
    ['<div class="embed"><p class="embed-from">…</p></div>', 'C'],
    [
      '<section data-footnotes class="footnotes"><h2 class="sr-only" id="user-content-footnote-label">Footnotes</h2>\n<ol>\n<li id="user-content-fn-1">\n<p>v …</p>\n</li>\n</ol>\n</section>',
      'A',
    ],
  ],
  'those of a heading are beside the block after it': [
    '## x [[a]]\n\ny [[b]]\n\n### [[a]]\n\n```\nz\n```',
    ['<p>y …</p>', 'A', 'B'],
    ['<pre tabindex="0"><code>z\n</code></pre>', 'A'],
  ],
  'unless that is a list or a heading, or there is none': [
    '## x [[a]]\n\n- y\n\n## z [[b]]\n\n## [[c]]',
    ['<h2 id="x-a">x …', 'A'],
    ['<h2 id="z-b">z …', 'B'],
    ['<h2 id="c">…', 'C'],
  ],
  'text of an item between two lists is one': ['- x\n  - y\n\n  z [[a]]\n\n  - [[b]]', ['<p>z …</p>', 'A'], ['…', 'B']],
}

describe('evidence beside an essay:', () => {
  for (const [name, [essay, ...expected]] of Object.entries(blocks))
    test(name, () => assert.deepEqual(besideIn(essay), expected))
})

test('the essay itself, its search record, and what others show of it are without it', () => {
  const { inquiry, note, html } = corpusOf({
    'inquiries/q.md': '# Q\n\nBefore. See [[a|that]]. After.\n\n- Item [[b|this]]',
    'notes/x.md': '![[q]]',
    ...NOTES,
  })
  const entry = inquiry('inquiries/q.md')
  assert.equal(entry.beside.length, 2)
  const shown = [
    entry.html,
    searchRecord(entry, 'en').html,
    html('notes/x.md'),
    JSON.stringify(note('notes/a.md').backlinks),
  ]
  for (const text of shown) {
    assert.match(text, /that/)
    assert.doesNotMatch(text, /Claimed by A|\uFDD0|>A</, text)
  }
})
