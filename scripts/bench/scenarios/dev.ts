/** Live editing: how long until the first page, and from saving a note to the page that shows it. */
import { setTimeout as wait } from 'node:timers/promises'
import { ourCorpus } from '../corpora.ts'
import { median } from '../measure/statistics.ts'
import { milliseconds, seconds } from '../report/units.ts'
import { startDev } from '../serve/dev-server.ts'
import { untilPageHolds } from '../serve/until.ts'
import { changeFirstWord, notesIn, spread, uniqueWord } from './edit.ts'
import { sizeOf, type Scenario } from './scenario.ts'

const SAVES = 24
/** Saved by hand, never sooner; it lets the server come to rest. */
const BETWEEN_SAVES = 300
const PAUSE = 10

export const dev: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const contentDir = ourCorpus(size, 'dev')
  const notes = spread(notesIn(contentDir), options.rounds ?? SAVES)
  const server = await startDev(contentDir)
  const addressOf = (note: string): string => `${server.url}/${note.replace(/\.md$/, '/')}`
  try {
    say('starting')
    const first = (await untilPageHolds(addressOf(notes[0]!), '</html>', PAUSE)) - server.started
    say(`first page after ${seconds(first / 1000)}; ${notes.length} saves`)
    const saves: number[] = []
    for (const [round, note] of notes.entries()) {
      await wait(BETWEEN_SAVES)
      saves.push(await saveAndSee(contentDir, note, uniqueWord(round), addressOf(note)))
    }
    return report(size, first, saves)
  } finally {
    server.stop()
  }
}

async function saveAndSee(folder: string, note: string, word: string, url: string): Promise<number> {
  const saved = performance.now()
  changeFirstWord(folder, note, word)
  return (await untilPageHolds(url, word, PAUSE)) - saved
}

function report(size: { entries: number }, first: number, saves: readonly number[]): Awaited<ReturnType<Scenario>> {
  return {
    scenario: 'dev',
    method:
      'From the start of the dev server to the last byte of a first page; then notes are saved one by one, each with a word that is ' +
      `nowhere else, and its page is asked for every ${PAUSE} ms until it holds the word.`,
    tables: [
      {
        caption: `${size.entries} entries, ${saves.length} saves`,
        head: ['', 'first page', 'save to page, median', 'most'],
        rows: [['dev', seconds(first / 1000), milliseconds(median(saves)), milliseconds(Math.max(...saves))]],
      },
    ],
    data: { size, firstPage: first, saves },
  }
}
