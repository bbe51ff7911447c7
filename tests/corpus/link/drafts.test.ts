/** A draft leaves no word anywhere: neither in what other entries show, nor in what the corpus knows. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { llmsTxt } from '../../../src/corpus/exports/llms.ts'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { factsIn } from '../../../src/corpus/history/facts.ts'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { isPrivate } from '../../../src/corpus/model/parsed.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
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

for (const says of [
  'draft: true',
  'publish: false',
  'draft: yes\npublish: true',
  'Private: yes',
  'published: false',
  'public: true\npublished: no',
  'status: Draft',
  'status: ["[[draft]]"]',
  'visibility: private',
])
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

const TEXT = 'Canary sentence.\n'
const OF_A_FILE: Files = { 'notes/a.md': 'See [[hidden]].', 'references.bib': '' }
const withHidden = (text: string) => corpusOf({ ...OF_A_FILE, 'notes/hidden.md': text })

describe('what cannot be told for certain is kept back, and a problem says so', () => {
  const unclear: Readonly<Record<string, string>> = {
    'draft: maybe': '2:8 error field-value The field "draft" must be true or false, and it is "maybe".',
    'private: x': '2:10 error field-value The field "private" must be true or false, and it is "x".',
    'publish: no way': '2:10 error field-value The field "publish" must be true or false, and it is "no way".',
    'published: soon': '2:12 error field-value The field "published" must be true or false, and it is "soon".',
    'draft: [true]': '2:8 error field-value The field "draft" must be true or false, and it is a list.',
    'status: second draft':
      '2:9 error field-value The field "status" may say that the entry is not to be published: it is "second draft". ' +
      'Write "draft: true" or "draft: false".',
  }
  for (const [field, problem] of Object.entries(unclear))
    test(field, () => {
      const { corpus, entries, problems } = withHidden(`---\n${field}\n---\n${TEXT}`)
      assert.ok(!CANARY.test(everything([corpus, [...entries]])))
      assert.ok(problems.includes(`notes/hidden.md:${problem}`), problems.join('\n'))
    })

  const broken: Readonly<Record<string, string>> = {
    'two answers': 'draft: false\ndraft: true',
    'a list instead of fields': '- title: x\n- draft: true',
    'fields that are indented where the YAML is broken': ' title: a: b\n draft: true',
    'a table instead of fields': '? draft: true\n: x: y: z',
  }
  for (const [name, fields] of Object.entries(broken))
    test(name, () => {
      const { corpus, entries, problems } = withHidden(`---\n${fields}\n---\n${TEXT}`)
      assert.ok(!CANARY.test(everything([corpus, [...entries]])))
      assert.match(problems.join('\n'), /^notes\/hidden\.md:\d+:\d+ error frontmatter-yaml/m)
    })
})

describe('what a writer put in the wrong place keeps the file back all the same', () => {
  const fields = 'title: Canary title\ndraft: true'
  const files: Readonly<Record<string, readonly [text: string, problem: string]>> = {
    'after a blank line': [`\n---\n${fields}\n---\n${TEXT}`, '2:1 warning'],
    'after blanks and lines of blanks': [`  \n\t\n ---\n${fields}\n---\n${TEXT}`, '3:1 warning'],
    'after a character without width': [`\u200b\n---\n${fields}\n---\n${TEXT}`, '2:1 warning'],
    'in TOML, after a blank line': [`\n+++\ntitle = "Canary"\nprivate = true\n+++\n${TEXT}`, '2:1 warning'],
    'without fences': [`${fields}\n\n${TEXT}`, '1:1 error'],
    'between other fences': [`----\n${fields}\n----\n\n${TEXT}`, '1:1 error'],
    'between dashes that an editor joined': [`\u2014\n${fields}\n\u2014\n\n${TEXT}`, '1:1 error'],
    'in a second block': [`---\ntags: [a]\n---\n\n---\n${fields}\n---\n${TEXT}`, '5:1 error'],
    'after a blank line in frontmatter that is never closed': [`---\ntags: [a]\n\n${fields}\n\n${TEXT}`, '4:1 error'],
    'unclear, in a second block': [`---\ntags: [a]\n---\n\n---\nprivate: x\n---\n${TEXT}`, '5:1 error'],
    'as properties after a blank line': [`\nprivate:: true\n\n${TEXT}`, ''],
  }
  for (const [name, [text, problem]] of Object.entries(files))
    test(name, () => {
      const { corpus, entries, problems } = withHidden(text)
      assert.ok(!CANARY.test(everything([corpus, [...entries]])))
      if (problem !== '')
        assert.ok(
          problems.some((each) => each.startsWith(`notes/hidden.md:${problem} frontmatter-position`)),
          problems.join('\n'),
        )
    })
})

test('no privacy is made up', () => {
  const texts = [
    ...[
      'published: 2024-05-01',
      'published: May 2024',
      'published: true',
      'private: false',
      'draft:',
      'status: done',
    ].map((field) => `---\n${field}\n---\n${TEXT}`),
    `---\naudience: private\nx:\n  draft: true\n---\n${TEXT}`,
    `\n---\n\n${TEXT}\n---\n`,
    `\n---\nNota bene: a draft: true words.\n---\n${TEXT}`,
    `Public: everything that all may see.\n\n${TEXT}`,
    `${TEXT}\ndraft: true\n`,
  ]
  for (const text of texts) {
    const { entries, problems } = withHidden(text)
    const others = problems.filter((each) => !each.includes(' field-unread '))
    assert.deepEqual([others, [...entries.keys()]], [[], ['notes/a.md', 'notes/hidden.md']], text)
  }
})

test('frontmatter after blank lines is read with its fields at their lines', () => {
  const { note, problems } = withHidden('\n\n---\ntitle: Words\nclam: x\n---\nText.\n')
  assert.equal(note('notes/hidden.md').title, 'Words')
  assert.equal(note('notes/hidden.md').html, '<p>Text.</p>')
  assert.deepEqual(
    problems.map((each) => each.slice(0, 48)),
    ['notes/hidden.md:3:1 warning frontmatter-position', 'notes/hidden.md:5:1 warning field-unknown There '],
  )
})

test('an old version is as private as a file that says the same today', () => {
  for (const fields of ['private: true', 'published: no', 'status: draft', 'draft: maybe', 'draft: false\ndraft: true'])
    for (const before of ['', '\n'])
      for (const path of ['inquiries/q.md', 'notes/a.md']) {
        const facts = factsIn({ path, text: `${before}---\ntitle: x\n${fields}\n---\n` }, DEFAULT_DIALECT)!
        assert.ok(isPrivate({ data: facts }, { publish: 'all' }), fields)
      }
})

test('a word for `publish` in the settings that is not understood keeps back what is not marked', () => {
  const publish = (text: string) => readSettings({ path: 'site.yaml', text }).settings.publish
  assert.deepEqual(['', 'publish: all', 'publish:', 'publish: markd', 'publish: [marked]'].map(publish), [
    'all',
    'all',
    'all',
    'marked',
    'marked',
  ])
})
