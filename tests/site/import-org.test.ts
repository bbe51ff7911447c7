/** The command `import` on notes of org-roam, with the Pandoc of this machine. Without one, only that is said. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

const run = (content: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/start.ts'), ...args], {
    cwd: ROOT,
    env: { ...environment(content), ...env },
    encoding: 'utf8',
  })

const A = `:PROPERTIES:
:ID:       aaaa-1111
:ROAM_REFS: @lee2020
:END:
#+title: A note: on spacing
#+filetags: :memory:

*Bold* and [[id:bbbb-2222][another note]], [[id:dddd-4444]] and [[https://example.org][web]]. [[file:pic.png]]

\\(x^2\\), $y_1$, [cite:@lee2020 p. 3], H_{2}O, an inline note[fn:: With a [[id:bbbb-2222][link]].].

#+include: "../secret.txt"

* TODO A heading :tag1:
:PROPERTIES:
:ID:       dddd-4444
:END:
- [X] done

| a | b |
|---+---|
| [[id:bbbb-2222][w]] | 2 |

* COMMENT Hidden
:PROPERTIES:
:ID:       hidden-1
:END:
Not exported.
`
const NOTES = {
  'secret.txt': 'SECRET\n',
  'notes/20210305123456-a.org': A,
  'notes/sub/b.org': `:PROPERTIES:\n:ID: bbbb-2222\n:END:\n#+title: B\n[[id:dddd-4444][there]] [[id:hidden-1][hidden]] [[file:../20210305123456-a.org][up]]\n`,
  'notes/pic.png': 'not really\n',
  'notes/.git/x.org': '#+title: Not this\n',
}

describe('notes of org-roam', { skip: !hasPandoc }, () => {
  const folder = contentFolder({
    'site.yaml': '',
    'references.bib': '@book{lee2020, title={T}, author={Lee, A}, year={2020}}\n',
  })
  const notes = join(contentFolder(NOTES), 'notes')

  test('a dry run writes nothing', () => {
    const before = treeOf(folder)
    const { status, stdout, stderr } = run(folder, ['import', notes, '--dry-run'])
    assert.equal(status, 0, stderr)
    assert.equal(stdout, 'would write  A note on spacing.md\nwould write  B.md\nwould copy  pic.png\n')
    assert.deepEqual(treeOf(folder), before)
  })

  test('become files whose links all lead on, with the pictures that they show', () => {
    const { status, stderr } = run(folder, ['import', notes])
    assert.equal(status, 0, stderr)
    assert.match(stderr, /^Only Emacs makes something of these, so they are left out: include 1\.$/m)
    assert.equal(
      readFileSync(join(folder, 'A note on spacing.md'), 'utf8'),
      `---
title: "A note: on spacing"
topics: [memory, tag1]
source: [lee2020]
---
**Bold** and [[B|another note]], [[A note on spacing#^dddd-4444]] and [web](https://example.org). ![](pic.png)

$x^2$, $y_1$, [@lee2020 p. 3], H<sub>2</sub>O, an inline note[^1].

# TODO A heading ^dddd-4444

-   [x] done

| a                | b   |
|------------------|-----|
| [[B\\|w]] | 2   |

[^1]: With a [[B|link]].
`,
    )
    assert.equal(
      readFileSync(join(folder, 'B.md'), 'utf8'),
      '[[A note on spacing#^dddd-4444|there]] [[A note on spacing|hidden]] [[A note on spacing|up]]\n',
    )
    assert.ok(existsSync(join(folder, 'pic.png')))
    const checked = run(folder, ['check'])
    assert.doesNotMatch(checked.stdout, / error /)
  })

  test('a second run changes nothing, and a third follows what changed and keeps what was edited', () => {
    const before = treeOf(folder)
    const again = run(folder, ['import', notes])
    assert.deepEqual([again.status, again.stdout], [0, ''])
    assert.deepEqual(treeOf(folder), before)
    write(folder, 'B.md', 'Mine.\n')
    write(notes, 'sub/b.org', NOTES['notes/sub/b.org'].replace('there', 'elsewhere'))
    write(notes, '20210305123456-a.org', A.replace('*Bold*', '/Italic/'))
    const third = run(folder, ['import', notes])
    assert.equal(third.stdout, 'written  A note on spacing.md\n')
    assert.match(third.stderr, /^kept {5}B\.md: /m)
    assert.equal(readFileSync(join(folder, 'B.md'), 'utf8'), 'Mine.\n')
  })
})

test('without Pandoc, a sentence says what to install', () => {
  const [folder, notes] = [contentFolder({ 'site.yaml': '' }), contentFolder({ 'a.org': '* A\n' })]
  const { status, stderr } = run(folder, ['import', notes], { PATH: '/nowhere' })
  assert.equal(status, 2)
  assert.match(
    stderr,
    /^Notes of Org are converted by Pandoc, which is not installed\. Install it from https:\/\/pandoc\.org/m,
  )
  assert.match(run(folder, ['import', 'gone.org']).stderr, /^There is no file gone\.org\.$/m)
})
