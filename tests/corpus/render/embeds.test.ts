/** Entries shown inside others: whole, by section, by block, and never inside themselves. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf, type Files } from '../../support/corpus.ts'

const A =
  '---\ntitle: A\n---\nOpening[^1] [[#Part]] [up](#part) [[b]].\n\n## Part\n\nIts text. ^named\n\n### Deeper\n\n- item\n\n## Rest\n\n[^1]: Note'

/** What a note shows that holds nothing but one embed, without the line that says where it is from. */
function shownIn(embed: string, files: Files = {}): string {
  const html = corpusOf({ 'notes/a.md': A, 'notes/b.md': embed, ...files }).html('notes/b.md')
  return html.replace(/<p class="embed-from">.*?<\/p>/g, '')
}

test('a whole entry, without ids and footnotes, whose links to fragments of its own lead to its page', () => {
  const html = shownIn('![[a]]')
  assert.doesNotMatch(html.replace(/ id="C1"/, ''), / id=|Note|<h\d/)
  assert.match(
    html,
    /<p>Opening <a href="\/notes\/a\/#part">Part<\/a> <a href="\/notes\/a\/#part">up<\/a> <a href="\/notes\/b\/">b<\/a>\.<\/p>/,
  )
  assert.match(html, /<p class="embed-heading">Rest<\/p>/)
})

test('a section ends where the next one of its level begins', () => {
  const part =
    '<p class="embed-heading">Part</p>\n<p>Its text.</p>\n<p class="embed-heading">Deeper</p>\n<ul>\n<li>item</li>\n</ul>'
  assert.equal(shownIn('![[a#Part]]').trim(), `<div class="embed">${part}\n</div>`)
})

test('a named block stands alone', () => {
  assert.equal(shownIn('![[a#^named]]'), '<div class="embed"><p>Its text.</p></div>')
})

test('the line above says where it is from', () => {
  const { html } = corpusOf({ 'notes/a.md': A, 'notes/b.md': '![[a]]\n\n![[a#Part]]' })
  const from = [...html('notes/b.md').matchAll(/<p class="embed-from">(.*?)<\/p>/g)].map(([, link]) => link)
  assert.deepEqual(from, ['<a href="/notes/a/" id="C1">A</a>', '<a href="/notes/a/#part" id="C2">A § Part</a>'])
})

/** The section of `A` called "Part", as an embed shows it. */
const NAMED = '<div class="embed"><p>Its text.</p></div>'

for (const [where, written, shown] of [
  ['among words', 'See ![[a#^named]] now.', `<p>See </p>\n${NAMED}\n<p> now.</p>`],
  ['beside another one', '![[a#^named]] ![[a#^named]]', `${NAMED}\n${NAMED}`],
  ['in an item of a list', '- ![[a#^named]]', `<ul>\n<li>${NAMED}</li>\n</ul>`],
  ['among the words of an item', '- see ![[a#^named]]', `<ul>\n<li>see \n${NAMED}</li>\n</ul>`],
  ['in a loose list', '- ![[a#^named]]\n\n- b', `<ul>\n<li>\n${NAMED}\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>`],
  ['in a quotation', '> ![[a#^named]]', `<blockquote>\n${NAMED}\n</blockquote>`],
] as const)
  test(`${where}, an embed is shown where it stands`, () => {
    assert.equal(shownIn(written), shown)
  })

test('in a cell of a table, an embed is shown beside the words', () => {
  assert.match(
    shownIn('| a | b |\n|---|---|\n| x | see ![[a#^named]] |'),
    /<td>see <div class="embed"><p>Its text\.<\/p>/,
  )
})

test('in a heading, an embed is a link', () => {
  assert.match(shownIn('## See ![[a]]'), /<h2[^>]*>See <a href="\/notes\/a\/" id="C1">A<\/a><\/h2>/)
})

test('a document among words is a link', () => {
  assert.match(shownIn('See ![[paper.pdf]] now.'), /^<p>See <span [^>]*>paper\.pdf<\/span> now\.<\/p>$/)
})

test('a player begins at the time that a link names', () => {
  const files = { 'notes/b.md': '![[t.mp4#t=10]]', 't.mp4': '' }
  assert.match(corpusOf(files).html('notes/b.md'), /<video [^>]*src="\/attachments\/t\.mp4#t=10">/)
})

test('a part of the page itself is shown once more, and in that part it is a link', () => {
  const { html } = corpusOf({ 'notes/a.md': '![[#Part]]\n\n## Part\n\nWords ^w\n\n![[#^w]]\n\n![[#Part]]' })
  const shown = html('notes/a.md')
  assert.equal(shown.match(/Words/g)?.length, 4, shown)
  assert.equal(shown.match(/class="embed"/g)?.length, 3)
})

test('a part of the page itself is shown within another page that shows the page', () => {
  const files = { 'notes/a.md': '![[#Part]]\n\n## Part\n\nWords', 'notes/b.md': '![[a]]' }
  assert.equal(corpusOf(files).html('notes/b.md').match(/Words/g)?.length, 2)
})

test('an item of a list is shown with what is in it', () => {
  const files = { 'notes/c.md': '- one ^one\n  - inner\n- two\n\n> [!tip] T\n> Said ^said' }
  assert.match(shownIn('![[c#^one]]', files), /<ul><li>one\n<ul>\n<li>inner<\/li>\n<\/ul>\n<\/li><\/ul>/)
  assert.match(shownIn('![[c#^said]]', files), /<div class="embed"><p>Said<\/p><\/div>/)
})

test('no entry is shown inside itself, however far around', () => {
  const files = { 'notes/b.md': '![[c]]', 'notes/c.md': '![[d]]', 'notes/d.md': '![[b]]' }
  const { html } = corpusOf(files)
  for (const path of Object.keys(files)) assert.equal(html(path).match(/class="embed"/g)?.length, 2, html(path))
})

test('an embed counts as a citation of what it shows', () => {
  const { note, problems } = corpusOf({ 'notes/a.md': A, 'notes/b.md': '![[a]]\n\n![[gone]]' })
  assert.deepEqual(
    note('notes/a.md').backlinks.flatMap(({ mentions }) => mentions.map(({ href }) => href)),
    ['/notes/b/#C1'],
  )
  assert.deepEqual(problems, [
    'notes/b.md:3:1 error link-missing Nothing is called "gone". Mend the name or write the note.',
  ])
})

test('the case of the name of a block does not count, unless two differ in nothing else', () => {
  const files = { 'notes/c.md': 'One. ^Abc\n\nTwo. ^x\n\nThree. ^X' }
  assert.match(shownIn('![[c#^aBC]]', files), /<p>One\.<\/p>/)
  assert.match(shownIn('![[c#^X]]', files), /<p>Three\.<\/p>/)
})

describe('a range of Dendron shows', () => {
  const files = { 'notes/c.md': '## One\n\n1\n\n### Sub\n\ns\n\n## Two\n\n2\n\n## Three, 4\n\nb ^b\n\nc\n\nd ^d\n\ne' }
  const words = (embed: string): string =>
    shownIn(embed, files)
      .replace(/<[^>]*>/g, '')
      .trim()
      .replace(/\s+/g, ' ')
  for (const [embed, shown] of [
    ['![[c#one:#three-4]]', 'One 1 Sub s Two 2'],
    ['![[c#two,1:#*]]', 'Two 2'],
    ['![[c#two,1]]', 'Two 2'],
    ['![[c#^b:#^d]]', 'b c d'],
    ['![[c#Three, 4]]', 'Three, 4 b c d e'],
  ] as const)
    test(embed, () => assert.equal(words(embed), shown))

  test('nothing where one of its ends is not there', () => {
    const { problems } = corpusOf({ ...files, 'notes/b.md': '![[c#one:#nine]]' })
    assert.match(problems.join('\n'), /notes\/b\.md:1:1 error fragment-missing There is no heading "one:#nine"/)
  })
})

test('a backlink of an embed says nothing of the blocks around it', () => {
  const { corpus } = corpusOf({ 'notes/a.md': A, 'notes/b.md': 'Before.\n\n![[a]]\n\n```js\ncode\n```\n\n![](a.md)' })
  const contexts = corpus.entries.get('notes/b.md')!.links.map(({ context }) => context)
  assert.deepEqual(
    contexts.map(({ before, sentence, after }) => [before, sentence.replace(/[^\w]/g, ''), after]),
    [
      ['', 'w0', ''],
      ['', 'w1', ''],
    ],
  )
})
