/** No change in a folder goes unnoticed, whatever happens to the folders in it. */
import assert from 'node:assert/strict'
import { chmodSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { watchFolder } from '../../src/integrations/watch-folder.ts'
import { asNobody, contentFolder, write, type Contents } from '../support/content-folder.ts'

/** The milliseconds after which every change has been reported. */
const SETTLED = 300

/** The paths that are reported when a folder is changed in one step, and then those of a second step. */
async function reportedOf(files: Contents, ...steps: readonly ((folder: string) => void)[]): Promise<string[][]> {
  const folder = contentFolder(files)
  const paths = new Set<string>()
  const close = watchFolder(folder, (file) => paths.add(relative(folder, file)))
  const reported: string[][] = []
  try {
    for (const step of steps) {
      // The watcher hears of all that a step does only once the step is done.
      step(folder)
      await setTimeout(SETTLED)
      reported.push([...paths].sort())
      paths.clear()
    }
  } finally {
    close()
  }
  return reported
}

test('a folder that takes the place of another is followed, as when git changes the branch', async () => {
  const [replaced, written] = await reportedOf(
    { 'a/old.md': 'x', 'a/b/old.md': 'x' },
    (folder) => {
      rmSync(join(folder, 'a'), { recursive: true })
      write(folder, 'a/new.md', 'x')
      write(folder, 'a/b/new.md', 'x')
    },
    (folder) => {
      write(folder, 'a/later.md', 'x')
      write(folder, 'a/b/later.md', 'x')
    },
  )
  for (const path of ['a/old.md', 'a/b/old.md', 'a/new.md', 'a/b/new.md']) assert.ok(replaced!.includes(path), path)
  assert.deepEqual(written, ['a/b/later.md', 'a/later.md'])
})

test('folders that change their names with each other are followed under their new names', async () => {
  const [swapped, written] = await reportedOf(
    { 'a/one.md': 'x', 'b/two.md': 'x' },
    (folder) => {
      renameSync(join(folder, 'a'), join(folder, 'c'))
      renameSync(join(folder, 'b'), join(folder, 'a'))
      renameSync(join(folder, 'c'), join(folder, 'b'))
    },
    (folder) => {
      write(folder, 'a/two.md', 'y')
      write(folder, 'b/one.md', 'y')
    },
  )
  for (const path of ['a/one.md', 'a/two.md', 'b/one.md', 'b/two.md']) assert.ok(swapped!.includes(path), path)
  assert.deepEqual(written, ['a/two.md', 'b/one.md'])
})

test('a folder that may not be read ends nothing, and is followed once it may', async () => {
  const folder = contentFolder({ 'a.md': 'x', 'shut/b.md': 'x' })
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'shut'), 0)
  const paths = new Set<string>()
  const close = await asNobody(() => Promise.resolve(watchFolder(folder, (file) => paths.add(relative(folder, file)))))
  try {
    chmodSync(join(folder, 'shut'), 0o755)
    await setTimeout(SETTLED)
    assert.ok(paths.has('shut/b.md'))
  } finally {
    close()
  }
})
