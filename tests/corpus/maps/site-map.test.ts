import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { lineageGroups, MOST_IN_LINEAGES } from '../../../src/corpus/lists/lineage-groups.ts'
import { MAP_WIDTH, placeNodes } from '../../../src/corpus/maps/place-nodes.ts'
import { MOST_ENTRIES, MOST_TOPICS, siteMapOf, type SiteMap } from '../../../src/corpus/maps/site-map.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { runs, seed } from '../../support/runs.ts'

const FILES: Files = {
  'inquiries/moon.md': '---\ntitle: What is the moon?\ntopics: sky\nnext: [tides]\n---\n',
  'inquiries/tides.md': '---\ntitle: Why are there tides?\ntopics: sea\nnext: [secret]\n---\n',
  'inquiries/secret.md': '---\ntitle: Unheard-of\ndraft: true\nnext: [moon]\n---\n',
  'notes/pull.md':
    '---\ntitle: It pulls\ninquiries: [{ inquiry: tides, role: supports }, { inquiry: moon, role: disputes }]\n---\n[[push]]',
  'notes/push.md': '---\ntitle: It pushes\ninquiries: [{ inquiry: secret, role: disputes }]\n---\n',
}

/** So many notes, each with the topics that a function gives it. */
const manyNotes = (count: number, topics: (index: number) => string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`notes/n${at}.md`, `---\ntopics: [${topics(at)}]\n---\n`]),
  )

const linesOf = ({ nodes, lines }: SiteMap): string[] =>
  lines.map(({ from, to, type, weight }) => `${nodes[from]!.title} ${type} ${nodes[to]!.title} ${weight}`)

describe('what is on the map of a site', () => {
  test('it has the inquiries and notes of a small site, and what is stated between them', () => {
    const map = siteMapOf(corpusOf(FILES).corpus)
    assert.equal(map.of, 'entries')
    assert.deepEqual(
      map.nodes.map(({ kind, title, href, role, notes }) => [kind, title, href, role, notes]),
      [
        ['inquiry', 'What is the moon?', '/inquiries/moon/', undefined, 1],
        ['inquiry', 'Why are there tides?', '/inquiries/tides/', undefined, 1],
        ['note', 'It pulls', '/notes/pull/', 'supports', 0],
        ['note', 'It pushes', '/notes/push/', undefined, 0],
      ],
    )
    assert.deepEqual(linesOf(map), [
      'What is the moon? next Why are there tides? 1',
      'It pulls disputes What is the moon? 1',
      'It pulls supports Why are there tides? 1',
    ])
  })

  test('a large site is shown by its topics, and lines count what two of them share', () => {
    assert.equal(siteMapOf(corpusOf(manyNotes(MOST_ENTRIES, () => 'a')).corpus).of, 'entries')
    const map = siteMapOf(corpusOf(manyNotes(MOST_ENTRIES + 1, (at) => (at < 3 ? 'a, b' : 'a'))).corpus)
    assert.deepEqual(
      map.nodes.map(({ kind, title, href, notes }) => [kind, title, href, notes]),
      [
        ['topic', 'a', '/topics/a/', MOST_ENTRIES + 1],
        ['topic', 'b', '/topics/b/', 3],
      ],
    )
    assert.deepEqual(linesOf(map), ['a shares b 3'])
  })

  test('the largest topics are shown, the others are counted, and few lines are drawn of each', () => {
    const map = siteMapOf(corpusOf(manyNotes(400, (at) => `t${at % 80}, t${(at * 7) % 80}, t${(at * 3) % 80}`)).corpus)
    assert.equal(map.nodes.length, MOST_TOPICS)
    assert.equal(map.more, 80 - MOST_TOPICS)
    assert.ok(map.lines.length > 0 && map.lines.length <= 3 * MOST_TOPICS)
  })

  test('drafts leave no trace, and the order of files does not matter', () => {
    fc.assert(
      fc.property(anyGarden(), (garden) => {
        const files = filesOf(garden)
        const [one, other] = [corpusOf(files).corpus, corpusOf(files, Object.keys(files).reverse()).corpus]
        assert.deepEqual(siteMapOf(other), siteMapOf(one))
        assert.deepEqual(lineageGroups(other), lineageGroups(one))
        assert.deepEqual(placeNodes(siteMapOf(other)), placeNodes(siteMapOf(one)))
      }),
      { numRuns: runs(30), seed },
    )
    const { corpus } = corpusOf(FILES)
    assert.doesNotMatch(JSON.stringify([siteMapOf(corpus), lineageGroups(corpus)]), /secret|Unheard/)
  })
})

describe('where its nodes are', () => {
  const node = fc.record({
    ...{ kind: fc.constantFrom('inquiry' as const, 'note' as const, 'topic' as const), title: fc.constant('') },
    ...{ href: fc.constant(''), notes: fc.nat(500), inquiries: fc.constant(0) },
  })
  const anyMap = fc.array(node, { maxLength: 80 }).chain((nodes) =>
    fc
      .array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: nodes.length === 0 ? 0 : 150 })
      .map((pairs): SiteMap => {
        const lines = pairs.map(({ from, to }) => ({ from: from % nodes.length, to: to % nodes.length }))
        return {
          ...{ of: 'entries', nodes, more: 0 },
          lines: lines.map((line) => ({ ...line, type: 'links', weight: 1 })),
        }
      }),
  )

  test('no two overlap, and all are on the plane', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { boxes, width, height } = placeNodes(map)
        assert.equal(width, MAP_WIDTH)
        assert.equal(boxes.length, map.nodes.length)
        for (const [at, one] of boxes.entries()) {
          assert.ok(one.x >= one.width / 2 && one.x <= width - one.width / 2)
          assert.ok(one.y >= one.height / 2 && one.y <= height - one.height / 2)
          for (const other of boxes.slice(at + 1))
            assert.ok(
              Math.abs(one.x - other.x) * 2 >= one.width + other.width ||
                Math.abs(one.y - other.y) * 2 >= one.height + other.height,
            )
        }
      }),
      { numRuns: runs(50), seed },
    )
  })
})

describe('lineages on the map', () => {
  test('they stand under the topic in which they begin, with their evidence', () => {
    const { groups, more } = lineageGroups(corpusOf(FILES).corpus)
    assert.equal(more, 0)
    assert.deepEqual(groups, [
      {
        topic: { name: 'sky', href: '/topics/sky/' },
        lineages: [
          {
            ...{ title: 'What is the moon?', href: '/inquiries/moon/', status: 'open', balance: { disputes: 1 } },
            isAgain: false,
            next: [
              {
                ...{ title: 'Why are there tides?', href: '/inquiries/tides/', status: 'open' },
                ...{ balance: { supports: 1 }, isAgain: false, next: [] },
              },
            ],
          },
        ],
      },
    ])
  })

  test('what has no room is counted', () => {
    const wide = Array.from({ length: MOST_IN_LINEAGES + 9 }, (_, at) => `q${at}`)
    const files = Object.fromEntries(wide.map((name) => [`inquiries/${name}.md`, '']))
    const { groups, more } = lineageGroups(
      corpusOf({ ...files, 'inquiries/all.md': `---\nnext: [${wide.join(', ')}]\n---\n` }).corpus,
    )
    assert.equal(more, 10)
    assert.equal(groups[0]!.lineages[0]!.next.length, MOST_IN_LINEAGES - 1)
  })
})
