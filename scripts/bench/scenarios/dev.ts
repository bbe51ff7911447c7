/**
 * This file measures live editing: the time until the first page, and the time from saving a note to the page that
 * shows it.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { writeOurCorpus } from '../corpora.ts'
import type { CorpusSize } from '../corpus.ts'
import { median } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { formatMilliseconds, formatSeconds } from '../report/units.ts'
import { startDev } from '../serve/dev-server.ts'
import { untilPageHolds } from '../serve/until.ts'
import { changeFirstWord, notesIn, evenlySpaced, uniqueWord } from './edit.ts'
import { sizeOf, type Scenario } from './scenario.ts'

/** This is the number of notes that are saved. */
const SAVES = 24
/** This is the time in milliseconds between the arrival of a page and the next save, because nobody saves sooner. */
const REST = 300
/** This is the time in milliseconds after which a page is asked for again. */
const PAUSE = 10

/** A session is one run of the dev server. */
interface Session {
  /** All times are in milliseconds. */
  readonly firstPage: number
  readonly saves: readonly number[]
}

/** Measures live editing. */
export const dev: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const contentDir = writeOurCorpus(size, 'dev')
  const notes = evenlySpaced(notesIn(contentDir), SAVES)
  say('first start, without any cache')
  ourContestant({ contentDir }).clean()
  const cold = await runSession(contentDir, notes.slice(0, 1))
  say(`second start, then ${notes.length} saves`)
  return report(size, cold, await runSession(contentDir, notes))
}

/** Starts the server, asks for a page, and saves each of the notes. */
async function runSession(contentDir: string, notes: readonly string[]): Promise<Session> {
  const server = await startDev(contentDir)
  const addressOf = (note: string): string => `${server.url}/${note.replace(/\.md$/, '/')}`
  try {
    const firstPage = (await untilPageHolds(addressOf(notes[0]!), '</html>', PAUSE)) - server.started
    const saves: number[] = []
    for (const [round, note] of notes.entries()) {
      await wait(REST)
      saves.push(await timeSave(contentDir, note, uniqueWord(notes.length * 100 + round), addressOf(note)))
    }
    return { firstPage, saves }
  } finally {
    await server.stop()
  }
}

/** Returns the milliseconds from saving a note to the page that shows its new word. */
async function timeSave(folder: string, note: string, word: string, url: string): Promise<number> {
  const saved = performance.now()
  changeFirstWord(folder, note, word)
  return (await untilPageHolds(url, word, PAUSE)) - saved
}

function report(size: CorpusSize, cold: Session, usual: Session): Awaited<ReturnType<Scenario>> {
  const { firstPage, saves } = usual
  return {
    scenario: 'dev',
    method:
      'From the start of the dev server to the last byte of a first page, without caches and then with them; then notes are saved one by ' +
      `one, each with a word that is nowhere else, and its page is asked for every ${PAUSE} ms until it holds the word.`,
    tables: [
      {
        caption: `${size.entries} entries, ${saves.length} saves`,
        head: ['', 'no cache', 'as usual', 'median', 'most'],
        rows: [
          ['start to first page', formatSeconds(cold.firstPage / 1000), formatSeconds(firstPage / 1000)],
          ['save to page', '', '', formatMilliseconds(median(saves)), formatMilliseconds(Math.max(...saves))],
        ],
      },
    ],
    data: { size, cold, usual },
  }
}
