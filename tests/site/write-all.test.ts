/** Files that are made and written in batches, by a worker thread where there are many. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { writeAll } from '../../src/build/write-all.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-write-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

for (const count of [0, 1, 100, 950])
  test(`${count} files`, async () => {
    const to = join(folder, String(count))
    await writeAll(numbers(count), (number) => [join(to, `${number % 7}/${number}.txt`), String(number)])
    const names =
      count === 0 ? [] : readdirSync(to, { recursive: true, encoding: 'utf8' }).filter((each) => /\.txt$/.test(each))
    assert.equal(names.length, count)
    for (const name of names) assert.equal(`${readFileSync(join(to, name), 'utf8')}.txt`, name.replace(/^.*[\\/]/, ''))
  })

test('bytes are written as they are, whether or not others have their buffer', async () => {
  const to = join(folder, 'bytes')
  const shared = new TextEncoder().encode('0123456789')
  const bytes = (number: number): Uint8Array =>
    number % 2 === 0 ? new TextEncoder().encode(`é${number}`) : shared.subarray(number % 10, (number % 10) + 1)
  await writeAll(numbers(950), (number) => [join(to, `${number}.txt`), bytes(number)])
  for (const number of numbers(950)) {
    const expected = number % 2 === 0 ? `é${number}` : String(number % 10)
    assert.equal(readFileSync(join(to, `${number}.txt`), 'utf8'), expected)
  }
})

test('a file that cannot be written is told, though more files are made meanwhile, and ends it', async () => {
  const inTheWay = join(folder, 'file')
  writeFileSync(inTheWay, '')
  let made = 0
  const make = async (number: number): Promise<readonly [string, string]> => {
    made++
    // The event loop turns while the next files are made.
    await setTimeout(1)
    return [number === 0 ? join(inTheWay, 'a.txt') : join(folder, `more/${number}.txt`), '']
  }
  await assert.rejects(writeAll(numbers(950), make), /EEXIST|ENOTDIR/)
  assert.ok(made < 950, String(made))
})

test('a file that cannot be made ends it, and is told', async () => {
  const make = (number: number): readonly [string, string] => {
    if (number === 5) throw new RangeError('five')
    return [join(folder, `five/${number}.txt`), '']
  }
  await assert.rejects(writeAll(numbers(10), make), { message: 'five' })
})
