/**
 * Markdown: links, pictures, footnotes and callouts. What stands in the slot of a link is decided in link/link.test.ts.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Link } from '../../src/corpus/model/parsed.ts'
import { problemsOf, read, shown } from '../support/corpus.ts'
import { elementsOf } from '../support/harmless.ts'

/** The links of a text, as they were written, without the sentence around them and their position. */
const linksOf = (text: string): Omit<Link, 'context' | 'point'>[] =>
  read(text).links.map(({ context: _, point: __, ...link }) => link)

const named = (target: string, rest: Partial<Link> = {}) => ({ form: 'link', by: 'name', target, ...rest })
const written = (target: string, rest: Partial<Link> = {}) => ({ form: 'link', by: 'path', target, ...rest })
const picture = (target: string, rest: Partial<Link> = {}) => ({
  form: 'picture',
  by: 'name',
  target,
  alt: '',
  ...rest,
})

const forms: readonly (readonly [text: string, ...links: object[]])[] = [
  ['[[a]]', named('a')],
  ['[[ a b | the words ]]', named('a b')],
  ['[[a#h i]]', named('a', { fragment: 'h i' })],
  ['[[a # h | words]]', named('a', { fragment: 'h' })],
  ['[[#h]]', named('', { fragment: 'h' })],
  ['| x |\n|--|\n| [[a\\|words]] ![[p.png\\|100]] |', named('a'), picture('p.png', { width: 100 })],
  ['![[p.png|100]]', picture('p.png', { width: 100 })],
  ['![[p.PNG | 100x50 ]]', picture('p.PNG', { width: 100, height: 50 })],
  ['![[p.svg|in words]]', picture('p.svg', { alt: 'in words' })],
  ['![[a note]]', { ...named('a note'), form: 'embed' }],
  ['[w](../notes/a.md#Some%20heading)', written('../notes/a.md', { fragment: 'Some heading' })],
  ['[w](a%20b%23c.md) [w](<a b.md>)', written('a b#c.md'), written('a b.md')],
  ['[w](a.md?x=1)', written('a.md')],
  ['[w](%zz.md)', written('%zz.md')],
  ['![in words](../p%20q.png "t")', picture('../p q.png', { by: 'path', alt: 'in words', title: 't' })],
  ['<img src="p.png" width="30">', picture('p.png', { by: 'path', width: 30 })],
  ['[[1] and more](a.md) ![[1] too](p.png)', written('a.md'), picture('p.png', { by: 'path', alt: '[1] too' })],
  ['😀 é [[a]] 漢 [[b|😀]]', named('a'), named('b')],
  ['`[[a]]` <!-- [[b]] --> \\[[c]]\n\n```\n[[d]]\n```\n\n    [[e]]'],
  ['[w](https://a.org) <https://b.org> www.c.org [m](mailto:a@b.c) [p](//d.org)'],
]

describe('a link is kept as it was written:', () => {
  for (const [text, ...links] of forms)
    test(`${JSON.stringify(text)} has ${links.length}`, () => assert.deepEqual(linksOf(text), links))

  test('with the sentence that holds it, and the rest of its block', () => {
    const [link] = read('Before it. Here\nis [[a|the *link*]],[^1] see. And after.\n\n[^1]: Not this.').links
    assert.deepEqual(link?.context, { before: 'Before it.', sentence: 'Here is the *link*, see.', after: 'And after.' })
  })
})

describe('what a link becomes', () => {
  test('words of its own stand between its slots, and otherwise a slot for them', () => {
    assert.equal(
      shown(read('[[a]] [[a|b *c*]] [*w*](a.md)')),
      '<p>{open 0}{words 0}{close 0} {open 1}b *c*{close 1} {open 2}<em>w</em>{close 2}</p>',
    )
  })

  test('a picture is a slot, and one on another site a link to it', () => {
    assert.equal(shown(read('![a](p.png)')), '<p>{words 0}</p>')
    assert.equal(shown(read('![a](https://e.org/p.png)')), '<p><a href="https://e.org/p.png">a</a></p>')
    assert.equal(shown(read('![](//e.org/p.png)')), '<p><a href="//e.org/p.png">//e.org/p.png</a></p>')
  })

  test('every fragment of a text with footnotes, in both directions, is an id of it', () => {
    const html = shown(read('## Here\n\na[^1] b[^long-name] a[^1]\n\n[^1]: One.\n[^long-name]: Two [[x]].\n'))
    const elements = elementsOf(html)
    const ids = elements.flatMap(({ properties: { id } }) => (id === undefined ? [] : [`#${id}`]))
    const hrefs = elements.flatMap(({ properties: { href } }) => (href === undefined ? [] : [href]))
    assert.equal(hrefs.length, 7)
    assert.equal(new Set(ids).size, ids.length)
    assert.deepEqual(
      hrefs.filter((href) => !ids.includes(href)),
      [],
    )
    assert.equal(ids.filter((id) => id.startsWith('#user-content-')).length, ids.length - 1)
  })
})

const callout = (kind: string, title: string, rest = '') =>
  `<div class="callout" data-callout="${kind}" role="note"><p class="callout-title">${title}</p>\n${rest}\n</div>`
const folded = (kind: string, title: string, rest: string, open = '') =>
  `<details class="callout" data-callout="${kind}"${open}><summary class="callout-title">${title}</summary>\n${rest}\n</details>`

const callouts: Readonly<Record<string, readonly [markdown: string, html: string]>> = {
  'is a box with a title': ['> [!note] Mind\n> this', callout('note', 'Mind', '<p>this</p>')],
  'without a title is called by its kind': ['> [!WARNING]\n> this', callout('warning', 'Warning', '<p>this</p>')],
  'of a kind nobody knows is one all the same': ['> [!my-kind]\n> this', callout('my-kind', 'My-kind', '<p>this</p>')],
  'may have a title only': ['> [!tip] All', callout('tip', 'All')],
  'keeps emphasis, code and links in its title': [
    '> [!tip] *A* `b` [[c]]\n>\n> - d',
    callout('tip', '<em>A</em> <code>b</code> {open 0}{words 0}{close 0}', '\n<ul>\n<li>d</li>\n</ul>'),
  ],
  'folds where - follows': ['> [!note]- Mind\n> this', folded('note', 'Mind', '<p>this</p>')],
  'folds, and begins open, where + follows': ['> [!note]+\n> this', folded('note', 'Note', '<p>this</p>', ' open')],
  'may hold another': ['> [!a]- A\n> > [!b] B\n> > c', folded('a', 'A', `\n${callout('b', 'B', '<p>c</p>')}`)],
  'is no quote that says so later': ['> so [!note]', '<blockquote>\n<p>so [!note]</p>\n</blockquote>'],
}

describe('a callout', () => {
  for (const [what, [markdown, html]] of Object.entries(callouts))
    test(what, () => {
      assert.equal(shown(read(markdown)), html)
      assert.deepEqual(problemsOf(markdown), [])
    })
})
