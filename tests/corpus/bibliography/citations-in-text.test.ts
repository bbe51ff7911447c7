/**
 * Citations in the text, line by line next to Pandoc. What Pandoc gave is recorded; `scripts/compare-citations.ts`
 * records it anew, and `docs/bibliography.md` has the reasons of all differences.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { citedByUs, LINES, RECORDED } from '../../support/citation-lines.ts'

const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Readonly<Record<string, readonly string[]>>

/** What is shown where Pandoc shows something else. */
const ELSE: Readonly<Record<string, string>> = {
  '[@doe99{p. 12a, with more}, and so on]': '(Doe, 1999, p. 12a, with more, and so on)',
  '[@doe99; @nokey]': '(Doe, 1999; @nokey)',
  '(@doe99)': '(Doe (1999))',
  '[@doe99 chap. 4]': '(Doe, 1999, Chapter 4)',
  '[@doe99, chap. 4, sec. 2]': '(Doe, 1999, Chapter 4, sec. 2)',
  '[@DOE99]': '(Doe, 1999)',
  '[ @doe99 ]': '(Doe, 1999)',
  '[@doe99, see [@roe2000]]': '(Doe, 1999, see (Roe & Poe, 2000))',
}
/** A key that no work has is shown as it was written. */
const UNKNOWN: Readonly<Record<string, string>> = {
  '[@nokey]': '(@nokey)',
  'the handle @someone said': 'the handle @someone said',
  '[@fig:x]': '(@fig:x)',
  'see @fig:y here': 'see @fig:y here',
  'see @sec:intro': 'see @sec:intro',
}

describe('in APA:', () => {
  for (const [index, line] of LINES.entries())
    test(line, () => {
      const right = ELSE[line] ?? UNKNOWN[line] ?? recorded['APA']![index]
      assert.equal(citedByUs(line, APA), right)
    })
})
