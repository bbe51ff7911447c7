/** `throughline dev --drafts` shows drafts to the one who writes them, and leaves no trace of them. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { filesIn } from '../../src/site/files-in.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'

const FILES = {
  'site.yaml': 'title: Garten\nlanguage: de\nhistory: off\n',
  'inquiries/shade.md': '---\ntitle: Hilft Schatten?\n---\nJa: [[grows]] und [[dries]].\n',
  'notes/grows.md': '---\ntitle: Moos wächst\nsource: { title: Kattegat, authors: [Ann Lee] }\n---\nText.\n',
  'notes/dries.md':
    '---\ntitle: Wolpertinger\ndraft: true\nsource: { title: Wolpertinger tales, authors: [Ann Lee] }\n' +
    'inquiries:\n  - { inquiry: shade, role: disputes }\n---\nThe wolpertinger.\n',
}

const urlOf = (path: string): string => pathToFileURL(join(ROOT, path)).href

/** Reads a folder in a process of its own, and returns what of it is shown. */
function shown(folder: string, drafts: boolean): { titles: string[]; balance: object } {
  const code = `
    import { Site } from '${urlOf('src/site/site.ts')}'
    import { showDrafts } from '${urlOf('src/site/shown-drafts.ts')}'
    if (${drafts}) showDrafts()
    const site = await Site.open(process.cwd())
    await site.formatReferences()
    const [inquiry] = site.collection('inquiry')
    const titles = [...site.corpus.entries.values()].map(({ title }) => title)
    console.log(JSON.stringify({ titles, balance: inquiry.open().balance }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    env: environment(''),
    encoding: 'utf8',
  })
  assert.notEqual(stdout, '', stderr)
  return JSON.parse(stdout) as ReturnType<typeof shown>
}

test('drafts are shown with a mark, bear on inquiries, and nothing of them is stored', () => {
  const folder = contentFolder(FILES)
  const titles = ['Hilft Schatten?', 'Moos wächst', 'Wolpertinger (Entwurf)'].sort()
  const found = shown(folder, true)
  assert.deepEqual([found.titles.sort(), found.balance], [titles, { disputes: 1 }])
  const stored = (): string =>
    filesIn(join(folder, '.throughline'))
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n')
  assert.doesNotMatch(stored(), /wolpertinger/i)
  assert.deepEqual(shown(folder, false), { titles: ['Hilft Schatten?', 'Moos wächst'], balance: {} })
  // What is public is stored, so the test would see a draft.
  assert.match(stored(), /Kattegat/)
  assert.doesNotMatch(stored(), /wolpertinger/i)
})

test('they are not shown to other devices', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/cli/throughline.mjs'), 'dev', '--drafts', '--host'],
    { cwd: contentFolder(FILES), env: environment(''), encoding: 'utf8', timeout: 60_000 },
  )
  assert.match(stderr, /^--drafts and --host together would show drafts to others\./m)
  assert.notEqual(status, 0)
})
