/** The command `rename` on real folders: what it prints, what it writes, and that it writes nothing else. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ROOT, runCommand, type Run } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const FILES = {
  'notes/old.md': '---\ntitle: A\n---\nA claim. [b](b.md)\n',
  'notes/b.md': '\uFEFF---\r\nsupports: "[[old]]"\r\n---\r\nSee [[old|it]].\r\n\r\n#memory\r\n',
  'inquiries/q.md': 'Why? [[old#x]] and [[gone]].\n',
}

const rename = (folder: string, ...args: string[]): Promise<Run> =>
  runCommand({ command: 'rename', args, project: ROOT, env: { CONTENT_DIR: folder, NO_COLOR: '1' } })

const text = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

describe('rename', () => {
  test('counts in words that fit the number', async () => {
    const folder = contentFolder({ 'notes/old.md': 'A claim.\n', 'notes/b.md': '[[old]]\n' })
    const { stderr } = await rename(folder, 'old', 'new', '--no-redirect')
    assert.match(stderr, /^1 file moved, 1 place in 1 file changed\.$/m)
  })

  test('a dry run prints a diff that git applies, and changes nothing', async () => {
    const folder = contentFolder({ ...FILES, 'notes/b.md': FILES['notes/b.md'].replace(/\r|\uFEFF/g, '') })
    const before = treeOf(folder)
    const { stdout, stderr, status } = await rename(folder, 'old', 'new', '--dry-run')
    assert.equal(status, 0, stderr)
    assert.deepEqual(treeOf(folder), before)
    assert.match(stderr, /^1 file moved, 4 places in 3 files would change\.$/m)
    const copy = mkdtempSync(join(tmpdir(), 'throughline-'))
    cpSync(folder, copy, { recursive: true })
    execFileSync('git', ['apply', '--unidiff-zero'], {
      cwd: copy,
      input: stdout,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    })
    await rename(folder, 'old', 'new')
    assert.deepEqual(treeOf(copy), treeOf(folder))
    rmSync(copy, { recursive: true })
  })

  test('every other byte stays: line ends and the mark at the beginning', async () => {
    const folder = contentFolder(FILES)
    const { stdout, status } = await rename(folder, 'notes/old.md', 'notes/new name')
    assert.equal(status, 0)
    assert.equal(
      stdout,
      'notes/old.md → notes/new name.md\nchanged inquiries/q.md\nchanged notes/b.md\nchanged notes/old.md\n',
    )
    assert.equal(text(folder, 'notes/b.md'), FILES['notes/b.md'].replaceAll('[[old', '[[new name'))
    assert.equal(
      text(folder, 'notes/new name.md'),
      '---\ntitle: A\nredirectFrom: [/notes/old/]\n---\nA claim. [b](b.md)\n',
    )
    assert.equal(text(folder, 'inquiries/q.md'), 'Why? [[new name#x]] and [[gone]].\n')
  })

  test('a topic is renamed, and names that are not there or not free are refused', async () => {
    const folder = contentFolder(FILES)
    assert.equal((await rename(folder, '#memory', 'recall')).status, 0)
    assert.match(text(folder, 'notes/b.md'), /#recall\r\n$/)
    const before = treeOf(folder)
    const unknown = await rename(folder, 'notes/oldd', 'new')
    assert.deepEqual(
      [unknown.status, unknown.stderr],
      [2, 'No entry and no topic is called "notes/oldd". Did you mean "old"?\n'],
    )
    const taken = await rename(folder, 'old', 'b')
    assert.deepEqual(
      [taken.status, taken.stderr],
      [1, 'There is a file notes/b.md already. Choose another name.\nNothing was changed.\n'],
    )
    assert.equal((await rename(folder, 'old')).status, 2)
    assert.deepEqual(treeOf(folder), before)
  })
})
