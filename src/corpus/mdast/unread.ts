/** This file reports what other programs write and this one does not read. */
import type { VFile } from 'vfile'
import type { ProblemRule } from '../problem-rules.ts'

/**
 * Reports that constructs of one kind are not read.
 *
 * @param what The construct as it is written.
 * @param count How many of them the file holds.
 * @param offset The offset of the first one in the file.
 */
export function reportUnread(file: VFile, what: string, count: number, offset: number): void {
  const before = String(file).slice(0, offset)
  const times = count === 1 ? 'once' : `${count} times`
  file.message(
    `${what} stands here ${times} and is not read, because only its own program knows what it shows. ${REMEDY}`,
    {
      place: { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') },
      ruleId: 'construct-unread' satisfies ProblemRule,
    },
  )
}

const REMEDY = 'Write out what it shows, or leave it.'
