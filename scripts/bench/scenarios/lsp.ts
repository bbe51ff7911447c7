/** This file measures how long an editor waits for the language server, over standard input and output. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CodeLensRequest, DocumentSymbolRequest, RenameRequest } from 'vscode-languageserver/node'
import { Editor } from '../../../tests/support/lsp-client.ts'
import { writeOurCorpus } from '../corpora.ts'
import { percentile } from '../measure/statistics.ts'
import { formatMilliseconds, formatSeconds } from '../report/units.ts'
import { evenlySpaced, notesIn, uniqueWord } from './edit.ts'
import type { Scenario } from './scenario.ts'

/** This is the number of times that an editor asks for each thing. */
const ASKED = 100
/** This is the number of times for what takes long. */
const SELDOM = 5
/** This is the time in milliseconds after which the server links everything, and some more. */
const PAUSE = 320

/** `Times` are milliseconds by what was asked for. */
type Times = Record<string, number[]>

/** Measures the server at each number of entries. */
export const lsp: Scenario = async ({ seed, entries = [1_000, 10_000], rounds = ASKED }, say) => {
  const sizes: { entries: number; start: number; times: Times }[] = []
  for (const size of entries) {
    const folder = writeOurCorpus({ entries: size, seed }, 'lsp')
    say(`${size} entries: first start, which fills the cache`)
    await (await started(folder)).editor.end()
    say(`${size} entries: ${rounds} of each`)
    const { editor, start } = await started(folder)
    sizes.push({ entries: size, start, times: await measure(editor, rounds) })
    await editor.end()
  }
  const names = Object.keys(sizes[0]!.times)
  return {
    scenario: 'lsp',
    method:
      `A client over standard input and output, ${rounds} times each (what takes long, ${SELDOM} times), p50 and p95. Each change ` +
      'breaks a link in another note, and ends when the editor is told. The next requests come at once after such a change.',
    tables: [
      {
        caption: 'An editor waits',
        head: ['', ...sizes.flatMap(({ entries: size }) => [`${size}, p50`, 'p95'])],
        rows: [
          ['start to first answer', ...sizes.flatMap(({ start }) => [formatSeconds(start / 1000), ''])],
          ...names.map((name) => [
            name,
            ...sizes.flatMap(({ times }) =>
              [0.5, 0.95].map((share) => formatMilliseconds(percentile(times[name]!, share))),
            ),
          ]),
        ],
      },
    ],
    data: sizes,
  }
}

/** Starts a server and waits for its first answer. */
async function started(folder: string): Promise<{ editor: Editor; start: number }> {
  const begun = performance.now()
  const editor = await Editor.open(folder)
  const textDocument = { uri: editor.uri(notesIn(folder)[0]!) }
  await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })
  return { editor, start: performance.now() - begun }
}

async function measure(editor: Editor, rounds: number): Promise<Times> {
  const times: Times = {}
  const time = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    const begun = performance.now()
    await run()
    times[name] = [...(times[name] ?? []), performance.now() - begun]
  }
  const notes = evenlySpaced(notesIn(editor.folder), rounds)
  for (const [round, note] of notes.entries()) {
    const text = readFileSync(join(editor.folder, note), 'utf8')
    const [, inquiry = ''] = /inquiry: (\S+)/.exec(text) ?? []
    await time('a change to what is wrong in the file', () => breakLink(editor, note, text, uniqueWord(round)))
    await time('completion of a link', () => editor.completion(note, `${text}\n[[${inquiry.slice(0, 3)}█`))
    await time('hover', () => editor.hover(note, `${text}\n[[${inquiry}█]]`))
    await time('definition', () => editor.definition(note, `${text}\n[[${inquiry}█]]`))
    await time('references', () => editor.references(note, `${text}\n[[${inquiry}█]]`))
    const textDocument = { uri: editor.uri(note) }
    await time('evidence above the text', () => editor.connection.sendRequest(CodeLensRequest.type, { textDocument }))
    await editor.close(note)
  }
  for (const [round, note] of evenlySpaced(notes, SELDOM).entries()) {
    const text = readFileSync(join(editor.folder, note), 'utf8')
    await breakLink(editor, note, text, uniqueWord(rounds + round))
    await wait(PAUSE)
    await time('a request while everything is linked', () => editor.hover(note, `${text}█`))
    const at = await editor.writeAt(note, `${text}█`)
    await time('renaming a note', () =>
      editor.connection.sendRequest(RenameRequest.type, { ...at, newName: `new-${round}` }),
    )
    await editor.close(note)
    await wait(PAUSE)
  }
  return times
}

async function breakLink(editor: Editor, note: string, text: string, word: string): Promise<void> {
  await editor.write(note, `${text}\n[[${word}]]\n`)
  await editor.until(() => editor.said(note).some((each) => each.includes(word)))
}
