/** A topic gets another name in every form in which it is written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { renameTopic } from '../../../src/corpus/rename/rename-topic.ts'
import type { Files } from '../../support/corpus.ts'
import { after, inputOf } from '../../support/renaming.ts'

const made = (files: Files, from: string, to: string) =>
  renameTopic({ input: inputOf(files), dialect: DEFAULT_DIALECT, from, to })

const FILES: Files = {
  'notes/a.md':
    '---\ntopics: [Working memory, "#sleep", working-memory/span]\n---\n#working-memory and #[[working memory]], `#working-memory`\n',
  'notes/b.md': '---\ntags: sleep, working_memory\nclaim: working memory\n---\nWorking memory #Working-Memory/Span.\n',
  'notes/c.md': 'tags:: sleep, [[working memory]]\n\nText.\n',
  'topics/working memory.md': 'What it is.\n',
  'pages/d.md': '[[topics/working memory]]\n',
}

test('in the frontmatter, in tags, in properties, and in the file that says what it is about', () => {
  assert.deepEqual(after(FILES, made(FILES, 'working memory', 'short term')), {
    'notes/a.md':
      '---\ntopics: [short term, "#sleep", short term/span]\n---\n#short-term and #[[short term]], `#working-memory`\n',
    'notes/b.md': '---\ntags: sleep, short term\nclaim: working memory\n---\nWorking memory #short-term/Span.\n',
    'notes/c.md': 'tags:: sleep, [[short term]]\n\nText.\n',
    'topics/short term.md': '---\nredirectFrom: [/topics/working-memory/]\n---\nWhat it is.\n',
    'pages/d.md': '[[topics/short term]]\n',
  })
})

test('the title of its file is renamed where it is the name of the topic, and any other title stays', () => {
  for (const [title, renamed] of [
    ['"Working memory"', '"short term"'],
    ['working memory', 'short term'],
    ['What we hold in mind', 'What we hold in mind'],
  ] as const) {
    const files = { ...FILES, 'topics/working memory.md': `---\ntitle: ${title}\n---\nWhat it is.\n` }
    const renaming = made(files, 'working memory', 'short term')
    assert.equal(
      after(files, renaming)['topics/short term.md'],
      `---\ntitle: ${renamed}\nredirectFrom: [/topics/working-memory/]\n---\nWhat it is.\n`,
    )
  }
})

test('topics are not made one, and what is no topic is said to be none', () => {
  assert.deepEqual(made(FILES, 'working memory', 'Sleep'), {
    refused: ['There is a topic "Sleep" already, and the two would become one. Choose another name.'],
  })
  assert.deepEqual(made(FILES, 'memory', 'x'), { refused: ['No entry has the topic "memory".'] })
  assert.match(JSON.stringify(made(FILES, 'sleep', 'a: b')), /has others/)
  assert.match(JSON.stringify(made(FILES, 'sleep', 'SLEEP')), /the same topic/)
})
