/**
 * Whatever happens to content, cache and site between two builds, the second is as good as a clean one, byte for byte.
 */
import assert from 'node:assert/strict'
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { runCommand } from '../../support/commands.ts'
import { write } from '../../support/content-folder.ts'
import { nightly } from '../../support/runs.ts'
import { GARDEN } from './garden.ts'
import { Pair, type Files } from './pair.ts'

const pair = new Pair('adverse', GARDEN, 'own')
const project = pair.projects[0]

const renamed =
  (from: string, to: string) =>
  ({ [from]: text, ...files }: Files): Files => ({ ...files, [to]: text! })

/** Another branch of the same repository: other notes under some of the same names. */
const BRANCH: Files = {
  ...GARDEN,
  'notes/moss.md': '---\ntitle: Moss on another branch\n---\nIt is [[bark|elsewhere]].\n',
  'notes/bark.md': '---\ntitle: Bark on another branch\n---\n',
  'notes/only-here.md': '---\ntitle: Only on this branch\n---\n',
}

const COFFEE = '---\ntitle: Coffee\n---\n'

const cacheFiles = (): string[] => {
  const cache = join(project, 'node_modules/.astro')
  return readdirSync(cache, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.json') ? [join(entry.parentPath, entry.name)] : [],
  )
}

describe('a build is as good as a clean one after', nightly, () => {
  test('nothing', async () => {
    await pair.assertClean()
  })

  test('a change that keeps the size and the time of a file', async () => {
    const file = join(pair.content, 'notes/moss.md')
    const { atime, mtime } = statSync(file)
    pair.edit((files) => ({ ...files, 'notes/moss.md': files['notes/moss.md']!.replace(/moss/i, 'ssom') }))
    utimesSync(file, atime, mtime)
    await pair.assertClean()
    pair.put(GARDEN)
    await pair.assertClean()
  })

  const cycles: Readonly<Record<string, (files: Files) => Files>> = {
    'a name that differs in its case alone, and one that is composed of other signs': (files) => ({
      ...renamed('notes/bark.md', 'notes/Bark.md')(files),
      'notes/cafe\u0301.md': COFFEE,
    }),
    'a folder in place of a file, and the same name composed': (files) => ({
      ...renamed('notes/moss.md', 'notes/moss/moss.md')(files),
      'notes/caf\u00e9.md': COFFEE,
    }),
    'another branch': () => BRANCH,
    'the first branch again': () => GARDEN,
    'settings that are gone': ({ 'site.yaml': _, ...files }) => files,
    'settings that are back, with another language': (files) => ({
      ...files,
      'site.yaml': 'title: Garten\nlanguage: de\n',
    }),
  }
  for (const [name, edit] of Object.entries(cycles))
    test(name, async () => {
      pair.put(edit(GARDEN))
      await pair.assertClean()
    })

  test('a journey through time zones', async () => {
    const TZ = 'Pacific/Kiritimati'
    await pair.assertClean(() =>
      runCommand({
        command: 'build',
        args: ['--outDir', pair.outDir, '--fresh'],
        project,
        env: { CONTENT_DIR: pair.content, TZ },
      }),
    )
  })

  test('a page that somebody changed, one that somebody removed, and one with a time to come', async () => {
    write(pair.outDir, 'notes/bark/index.html', 'not the page')
    rmSync(join(pair.outDir, 'about'), { recursive: true })
    const later = new Date(Date.now() + 86_400_000)
    utimesSync(join(pair.outDir, 'inquiries/shade/index.html'), later, later)
    await pair.assertClean()
  })

  test('a part of the search index that somebody removed', async () => {
    rmSync(join(pair.outDir, 'pagefind/0'), { recursive: true })
    await pair.assertClean()
  })

  test('a cache that is broken', async () => {
    assert.ok(cacheFiles().length > 0)
    for (const file of cacheFiles()) writeFileSync(file, '{"maker": 1, "value"')
    await pair.assertClean()
  })

  test('a cache that is gone, and a site that is gone', async () => {
    rmSync(join(project, 'node_modules/.astro'), { recursive: true })
    await pair.assertClean()
    rmSync(pair.outDir, { recursive: true })
    await pair.assertClean()
  })
})
