/** A draft leaves no word anywhere: neither in what other entries show, nor in what the corpus knows. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { llmsTxt } from '../../../src/corpus/exports/llms.ts'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { corpusOf, everything, type Files } from '../../support/corpus.ts'

/** Words that stand nowhere but in drafts. */
const CANARY = /canary/i

const draft = (says: string): Files => ({
  'notes/hidden.md': `---
${says}
title: Canary title
aliases: [canary-alias]
claim: Canary claim
quote: Canary quote
topics: [canary topic, shared]
source: [canary2020, { title: Canary work, authors: [Ann Canary], year: 1234, url: "https://canary.example" }]
inquiries: [{ inquiry: q, role: disputes, because: Canary reason }]
supports: [a]
created: 2026-01-01
---
## Canary heading

Canary sentence with [[a]] and [[q|canary words]]. ![[canary.png]] $canary$ [c](canary.pdf)
`,
  'inquiries/hidden-too.md': `---
${says}
title: Canary question
lede: Canary lede
answer: Canary answer
next: [{ inquiry: q, because: Canary reason }]
---
Canary essay [[a]] [[hidden]].
`,
  'pages/hidden-page.md': `---\n${says}\ndescription: Canary description\n---\n# Canary page\n\n[[a]]\n`,
})

const PUBLIC: Files = {
  'inquiries/q.md':
    '---\ntopics: shared\nnext: hidden-too\n---\nCites [[a]], [[hidden|something else]] and [[hidden-page#Part|a page]].',
  'notes/a.md':
    '---\ninquiries: [q, hidden-too]\nsupports: [hidden]\nextends: /notes/hidden.md\nsource: known\n---\nSee [this](hidden.md).\n\n![[hidden]]',
  'references.bib':
    '@book{known, title={Known}}\n@book{canary2020, title={Canary in the bibliography}, author={Canary, Ann}}',
  'canary.png': '',
  'canary.pdf': '',
}

for (const says of ['draft: true', 'publish: false', 'draft: yes\npublish: true'])
  describe(JSON.stringify(says), () => {
    const without = corpusOf({ ...PUBLIC, ...draft(says) })

    test('leaves no word in any rendered entry', () => {
      const rendered = everything(without.entries)
      assert.doesNotMatch(rendered, CANARY)
      assert.doesNotMatch(rendered, /hidden/)
      assert.deepEqual([...without.entries.keys()], ['inquiries/q.md', 'notes/a.md'])
    })

    test('leaves no word in what machines are handed', () => {
      const { corpus } = without
      const handedOn = [...corpus.entries.values()].map((parsed) =>
        markdownOf(corpus, parsed, without.entries.get(parsed.path)!),
      )
      for (const text of [...handedOn, JSON.stringify(graphOf(corpus)), llmsTxt(corpus)]) {
        assert.doesNotMatch(text, CANARY)
        assert.doesNotMatch(text, /hidden/)
      }
    })

    test('leaves no word in what the corpus knows, nor makes a file public', () => {
      const { attachments, ...rest } = without.corpus
      assert.equal(attachments.size, 3)
      assert.doesNotMatch(everything(rest), CANARY)
      assert.deepEqual([...rest.used], [])
    })

    test('shows the words of a link to it, and no trace of where it would have led', () => {
      assert.equal(
        without.html('notes/a.md'),
        '<p>See <span class="unlinked">this</span>.</p>\n<p><span class="unlinked">(unpublished)</span></p>',
      )
    })

    test('is said to be one at every link to it, which is no error', () => {
      const link = (name: string) =>
        `warning link-private "${name}" is a draft, so the link shows its words only. Publish it or take the link out.`
      const relation = (name: string) =>
        `warning link-private "${name}" is a draft, so the relation is not shown. Publish it or take the relation out.`
      assert.deepEqual(without.problems, [
        `inquiries/q.md:3:7 ${relation('hidden-too')}`,
        `inquiries/q.md:5:14 ${link('hidden')}`,
        `inquiries/q.md:5:44 ${link('hidden-page')}`,
        `notes/a.md:2:16 ${relation('hidden-too')}`,
        `notes/a.md:3:12 ${relation('hidden')}`,
        `notes/a.md:4:10 ${relation('/notes/hidden.md')}`,
        `notes/a.md:7:5 ${link('hidden.md')}`,
        `notes/a.md:9:1 ${link('hidden')}`,
      ])
    })
  })

test('the canaries sing when nothing is a draft', () => {
  const { corpus, entries } = corpusOf({ ...PUBLIC, ...draft('draft: false') })
  const sung = everything(entries).match(/canary [a-z]+/gi) ?? []
  for (const word of [
    'title',
    'claim',
    'quote',
    'topic',
    'work',
    'reason',
    'heading',
    'sentence',
    'words',
    'question',
    'lede',
    'answer',
    'description',
    'essay',
  ])
    assert.ok(
      sung.some((each) => each.toLowerCase() === `canary ${word}`.toLowerCase()),
      word,
    )
  assert.equal(corpus.used.size, 2)
})
