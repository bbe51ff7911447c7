/** A certainty that changes is part of the history of an answer. One that is stated for the first time is no change. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeChange } from '../../../src/corpus/exports/feed.ts'
import { factsIn } from '../../../src/corpus/history/facts.ts'
import { historyOf } from '../../../src/corpus/history/history.ts'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { render } from '../../../src/corpus/render/render.ts'
import type { InquiryEntry } from '../../../src/corpus/model/entry.ts'
import { wordsFor } from '../../../src/corpus/words/words.ts'
import { linked } from '../../support/corpus.ts'

const PATH = 'inquiries/tides.md'
const written = (certainty: string): string => `---\ntitle: What raises the tides?\n${certainty}---\n`

test('the history says how the certainty changed, and when it was withdrawn', () => {
  const versions = ['', 'certainty: low\n', 'certainty: high\n', '']
  const { corpus } = linked({ [PATH]: written('') })
  const commits = versions.map((_, at) => ({
    hash: String(at),
    date: `2026-03-0${at + 1}T12:00:00Z`,
    files: [{ path: PATH, blob: String(at) }],
  }))
  const log = { commits: commits.toReversed(), isShallow: false, prefix: '' }
  const history = historyOf(corpus, log, ({ blob }) =>
    factsIn({ path: PATH, text: written(versions[Number(blob)]!) }, DEFAULT_DIALECT),
  )
  const entry = render({ ...corpus, history }, corpus.entries.get(PATH)!) as InquiryEntry
  assert.deepEqual(
    entry.history.map((change) => [change.commit, describeChange(change, wordsFor('en'))]),
    [
      ['3', 'Certainty: high → not stated.'],
      ['2', 'Certainty: low → high.'],
      ['0', 'Asked, open.'],
    ],
  )
})
