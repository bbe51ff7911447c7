/** The guide: all documents of the project as a site that Throughline builds, in which every link leads somewhere. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { guideText } from '../../scripts/guide/guide-text.ts'
import { addressOf, CHAPTERS } from '../../scripts/guide/site/src/chapters.ts'
import { writeGuide } from '../../scripts/guide/write-guide.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { elements, pagesOf } from '../support/html.ts'

test('links lead to pages of the guide, or leave their words', () => {
  const text =
    '[a](docs/a.md#x), [`b`](src/b.ts), [c](https://e.org), [d](#d) and `[e](src/e.ts)`\n\n```\n[f](src/f.ts)\n```\n' +
    '<picture>\n  <source srcset="docs/dark.jpg">\n  <img src="docs/p.jpg" alt="P">\n</picture>\n'
  assert.equal(
    guideText('README.md', text, new Set(['docs/a.md'])),
    '[a](a.md#x), `b`, [c](https://e.org), [d](#d) and `[e](src/e.ts)`\n\n```\n[f](src/f.ts)\n```\n![P](/docs/p.jpg)\n',
  )
  assert.equal(guideText('docs/b.md', '![P](screenshots/p.jpg)', new Set()), '![P](/docs/screenshots/p.jpg)')
  assert.equal(guideText('docs/b.md', '[s](../README.md)', new Set(['README.md'])), '[s](start.md)')
})

test('it may be published below another site, and the workflow that does so calls scripts that there are', () => {
  const folder = contentFolder({})
  writeGuide(folder, 'https://example.org/project/guide')
  const settings = parse(readFileSync(join(folder, 'content/site.yaml'), 'utf8')) as { url?: string }
  assert.equal(settings.url, 'https://example.org/project/guide')
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/guide.yml'), 'utf8')) as {
    jobs: { publish: { steps: { run?: string }[] } }
  }
  const called = workflow.jobs.publish.steps.flatMap(({ run = '' }) => /^npm run (\S+)/.exec(run)?.[1] ?? [])
  assert.deepEqual(called, ['build', 'guide'])
  for (const name of called) assert.ok(name in scripts, name)
})

describe('the guide', () => {
  const folder = contentFolder({})
  writeGuide(folder)
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'src/cli/throughline.mjs'), ...args], {
      cwd: folder,
      env: environment(''),
      encoding: 'utf8',
    })

  test('has every document', () => {
    const all = globSync(['*.md', 'docs/*.md'], { cwd: ROOT }).sort()
    assert.deepEqual(CHAPTERS.flatMap(({ documents }) => documents).sort(), all)
  })

  test('has no problem', () => {
    const { status, stdout, stderr } = run('check')
    assert.equal(status, 0, stdout)
    assert.match(stderr, /; 0 errors, 0 warnings\./, stdout)
  })

  test('is built, and every link of it leads to a page, a file or a heading that is there', () => {
    const { status, stderr } = run('build', '--no-search')
    assert.equal(status, 0, stderr)
    const dist = join(folder, 'dist')
    const pages = pagesOf(dist)
    for (const { documents } of CHAPTERS)
      for (const document of documents) assert.ok(pages.has(addressOf(document)), document)
    assert.match(pages.get('/guide/start/')!, /<img [^>]*src="\/attachments\/docs\/screenshots\//)
    const ids = new Map(
      [...pages].map(([at, html]) => [
        at,
        new Set(elements(html, ({ properties }) => 'id' in properties).map(({ properties }) => properties.id)),
      ]),
    )
    const missing = [...pages].flatMap(([at, html]) =>
      elements(html, ({ tagName }) => tagName === 'a').flatMap(({ properties: { href } }) => {
        const url = new URL(typeof href === 'string' ? href : '', `https://site${at}`)
        if (url.host !== 'site' || url.pathname === '/search/') return []
        const [path, id] = [decodeURI(url.pathname), decodeURIComponent(url.hash.slice(1))]
        const isThere = pages.has(path) ? id === '' || ids.get(path)!.has(id) : existsSync(join(dist, path))
        return isThere ? [] : [`${at}: ${url.pathname}${url.hash}`]
      }),
    )
    assert.deepEqual(missing, [])
  })
})
