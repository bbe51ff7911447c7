/** Addresses that entries had in earlier commits lead on, however often a file was renamed. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { write } from '../support/content-folder.ts'
import { commit, repository } from '../support/git-repository.ts'
import { nightly } from '../support/runs.ts'
import { buildSite, run, type BuiltSite } from '../support/site.ts'
import { differences, treeOf } from '../support/tree.ts'

const note = (title: string, fields = ''): string => `---\ntitle: ${title}\n${fields}---\n${title} is green.\n`

describe('after ten commits', () => {
  const folder = repository({
    'site.yaml': 'title: Mosses\nurl: https://example.org/g\n',
    'notes/moss-0.md': note('Moss'),
    'notes/bark.md': note('Bark', 'draft: true\n'),
    'notes/fern.md': note('Fern'),
    'notes/lost.md': note('Lost'),
  })
  let site: BuiltSite
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const move = (from: string, to: string): void => {
    write(folder, to, '')
    renameSync(join(folder, from), join(folder, to))
  }
  const leadsTo = (address: string, from = site.dist): string | undefined => {
    const file = join(from, address, 'index.html')
    return existsSync(file) ? /url=([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  }

  before(async () => {
    // The name that a draft has, before it is public under another one.
    move('notes/bark.md', 'notes/secret-plan.md')
    for (let day = 1; day <= 8; day++) {
      move(`notes/moss-${day - 1}.md`, `notes/moss-${day}.md`)
      if (day === 2) move('notes/secret-plan.md', 'notes/oak-bark.md')
      if (day === 3) write(folder, 'notes/oak-bark.md', note('Bark'))
      if (day === 4) move('notes/oak-bark.md', 'notes/elm-bark.md')
      // Another note takes the address that this one had.
      if (day === 5) move('notes/fern.md', 'notes/tree-fern.md')
      if (day === 6) write(folder, 'notes/fern.md', `---\ntitle: Ferns of today\n---\nOther words, and many of them.\n`)
      if (day === 7) rmSync(join(folder, 'notes/lost.md'))
      commit(folder, `2026-04-0${day}T12:00:00Z`)
    }
    // In the last commit it becomes a question.
    move('notes/moss-8.md', 'inquiries/moss.md')
    commit(folder, '2026-04-09T12:00:00Z')
    site = await buildSite('moved', folder)
    assert.equal(site.status, 0, site.stderr)
  })

  test('every old address arrives', () => {
    for (let day = 0; day <= 8; day++) assert.equal(leadsTo(`notes/moss-${day}`), '/g/inquiries/moss/', String(day))
    assert.equal(leadsTo('notes/oak-bark'), '/g/notes/elm-bark/')
    assert.match(
      readFileSync(join(site.dist, 'notes/moss-0/index.html'), 'utf8'),
      /<link rel="canonical" href="https:\/\/example\.org\/g\/inquiries\/moss\/">/,
    )
  })

  test('nothing is said of an address that another entry has now, that a draft had, or that led to what is gone', () => {
    assert.match(readFileSync(join(site.dist, 'notes/fern/index.html'), 'utf8'), /<h1[^>]*>Ferns of today/)
    assert.doesNotMatch(site.stdout + site.stderr, / warning |secret/)
    for (const [path, bytes] of treeOf(site.dist)) assert.ok(!`${path}${bytes}`.includes('secret-plan'), path)
    assert.equal(leadsTo('notes/bark'), undefined)
    assert.equal(leadsTo('notes/lost'), undefined)
  })

  test(
    'a build after another renaming is as good as a clean one, and the site can have no such pages',
    nightly,
    async () => {
      move('notes/elm-bark.md', 'notes/beech-bark.md')
      commit(folder, '2026-04-10T12:00:00Z')
      await run('build', ['--outDir', site.dist], folder)
      for (const name of ['oak-bark', 'elm-bark']) assert.equal(leadsTo(`notes/${name}`), '/g/notes/beech-bark/')
      const clean = await buildSite('moved-clean', folder)
      assert.deepEqual(differences(treeOf(site.dist), treeOf(clean.dist)), [])
      write(folder, 'site.yaml', 'title: Mosses\nold_addresses: off\n')
      await run('build', ['--outDir', site.dist], folder)
      assert.equal(leadsTo('notes/oak-bark'), undefined)
    },
  )
})

describe('headings that were reworded', () => {
  const essay = (...headings: string[]): string =>
    `---\ntitle: Moss\n---\n${headings.map((heading) => `${heading}\n\nSome words.\n`).join('\n')}`
  const folder = repository(
    {
      'site.yaml': 'title: Mosses\n',
      'notes/moss.md': essay('## Where it grows', '## Doubts', '### Of age', '## Sum'),
      'notes/bark.md': essay('## The hidden heading').replace('---\n', '---\ndraft: true\n'),
      'notes/fern.md': essay('## One', '## Two'),
      'notes/oak.md': essay('## Of [[bark]]'),
    },
    {
      'notes/moss.md': essay('## Where moss grows', '## Doubts', '### Of time', '## Sum'),
      'notes/bark.md': essay('## A heading'),
      'notes/fern.md': essay('## Red', '## Blue'),
      'notes/oak.md': essay('## Of trees'),
    },
    {
      // The second change of a heading, one that is cut into two, and a file that is renamed with it.
      'notes/moss.md': essay('## Where mosses grow', '## Doubts', '### Of time', '### Of place', '## Sum of all'),
      'notes/bark.md': essay('## A better heading').replace('---\n', '---\ndraft: true\n'),
    },
    { 'notes/moss.md': essay('## Where mosses grow', '## Doubts', '### Of time', '### Of place', '## Sum', '## Sum') },
  )
  let site: BuiltSite
  const page = (name: string, from = site.dist): string => readFileSync(join(from, 'notes', name, 'index.html'), 'utf8')
  const anchorsBeside = (heading: string, name = 'moss'): string[] => {
    const start = new RegExp(`<h\\d id="${heading}">((?:<span id="[^"]*"></span>)*)`).exec(page(name))?.[1] ?? 'none'
    return start === '' ? [] : [...start.matchAll(/id="([^"]*)"/g)].map(([, id]) => id!)
  }
  before(async () => {
    site = await buildSite('reworded', folder)
    assert.equal(site.status, 0, site.stderr)
  })
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('keep every anchor that they had', () => {
    assert.deepEqual(anchorsBeside('where-mosses-grow'), ['where-it-grows', 'where-moss-grows'])
    assert.deepEqual(anchorsBeside('of-time'), ['of-age'])
    for (const heading of ['doubts', 'of-place']) assert.deepEqual(anchorsBeside(heading), [])
  })

  test('leave out an anchor that another heading has now, and those of which nobody can say what became of them', () => {
    const ids = [...page('moss').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const heading of ['sum', 'sum-1']) assert.doesNotMatch(anchorsBeside(heading).join(), /^sum/)
    assert.deepEqual([anchorsBeside('red', 'fern'), anchorsBeside('blue', 'fern')], [[], []])
  })

  test('say nothing of drafts', () => {
    assert.deepEqual(anchorsBeside('of-trees', 'oak'), [])
    for (const [path, bytes] of treeOf(site.dist))
      assert.doesNotMatch(`${path}${bytes}`, /hidden-heading|better-heading/, path)
  })

  test(
    'a build after another change is as good as a clean one, and the site can have no old anchors',
    nightly,
    async () => {
      write(folder, 'notes/moss.md', essay('## Where all mosses grow', '## Doubts', '### Of time'))
      write(folder, 'notes/bark.md', essay('## A heading for all'))
      commit(folder, '2026-04-01T12:00:00Z')
      await run('build', ['--outDir', site.dist], folder)
      assert.deepEqual(anchorsBeside('where-all-mosses-grow'), [
        'where-it-grows',
        'where-moss-grows',
        'where-mosses-grow',
      ])
      // It was a draft in between, and the draft's heading is not told.
      assert.deepEqual(anchorsBeside('a-heading-for-all', 'bark'), ['a-heading'])
      const clean = await buildSite('reworded-clean', folder)
      assert.deepEqual(differences(treeOf(site.dist), treeOf(clean.dist)), [])
      write(folder, 'site.yaml', 'title: Mosses\nold_addresses: off\n')
      await run('build', ['--outDir', site.dist], folder)
      assert.deepEqual(anchorsBeside('where-all-mosses-grow'), [])
    },
  )
})
