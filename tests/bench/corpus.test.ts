/** The corpus that speed is measured on is what the figures say it is. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { generateCorpus } from '../../scripts/bench/corpus.ts'
import { wordCount } from '../../scripts/bench/corpus/body.ts'
import { entriesOf, type Corpus } from '../../scripts/bench/corpus/model.ts'
import { throughlineFiles } from '../../scripts/bench/corpus/throughline.ts'

const ENTRIES = 600
const made = generateCorpus({ seed: 1, entries: ENTRIES })
const filesOf = (content: Corpus) => [...throughlineFiles(content)]
const linksOf = (body: string): string[] => Array.from(body.matchAll(/\[\[([^\]|]+)/g), ([, id]) => id!)

describe('a corpus', () => {
  test('is the same, byte for byte, for the same seed and size', () => {
    assert.deepEqual(filesOf(generateCorpus({ seed: 1, entries: ENTRIES })), filesOf(made))
  })

  test('is another for another seed', () => {
    const other = new Set(filesOf(generateCorpus({ seed: 2, entries: 20 })).map(({ text }) => text))
    const same = filesOf(generateCorpus({ seed: 1, entries: 20 })).filter(({ text }) => other.has(text))
    assert.deepEqual(
      same.map(({ path }) => path),
      ['site.yaml'],
    )
  })

  test('has a file for every entry, the settings and the bibliography, each with a name of its own', () => {
    assert.equal(new Set(filesOf(made).map(({ path }) => path)).size, ENTRIES + 2)
  })

  test('is one tenth inquiries, with 17 works for 100 entries', () => {
    assert.equal(made.inquiries.length, ENTRIES / 10)
    assert.equal(made.notes.length, ENTRIES - ENTRIES / 10)
    assert.equal(made.works.length, Math.round(ENTRIES * 0.17))
  })

  test('has some 400 words an entry, 1,200 an inquiry and 310 a note', () => {
    const mean = (bodies: readonly { body: string }[]): number =>
      bodies.reduce((sum, { body }) => sum + wordCount(body), 0) / bodies.length
    const near = (value: number, goal: number): void => {
      assert.ok(Math.abs(value / goal - 1) < 0.07, `${value} words, not some ${goal}`)
    }
    near(mean(entriesOf(made)), 400)
    near(mean(made.inquiries), 1_200)
    near(mean(made.notes), 310)
  })

  test('cites twelve notes in every inquiry, all of which declare that they serve it', () => {
    const notes = new Map(made.notes.map((note) => [note.id, note]))
    for (const { id, body } of made.inquiries) {
      const cited = linksOf(body)
      assert.equal(new Set(cited).size, 12)
      for (const each of cited) assert.ok(notes.get(each)?.inquiries.some(({ inquiry }) => inquiry === id))
    }
  })

  test('links only to entries and works that there are', () => {
    const ids = new Set(entriesOf(made).map(({ id }) => id))
    const keys = new Set(made.works.map(({ key }) => key))
    for (const { body } of entriesOf(made)) for (const id of linksOf(body)) assert.ok(ids.has(id), id)
    for (const { next } of made.inquiries) for (const { inquiry } of next) assert.ok(ids.has(inquiry), inquiry)
    for (const { source } of made.notes) assert.ok(keys.has(source), source)
  })

  test('uses words as unevenly as people do: few make up much of the text, many come once', () => {
    const counts = [...wordCounts(made).values()].sort((a, b) => b - a)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const head = counts.slice(0, 100).reduce((sum, count) => sum + count, 0) / total
    const once = counts.filter((count) => count === 1).length / counts.length
    assert.ok(head > 0.3 && head < 0.6, `100 words are ${head} of the text`)
    assert.ok(once > 0.15 && once < 0.6, `${once} of the words come once`)
  })
})

function wordCounts(content: Corpus): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { body } of entriesOf(content))
    for (const [word] of body.toLowerCase().matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
