/** Cells and boxes as other tools read them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { read, shown } from '../../support/corpus.ts'

const cells = (text: string): string[] =>
  [...shown(read(text)).matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, inner]) => inner!)

describe('a table', () => {
  for (const bar of ['|', '\\|'])
    test(`holds wikilinks with ${bar}, in its head too`, () => {
      assert.deepEqual(cells(`| [[a${bar}b]] | c |\n|--|--|\n| [[d${bar}e]] | ![[p.png${bar}40]] |`), [
        '{open 0}b{close 0}',
        'c',
        '{open 1}e{close 1}',
        '{words 2}',
      ])
      assert.deepEqual(
        read(`| [[a${bar}b]] |\n|--|\n| ![[p.png${bar}40]] |`).links.map(({ target, width }) => [target, width]),
        [
          ['a', undefined],
          ['p.png', 40],
        ],
      )
    })

  test('in a quotation and without outer bars holds them', () => {
    assert.deepEqual(cells('> | a | b |\n> |--|--|\n> | [[x|y]] | c |')[2], '{open 0}y{close 0}')
    assert.deepEqual(cells('a | b\n-|-\n[[x|y]] | c')[2], '{open 0}y{close 0}')
  })

  test('shows the cells that its head has no column for', () =>
    assert.deepEqual(cells('| a |\n|--|\n| 1 | 2 | |'), ['a', '', '1', '2']))

  test('has cells that end right after an address, in its head, in a quotation and after other words', () => {
    const link = (address: string, words = address): string => `<a href="${address}">${words}</a>`
    assert.deepEqual(cells('|https://e.org|b|\n|-|-|\n|see http://e.org/a.|(www.e.org)|'), [
      link('https://e.org'),
      'b',
      `see ${link('http://e.org/a')}.`,
      `(${link('http://www.e.org', 'www.e.org')})`,
    ])
    assert.deepEqual(cells('> |a|b|\n> |-|-|\n> |https://e.org/x\\|y|[[n|w]]|').slice(2), [
      link('https://e.org/x%5C%7Cy', 'https://e.org/x\\|y'),
      '{open 0}w{close 0}',
    ])
  })

  test('leaves addresses with a bar as they are where there is none', () => {
    const address = 'https://e.org|b|'
    assert.ok(shown(read(`\`\`\`\n|${address}\n|-|-|\n\`\`\``)).includes(`|${address}\n`))
    assert.ok(shown(read(`${address} c`)).includes(`>${address}</a>`))
  })

  test('says where an address in it stands', () => {
    const { links } = read('|https://e.org|[[b]]|\n|-|-|')
    assert.deepEqual(
      links.map(({ point }) => point),
      [{ line: 1, column: 16 }],
    )
  })

  test('moves nothing in code or elsewhere', () => {
    const text = '```\n| a |\n|--|\n| [[x|y]] |\n```\n\n[[x|y]]'
    assert.match(shown(read(text)), /\| \[\[x\|y\]\] \|\n<\/code>/)
  })
})

describe('a task', () => {
  for (const [box, label] of [
    ['/', 'In progress'],
    ['-', 'Cancelled'],
    ['>', 'Forwarded'],
    ['?', 'Question'],
    ['a', 'Marked a'],
    ['✓', 'Marked ✓'],
    ['1', 'Marked 1'],
  ] as const)
    test(`may have the state ${box}`, () => {
      const page = shown(read(`- [${box}] *words*\n  - [ ] to do`))
      assert.ok(page.includes(`aria-label="${label}"> <em>words</em>`), page)
      assert.ok(page.includes('aria-label="To do"> to do'), page)
      assert.match(shown(read(`1. [${box}] a`)), /<li class="task-list-item"><input/)
    })

  for (const text of ['- [ab] c', '- [[a]] b', '- [x]a', '- [a](b.md) c', '- []', '- \\[/] a'])
    test(`is none in ${JSON.stringify(text)}`, () => assert.doesNotMatch(shown(read(text)), /<input/))
})

test('a link and a picture have their titles', () => {
  const [link, picture] = read('[a](b.md "x") ![c](d.png "y")').links
  assert.deepEqual([link!.title, picture!.title], ['x', 'y'])
})
