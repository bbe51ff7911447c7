/** A change in the code that the pages of the development server share with it reaches them without a restart. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startDev } from '../../scripts/bench/serve/dev-server.ts'
import { untilPageHolds } from '../../scripts/bench/serve/until.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { copyProject } from '../support/copy-project.ts'
import { nightly } from '../support/runs.ts'

test('code of the site that changes in dev is loaded anew, and so is content after that', nightly, async () => {
  const project = copyProject('dev-code')
  const content = contentFolder({ 'inquiries/shade.md': '---\ntitle: Does shade help?\n---\nIt does.\n' })
  const server = await startDev(content, project)
  const list = `${server.url}/llms.txt`
  try {
    await untilPageHolds(`${server.url}/inquiries/shade/`, 'It does.', 50)
    write(content, 'inquiries/shade.md', '---\ntitle: Does shade help?\n---\nIt did.\n')
    await untilPageHolds(`${server.url}/inquiries/shade/`, 'It did.', 50)
    await untilPageHolds(list, '## Inquiries', 50)
    const code = join(project, 'src/corpus/exports/llms.ts')
    writeFileSync(code, readFileSync(code, 'utf8').replace("'Inquiries'", "'All questions'"))
    await untilPageHolds(list, '## All questions', 50)
    write(content, 'inquiries/shade.md', '---\ntitle: Does shade help?\n---\nIt will.\n')
    await untilPageHolds(`${server.url}/inquiries/shade/`, 'It will.', 50)
    const page = await (await fetch(`${server.url}/inquiries/shade/`)).text()
    assert.doesNotMatch(page, /It did\./)
  } finally {
    await server.stop()
  }
})
