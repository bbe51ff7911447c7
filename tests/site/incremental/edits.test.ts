/** An incremental build equals a clean build byte for byte, and renders nothing but what shows the change. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { write } from '../../support/content-folder.ts'
import type { Run } from '../../support/commands.ts'
import { nightly } from '../../support/runs.ts'
import { reword, ROUNDS } from './edits.ts'
import { GARDEN } from './garden.ts'
import { isPage, Pair, type Rebuilt } from './pair.ts'
import { changedPaths, differences, treeOf } from '../../support/tree.ts'

/** Rendered by every build: they show too much to tell what of it changed. */
const ALWAYS = [
  '404.html',
  ...['', 'inquiries/', 'map/', 'notes/', 'search/', 'topics/'].map((path) => `${path}index.html`),
]

const pair = new Pair('edits', GARDEN, 'own')
pair.recode((project) => write(project, 'public/old/word.txt', 'yes'))

test('two clean builds of the same content, in two places, are the same byte for byte', async () => {
  const { before, after } = await pair.assertClean(() => pair.start().done)
  assert.equal(before.size, 0)
  assert.ok(after.has('notes/moss/index.html') && after.has('attachments/pictures/leaf.svg'))
  assert.ok([...after.keys()].some((path) => path.startsWith('pagefind/0/fragment/')))
})

/** Also that those pages are rendered that show the change, and no others. */
async function assertOnlyChanged(build = (): Promise<Run> => pair.build()): Promise<Rebuilt> {
  const rebuilt = await pair.assertClean(build)
  const { before, after, written, stdout } = rebuilt
  const changed = changedPaths(before, after).filter(isPage)
  assert.deepEqual(written, [...new Set([...changed, ...ALWAYS])].sort())
  const pages = [...after.keys()].filter(isPage)
  assert.match(stdout, new RegExp(`pages: ${written.length} rendered, ${pages.length - written.length} kept`))
  return rebuilt
}

const pageOf = (address: string): string => `${address.slice(1)}index.html`
const notListed = (pages: readonly string[]): string[] => pages.filter((path) => !ALWAYS.includes(path))

describe('after edits of the content a build is as good as a clean one, and renders only what shows them:', () => {
  for (const [number, round] of ROUNDS.entries())
    test(round.map(({ what }) => what).join('; '), async () => {
      for (const { edit } of round) pair.edit(edit)
      const { before, after, written } = await assertOnlyChanged(number === 0 ? () => pair.start().done : undefined)
      const [shown, gone] = [round.flatMap(({ shows }) => shows), round.flatMap(({ gone = [] }) => gone)]
      assert.equal(new Set(shown).size, shown.length, 'no page shows two of them')
      assert.deepEqual(notListed(written), shown.map(pageOf).sort())
      assert.deepEqual(
        [...before.keys()].filter((path) => isPage(path) && !after.has(path)),
        gone.map(pageOf).sort(),
      )
    })

  test('the bibliography', async () => {
    pair.edit(reword('references.bib', 'Rain and stone', 'Rain and rock'))
    await assertOnlyChanged()
  })

  test('the year of a work, and nothing that it is written from besides', nightly, async () => {
    pair.edit(reword('references.bib', 'year = {2019}', 'year = {2018}'))
    const { before, after } = await assertOnlyChanged()
    const beside = changedPaths(before, after).filter((path) =>
      /^(inquiries|sources).*\.(bib|csv|json|ris)$/.test(path),
    )
    assert.deepEqual(beside, [
      ...['soil', 'water'].flatMap((inquiry) => [`inquiries/${inquiry}.json`, `inquiries/${inquiry}/evidence.csv`]),
      ...['bib', 'json', 'ris'].map((extension) => `sources/brook2019/brook2019.${extension}`),
    ])
    assert.match(after.get('sources/brook2019/brook2019.bib')!, /year = \{2018\}/)
  })

  test('a work that is no longer used by anyone, and comes back', nightly, async () => {
    const used = pair.files
    pair.edit(reword('notes/clay.md', ', brook2019', ''))
    for (const note of ['rain', 'deep/frost']) pair.edit(reword(`notes/${note}.md`, 'source: brook2019\n', ''))
    const { after } = await assertOnlyChanged()
    assert.deepEqual(
      [...after.keys()].filter((path) => path.includes('brook2019')),
      [],
    )
    pair.put(used)
    const again = await assertOnlyChanged()
    assert.ok(again.after.has('sources/brook2019/brook2019.ris'))
  })

  test('a link that turns out to be dead, and is found again', nightly, async () => {
    const before = pair.files
    const links = { 'https://example.org/roots': { checked: '2026-11-30', dead: '2026-11-30' } }
    pair.put({ ...before, 'sources.lock.json': JSON.stringify({ checked: '', works: {}, links }) })
    const { after } = await assertOnlyChanged()
    assert.match(after.get(pageOf('/notes/roots/'))!, /not found since 2026-11-30/)
    pair.put(before)
    const again = await assertOnlyChanged()
    assert.doesNotMatch(again.after.get(pageOf('/notes/roots/'))!, /not found since/)
  })

  test('the style of the references', nightly, async () => {
    pair.edit(reword('site.yaml', 'language: en\n', 'language: en\ncitation_style: vancouver\n'))
    const { after } = await pair.assertClean()
    assert.match(after.get(pageOf('/notes/roots/'))!, /Adams A\. Roots in clay/)
  })

  test('the title of the site', nightly, async () => {
    pair.edit(reword('site.yaml', 'title: Garden', 'title: Orchard'))
    await assertOnlyChanged()
  })

  test('what a page is called, which stands at the top of all of them', nightly, async () => {
    pair.edit(reword('pages/about.md', 'title: About', 'title: Beginnings'))
    const { after, written } = await assertOnlyChanged()
    assert.equal(written.length, [...after.keys()].filter(isPage).length)
  })

  test('the language and the navigation of the site', nightly, async () => {
    const navigation = 'language: de\nnavigation:\n  - label: Moss\n    to: /notes/moss/\n'
    pair.edit(reword('site.yaml', 'language: en\n', navigation))
    await assertOnlyChanged()
  })
})

test('pages that are bundled anew are the same as those of page code that was kept', nightly, async () => {
  await pair.assertClean(() => pair.build('--fresh'))
})

describe('a build that fails', () => {
  const before = new Map<string, string>()

  test('leaves the site exactly as it was', async () => {
    for (const [path, content] of treeOf(pair.outDir)) before.set(path, content)
    const good = pair.files
    pair.edit(reword('notes/rain.md', 'A gauge', 'A [[gauge]] or a gauge'))
    const { status, stderr } = await pair.build()
    assert.equal(status, 1)
    assert.match(stderr, /gauge/)
    assert.deepEqual(differences(treeOf(pair.outDir), before), [])
    pair.put(good)
  })

  test('is followed by one that is right, which also mends what someone else did to the site, and renders no more', async () => {
    rmSync(join(pair.outDir, 'notes/rain'), { recursive: true })
    writeFileSync(join(pair.outDir, pageOf('/inquiries/soil/')), 'Not of this site.')
    const { after, written } = await assertOnlyChanged()
    assert.deepEqual(notListed(written), ['/inquiries/soil/', '/notes/rain/'].map(pageOf))
    assert.deepEqual(differences(after, before), [])
  })
})

describe('after an edit of the code, too:', () => {
  const recode = (path: string, change: (code: string) => string): void =>
    pair.recode((project) => {
      const file = join(project, path)
      const code = readFileSync(file, 'utf8')
      assert.notEqual(change(code), code, path)
      writeFileSync(file, change(code))
    })

  async function assertAllRendered(): Promise<Rebuilt> {
    const rebuilt = await pair.assertClean()
    assert.deepEqual(rebuilt.written, [...rebuilt.after.keys()].filter(isPage))
    return rebuilt
  }

  test('a component, a token, a script of the pages, how references are written, and a public file', async () => {
    recode('src/components/PageHead.astro', (code) => code.replace('<h1', '<h1 data-tested="yes"'))
    pair.recode((project) => {
      write(project, 'public/tested/word.txt', 'yes')
      rmSync(join(project, 'public/old'), { recursive: true })
    })
    recode('src/styles/tokens.css', (code) => `${code}:root {\n  --tested: 1px;\n}\n`)
    recode('src/client/search/page.ts', (code) => `${code}document.body.dataset['tested'] = 'yes'\n`)
    recode('src/corpus/bibliography/reference-html.ts', (code) =>
      code.replace(/\.trim\(\)(?=\n\})/, ".trim().replace('Adams', 'ADAMS')"),
    )
    const { before, after } = await assertAllRendered()
    assert.deepEqual([before.has('old/word.txt'), after.has('old/word.txt')], [true, false])
    assert.match(after.get(pageOf('/notes/moss/'))!, /data-tested="yes"/)
    assert.equal(after.get('tested/word.txt'), 'yes')
    const made = changedPaths(before, after).filter((path) => path.startsWith('_astro/'))
    // Scripts name those that they load later by their digests, so a change of one changes others as well.
    assert.deepEqual([...new Set(made.map((path) => path.replace(/^.*\./, '')))].sort(), ['css', 'js'])
    assert.match(after.get(pageOf('/notes/roots/'))!, /ADAMS/)
  })
})
