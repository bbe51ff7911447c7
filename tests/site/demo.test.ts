/** The demo as it was built: what a reader finds on its pages. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { HtmlValidate } from 'html-validate'
import type { QuotableClaim } from '../../src/corpus/exports/quotable-claim.ts'
import { fillText } from '../../src/corpus/render/link-text.ts'
import { Site } from '../../src/site/site.ts'
import { BEFORE_PAINT, elements, isInlineScript, isScript, pagesOf, parseHtml } from '../support/html.ts'
import { DEMO, DEMO_CONTENT } from '../support/site.ts'
import { groundsAddress } from '../../src/corpus/grounds-address.ts'
import { sourceListAddresses } from '../../src/corpus/list-addresses.ts'
import { type Role, ROLES } from '../../src/corpus/vocabulary.ts'

const pages = pagesOf(DEMO)
const site = await Site.open(DEMO_CONTENT)
const inquiries = [...site.corpus.entries.values()].filter((entry) => entry.kind === 'inquiry')
const notes = [...site.corpus.entries.values()].filter((entry) => entry.kind === 'note')

const page = (address: string): string => {
  const html = pages.get(address)
  assert.ok(html !== undefined, `there is a page at ${address}`)
  return html
}
const addressOf = (path: string): string => site.corpus.addresses.get(path)!
const section = (html: string, id: string): Element | undefined =>
  elements(html, ({ tagName, properties }) => tagName === 'section' && String(properties.ariaLabelledBy) === id)[0]
const hrefs = (tree: Element | string): string[] =>
  elements(typeof tree === 'string' ? tree : { type: 'root', children: [tree] }, ({ tagName }) => tagName === 'a').map(
    ({ properties }) => String(properties.href),
  )
const within = (tree: Element, tagName: string): Element[] =>
  elements({ type: 'root', children: [tree] }, (element) => element.tagName === tagName)
/** The sources of an inquiry that bear on it in one way. */
const sourcesIn = (html: string, role: Role): Element[] =>
  elements(html, ({ properties }) => properties.id === `sources-${role}`).flatMap((group) => within(group, 'li'))

test('every entry, topic, source and list has its page', () => {
  const expected = [
    '/',
    '/404.html',
    '/about/',
    '/audit/',
    '/inquiries/',
    '/map/',
    '/new/',
    '/notes/',
    '/search/',
    '/topics/',
    ...[...site.corpus.entries.keys()].map(addressOf),
    ...inquiries.map(({ path }) => groundsAddress(addressOf(path))),
    ...inquiries.map(({ path }) => `${addressOf(path)}findings/`),
    ...[...site.corpus.topics.values()].map(({ slug }) => `/topics/${slug}/`),
    ...[...site.corpus.works.values()].map(({ slug }) => `/sources/${slug}/`),
    ...sourceListAddresses(site.corpus.works.size),
    ...[...site.lists.pages.notes, ...site.sourceLists].map(({ address }) => address),
  ]
  assert.deepEqual([...pages.keys()].sort(), [...new Set(expected)].sort())
  assert.equal(inquiries.length, 4)
  assert.equal(notes.length, 26)
  for (const address of ['/notes/by/title/', '/notes/with/role/disputes/', '/sources/with/year/2024/'])
    assert.ok(pages.has(address), address)
})

describe('an inquiry', () => {
  for (const inquiry of inquiries)
    test(`${inquiry.id}: label, question, lede, essay, next lines, sources, in this order`, () => {
      const html = page(addressOf(inquiry.path))
      const text = toString(elements(html, ({ tagName }) => tagName === 'main')[0]!).replace(/\s+/g, ' ')
      const essay = inquiry.links[0]!.context.sentence
      const parts = ['Inquiry · ', inquiry.title, inquiry.data.lede!, essay]
      const points = parts.map((part) => text.indexOf(part))
      assert.ok(
        points.every((point) => point >= 0),
        `all of ${JSON.stringify(parts)} are there`,
      )
      assert.deepEqual(
        points,
        points.toSorted((a, b) => a - b),
      )
      const evidenceLinks = site.corpus.evidenceByInquiry.get(inquiry.path)!
      const sources = text.lastIndexOf(`Sources · ${evidenceLinks.length} notes`)
      assert.ok(
        points.at(-1)! < text.lastIndexOf('Next inquiring lines') && text.lastIndexOf('Next inquiring lines') < sources,
      )
    })

  for (const inquiry of inquiries)
    test(`${inquiry.id}: its sources are by role, in order of first citation, each with title, claim and link`, () => {
      const html = page(addressOf(inquiry.path))
      const evidenceLinks = site.corpus.evidenceByInquiry.get(inquiry.path)!
      assert.equal(within(section(html, 'sources')!, 'li').length, evidenceLinks.length)
      for (const role of ROLES) {
        const items = sourcesIn(html, role)
        const expected = evidenceLinks.filter((evidenceLink) => evidenceLink.role === role)
        assert.equal(items.length, expected.length)
        items.forEach((item, index) => {
          const { note, because } = expected[index]!
          const text = toString(item)
          for (const part of [note.title, note.data.claim!, because!])
            assert.ok(text.includes(part), `${note.id} shows ${part}`)
          assert.ok(hrefs(item).includes(addressOf(note.path)))
        })
      }
      const order = [...inquiry.links.entries()].flatMap(([index]) => {
        const resolution = site.corpus.resolutions.get(inquiry.path)![index]!
        return resolution.type === 'found' && resolution.path.startsWith('notes/') ? [resolution.path] : []
      })
      assert.deepEqual(
        evidenceLinks.map(({ note }) => note.path),
        [...new Set(order)],
      )
    })

  for (const inquiry of inquiries)
    test(`${inquiry.id}: has 500 to 900 words and cites every note that serves it`, () => {
      assert.ok(inquiry.words >= 500 && inquiry.words <= 900, String(inquiry.words))
      for (const { note, citedAt } of site.corpus.evidenceByInquiry.get(inquiry.path)!)
        assert.ok(citedAt !== undefined, note.id)
    })
})

describe('every relation in the frontmatter is visible on both its pages', () => {
  for (const note of notes)
    test(note.id, () => {
      const own = page(addressOf(note.path))
      const serves = section(own, 'serves')
      for (const { inquiry: name, role, because } of note.data.inquiries) {
        const inquiry = inquiries.find(({ id }) => id === name)!
        assert.ok(serves && hrefs(serves).includes(addressOf(inquiry.path)), `${note.id} leads to ${name}`)
        for (const part of [role!, because!, inquiry.title]) assert.ok(toString(serves).includes(part))
        const item = sourcesIn(page(addressOf(inquiry.path)), role!).find((each) =>
          hrefs(each).includes(addressOf(note.path)),
        )
        assert.ok(item && toString(item).includes(because!), `${name} shows ${note.id} as ${role}`)
      }
      for (const role of ROLES)
        for (const written of note.data[role]) {
          const other = notes.find(({ id }) => id === written.replace(/[[\]]/g, ''))!
          assert.ok(hrefs(section(own, 'relations')!).includes(addressOf(other.path)))
          assert.ok(hrefs(section(page(addressOf(other.path)), 'relations')!).includes(addressOf(note.path)))
        }
    })

  test('next lines show on the inquiry they lead from and on the one they lead to', () => {
    for (const from of inquiries)
      for (const { inquiry: name, because } of from.data.next) {
        const to = inquiries.find(({ id }) => id === name)!
        const [ahead, behind] = [
          section(page(addressOf(from.path)), 'next')!,
          section(page(addressOf(to.path)), 'next')!,
        ]
        assert.ok(hrefs(ahead).includes(addressOf(to.path)) && toString(ahead).includes(because!))
        assert.ok(hrefs(behind).includes(addressOf(from.path)))
      }
  })
})

describe('a note', () => {
  for (const note of notes)
    test(`${note.id}: claim, source with its links, body, backlinks with the sentence that cites it`, () => {
      const html = page(addressOf(note.path))
      const text = toString(parseHtml(html))
      assert.ok(text.includes(note.data.claim!))
      const [source] = site.corpus.sourceOf.get(note.path)!
      assert.ok(text.includes(source!.title), source!.title)
      assert.ok(source!.links.length > 0)
      for (const { href } of source!.links) assert.ok(hrefs(html).includes(href))
      const claims = elements(html, ({ properties }) => properties.id === 'claim')
      assert.deepEqual(
        claims.map((claim) => toString(claim)),
        [note.data.claim],
      )
      assert.ok(hrefs(html).includes('#claim'))
      const { quotable } = JSON.parse(
        readFileSync(join(DEMO, `${addressOf(note.path).slice(0, -1)}.json`), 'utf8'),
      ) as {
        quotable: QuotableClaim
      }
      assert.ok(quotable.quotation.includes(note.data.claim!) && quotable.url.endsWith(`${addressOf(note.path)}#claim`))
      const citations = site.corpus.citations.get(note.path)!
      for (const { from, link } of citations) {
        const backlinks = section(html, from.kind === 'inquiry' ? 'serves' : 'backlinks')!
        assert.ok(toString(backlinks).includes(fillText(site.corpus, from, from.links[link]!.context.sentence)))
        assert.ok(hrefs(backlinks).includes(`${addressOf(from.path)}#C${link + 1}`))
      }
    })
})

test('the content shows what Markdown can do', () => {
  const all = [...pages.values()].join('\n')
  for (const mark of ['<math', '<table', '<pre', 'class="callout"', 'data-footnote-ref', '<img src="/attachments/'])
    assert.ok(all.includes(mark), mark)
})

test('no link and no fragment leads nowhere', () => {
  const broken: string[] = []
  const ids = new Map(
    [...pages].map(([address, html]) => [
      address,
      new Set(elements(html, () => true).flatMap(({ properties: { id } }) => (id === undefined ? [] : [id]))),
    ]),
  )
  for (const [address, html] of pages)
    for (const { tagName, properties } of elements(html, () => true))
      for (const value of [properties.href, properties.src, properties.action].filter(
        (each) => typeof each === 'string',
      )) {
        const url = new URL(value, `https://demo.invalid${address}`)
        if (url.host !== 'demo.invalid' || tagName === 'form') continue
        const known = ids.get(decodeURI(url.pathname))
        const there =
          known === undefined
            ? existsSync(join(DEMO, decodeURI(url.pathname)))
            : url.hash === '' || known.has(decodeURIComponent(url.hash.slice(1)))
        if (!there) broken.push(`${address} -> ${value}`)
      }
  assert.deepEqual(broken, [])
})

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // Matters of form, decided by the compiler of the pages.
      'attr-quotes': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      // Titles are the writer's; search engines cut long ones by themselves.
      'long-title': 'off',
    },
  })
  for (const [address, html] of pages) {
    const { results } = await validator.validateString(html, `${address || '/'}index.html`)
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${address}:${line}:${column} ${ruleId} ${message}`),
    )
    assert.deepEqual(messages, [])
  }
})

describe('a page keeps its promises', () => {
  test('it states a strict policy, and nothing in it runs or styles inline but one script that the policy names', () => {
    const own = `'sha256-${hash('sha256', BEFORE_PAINT, 'base64')}'`
    for (const [address, html] of pages) {
      const policy = elements(html, ({ properties }) => properties.httpEquiv?.toString() === 'content-security-policy')
      assert.equal(policy.length, 1, address)
      const [scripts] = /script-src [^;]*/.exec(String(policy[0]!.properties.content))!
      assert.deepEqual(scripts.split(' ').slice(1).sort(), ["'self'", own, "'wasm-unsafe-eval'"].sort(), address)
      const inline = elements(
        html,
        (element) =>
          isInlineScript(element) ||
          element.tagName === 'style' ||
          element.properties.style !== undefined ||
          Object.keys(element.properties).some((name) => /^on/i.test(name)),
      )
      assert.deepEqual(
        inline.map(({ tagName }) => tagName),
        [],
        address,
      )
    }
  })

  test('it asks no other site for anything', () => {
    // Nothing fetches what these links lead to: machines that follow typed links read them.
    const followed = ['alternate', 'author', 'canonical', 'cite-as', 'describedby', 'item', 'license', 'type']
    for (const [address, html] of pages) {
      const fetched = elements(
        html,
        ({ tagName, properties }) =>
          ['script', 'img', 'link', 'source', 'iframe', 'video', 'audio'].includes(tagName) &&
          !(
            tagName === 'link' &&
            String(properties.rel)
              .split(/[ ,]/)
              .every((rel) => followed.includes(rel))
          ),
      )
        .flatMap(({ properties }) => [properties.src, properties.href].filter((value) => typeof value === 'string'))
        .filter((value) => /^(https?:)?\/\//.test(value))
      assert.deepEqual(fetched, [], address)
    }
  })

  test('a reading page ships at most 10 kB of gzipped script, what is loaded later included', () => {
    for (const [address, html] of pages) {
      // These two are not read, and each has one script more of its own.
      if (address === '/search/' || address === '/new/') continue
      const all = [...withImports(scriptsOf(html))]
      const files = weightOf(
        all.filter(
          (script) =>
            ![isSearch, isSmallField, isWords, isOfList, isOfMap, isOfGrounds, isNotFound].some((is) => is(script)),
        ),
      )
      const bytes = files + gzipSync(BEFORE_PAINT).length
      assert.ok(files > 0 && bytes <= 10_000, `${address} ships ${bytes} bytes`)
    }
  })

  test('what narrows a list is at most 2,500 bytes, and on no other page', () => {
    const having = [...pages].filter(([, html]) => scriptsOf(html).some(isOfList))
    assert.ok(having.length > 0)
    for (const [address, html] of having) {
      assert.match(address, /^\/(notes|sources)\/($|by\/|with\/)/)
      assert.ok(weightOf(scriptsOf(html).filter(isOfList)) <= 2_500)
    }
  })

  test('what takes works out of the evidence is at most 6,000 bytes with plots and summary, and on no other page', () => {
    const having = [...pages].filter(([, html]) => scriptsOf(html).some(isOfGrounds))
    assert.ok(having.length > 0)
    for (const [address, html] of having) {
      assert.match(address, /^\/inquiries\/[^/]+\/(grounds|findings)\/$/)
      const bytes = weightOf([...withImports(scriptsOf(html))].filter(isOfGrounds))
      assert.ok(weightOf(scriptsOf(html).filter(isOfGrounds)) <= 1_500 && bytes <= 6_000, `${bytes} bytes`)
    }
  })

  test('what looks for the page that was meant is at most 800 bytes', () => {
    const bytes = weightOf([...withImports(scriptsOf(page('/404.html')))].filter(isNotFound))
    assert.ok(bytes > 0 && bytes <= 800, `${bytes} bytes`)
  })

  test('what zooms the map of the site is at most 1,000 bytes, and on no other page', () => {
    const having = [...pages].filter(([, html]) => scriptsOf(html).some(isOfMap))
    assert.deepEqual(
      having.map(([address]) => address),
      ['/map/'],
    )
    assert.ok(weightOf(scriptsOf(page('/map/')).filter(isOfMap)) <= 1_000)
  })

  test('the map of the site has every inquiry and note once, as a drawing and as a list, and the list leads to it', () => {
    const links = hrefs(page('/map/'))
    for (const { path } of [...inquiries, ...notes])
      assert.ok(links.filter((href) => href === addressOf(path)).length >= 2, path)
    const named = elements(page('/map/'), ({ properties }) => properties.className?.toString() === 'map-note')
    assert.deepEqual(
      named.map(({ properties }) => String(properties.ariaLabel)).sort(),
      notes.map(({ title }) => title).sort(),
    )
    assert.ok(hrefs(page('/inquiries/')).includes('/map/'))
    assert.ok(gzipSync(page('/map/')).length <= 60_000)
  })

  test('a reading page and its styles are at most 25 kB, gzipped', () => {
    for (const [address, html] of pages) {
      if (!/^\/(inquiries|notes)\/./.test(address)) continue
      const styles = elements(
        html,
        ({ properties: { rel, disabled } }) => rel?.toString() === 'stylesheet' && disabled === undefined,
      ).map(({ properties }) => String(properties.href))
      assert.ok(styles.length > 0, address)
      const bytes = gzipSync(html).length + weightOf(styles)
      assert.ok(bytes <= 25_000, `${address} has ${bytes} bytes`)
    }
  })

  test('the styles of blocks of code are loaded by the pages that have some, and by no other', () => {
    const withCode = [...pages]
      .filter(([, html]) => /<link[^>]*\/code\.[^>]*\.css/.test(html))
      .map(([address]) => address)
    const expected = [...pages].filter(([, html]) => html.includes('<pre')).map(([address]) => address)
    assert.ok(expected.length > 0)
    assert.deepEqual(withCode, expected)
  })

  test('a page fetches the words of its scripts in one language, and they are at most 1500 bytes', () => {
    const words = [...withImports(scriptsOf(page('/about/')))].filter(isWords)
    assert.equal(words.length, 5)
    for (const file of words) assert.ok(weightOf([file]) <= 1500, `${file} has ${weightOf([file])} bytes`)
  })

  const SEARCH = { '/about/': 10_800, '/search/': 12_400 }
  for (const [address, most] of Object.entries(SEARCH))
    test(`the search is loaded when it is asked for, and ships at most ${most} bytes on ${address}`, () => {
      const scripts = [...withImports(scriptsOf(page(address)))].filter(isSearch)
      // The script of the search page is loaded on that page alone.
      const bytes = weightOf(scripts.filter((script) => address === '/search/' || !/\/page\./.test(script)))
      assert.ok(bytes > 0 && bytes <= most, `${address} ships ${bytes} bytes`)
    })

  test('what draws the evidence of an inquiry that was found is at most 2000 bytes', () => {
    const bytes = weightOf([...withImports(scriptsOf(page('/search/')))].filter(isSmallField))
    assert.ok(bytes > 0 && bytes <= 2000, `${bytes} bytes`)
  })
})

const scriptsOf = (html: string): string[] =>
  elements(html, isScript).flatMap(({ properties: { src } }) => (typeof src === 'string' ? [src] : []))

const weightOf = (scripts: readonly string[]): number =>
  scripts.reduce((sum, script) => sum + gzipSync(read(script)).length, 0)

/** The words of scripts are data, of which a page fetches one language when a script first shows any. */
const isWords = (script: string): boolean => /\/(?:en|de|fr|zh|ar)\.[\w-]+\.js$/.test(script)

/** Who searches does not read: these have a budget of their own. */
const isSearch = (script: string): boolean => /\/(dialog|page|session|spelling)\.[\w-]+\.js$/.test(script)

/** Search draws the evidence of inquiries with this script. It is fetched when the first of them is found. */
const isSmallField = (script: string): boolean => /\/small-field\./.test(script)

/** Only long lists have this script, which narrows them. */
const isOfList = (script: string): boolean => /\/ListScript\./.test(script)

/** Only the map of the site has this script, which zooms it. */
const isOfMap = (script: string): boolean => /\/SiteMapDrawing\./.test(script)

/** Only the page for what is not found runs this script, which looks for what was meant. */
const isOfGrounds = (script: string): boolean => /\/(WhatIfForm|what-if-findings)\./.test(script)
const isNotFound = (script: string): boolean => /\/not-found\./.test(script)

const read = (script: string): string => readFileSync(join(DEMO, script), 'utf8')

/** Scripts and all that they import, now or later, by their addresses. */
function withImports(scripts: readonly string[], found = new Set<string>()): Set<string> {
  for (const script of scripts.filter((each) => !found.has(each))) {
    found.add(script)
    const imported = read(script).matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g)
    withImports(
      [...imported].map(([, path]) => join(dirname(script), path!)),
      found,
    )
  }
  return found
}

test('the search index holds every entry, source and topic', () => {
  const fragments = readdirSync(join(DEMO, 'pagefind/0/fragment'))
  const { entries, works, topics } = site.corpus
  assert.equal(fragments.length, entries.size + works.size + topics.size)
})
