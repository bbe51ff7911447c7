/** What the documents of the project name is there: files of the code, and pages and headings of one another. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'
import GithubSlugger from 'github-slugger'
import { ROOT } from '../support/commands.ts'

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]

/** Code blocks hold examples, which name files that a reader may not have. */
const textOf = (document: string): string =>
  readFileSync(join(ROOT, document), 'utf8').replace(/^ *(`{3,})[^]*?^ *\1/gm, '')

/** In `code`: a path in one of the project's own folders with no part to be filled in. Tests make `tests/.output`. */
const PATH = /`((?!tests\/\.output)(?:src|tests|scripts|docs|\.github)\/[^`<*{ ]*)`/g
const LINK = /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g

function headingsOf(document: string): string[] {
  const slugger = new GithubSlugger()
  return [...textOf(document).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugger.slug(heading))
}

for (const document of DOCUMENTS)
  describe(document, () => {
    const text = textOf(document)

    test('names files that are there', () => {
      const missing = [...text.matchAll(PATH)].flatMap(([, path = '']) => (existsSync(join(ROOT, path)) ? [] : [path]))
      assert.deepEqual(missing, [])
    })

    test('links to files and headings that are there', () => {
      const missing = [...text.replace(/`[^`\n]*`/g, '').matchAll(LINK)].flatMap(([whole, path = '', heading]) => {
        const target = path === '' ? document : relative(ROOT, join(ROOT, dirname(document), path))
        const isThere =
          existsSync(join(ROOT, target)) && (heading === undefined || headingsOf(target).includes(heading))
        return isThere ? [] : [whole]
      })
      assert.deepEqual(missing, [])
    })
  })

test('docs/architecture.md lists the rooms of the core in the order that lint holds', async () => {
  const { CORPUS_ORDER } = (await import('../../.dependency-cruiser.mjs')) as { CORPUS_ORDER: readonly string[] }
  const table = /### Inside the corpus\n([^]*?)\n## /.exec(textOf('docs/architecture.md'))![1]!
  const rooms = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.split(', '))
  assert.deepEqual(
    rooms.map((room) => room.replace(/[`/]/g, '')),
    CORPUS_ORDER,
  )
})
