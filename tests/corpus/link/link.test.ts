/** What entries say of each other: evidence, relations, next lines, backlinks, topics. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf, type Built } from '../../support/corpus.ts'

const note = (fields: string, body = ''): string => `---\n${fields}\n---\n${body}`
const evidence = ({ inquiry }: Built, path = 'inquiries/q.md') =>
  inquiry(path).evidence.map(({ note, role, because, citedAt }) => [note.title, role, because, citedAt])

describe('an inquiry shows as its evidence', () => {
  test('the notes that serve it, each with its role and why', () => {
    const built = corpusOf({
      'inquiries/q.md': '# Q',
      'notes/a.md': note('inquiries:\n  - inquiry: q\n    role: disputes\n    because: It is so.\nclaim: C'),
      'notes/b.md': note('inquiries: [[q|words]]'),
      'notes/c.md': note('qualifies: "[[q]]"'),
    })
    assert.deepEqual(evidence(built), [
      ['a', 'disputes', 'It is so.', undefined],
      ['b', 'none', undefined, undefined],
      ['c', 'qualifies', undefined, undefined],
    ])
    assert.equal(built.inquiry('inquiries/q.md').evidence[0]?.claim, 'C')
    assert.deepEqual(built.inquiry('inquiries/q.md').balance, { disputes: 1, qualifies: 1, none: 1 })
    assert.deepEqual(built.note('notes/a.md').serves, [
      {
        inquiry: { kind: 'inquiry', title: 'Q', href: '/inquiries/q/' },
        status: 'open',
        role: 'disputes',
        because: 'It is so.',
      },
    ])
    assert.deepEqual(built.note('notes/c.md').relates, [])
  })

  test('in the order of the essay, then by title', () => {
    const built = corpusOf({
      'inquiries/q.md': 'First [[d]], then [[b]] and [[d]] again.',
      'notes/a.md': note('inquiries: q\ntitle: Z'),
      'notes/b.md': note('inquiries: q'),
      'notes/c.md': note('inquiries: q\ntitle: Y'),
      'notes/d.md': note('inquiries: q'),
    })
    assert.deepEqual(evidence(built), [
      ['d', 'none', undefined, '#C1'],
      ['b', 'none', undefined, '#C2'],
      ['Y', 'none', undefined, undefined],
      ['Z', 'none', undefined, undefined],
    ])
  })

  test('the notes it cites that say nothing of it, without a role', () => {
    const built = corpusOf({
      'inquiries/q.md': 'Cites [[a]] and [[b]], not [[about]] or [[r]].',
      'inquiries/r.md': '',
      'notes/a.md': '',
      'notes/b.md': note('supports: q'),
      'pages/about.md': '',
    })
    assert.deepEqual(evidence(built), [
      ['a', undefined, undefined, '#C1'],
      ['b', 'supports', undefined, '#C2'],
    ])
    assert.deepEqual(built.inquiry('inquiries/q.md').balance, { supports: 1 })
    assert.match(built.html('inquiries/q.md'), /<a href="\/notes\/a\/" id="C1" data-note="1">a<\/a>/)
    assert.match(
      built.html('inquiries/q.md'),
      /<a href="\/notes\/b\/" id="C2" class="cites" data-role="supports" data-note="2">b<\/a>/,
    )
    assert.deepEqual(
      built.note('notes/a.md').serves.map(({ role }) => role),
      [undefined],
    )
  })

  test('a note once, in the way it states first, and a second way is said', () => {
    const built = corpusOf({
      'inquiries/q.md': '',
      'notes/a.md': note(
        'title: A\ninquiry:\n  - { inquiry: q, role: supports }\n  - inquiry: "[[inquiries/q]]"\n    role: disputes\nsupports: q',
      ),
    })
    assert.deepEqual(evidence(built), [['A', 'supports', undefined, undefined]])
    assert.deepEqual(built.problems, [
      'notes/a.md:4:3 warning inquiry-repeated The note names inquiries/q.md twice, as supports and as disputes. The first counts; take the other out.',
    ])
  })

  test('a note that names it without a role and with one, in that role', () => {
    const built = corpusOf({
      'inquiries/q.md': '',
      'inquiries/r.md': '',
      'notes/a.md': note('inquiries: [q, { inquiry: q, role: disputes, because: Why. }]'),
      'notes/b.md': note('inquiries: [{ inquiry: r, because: How. }]', 'Disputes:: [[r]]'),
    })
    assert.deepEqual(evidence(built), [['a', 'disputes', 'Why.', undefined]])
    assert.deepEqual(evidence(built, 'inquiries/r.md'), [['b', 'disputes', 'How.', undefined]])
    assert.deepEqual(built.problems, [])
  })
})

describe('relations', () => {
  test('between notes are seen from either end, each once, and never of a note to itself', () => {
    const { note: entry } = corpusOf({
      'notes/a.md': note('disputes: [[b]]\nextends: [b, B, a, notes/b.md]'),
      'notes/b.md': note('background: "[[a#Part|so]]"'),
    })
    const roles = (path: string, end: 'relates' | 'relatedBy') =>
      entry(path)[end].map(({ role, note }) => `${role} ${note.href}`)
    assert.deepEqual(roles('notes/a.md', 'relates'), ['disputes /notes/b/', 'extends /notes/b/'])
    assert.deepEqual(roles('notes/b.md', 'relatedBy'), ['disputes /notes/a/', 'extends /notes/a/'])
    assert.deepEqual(roles('notes/b.md', 'relates'), ['background /notes/a/'])
    assert.deepEqual(roles('notes/a.md', 'relatedBy'), ['background /notes/b/'])
  })

  test('next lines are seen from either end, each once, with why and the answer so far', () => {
    const { inquiry } = corpusOf({
      'inquiries/q.md': note('next:\n  - inquiry: r\n    because: It is so.\n  - [[r]]\n  - q\nanswer: Q.'),
      'inquiries/r.md': note('answer: R.'),
    })
    const ref = (name: string) => ({ kind: 'inquiry', title: name, href: `/inquiries/${name}/` })
    assert.deepEqual(inquiry('inquiries/q.md').next, [{ inquiry: ref('r'), because: 'It is so.', answer: 'R.' }])
    assert.deepEqual(inquiry('inquiries/r.md').leadHere, [{ inquiry: ref('q'), because: 'It is so.', answer: 'Q.' }])
  })

  test('that lead nowhere are said at their item of the list', () => {
    const { problems } = corpusOf({
      'inquiries/entropy.md': note('next:\n  - inquiry: gone'),
      'notes/a.md': note('inquiries:\n  - entropy\n  - inquiry: entroppy\nsupports: [entropy, x]\nsource:\n  - key'),
      'notes/x/b.md': '',
      'notes/y/b.md': note('title: B\nextends:\n  -\n  - nothing\n  - a'),
      'notes/z.md': note('disputes: b'),
    })
    assert.deepEqual(problems, [
      'inquiries/entropy.md:3:14 error inquiry-unknown There is no inquiry called "gone". Mend the name or write the inquiry.',
      'notes/a.md:4:14 error inquiry-unknown There is no inquiry called "entroppy". Did you mean "entropy"?',
      'notes/a.md:5:21 error entry-unknown There is no entry called "x". Mend the name or write the entry.',
      'notes/a.md:7:5 error source-unknown The bibliography has no work with the key "key". Mend the key or add the work to references.bib or references.json.',
      'notes/y/b.md:5:5 error entry-unknown There is no entry called "nothing". Mend the name or write the entry.',
      'notes/z.md:2:11 error link-ambiguous "b" may be notes/x/b.md or notes/y/b.md. Write more of its path.',
    ])
  })
})

test('every mention of an entry is shown on its page: inquiries, notes, pages, each by title', () => {
  const { note: entry } = corpusOf({
    'pages/p.md': '[[a]]',
    'notes/c.md': '# C\n\nOne. Two [[a]]. Three.\n\n- [[a|four]]',
    'notes/b.md': '# D\n\n[[a#gone]] [[b]]',
    'inquiries/q.md': '[[a]]',
    'notes/a.md': '[[a]] ' + '[[#h]]\n\n## h',
  })
  const backlinks = entry('notes/a.md').backlinks.map(({ from, mentions }) => [
    from.title,
    ...mentions.map(({ href, context }) => `${href} ${context.sentence}`),
  ])
  assert.deepEqual(backlinks, [
    ['q', '/inquiries/q/#C1 a'],
    ['C', '/notes/c/#C1 Two a.', '/notes/c/#C2 four'],
    ['D', '/notes/b/#C1 a D'],
    ['p', '/p/#C1 a'],
  ])
})

test('a topic is one whatever its case and hyphens, and goes by the spelling most entries use', () => {
  const { corpus } = corpusOf({
    'notes/a.md': note('topics: [Machine learning, C++]'),
    'notes/b.md': note('tags: machine-learning'),
    'inquiries/q.md': note('topics: machine-learning, C'),
  })
  const topics = [...corpus.topics.values()].map(({ name, slug, members }) => [name, slug, members.map(({ id }) => id)])
  assert.deepEqual(topics, [
    ['C', 'c', ['q']],
    ['C++', 'c-2', ['a']],
    ['machine-learning', 'machine-learning', ['q', 'a', 'b']],
  ])
})
