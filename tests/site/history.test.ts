/** When answers changed, read from a real repository. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { toString } from 'hast-util-to-string'
import { rehype } from 'rehype'
import { describeChange } from '../../src/corpus/exports/feed.ts'
import { wordsFor } from '../../src/corpus/words/words.ts'
import type { InquiryEntry } from '../../src/corpus/model/entry.ts'
import { contentCache } from '../../src/site/cache/folders.ts'
import { Site } from '../../src/site/site.ts'
import { write } from '../support/content-folder.ts'
import { elements } from '../support/html.ts'
import { buildSite } from '../support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-history-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const git = (at: string, ...args: string[]): string =>
  execFileSync('git', ['-C', at, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...WHO },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
const WHO = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
}

let day = 0
function commit(message: string): string {
  git(folder, 'add', '--all')
  process.env['GIT_COMMITTER_DATE'] = `2026-03-${String(++day).padStart(2, '0')}T12:00:00Z`
  git(folder, 'commit', '--quiet', '--message', message)
  return git(folder, 'rev-parse', 'HEAD').trim()
}

const inquiry = (fields: string, body = 'An essay.'): string => `---\ntitle: Why?\n${fields}\n---\n${body}\n`
const note = (title: string, fields: string): string => `---\ntitle: ${title}\n${fields}\n---\nWords.\n`

git(folder, 'init', '--quiet', '--initial-branch=main')
write(folder, 'README.md', 'The content is in a folder of its own.')
const content = join(folder, 'garden')
write(content, 'site.yaml', 'title: History\nrepository: https://github.com/ann/garden.git\nlanguage: en-GB\n')
write(content, 'inquiries/q.md', inquiry('draft: true\nanswer: Canary, not to be seen.'))
commit('A draft')
write(content, 'inquiries/q.md', inquiry('status: open\nanswer: Nobody knows.'))
write(content, 'notes/a.md', note('First', 'inquiries: q'))
const asked = commit('Asked')
write(content, 'inquiries/q.md', inquiry('status: open\nanswer: Nobody knows.', 'An essay, reworded.'))
commit('Mere words')
write(content, 'notes/b.md', note('Second', 'inquiries: [{inquiry: q, role: disputes}]'))
write(content, 'notes/hidden.md', note('Canary', 'draft: true\ninquiries: q'))
const disputed = commit('More evidence')
renameSync(join(content, 'inquiries/q.md'), join(content, 'inquiries/why.md'))
write(content, 'inquiries/why.md', inquiry('status: open\nanswer: Nobody knows.\naliases: q', 'An essay, reworded.'))
write(content, 'notes/hidden.md', note('Canary', 'draft: true\ninquiries: why'))
commit('Renamed')
write(content, 'inquiries/why.md', inquiry('status: settled\nanswer: Because.\naliases: q', 'An essay, reworded.'))
write(content, 'notes/a.md', note('First', 'inquiries: [{inquiry: why, role: qualifies}]'))
const settled = commit('Settled')
rmSync(join(content, 'notes/b.md'))
const last = commit('Evidence gone')

const open = async (at: string): Promise<InquiryEntry> => (await Site.open(at)).collection('inquiry')[0]!.open()

test('an answer changed when its words, its status or its evidence did, through a renaming, and never says a word of a draft', async () => {
  const entry = await open(content)
  assert.deepEqual(
    entry.history.map(({ commit, ...change }) => [commit, describeChange({ commit, ...change }, wordsFor('en'))]),
    [
      // What is not public any more is not named: the second note is gone.
      [settled, 'Status: open → settled. The answer now: Because. bears on it → qualifies: First.'],
      [asked, 'Asked, open. Nobody knows.'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(entry), /canary/i)
  assert.equal(entry.historySince, undefined)
  assert.ok(![disputed, last].includes(entry.revision!.commit))
})

test('the cache holds no word of a version that was private, and no name of an entry that is', async () => {
  await open(content)
  const facts = readFileSync(join(contentCache(content), 'facts.json'), 'utf8')
  assert.match(facts, /Nobody knows/)
  assert.doesNotMatch(facts, /canary|hidden/i)
})

test('evidence that is public today is told of from the day it came', async () => {
  git(folder, 'revert', '--no-edit', last)
  const entry = await open(content)
  const byCommit = new Map(entry.history.map((change) => [change.commit, describeChange(change, wordsFor('en'))]))
  assert.equal(byCommit.get(disputed), 'New, disputes: Second.')
  assert.equal(byCommit.get(last), 'Gone, disputes: Second.')
  git(folder, 'reset', '--hard', '--quiet', last)
})

test('every entry is pinned to the commit that last touched it, and to the file as it was then', async () => {
  const { revision } = await open(content)
  assert.equal(revision?.commit, settled)
  assert.equal(revision.href, `https://github.com/ann/garden/blob/${settled}/garden/inquiries/why.md`)
})

test('in a clone that is cut off, what is left is told, with the day it begins', async () => {
  const shallow = join(folder, '../', `${folder.split('/').at(-1)}-shallow`)
  try {
    git(folder, 'clone', '--quiet', '--depth', '2', `file://${folder}`, shallow)
    const entry = await open(join(shallow, 'garden'))
    assert.equal(entry.historySince, '2026-03-06')
    assert.equal(entry.history.length, 1)
  } finally {
    rmSync(shallow, { recursive: true, force: true })
  }
})

test('history: off says nothing; neither does a folder in no repository', async () => {
  write(content, 'site.yaml', 'title: History\nhistory: off\n')
  const entry = await open(content)
  git(folder, 'checkout', '--quiet', '--', '.')
  assert.deepEqual([entry.history, entry.revision], [[], undefined])
})

test('the page and its feed show it', async () => {
  const { status, dist, stderr } = await buildSite('history', content)
  assert.equal(status, 0, stderr)
  const html = readFileSync(join(dist, 'inquiries/why/index.html'), 'utf8')
  const [section] = elements(html, ({ properties }) => properties.ariaLabelledBy?.toString() === 'history')
  const text = toString(section!).replace(/\s+/g, ' ')
  assert.match(
    text,
    /6 March 2026.*Status: open → settled.*bears on it.*qualifies.*First.*Nobody knows\..*Because\..*2 March 2026.*Asked, open/,
  )
  // The field has the same as a thin line, with what came and went by role.
  const [line] = elements(
    html,
    ({ properties: { className } }) => Array.isArray(className) && className[0] === 'changes',
  )
  assert.equal(toString(line!).replace(/\s+/g, ' ').trim(), '2 March 2026 asked 6 March 2026 settled +1 −1')
  const atom = rehype()
    .data('settings', { fragment: true })
    .parse(readFileSync(join(dist, 'inquiries/why.atom'), 'utf8'))
  const entries = elements(atom, ({ tagName }) => tagName === 'entry').map((entry) =>
    toString(entry).replace(/\s+/g, ' '),
  )
  assert.equal(entries.length, 2)
  assert.match(entries[0]!, /2026-03-06T12:00:00.*Status: open → settled\./)
})
