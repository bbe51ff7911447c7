/** Dead links: what pages say after them, in which words, and where the audit sees them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LinkChecks } from '../../../src/corpus/model/updates.ts'
import { deadMark } from '../../../src/corpus/render/dead-links.ts'
import { render } from '../../../src/corpus/render/render.ts'
import { basePages } from '../../../src/corpus/lists/base-pages.ts'
import { webAddressesOf } from '../../../src/corpus/render/web-links.ts'
import { searchRecord, topicRecord } from '../../../src/corpus/search/record.ts'
import { webAddress } from '../../../src/corpus/updates/dead-links.ts'
import { readLock, updatesIn } from '../../../src/corpus/updates/lock.ts'
import { wordsFor } from '../../../src/corpus/words/words.ts'
import { found } from '../audit/clean-corpus.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const LOCK = 'sources.lock.json'
const CAPTURE = { address: 'https://web.archive.org/web/20190103112233/https://example.org/a', date: '2019-01-03' }
const DEAD = { checked: '2026-11-30', dead: '2026-11-02' }
const MARK = ' <small class="dead-link">(not found since 2026-11-02)</small>'

const withLock = (files: Files, links: LinkChecks): Files => ({
  ...files,
  [LOCK]: JSON.stringify({ checked: '', works: {}, links }),
})
const page = (text: string, links: LinkChecks, head = ''): string => {
  const files = withLock({ 'pages/p.md': `---\ntitle: P\n${head}---\n${text}\n` }, links)
  return corpusOf(files).html('pages/p.md')
}

describe('an address of the web', () => {
  const cases: [string, string | undefined][] = [
    ['https://Example.org/a?b=1#c', 'https://example.org/a?b=1'],
    ['//example.org', 'https://example.org/'],
    ['https://example.org/ü', 'https://example.org/%C3%BC'],
    ['https://ann:secret@example.org/', undefined],
    ['mailto:ann@example.org', undefined],
    ['/notes/a/', undefined],
    ['https://', undefined],
  ]
  for (const [href, address] of cases) test(href, () => assert.equal(webAddress(href), address))
})

describe('a page', () => {
  test('says after a dead link since when, and links to its capture', () => {
    const html = page('See [*it*](https://example.org/a#part "T") and [this](https://example.org/b).', {
      'https://example.org/a': { ...DEAD, capture: CAPTURE },
      'https://example.org/b': { checked: '2026-11-30' },
    })
    assert.equal(
      html,
      '<p>See <a href="https://example.org/a#part" title="T"><em>it</em></a> <small class="dead-link">(not found since 2026-11-02, ' +
        `<a href="${CAPTURE.address}" rel="external">copy of 2019-01-03</a>)</small> and ` +
        '<a href="https://example.org/b">this</a>.</p>',
    )
  })

  test('says so in the language of its text', () => {
    const html = page('[x](https://example.org/a)', { 'https://example.org/a': DEAD }, 'lang: de\n')
    assert.match(html, /<small class="dead-link">\(seit 2026-11-02 nicht mehr zu finden\)<\/small>/)
  })

  test('finds an address with an ampersand, with quotes, and in other letters', () => {
    const dead = ['https://example.org/?a=1&b=2', `https://example.org/'q'`, 'https://example.org/%C3%BC']
    const text = `<https://example.org/?a=1&b=2> [q](https://example.org/'q') [u](https://example.org/ü)`
    const html = page(text, Object.fromEntries(dead.map((address) => [address, DEAD])))
    assert.equal(html.split(MARK).length, 4)
  })

  test('is as ever where nothing is dead', () => {
    const text = 'See [it](https://example.org/a) and <code>&lt;a href="https://example.org/a"></code>.'
    const alive = { 'https://example.org/a': { checked: '2026-11-30', reason: '403 Forbidden' } }
    assert.equal(page(text, alive), page(text, {}))
  })

  test('marks no link within code', () => {
    const html = page('`<a href="https://example.org/a">x</a>`', { 'https://example.org/a': DEAD })
    assert.doesNotMatch(html, /<small/)
  })

  test('says it of a claim and of the works of a note, and not in the plain text of either', () => {
    const files = withLock(
      {
        'notes/n.md': `---\ntitle: N\nclaim: So says [it](https://example.org/a).\nsource: w\n---\n`,
        'references.bib': '@misc{w, title={W}, year={2020}, url={https://example.org/w}}',
      },
      { 'https://example.org/a': DEAD, 'https://example.org/w': { ...DEAD, capture: CAPTURE } },
    )
    const note = corpusOf(files).note('notes/n.md')
    assert.equal(note.claim, 'So says it.')
    assert.ok(note.markup?.['claim']?.html.includes(MARK))
    assert.deepEqual(
      note.references[0]?.links.map(({ href, dead }) => [href, dead]),
      [['https://example.org/w', { since: '2026-11-02', capture: CAPTURE }]],
    )
  })
})

test('notes in the margin stand beside their blocks still', () => {
  const files = (links: LinkChecks): Files =>
    withLock(
      {
        'inquiries/q.md':
          '---\ntitle: Q?\n---\nSee [it](https://example.org/a), [[n]].\n\nAnd [it](https://example.org/a) [[n]] again.\n',
        'notes/n.md': '---\ntitle: N\ninquiries: q\n---\n',
      },
      links,
    )
  const blocksOf = (links: LinkChecks): string[] => {
    const { html, beside } = corpusOf(files(links)).inquiry('inquiries/q.md')
    return beside.map(({ at, until }) => html.slice(at, until))
  }
  const [alive, dead] = [blocksOf({}), blocksOf({ 'https://example.org/a': { ...DEAD, capture: CAPTURE } })]
  assert.equal(alive.length, 2)
  const without = dead.map((block) => block.replace(/ <small class=.dead-link.>.*<\/small>/, ''))
  assert.deepEqual(without, alive)
  assert.ok(dead.every((block) => block.includes('<small')))
})

test('so they do where old anchors are in the text', () => {
  const path = 'inquiries/q.md'
  const { corpus } = corpusOf({
    [path]: '---\ntitle: Q?\n---\n## New\n\nSee [[n]] here.\n',
    'notes/n.md': '---\ntitle: N\ninquiries: q\n---\n',
  })
  const history = { ...corpus.history, formerAnchors: new Map([[path, new Map([['old', 'new']])]]) }
  const entry = render({ ...corpus, history }, corpus.entries.get(path)!)
  assert.match(entry.html, /<h2 id="new"[^>]*><span id="old"><\/span>/)
  assert.ok(entry.kind === 'inquiry')
  assert.deepEqual(
    entry.beside.map(({ at, until }) => entry.html.slice(at, until).replace(/<a [^>]*>/, '<a>')),
    ['<p>See <a>N</a> here.</p>'],
  )
})

describe('the words are those of', () => {
  const cases = {
    en: '(not found since 2026-11-02, <a href="https://c.example/" rel="external">copy of 2019-01-03</a>)',
    de: '(seit 2026-11-02 nicht mehr zu finden, <a href="https://c.example/" rel="external">Kopie vom 2019-01-03</a>)',
    fr: '(introuvable depuis le 2026-11-02, <a href="https://c.example/" rel="external">copie du 2019-01-03</a>)',
    zh: '（自 2026-11-02 起无法找到，<a href="https://c.example/" rel="external">2019-01-03 的存档</a>）',
    ar: '(غير موجود منذ 2026-11-02، <a href="https://c.example/" rel="external">نسخة بتاريخ 2019-01-03</a>)',
  }
  const dead = { since: '2026-11-02', capture: { address: 'https://c.example', date: '2019-01-03' } }
  for (const [language, words] of Object.entries(cases))
    test(language, () => assert.equal(deadMark(dead, wordsFor(language)), ` <small class="dead-link">${words}</small>`))
})

describe('the lock is not trusted', () => {
  const lockOf = (check: object): ReturnType<typeof readLock> =>
    readLock({
      path: LOCK,
      text: JSON.stringify({ checked: '', works: {}, links: { 'https://example.org/a': check } }),
    })
  const bad = [
    { checked: '2026-11-30', dead: '<script>' },
    { checked: '2026-11-30', dead: '2026-02-31' },
    { ...DEAD, capture: { ...CAPTURE, address: 'javascript:alert(1)' } },
    { ...DEAD, capture: { ...CAPTURE, date: '"><script>' } },
  ]
  for (const check of bad)
    test(JSON.stringify(check), () => {
      const { lock, problems } = lockOf(check)
      assert.deepEqual([updatesIn(lock).deadLinks, problems.length], [undefined, 1])
    })

  test('an address of a capture is escaped', () => {
    const capture = { ...CAPTURE, address: `https://web.archive.org/"'><img src=x>` }
    const html = page('[x](https://example.org/a)', { 'https://example.org/a': { ...DEAD, capture } })
    assert.doesNotMatch(html, /<img/)
  })
})

test('the search has the words of a text and not those of its marks', () => {
  const at = (each: string): string => `https://example.org/${each}`
  const { corpus } = corpusOf(
    withLock(
      {
        'inquiries/q.md': `---\ntitle: Q\nanswer: So it [is](${at('answer')}).\n---\nLede [a](${at('lede')}), as [[n]].\n\nMore [b](${at('body')}).\n`,
        'notes/n.md': `---\ntitle: N\nclaim: It [says](${at('claim')}).\nsupports: q\n---\nText [c](${at('note')}).\n`,
        'pages/t.md': `---\ntitle: T\n---\nOf [d](${at('topic')}).\n`,
      },
      Object.fromEntries(
        ['answer', 'lede', 'body', 'claim', 'note', 'topic'].map((each) => [at(each), { ...DEAD, capture: CAPTURE }]),
      ),
    ),
  )
  const entries = [...corpus.entries.values()].map((parsed) => render(corpus, parsed))
  const about = entries.find((entry) => entry.kind === 'page')!
  const records = [
    ...entries.map((entry) => searchRecord(entry, 'en')),
    topicRecord({ name: 'T', slug: 't' }, 'en', about),
  ]
  assert.ok(entries.every((entry) => entry.html.includes('not found since')))
  for (const { html } of records) assert.doesNotMatch(html, /not found since|copy of 2019/)
  assert.match(records[0]!.html, /More <a [^>]*>b<\/a>\./)
})

test('all addresses of public entries and works are listed, once and in order', () => {
  const { corpus } = corpusOf({
    'notes/n.md': `---\ntitle: N\nclaim: '[c](https://example.org/c)'\nsource: w\n---\n[b](https://example.org/b#1) ![i](https://example.org/i.png)\n\n[^1]: <https://example.org/f>\n\nAnd[^1].\n`,
    'notes/d.md': `---\ndraft: true\n---\n[d](https://example.org/draft)\n`,
    'notes/m.md': `---\ntitle: M\nsource:\n  title: Described\n  url: https://example.org/m\n---\n[b](https://example.org/b#2) [[n]]\n`,
    'references.bib':
      '@misc{w, title={W}, year={2020}, url={https://example.org/w}}\n@misc{u, title={U}, url={https://example.org/unused}}',
  })
  assert.deepEqual(
    webAddressesOf(corpus),
    ['b', 'c', 'f', 'i.png', 'm', 'w'].map((each) => `https://example.org/${each}`),
  )
})

describe('what only views and the navigation lead to', () => {
  const at = (each: string): string => `https://example.org/${each}`
  const files = {
    'site.yaml': `title: T\nnavigation:\n  - { label: Notes, to: /notes/ }\n  - label: Elsewhere\n    to: ${at('nav')}\n`,
    'notes/a.md': `---\ntitle: A\nlink: ${at('property')}\n---\n`,
    'notes/draft.md': `---\ntitle: D\ndraft: true\nlink: ${at('draft')}\n---\n`,
    'notes/b.md':
      '---\ntitle: B\n---\n```base\nviews: [{ type: list, name: L, order: [formula.f] }]\nformulas: { f: \'link("https://example.org/em" + "bedded")\' }\n```\n',
    'all.base':
      'formulas: { made: \'link("https://example.org/" + "made")\' }\nviews: [{ type: table, name: T, order: [file.name, link, formula.made] }]\n',
  }
  const all = ['embedded', 'made', 'nav', 'property'].map(at)

  test('is asked for', () => {
    const navigation = [{ label: 'Elsewhere', to: at('nav') }]
    const { corpus } = corpusOf(files, undefined, undefined, undefined, { navigation })
    assert.deepEqual(webAddressesOf(corpus), all)
  })

  test('is seen by the audit, where it stands or where it is shown', () => {
    const dead = found(withLock(files, Object.fromEntries(all.map((address) => [address, DEAD]))))
    assert.deepEqual(
      dead.filter((each) => each.includes('link-dead')).map((each) => each.replace(/ has led.*/, '')),
      [
        'all.base:1:1 link-dead The link to https://example.org/made',
        'notes/a.md:3:7 link-dead The link to https://example.org/property',
        'notes/b.md:1:1 link-dead The link to https://example.org/embedded',
        'site.yaml:5:9 link-dead The link to https://example.org/nav',
      ],
    )
  })

  test('is marked once on the page of a base', () => {
    const { corpus } = corpusOf(withLock(files, { [at('property')]: DEAD }))
    const { html } = basePages(corpus)[1]!
    assert.equal(html.match(/not found since/g)?.length, 1)
  })
})

test('the audit sees them where they stand: in texts, in the bibliography, and in works that notes describe', () => {
  const all = ['t', 'w', 'm'].map((each) => `https://example.org/${each}`)
  const links = Object.fromEntries(all.map((address) => [address, DEAD]))
  const files = withLock(
    {
      'notes/n.md': `---\ntitle: N\nsource: w\n---\n\nSay [it](https://example.org/t#x).\n`,
      'notes/m.md': `---\ntitle: M\nsource:\n  title: Described\n  url: https://example.org/m\n---\n`,
      'references.bib': '@misc{w,\n title={W}, year={2020}, url={https://example.org/w}}\n',
    },
    { ...links, [all[0]!]: { ...DEAD, capture: CAPTURE } },
  )
  const says = (address: string, copy = ''): string =>
    `the link to ${address} has led nowhere since 2026-11-02${copy}. Link to where it is now, or to a capture of it.`
  const dead = found(files).filter((each) => each.includes('link-dead'))
  assert.deepEqual(dead, [
    `notes/m.md:4:3 link-dead Of "Described", ${says(all[2]!)}`,
    `notes/n.md:6:10 link-dead T${says(all[0]!, `; a capture of 2019-01-03 is at ${CAPTURE.address}`).slice(1)}`,
    `references.bib:1:7 link-dead Of "W", ${says(all[1]!)}`,
  ])
})

test('the data sets of a study are asked for, and a dead one is said on the note and by the audit, at its place', () => {
  const files = withLock(
    {
      'notes/n.md':
        '---\ntitle: N\nstudy:\n  data:\n    - Unpublished\n    - doi: 10.1000/a\n    - { name: S, url: https://example.org/s }\n---\n',
    },
    { 'https://doi.org/10.1000/a': { ...DEAD, capture: CAPTURE } },
  )
  const { corpus, note } = corpusOf(files)
  assert.deepEqual(webAddressesOf(corpus), ['https://doi.org/10.1000/a', 'https://example.org/s'])
  assert.deepEqual(
    note('notes/n.md').study?.data?.map(({ dead }) => dead),
    [undefined, { since: DEAD.dead, capture: CAPTURE }, undefined],
  )
  assert.match(
    found(files)
      .filter((each) => each.includes('link-dead'))
      .join(),
    /^notes\/n\.md:6:7 link-dead The link to https:\/\/doi\.org\/10\.1000\/a has led nowhere/,
  )
})
