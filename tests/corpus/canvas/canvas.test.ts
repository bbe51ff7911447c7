/** A canvas, from its JSON to its page. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from '../../../src/corpus/parse.ts'
import { CANVASES } from '../../browser/built/canvases.ts'
import { corpusOf, everything, problemsOf, read, shown } from '../../support/corpus.ts'

const MAP = 'boards/Map of tides.canvas'
const canvasOf = (nodes: readonly object[], edges: readonly object[] = [], more: object = {}): string =>
  JSON.stringify({ nodes, edges, ...more })
const box = { x: 0, y: 0, width: 200, height: 100 }
const text = (id: string, words: string, fields: object = {}): object => ({
  ...{ id, type: 'text', text: words },
  ...box,
  ...fields,
})

describe('a canvas', () => {
  const { corpus, entries, html, note, problems } = corpusOf(CANVASES)
  const page = html(MAP)

  test('has an address of its own below /canvas/, and a title from its name', () => {
    assert.equal(corpus.addresses.get(MAP), '/canvas/boards/map-of-tides/')
    assert.equal(entries.get(MAP)?.title, 'Map of tides')
  })

  test('shows files by their titles, with what they say in short, and links to the part that it names', () => {
    assert.match(
      page,
      /<a href="\/notes\/moon\/" id="C\d">The moon pulls the sea<\/a><\/p><p>The sea follows the <strong>/,
    )
    assert.match(page, /<a href="\/notes\/moon\/#how-it-pulls" id="C\d">The moon pulls the sea § How it pulls<\/a>/)
    assert.match(
      page,
      /<a href="\/inquiries\/tides\/" id="C\d">What raises the tides\?<\/a><\/p><p>The <em>moon<\/em>\./,
    )
  })

  test('renders its texts as Markdown, with links and formulas, and nothing in them that could run', () => {
    assert.match(page, /<h2 id="node-2-why-twice">Why twice\?<\/h2>/)
    assert.match(page, /Because of the <strong>far side<\/strong>, see <a href="\/notes\/moon\/#how-it-pulls"/)
    assert.match(page, /<math>/)
    assert.doesNotMatch(page, /onclick|alert/)
  })

  test('says where its edges lead, in words and as lines', () => {
    assert.match(page, /Leads to <a href="#node-5">What raises the tides\?<\/a>: supports/)
    assert.match(page, /Is joined to <a href="#node-8">example\.org\/tides<\/a>: table/)
    assert.match(page, /Leads both ways with <a href="#node-6">\(unpublished\)<\/a>/)
    assert.equal(page.match(/<g[ >]/g)?.length, 4)
    assert.match(page, /<svg class="canvas-lines"[^>]* aria-hidden="true">/)
  })

  test('has groups with the nodes in them, and what is read first comes first', () => {
    const order = ['Causes', 'Why twice?', 'The sea follows', '§ How it pulls', 'The <em>moon', 'More words']
    const places = order.map((words) => page.lastIndexOf(words))
    assert.ok(!places.includes(-1))
    assert.match(
      page,
      /<li class="canvas-group"><div class="canvas-frame" id="node-1" data-color="4"><p class="canvas-label">Causes/,
    )
  })

  test('is linked from what it shows, with the words of its edges', () => {
    const [backlink] = note('notes/moon.md').backlinks
    assert.equal(backlink?.from.title, 'Map of tides')
    assert.deepEqual(
      backlink.mentions.map(({ context }) => context.sentence),
      [
        'Because of the far side, see The moon pulls the sea § How it pulls and x^2.',
        'The moon pulls the sea → supports → What raises the tides?; Why twice? → The moon pulls the sea',
        'The moon pulls the sea § How it pulls → (unpublished)',
      ],
    )
  })

  test('is reached by its name with the extension, and embedded as a link', () => {
    assert.match(html('inquiries/tides.md'), /<a href="\/canvas\/boards\/map-of-tides\/" id="C1">Map of tides<\/a>/)
    assert.match(html('notes/embeds.md'), /<a href="\/canvas\/boards\/map-of-tides\/" id="C1">Map of tides<\/a>/)
  })

  test('gives away neither a draft nor a file that is not there, and says so with its place', () => {
    assert.doesNotMatch(everything([...entries.values()]), /zebrasecret|quaggasecret|secret\.md|gonemissing/i)
    assert.deepEqual(
      problems.filter((line) => line.startsWith(MAP)).map((line) => line.replace(/^.*canvas:\d+:\d+ /, '')),
      [
        'warning link-private "notes/secret.md" is a draft, so the link shows its words only. Publish it or take the link out.',
        'error link-missing Nothing is called "notes/gonemissing.md". Mend the name or write the note.',
      ],
    )
  })
})

test('a note keeps its name beside a canvas that is called alike', () => {
  const { html } = corpusOf({ 'notes/a.md': '[[Map]]', 'boards/Map.canvas': '{}', 'notes/deep/Map.md': 'Words.' })
  assert.match(html('notes/a.md'), /href="\/notes\/deep\/map\/"/)
  const alone = corpusOf({ 'notes/a.md': '[[Map]]', 'boards/Map.canvas': '{}' })
  assert.deepEqual(alone.problems, [
    'notes/a.md:1:1 error link-missing Nothing is called "Map". Mend the name or write the note.',
  ])
})

test('the fields that a plugin keeps in a canvas are read as a frontmatter is', () => {
  const fields = (frontmatter: object): object => ({ metadata: { frontmatter } })
  const titled = read(canvasOf([], [], fields({ title: 'Boards', aliases: ['B'] })), 'x.canvas')
  assert.deepEqual([titled.title, titled.data.aliases], ['Boards', ['B']])
  for (const kept of [
    fields({ draft: true }),
    fields({ publish: false }),
    { draft: true },
    fields({ draft: 'perhaps' }),
  ]) {
    const { entries } = corpusOf({ 'x.canvas': canvasOf([text('1', 'Hidden')], [], kept), 'a.md': 'Words.' })
    assert.deepEqual([...entries.keys()], ['a.md'], JSON.stringify(kept))
  }
  const broken = '{"metadata": {"frontmatter" "draft": true}, "nodes": ['
  assert.deepEqual([...corpusOf({ 'x.canvas': broken, 'a.md': 'Words.' }).entries.keys()], ['a.md'])
})

describe('what is wrong in a canvas has its place, and the rest is shown:', () => {
  const wrong = (nodes: readonly object[], edges: readonly object[] = []): string[] =>
    problemsOf(canvasOf(nodes, edges), 'x.canvas').map((line) => line.replace(/^(\S+) \w+ canvas /, '$1 '))

  test('JSON that ends too early', () => {
    const broken =
      '{"nodes": [\n {"id": "a", "type": "text", "text": "Kept", "x": 0, "y": 0, "width": 9, "height": 9},\n'
    assert.deepEqual(problemsOf(broken, 'x.canvas'), [
      '3:1 error canvas The canvas is not valid JSON: a value is missing, or a comma is one too many. What can be read of it is shown. Mend it, or save it in Obsidian again.',
    ])
    assert.match(shown(read(broken, 'x.canvas')), /<p>Kept<\/p>/)
  })

  test('an unknown type, with what may be meant', () => {
    assert.deepEqual(wrong([{ ...text('a', ''), type: 'txt' }]), [
      '1:28 There is no type of nodes "txt", so the node is left out. Did you mean "text"?',
    ])
  })

  test('an id that is there twice, and a node without one', () => {
    assert.deepEqual(wrong([text('a', 'One'), text('a', 'Two'), { ...text('', 'Three') }]), [
      '1:92 The id "a" is that of an earlier node, to which the edges lead. Give this node another id.',
      '1:161 This node of the canvas has no "id", so no edge can lead to it. Give it one.',
    ])
  })

  test('an edge to a node that is not there', () => {
    const edges = [{ fromNode: 'a', toNode: 'b' }, { fromNode: 'a' }, { fromNode: 'a', toNode: 'a', toSide: 'under' }]
    assert.deepEqual(
      wrong([text('a', 'One')], edges).map((line) => line.replace(/^\S+ /, '')),
      [
        'No node has the id "b", so this edge is left out. Mend the id, or take the edge out.',
        'This edge has no "toNode", so it is left out. Name the node by its id.',
        '"toSide" must be one of top, right, bottom, left, so it counts as not written. Mend it.',
      ],
    )
  })

  test('places that are no numbers, or beyond all bounds', () => {
    assert.match(
      wrong([{ ...text('a', 'One'), x: '5' }]).join(),
      /^1:11 This node of the canvas lacks a number for "x"/,
    )
    const far = canvasOf([text('a', 'Near'), text('b', 'Far', { x: 1e300 })])
    const { parsed, problems } = parse({ path: 'x.canvas', text: far })
    assert.match(String(problems[0]), /are more than 30000 pixels apart, so they are listed and not drawn/)
    assert.ok(parsed?.kind === 'canvas' && parsed.layout === undefined)
    assert.match(shown(parsed), /Near.*Far/)
    for (const placed of [-1e15, 1e15, Number.MAX_VALUE])
      assert.equal(parse({ path: 'x.canvas', text: canvasOf([text('a', 'One', { x: placed })]) }).problems.length, 0)
  })

  test('an address that is none of the web', () => {
    const page = read(canvasOf([{ id: 'a', type: 'link', url: 'javascript:alert(1)', ...box }]), 'x.canvas')
    assert.doesNotMatch(shown(page), /href/)
    assert.match(
      wrong([{ id: 'a', type: 'link', url: 'javascript:alert(1)', ...box }]).join(),
      /is no address of the web/,
    )
  })

  test('what is in a text, at its place in the JSON', () => {
    const canvas = `{"nodes": [\n{"id": "a", "type": "text", "text": "\\u0041 \\"b\\"\\n\\nsee [[gone]]", ${JSON.stringify(box).slice(1)}\n]}`
    const { problems } = corpusOf({ 'x.canvas': canvas })
    const column = canvas.split('\n')[1]!.indexOf('[[gone') + 1
    assert.deepEqual(problems, [
      `x.canvas:2:${column} error link-missing Nothing is called "gone". Mend the name or write the note.`,
    ])
  })

  test('anything at all', () => {
    const odd = [
      '',
      ' ',
      '[]',
      '1',
      '"x"',
      'null',
      '{"nodes": 1, "edges": {}}',
      '{"nodes": [1, null, []], "edges": [1]}',
      '{',
      '[[[[',
    ]
    for (const each of [...odd, '['.repeat(100_000), '{"nodes":'.repeat(50_000)])
      assert.equal(parse({ path: 'x.canvas', text: each }).parsed?.kind, 'canvas', each.slice(0, 30))
    assert.deepEqual(problemsOf('', 'x.canvas'), [])
  })
})

test('thousands of groups in one another, and of nodes and edges, are no trouble', () => {
  const groups = Array.from({ length: 3000 }, (_, index) => ({
    ...{ id: `g${index}`, type: 'group' },
    ...{ x: index, y: index, width: 8000 - 2 * index, height: 8000 - 2 * index },
  }))
  const nodes = Array.from({ length: 4000 }, (_, index) => text(`t${index}`, `*${index}*`, { x: index % 100 }))
  const edges = nodes.map((_, index) => ({ fromNode: 't1', toNode: `t${index}` }))
  const started = performance.now()
  const page = read(canvasOf([...groups, ...nodes.slice(0, 2000)], edges), 'x.canvas')
  assert.ok(performance.now() - started < 20_000)
  let [depth, deepest] = [0, 0]
  for (const [tag] of shown(page).matchAll(/<\/?ul class="canvas-nodes"|<\/ul>/g)) {
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  assert.ok(deepest < 40)
})
