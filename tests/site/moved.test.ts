/** Addresses that entries had in earlier commits lead on, however often a file was renamed. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { write } from '../support/content-folder.ts'
import { commit, repository } from '../support/git-repository.ts'
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

  test('a build after another renaming is as good as a clean one, and the site can have no such pages', async () => {
    move('notes/elm-bark.md', 'notes/beech-bark.md')
    commit(folder, '2026-04-10T12:00:00Z')
    await run('build', ['--outDir', site.dist], folder)
    for (const name of ['oak-bark', 'elm-bark']) assert.equal(leadsTo(`notes/${name}`), '/g/notes/beech-bark/')
    const clean = await buildSite('moved-clean', folder)
    assert.deepEqual(differences(treeOf(site.dist), treeOf(clean.dist)), [])
    write(folder, 'site.yaml', 'title: Mosses\nold_addresses: off\n')
    await run('build', ['--outDir', site.dist], folder)
    assert.equal(leadsTo('notes/oak-bark'), undefined)
  })
})
