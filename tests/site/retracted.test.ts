/** A site one of whose works was retracted, as it is built: what its pages and files say, and what they do not. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { elements } from '../support/html.ts'
import { sharedSite } from '../support/site.ts'

const note = (title: string, source: string): string =>
  `---\ntitle: ${title}\nclaim: It is so.\nsource: ${source}\ninquiries: [{ inquiry: q, role: supports }]\n---\n`

const { status, stderr, dist } = await sharedSite({
  'site.yaml':
    'title: Garden\nurl: https://example.org\nauthor: Ann Lee\norcid: 0000-0002-1825-0097\nlicence: CC BY 4.0\nmailto: ann@example.org\n',
  'references.bib': [
    '@phdthesis{bad, title={Bad}, author={de la Cruz, Ana María}, school={MIT}, year={1998}, doi={10.1/bad}}',
    '@article{good, title={Good}, author={Cy, C.}, journal={J}, year={1999}, doi={10.1/good}}',
    '@book{none, title={None}, author={Ed, E.}, year={2000}}',
  ].join('\n'),
  'inquiries/q.md': '---\ntitle: Why?\nanswer: So.\n---\nIt is [[a]], [[b]] and [[c]]; and @none. ^own\n',
  'notes/a.md': note('A', 'bad'),
  'notes/b.md': note('B', 'good'),
  'notes/c.md': note('C', 'none'),
  'sources.lock.json': JSON.stringify({
    checked: '2026-11-30',
    works: {
      '10.1/bad': {
        updates: [
          { status: 'corrected', date: '2004-03-06' },
          { status: 'retracted', date: '2010-02-06', notice: '10.1/r' },
        ],
        versions: [{ relation: 'preprint', doi: '10.1/p' }],
      },
    },
    asked: { '2026-11-30': ['10.1/bad', '10.1/good'] },
  }),
})
const read = (path: string): string => readFileSync(join(dist, path), 'utf8')
/** The words of a page, without its scripts. */
const words = (html: string): string => html.replace(/<script.*?<\/script>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')

test('it is built, and the audit speaks of the work', () => {
  assert.equal(status, 0, stderr)
  assert.match(words(read('audit/index.html')), /The note is drawn from “Bad”, which was retracted \(2010-02-06\)\./)
})

test('the balance counts its note apart, on the page and in lists', () => {
  for (const page of ['inquiries/q/index.html', 'inquiries/index.html']) {
    assert.match(words(read(page)), /2 support/)
    assert.match(words(read(page)), /1 rests on a retracted work/)
  }
  const [group] = elements(read('inquiries/q/index.html'), ({ properties }) => properties.id === 'sources-retracted')
  assert.ok(group)
})

test('the page of the work says all that became of it, and those of others what is not known', () => {
  const bad = words(read('sources/bad/index.html'))
  assert.match(bad, /Retracted 2010-02-06 notice.*Corrected 2004-03-06.*Preprint/)
  assert.doesNotMatch(bad, /is not known/)
  assert.match(
    words(read('sources/none/index.html')),
    /Whether it was retracted is not known: it has no DOI to ask about/,
  )
  assert.doesNotMatch(words(read('sources/good/index.html')), /is not known/)
})

test('its files say it', () => {
  assert.match(
    read('sources/bad/bad.bib'),
    /note = \{Corrected 2004-03-06; Retracted 2010-02-06, https:\/\/doi\.org\/10\.1\/r\}/,
  )
  assert.match(read('inquiries/q/evidence.csv'), /retracted 2010-02-06/)
  assert.match(read('inquiries/q.md'), /## Evidence that rests on a retracted work/)
  assert.match(read('inquiries/q.atom'), /Retracted 2010-02-06/)
  assert.match(read('graph.json'), /"update":"retracted"/)
})

test('machines find what a page is, how to cite it, and in which forms it is', () => {
  const html = read('sources/bad/index.html')
  const links = elements(html, ({ tagName }) => tagName === 'link').map(
    ({ properties: { rel, type, href } }) => `${String(rel)} ${String(type)} ${String(href)}`,
  )
  assert.ok(links.includes('cite-as undefined https://doi.org/10.1/bad'))
  assert.ok(
    links.some((each) => /^alternate[ ,]describedby application\/x-bibtex \/sources\/bad\/bad\.bib$/.test(each)),
  )
  assert.match(html, /<meta name="citation_dissertation_institution" content="MIT">/)
  assert.match(html, /"@type":"Thesis"/)
  assert.match(
    read('_headers'),
    /^\/inquiries\/q\/\n {2}Link: .*<https:\/\/orcid\.org\/0000-0002-1825-0097>; rel="author"/m,
  )
  assert.match(read('CITATION.cff'), /^license: CC-BY-4\.0$/m)
  for (const file of ['inquiries/q.bib', 'inquiries/q.ris', 'inquiries/q.csl.json', 'linkset.json'])
    assert.ok(existsSync(join(dist, file)), file)
})

test('nobody finds the address that registries are told', () => {
  for (const page of ['index.html', 'inquiries/q/index.html', 'CITATION.cff', '_headers', 'llms.txt'])
    assert.doesNotMatch(read(page), /ann@example\.org/)
})
