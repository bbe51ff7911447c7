/** Files read by several threads, and kept between runs, are what each of them is when it is read by itself. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { DEFAULT_DIALECT, type ParseResult } from '../../src/corpus/parse.ts'
import { contentCache } from '../../src/site/cache/folders.ts'
import { listFiles } from '../../src/site/read/list-files.ts'
import { readEntries } from '../../src/site/read/read-entries.ts'
import { readEntry } from '../../src/site/read/read-entry.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import type { Dialect, Settings } from '../../src/corpus/site-config.ts'

/** Every tenth has faults. */
const note = (index: number): string =>
  `---\ntitle: Note ${index}\ntopics: [t${index % 7}]\n${index % 10 === 0 ? FAULTS : ''}---\n[[n${index + 1}|a]] and $x^${index}$.\n`
const FAULTS = 'clam: x\ninquiries: [{inquiry: q, role: suports}]\n'
const folder = contentFolder(
  Object.fromEntries(Array.from({ length: 410 }, (_, index) => [`notes/n${index}.md`, note(index)])),
)

async function assertSameAsOneByOne(
  dialect: Dialect = DEFAULT_DIALECT,
  publish: Settings['publish'] = 'all',
): Promise<void> {
  const paths = listFiles(folder).markdown
  const read = await readEntries(paths, { folder, dialect, publish })
  assert.deepEqual([...read.keys()], paths)
  for (const path of paths) assert.deepEqual(plain(read.get(path)!), readAlone(path, dialect))
}

const plain = ({ parsed, problems }: ParseResult) => ({
  parsed,
  problems: problems.map((each) => [String(each), each.fatal, each.ruleId, each.file, each.reason]),
})

/** Once for each text that a file has. */
function readAlone(path: string, dialect: Dialect): ReturnType<typeof plain> {
  const key = JSON.stringify([path, readFileSync(join(folder, path), 'utf8'), dialect])
  let result = alone.get(key)
  if (result === undefined) alone.set(key, (result = plain(readEntry(path, { folder, dialect })!)))
  return result
}

const alone = new Map<string, ReturnType<typeof plain>>()

test('the first time, and again with what was kept', async () => {
  await assertSameAsOneByOne()
  await assertSameAsOneByOne()
})

test('after a file changed, another came and another went, and once it is what it had been before', async () => {
  write(folder, 'notes/n7.md', note(700))
  write(folder, 'notes/new.md', note(1))
  rmSync(join(folder, 'notes/n8.md'))
  await assertSameAsOneByOne()
  write(folder, 'notes/n7.md', note(7))
  await assertSameAsOneByOne()
})

test('when the files are to be read another way', async () => {
  await assertSameAsOneByOne({ ...DEFAULT_DIALECT, wikilinks: 'label-first' })
})

const stored = (): string =>
  readdirSync(join(contentCache(folder), 'parsed'))
    .map((name) => readFileSync(join(contentCache(folder), 'parsed', name), 'latin1'))
    .join('')

test('when other files are private: what is kept holds nothing of those that are', async () => {
  assert.match(stored(), /Note 20\D/)
  write(folder, 'notes/n20.md', note(20).replace('---\n', '---\ndraft: true\n'))
  for (const publish of ['all', 'marked', 'marked', 'all'] as const) {
    await assertSameAsOneByOne(DEFAULT_DIALECT, publish)
    assert.doesNotMatch(stored(), /Note 20\D/)
    assert.equal(/Note 21\D/.test(stored()), publish === 'all')
  }
})
