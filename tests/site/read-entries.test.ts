/** Files read by several threads, and kept between runs, are what each of them is when it is read by itself. */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Dialect } from '../../src/corpus/model.ts'
import { DEFAULT_DIALECT } from '../../src/corpus/parse.ts'
import { listFiles } from '../../src/site/listing.ts'
import { readEntries } from '../../src/site/read-entries.ts'
import { readEntry } from '../../src/site/read-entry.ts'
import { contentFolder, write } from './build.ts'

const note = (index: number): string =>
  `---\ntitle: Note ${index}\ntopics: [t${index % 7}]\nclam: x\ninquiries: [{inquiry: q, role: suports}]\n---\n[[n${index + 1}|a]] and $x^${index}$.\n`
const folder = contentFolder(
  Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`notes/n${index}.md`, note(index)])),
)

async function sameAsOneByOne(dialect: Dialect = DEFAULT_DIALECT): Promise<void> {
  const paths = listFiles(folder).markdown
  const read = await readEntries(paths, { folder, dialect })
  assert.deepEqual([...read.keys()], paths)
  for (const path of paths) {
    const { parsed, problems } = readEntry(path, { folder, dialect })!
    assert.deepEqual(read.get(path)!.parsed, parsed)
    assert.deepEqual(read.get(path)!.problems.map(String), problems.map(String))
    assert.deepEqual(
      read.get(path)!.problems.map(({ fatal, ruleId, file, reason }) => [fatal, ruleId, file, reason]),
      problems.map(({ fatal, ruleId, file, reason }) => [fatal, ruleId, file, reason]),
    )
  }
}

test('the first time, and again with what was kept', async () => {
  await sameAsOneByOne()
  await sameAsOneByOne()
})

test('after a file changed, came, went, and was what it had been before', async () => {
  write(folder, 'notes/n7.md', note(700))
  await sameAsOneByOne()
  write(folder, 'notes/new.md', note(1))
  rmSync(join(folder, 'notes/n8.md'))
  await sameAsOneByOne()
  write(folder, 'notes/n7.md', note(7))
  await sameAsOneByOne()
})

test('when the files are to be read another way', async () => {
  await sameAsOneByOne({ ...DEFAULT_DIALECT, wikilinks: 'label-first' })
  await sameAsOneByOne()
})
