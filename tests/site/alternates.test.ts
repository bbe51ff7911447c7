/** The files beside pages that a site leaves out, and what hosts take of a site. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readSettings } from '../../src/corpus/settings.ts'
import { ALTERNATES, type AlternateName } from '../../src/corpus/site-config.ts'
import { refusedByHost } from '../../src/site/output/host-limits.ts'
import { writeMarker } from '../../src/site/output/marker.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { elements } from '../support/html.ts'
import { buildSite, run, type BuiltSite } from '../support/site.ts'
import { differences, treeOf, type Tree } from '../support/tree.ts'

/** What the addresses of the files of each kind end with. */
const ENDINGS: Readonly<Record<AlternateName, RegExp>> = {
  markdown: /\.md$/,
  json: /^(?:inquiries|notes)\/(?!.*\.(?:csl|feed)\.json$).*\.json$/,
  csv: /\.csv$/,
  references: /\.(?:bib|ris|csl\.json)$|^sources\/.*\.json$/,
  feeds: /^(?:inquiries|topics)\/.*\.(?:atom|feed\.json)$/,
  maps: /\.map\.html$/,
}

const settings = (alternates: string): string =>
  `title: Mosses\nurl: https://example.org/g\nlanguage: en\n${alternates === '' ? '' : `alternates: ${alternates}\n`}`

const note = (title: string): string =>
  `---\ntitle: ${title}\nsource: lee2020\nsupports: why\ntopics: [moss]\nclaim: It grows.\n---\nWords of [[why]].\n`

describe('a site that leaves files out', () => {
  const folder = contentFolder({
    'site.yaml': settings(''),
    'references.bib': '@article{lee2020, title = {Moss}, author = {Lee, Ann}, year = {2020}}\n',
    'inquiries/why.md':
      '---\nquestion: Why green?\nstatus: leaning\nanswer: Light.\ncertainty: low\ntopics: [moss]\n---\n[[bark]], [[stone]] and [[ice]]\n',
    'notes/bark.md': note('Bark'),
    'notes/stone.md': note('Stone'),
    'notes/ice.md': note('Ice'),
  })
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** Builds the site with some of the files. The first time it is whole. */
  let site: BuiltSite | undefined
  async function buildWith(alternates: string): Promise<Tree> {
    write(folder, 'site.yaml', settings(alternates))
    if (site === undefined) site = await buildSite('alternates', folder)
    else site = { ...(await run('build', ['--outDir', site.dist], folder)), dist: site.dist }
    assert.equal(site.status, 0, site.stderr)
    return treeOf(site.dist)
  }

  const kindsIn = (tree: Tree): AlternateName[] =>
    ALTERNATES.filter((name) => [...tree.keys()].some((path) => ENDINGS[name].test(path)))

  /** Every file of the site that a page, the link set, the headers, the JSON or `llms.txt` names and that is not there. */
  function missing(tree: Tree, dist: string): string[] {
    const named = [...tree].flatMap(([path, bytes]) => {
      if (path.endsWith('.html'))
        return elements(bytes, () => true).flatMap(({ properties: { href, src, dataCopy } }) =>
          [href, src, dataCopy].flatMap((each) => (typeof each === 'string' ? [each] : [])),
        )
      const isNaming =
        /^(?:linkset\.json|_headers|llms\.txt)$|(?<!schema)\.json$/.test(path) && !path.includes('pagefind')
      return isNaming ? [...bytes.matchAll(/https:\/\/example\.org(\/g\/[^"\\<>\s)#]*)/g)].map(([, at]) => at!) : []
    })
    return [...new Set(named.map((at) => at.replace(/^https:\/\/example\.org(?=\/g\/)/, '').replace(/[?#].*$/, '')))]
      .filter((at) => at.startsWith('/g/'))
      .map((at) => decodeURI(at.slice(3)))
      .filter((at) => !existsSync(join(dist, at.endsWith('/') || at === '' ? `${at}index.html` : at)))
  }

  test('has all by default, only those it names, or none; names no file that it leaves out; and comes back', async () => {
    const whole = await buildWith('')
    assert.deepEqual(kindsIn(whole), [...ALTERNATES])
    for (const name of [...ALTERNATES, 'none'] as const) {
      const tree = await buildWith(name)
      assert.deepEqual(kindsIn(tree), name === 'none' ? [] : [name])
      assert.deepEqual(missing(tree, site!.dist), [], name)
      assert.ok(tree.has('graph.json') && tree.has('new.atom'), name)
    }
    const pages = [...(await buildWith('all')).keys()].filter((path) => path.endsWith('index.html'))
    assert.ok(pages.length > 8)
    assert.deepEqual(differences(treeOf(site!.dist), whole), [])
  })
})

test('an alternate that there is not is an error with its place', () => {
  const { problems, settings: read } = readSettings({
    path: 'site.yaml',
    text: 'title: A\nalternates: [json, fedes]\n',
  })
  assert.deepEqual(
    problems.map(({ reason, line, column }) => [reason, line, column]),
    [
      [
        'The field "alternates[2]" must be one of markdown, json, csv, references, feeds, maps, and it is "fedes". Did you mean "feeds"?',
        2,
        20,
      ],
    ],
  )
  assert.deepEqual(read.alternates, ['json'])
})

test('a site of more or larger files than its host takes is told so', () => {
  const dist = mkdtempSync(join(tmpdir(), 'host-'))
  const { settings: read } = readSettings({ path: 'site.yaml', text: 'title: A\nhost: cloudflare\n' })
  const files = new Set(Array.from({ length: 20_000 }, (_, index) => `${index}.html`))
  try {
    writeFileSync(join(dist, '7.html'), '')
    truncateSync(join(dist, '7.html'), 25 * 1024 * 1024)
    writeMarker(dist, { entries: 1, files })
    assert.deepEqual(refusedByHost(dist, read), [])
    truncateSync(join(dist, '7.html'), 25 * 1024 * 1024 + 1)
    writeMarker(dist, { entries: 1, files: new Set([...files, 'more.html']) })
    assert.deepEqual(refusedByHost(dist, read), [
      'The site has 20,001 files. Cloudflare takes 20,000, or 100,000 with a plan that is paid for. `alternates: none` in site.yaml leaves out the files beside pages.',
      'Cloudflare takes no file of more than 25 MiB: 7.html.',
    ])
    assert.deepEqual(refusedByHost(dist, { ...read, host: 'netlify' }), [])
    assert.match(readFileSync(join(dist, '.throughline.json'), 'utf8'), /more\.html/)
  } finally {
    rmSync(dist, { recursive: true, force: true })
  }
})
