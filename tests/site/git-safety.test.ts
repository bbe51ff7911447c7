/**
 * Git is asked about folders that strangers write to. It runs no program that they name, is led nowhere else, fetches
 * nothing, and where it cannot answer, the site is built without a history and says so.
 */
import assert from 'node:assert/strict'
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readBlobs } from '../../src/site/read/git.ts'
import { MAX_BYTES } from '../../src/site/read/content-folder.ts'
import { repositoryOf, runGit } from '../../src/site/read/run-git.ts'
import { Site } from '../../src/site/site.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { commit, git, Markers, repository } from '../support/git-repository.ts'
import { buildSite } from '../support/site.ts'

const inquiry = (answer: string): string => `---\ntitle: Why?\nstatus: open\nanswer: ${answer}\n---\nAn essay.\n`
const SETTINGS = 'title: Garden\n'
const TWO_STATES = [
  { 'garden/site.yaml': SETTINGS, 'garden/inquiries/q.md': inquiry('Nobody knows.') },
  { 'garden/inquiries/q.md': inquiry('Because.') },
] as const
const BOTH_ANSWERS = ['Because.', 'Nobody knows.']

/** The answers that the history of the only inquiry tells of, newest first, and what is said of the history. */
async function historyOf(content: string): Promise<{ answers: string[]; said: string[] }> {
  const site = await Site.open(content)
  const { history } = site.collection('inquiry')[0]!.open()
  return {
    answers: history.map(({ answer }) => answer?.to ?? ''),
    said: site.problems.flatMap(({ ruleId, reason }) => (ruleId === 'history-unavailable' ? [reason] : [])),
  }
}

const WHOLE = { answers: BOTH_ANSWERS, said: [] }

/** Runs something with other variables of the environment, and sets them back. */
async function withEnvironment<T>(variables: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    return await run()
  } finally {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
}

/** Makes a folder that has a program of the name `git` in it, which is all that is on the path. */
function fakeGit(script: string): Readonly<Record<string, string>> {
  const folder = contentFolder({ git: `#!/bin/sh\n${script}\n` })
  chmodSync(join(folder, 'git'), 0o755)
  return { PATH: folder }
}

describe('a content folder that has the files of a bare repository in it', () => {
  const markers = new Markers()
  const bare = (config: string): Record<string, string> => ({
    HEAD: 'ref: refs/heads/main\n',
    config,
    'objects/keep': '',
    'refs/keep': '',
  })
  const config = (): string =>
    `[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = ${markers.program('fsmonitor')}\n`

  test('has the history of the repository around it', async () => {
    const folder = repository(...TWO_STATES)
    const content = join(folder, 'garden')
    for (const [path, text] of Object.entries(bare(config()))) write(content, path, text)
    commit(folder, '2026-03-03T12:00:00Z')
    assert.deepEqual(await historyOf(content), WHOLE)
    assert.deepEqual(markers.ran(), [])
  })

  test('has no history where it is in no repository, and there is nothing to say of that', async () => {
    const content = contentFolder({ 'site.yaml': SETTINGS, 'inquiries/q.md': inquiry('Because.'), ...bare(config()) })
    assert.equal(repositoryOf(content), undefined)
    assert.deepEqual(await historyOf(content), { answers: [], said: [] })
    assert.deepEqual(markers.ran(), [])
  })
})

test('a `.git` that is no repository does not lead to one further up', async () => {
  const content = join(repository(...TWO_STATES), 'garden')
  mkdirSync(join(content, '.git'))
  const { answers, said } = await historyOf(content)
  assert.deepEqual(answers, [])
  assert.match(said.join('\n'), /^No answer has a history, because git failed \(not a git repository/)
})

describe('a repository that names programs', () => {
  const markers = new Markers()
  const folder = repository(...TWO_STATES)
  // A commit that says it is signed makes git ask gpg.
  const signed = git(folder, ['cat-file', 'commit', 'HEAD']).replace(
    /\n\n/,
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n none\n -----END PGP SIGNATURE-----\n\n',
  )
  git(folder, ['update-ref', 'HEAD', git(folder, ['hash-object', '-t', 'commit', '-w', '--stdin'], `${signed}\n`)])
  write(folder, '.git/info/attributes', '*.md diff=words filter=words\n')
  for (const [name, program] of Object.entries({
    'core.fsmonitor': 'fsmonitor',
    'core.pager': 'pager',
    'core.sshCommand': 'ssh',
    'diff.external': 'external-diff',
    'diff.words.command': 'diff-driver',
    'diff.words.textconv': 'textconv',
    'filter.words.smudge': 'smudge',
    'filter.words.clean': 'clean',
    'gpg.program': 'gpg',
  }))
    git(folder, ['config', name, markers.program(program)])
  git(folder, ['config', 'log.showSignature', 'true'])
  git(folder, ['config', 'core.hooksPath', join(markers.program('post-checkout'), '..')])

  test('is one whose programs git runs when nothing keeps it from that', () => {
    for (const args of [['log'], ['log', '-p', '--ext-diff'], ['status'], ['checkout', '--quiet', '--detach']])
      try {
        git(folder, args)
      } catch {
        // The programs fail, and git with some of them.
      }
    const ran = markers.ran()
    for (const name of ['fsmonitor', 'gpg']) assert.ok(ran.includes(name), `${name} is among ${ran.join(', ')}`)
  })

  test('is read, and none of them runs', async () => {
    assert.deepEqual(await historyOf(join(folder, 'garden')), WHOLE)
    assert.deepEqual(markers.ran(), [])
  })

  test('may be named by the environment, which names none for us', async () => {
    const other = repository({ 'garden/inquiries/q.md': inquiry('Elsewhere.') })
    const environment = {
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_OBJECT_DIRECTORY: join(other, '.git/objects'),
      GIT_INDEX_FILE: join(other, '.git/index'),
      GIT_NAMESPACE: 'elsewhere',
      GIT_EXTERNAL_DIFF: markers.program('external-diff'),
      GIT_PAGER: markers.program('pager'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: markers.program('fsmonitor'),
    }
    assert.deepEqual(await withEnvironment(environment, () => historyOf(join(folder, 'garden'))), WHOLE)
    assert.deepEqual(markers.ran(), [])
  })
})

describe('a history is that of the real commits', () => {
  test('whatever stands in for one of them', async () => {
    const folder = repository(...TWO_STATES)
    const content = join(folder, 'garden')
    const tree = git(folder, ['rev-parse', 'HEAD^{tree}'])
    git(folder, ['replace', 'HEAD', git(folder, ['commit-tree', '-m', 'No parent', tree])])
    assert.deepEqual(await historyOf(content), WHOLE)
  })

  test('whatever a graft says of their parents', async () => {
    const folder = repository(...TWO_STATES)
    write(folder, '.git/info/grafts', `${git(folder, ['rev-parse', 'HEAD'])}\n`)
    assert.deepEqual(await historyOf(join(folder, 'garden')), WHOLE)
  })

  for (const date of ['', 'yesterday', '1099511627776 +0000'])
    test(`and one that was made at "${date}" is an error of git, not of the build`, async () => {
      const folder = repository(...TWO_STATES)
      const text = git(folder, ['cat-file', 'commit', 'HEAD']).replace(/^(committer .*>).*$/m, `$1 ${date}`)
      const made = git(folder, ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], `${text}\n`)
      git(folder, ['update-ref', 'HEAD', made])
      const { answers, said } = await historyOf(join(folder, 'garden'))
      assert.deepEqual(answers, [])
      assert.equal(said.length, 1)
      assert.ok(said[0]!.startsWith(`No answer has a history, because git cannot say when commit ${made} was made. `))
    })

  test('but for versions that are too large to be read', async () => {
    const folder = repository({ 'small.md': 'small', 'large.md': 'x'.repeat(MAX_BYTES + 1) })
    const idOf = (path: string): string => git(folder, ['rev-parse', `HEAD:${path}`])
    const ids = [idOf('small.md'), idOf('large.md'), '0'.repeat(40)]
    const blobs = await readBlobs(repositoryOf(folder)!, ids)
    assert.deepEqual([...blobs], [[ids[0], 'small']])
  })
})

describe('where git has no answer, the site is built and says so once:', () => {
  const NO_ANSWER = 'No answer has a history, because git '
  const folder = repository(...TWO_STATES)
  const content = join(folder, 'garden')

  test('no git', async () => {
    const { answers, said } = await withEnvironment({ PATH: contentFolder({}) }, () => historyOf(content))
    assert.deepEqual(answers, [])
    assert.equal(said.length, 1)
    assert.ok(said[0]!.startsWith(`${NO_ANSWER}is not installed. `), said[0])
  })

  test('a git that takes too long, and one whose own child does', async () => {
    for (const script of ['exec /bin/sleep 20', '/bin/sleep 2'])
      await withEnvironment(fakeGit(script), () =>
        assert.rejects(runGit({ root: folder, prefix: '' }, ['log'], { timeLimit: 100 }), /took too long/),
      )
  })

  test('a git that does not stop talking', () =>
    withEnvironment(fakeGit('while :; do echo and; done'), () =>
      assert.rejects(runGit({ root: folder, prefix: '' }, ['log'], { outputLimit: 1000 }), /had too much to say/),
    ))

  test('a git that fails with a warning before its reason', () =>
    withEnvironment(fakeGit('echo warning: one >&2; echo fatal: two >&2; exit 128'), () =>
      assert.rejects(runGit({ root: folder, prefix: '' }, ['log']), /failed \(two\)/),
    ))

  test('a repository of another user', { skip: process.getuid?.() !== 0 }, async () => {
    const own = repository(...TWO_STATES)
    for (const path of ['', '.git']) chownSync(join(own, path), 65534, 65534)
    // The user who runs the tests may trust every repository.
    const { answers, said } = await withEnvironment({ HOME: contentFolder({}) }, () => historyOf(join(own, 'garden')))
    assert.deepEqual(answers, [])
    assert.equal(said.length, 1)
    assert.ok(said[0]!.startsWith(`${NO_ANSWER}does not trust the repository, because another user owns it. `), said[0])
  })

  test('a clone that is cut off', async () => {
    const clone = contentFolder({})
    git(clone, ['clone', '--quiet', '--depth', '1', `file://${folder}`, '.'])
    const { answers, said } = await historyOf(join(clone, 'garden'))
    assert.deepEqual(answers, ['Because.'])
    assert.deepEqual(said.length, 1)
    assert.match(said[0]!, /^Answers have only part of their history, because this clone was cut off\. /)
  })

  test('a clone without earlier texts, for which nothing is fetched', async () => {
    const markers = new Markers()
    git(folder, ['config', 'uploadpack.allowFilter', 'true'])
    const clone = contentFolder({})
    git(clone, ['clone', '--quiet', '--filter=blob:none', `file://${folder}`, '.'])
    // What a fetch would run on the other side, which is this machine.
    git(clone, ['config', 'remote.origin.uploadpack', markers.program('upload-pack')])
    const objects = (): string[] =>
      readdirSync(join(clone, '.git/objects'), { recursive: true, encoding: 'utf8' }).sort()
    const before = objects()
    const { answers, said } = await historyOf(join(clone, 'garden'))
    assert.deepEqual(answers, [])
    assert.equal(said.length, 1)
    assert.ok(
      said[0]!.startsWith(`${NO_ANSWER}does not have the earlier versions, because the clone was made with a filter`),
    )
    assert.deepEqual([objects(), markers.ran()], [before, []])
  })

  test('and every page is there', async () => {
    const clone = contentFolder({})
    git(clone, ['clone', '--quiet', '--filter=blob:none', `file://${folder}`, '.'])
    const { status, stdout, stderr } = await buildSite('git-safety', join(clone, 'garden'))
    assert.equal(status, 0, stderr)
    assert.equal(`${stdout}${stderr}`.split('(history-unavailable)').length, 2)
  })
})
