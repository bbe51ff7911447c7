/** Entries shown inside others: whole, by section, by block, and never inside themselves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corpusOf, type Files } from '../../support/corpus.ts'

const A =
  '---\ntitle: A\n---\nOpening[^1] [[#Part]] [up](#part) [[b]].\n\n## Part\n\nIts text. ^named\n\n### Deeper\n\n- item\n\n## Rest\n\n[^1]: Note'

/** What a note shows that holds nothing but one embed, without the line that says where it is from. */
function shownIn(embed: string, files: Files = {}): string {
  const html = corpusOf({ 'notes/a.md': A, 'notes/b.md': embed, ...files }).html('notes/b.md')
  return html.replace(/<p class="embed-from">.*?<\/p>/, '')
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

test('among words, an embed is a link', () => {
  assert.equal(shownIn('See ![[a]]'), '<p>See <a href="/notes/a/" id="C1">A</a></p>')
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
