/** The sites of `examples/`, each built as its readers would, and what `docs/customise.md` promises of them. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { filesIn, pathWithin } from '../../src/site/files-in.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { nightly } from '../support/runs.ts'
import { treeOf } from '../support/tree.ts'

const EXAMPLES = join(ROOT, 'examples')

const run = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/throughline.mjs'), ...args], {
    cwd: folder,
    env: environment(''),
    encoding: 'utf8',
  })

const copyOf = (name: string): string => contentFolder({}, join(EXAMPLES, name))

function build(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(folder, 'build', ...args)
  assert.equal(status, 0, stdout + stderr)
  return stdout
}

const page = (folder: string, path: string): string => readFileSync(join(folder, 'dist', path), 'utf8')
const styles = (folder: string): string =>
  filesIn(join(folder, 'dist/_astro'))
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('')

test('examples/plain-vault is built as it is', nightly, () => {
  const folder = copyOf('plain-vault')
  assert.match(build(folder), /^3 files read: 3 entries, 0 drafts, 0 skipped; 0 errors, 0 warnings\./m)
  assert.match(page(folder, 'notes/spacing-and-memory/index.html'), /href="\/notes\/ideas\/open-questions\/#gaps"/)
})

test('examples/separate-content is built by the commands of its workflow', () => {
  const folder = copyOf('separate-content')
  const workflow = readFileSync(join(folder, '.github/workflows/site.yml'), 'utf8')
  const commands = [...workflow.matchAll(/\$THROUGHLINE (\w+)/g)].map(([, name]) => name!)
  assert.deepEqual(commands, ['check', 'build'])
  for (const command of commands) assert.equal(run(folder, command).status, 0)
  assert.match(page(folder, 'inquiries/how-to-space-study/index.html'), /https:\/\/example\.org\/memory\/inquiries/)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  assert.ok(workflow.includes(`throughline@${version}`))
})

/** A folder for temporary files that has no folder at all in common with the engine. */
const ELSEWHERE = [tmpdir(), '/var/tmp'].find((folder) => folder.split('/')[1] !== ROOT.split('/')[1])

describe('examples/customised', () => {
  const folder = contentFolder({}, join(EXAMPLES, 'customised'), ELSEWHERE)
  // Files of the owner that the build would make too, one that only the root of a host has, and an icon.
  write(folder, 'public/llms.txt', 'Nothing for machines.\n')
  write(folder, 'public/.well-known/security.txt', 'Contact: mailto:ann@example.org\nExpires: 2030-01-01T00:00:00Z\n')
  write(folder, 'public/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n')

  test('has its colours, its page, its component and its file', () => {
    assert.match(build(folder), /0 errors, 0 warnings/)
    assert.match(styles(folder), /--paper:light-dark\(#fffdf5,#101820\)/)
    assert.match(page(folder, 'index.html'), /<meta name="theme-color" content="#101820"/)
    assert.match(page(folder, 'contact/index.html'), /Ann Example answers letters\./)
    const inquiry = page(folder, 'inquiries/how-to-space-study/index.html')
    assert.match(inquiry, /Made in Leiden\./)
    // The engine's component, which the owner's shows, keeps its style.
    const [, scope = 'none'] = /<footer (data-astro-cid-\w+)>/.exec(inquiry) ?? []
    assert.ok(styles(folder).includes(`footer[${scope}]{`))
    assert.match(page(folder, 'robots.txt'), /Allow/)
    assert.equal(page(folder, 'llms.txt'), 'Nothing for machines.\n')
    assert.match(page(folder, '.well-known/security.txt'), /^Contact: /)
    assert.ok(existsSync(join(folder, 'dist/licences.txt')))
  })

  test('has its icon, and none of the pictures that the engine made of its own', () => {
    for (const name of ['favicon.ico', 'apple-touch-icon.png', 'icon-192.png'])
      assert.ok(!existsSync(join(folder, 'dist', name)), name)
    const { icons } = JSON.parse(page(folder, 'manifest.webmanifest')) as { icons: { src: string }[] }
    assert.deepEqual(
      icons.map(({ src }) => src),
      ['/favicon.svg'],
    )
    assert.doesNotMatch(page(folder, 'index.html'), /apple-touch-icon|favicon\.ico/)
  })

  test('has its field on the page, in the JSON and in the search, and its plugin in the text', () => {
    assert.match(page(folder, 'notes/gap-grows-with-retention/index.html'), /Study design: review/)
    assert.match(page(folder, 'notes/gap-grows-with-retention/index.html'), /best interval between sessions was/)
    const { own } = JSON.parse(page(folder, 'notes/gap-grows-with-retention.json')) as { own: unknown }
    assert.deepEqual(own, [
      {
        ...{ name: 'design', label: 'Study design', text: 'review', values: ['review'] },
        ...{ isShown: true, isSearchable: true },
      },
    ])
    assert.match(page(folder, 'search/index.html'), /<select name="field-design">[^]*?<option value="review">review</)
    const schema = JSON.parse(run(folder, 'schema', 'note').stdout) as { definitions: Record<string, object> }
    assert.deepEqual(schema.definitions['design'], {
      description: 'Study design',
      enum: ['experiment', 'survey', 'review'],
    })
    assert.match(run(folder, 'schema', 'inquiry').stdout, /"contested",\s*"in review"/)
    write(folder, 'content/notes/wrong.md', '---\ntitle: Wrong\ndesign: guess\n---\n')
    write(folder, 'content/inquiries/other.md', '---\ntitle: Other?\ndesign: review\n---\n')
    const { status, stdout } = run(folder, 'check')
    assert.equal(status, 1)
    assert.match(
      stdout,
      /^content\/notes\/wrong\.md:3:9 error The field "design" is wrong: Invalid option: .+\(field-value\)$/m,
    )
    assert.match(stdout, /^content\/inquiries\/other\.md:3:1 warning The field "design" is not read\./m)
    for (const file of ['notes/wrong.md', 'inquiries/other.md']) rmSync(join(folder, 'content', file))
  })

  test('reads its fields in threads too, and reads them anew when their schemas change', nightly, () => {
    const config = readFileSync(join(folder, 'throughline.config.ts'), 'utf8')
    for (let number = 0; number < 400; number++)
      write(folder, `content/notes/many/${number}.md`, `---\ntitle: Note ${number}\ndesign: review\n---\n`)
    assert.match(run(folder, 'check').stderr, /0 errors, 0 warnings/)
    write(folder, 'throughline.config.ts', config.replace("'review'", "'essay'"))
    assert.match(run(folder, 'check').stderr, /401 errors, 0 warnings/)
    write(folder, 'throughline.config.ts', config)
    rmSync(join(folder, 'content/notes/many'), { recursive: true })
  })

  test('is in docs/customise.md as it is here', () => {
    const text = readFileSync(join(ROOT, 'docs/customise.md'), 'utf8')
    const snippets = [...text.matchAll(/^```(?:css|astro|ts|yaml)\n([^]*?)^```$/gm)].map(([, code = '']) => code)
    const files = filesIn(folder)
      .filter((file) => /\.(css|astro|ts|yaml)$/.test(file) && !/[/\\](dist|\.throughline)[/\\]/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
    for (const snippet of snippets)
      assert.ok(
        files.some((file) => file.includes(snippet)),
        snippet,
      )
  })

  test('has the same site after a change as one that is built anew', nightly, () => {
    write(folder, 'theme.css', ':root {\n  --paper: light-dark(#fff, #000);\n}\n')
    // A component without a style of its own, which shows the engine's.
    const engine = "---\nimport SiteFooter from 'throughline/components/SiteFooter.astro'\n---\n"
    write(folder, 'src/my/SiteFooter.astro', `${engine}<p>Made in Delft.</p>\n<SiteFooter />\n`)
    assert.match(build(folder), /page code: bundled/)
    const kept = treeOf(join(folder, 'dist'))
    assert.match(page(folder, 'notes/gap-grows-with-retention/index.html'), /Made in Delft\./)
    assert.match(page(folder, 'index.html'), /<meta name="theme-color" content="#fff"/)
    build(folder, '--fresh')
    assert.deepEqual(treeOf(join(folder, 'dist')), kept)
    assert.match(build(folder), /page code: kept/)
    assert.deepEqual(treeOf(join(folder, 'dist')), kept)
  })

  test('may have a page in the place of one of the engine, and no entry at the address of a page', nightly, () => {
    write(folder, 'src/pages/index.astro', '<p>My own beginning.</p>\n')
    write(folder, 'content/pages/contact.md', '---\ntitle: Contact\n---\nHello.\n')
    const { stderr } = run(folder, 'check')
    assert.match(stderr + run(folder, 'check').stdout, /The address \/contact\/ is taken by a page of the site/)
    build(folder)
    assert.match(page(folder, 'index.html'), /My own beginning\./)
    assert.match(page(folder, 'contact/index.html'), /answers letters/)
    assert.ok(
      pathWithin(folder, join(folder, 'dist/contact-2/index.html')) && existsSync(join(folder, 'dist/contact-2')),
    )
  })

  test('says in a sentence what is wrong with its configuration', nightly, () => {
    /** A check says the same as a build, and so does the doctor, which finds nothing else. */
    const saysOf = (text: string): string => {
      write(folder, 'throughline.config.ts', text)
      const [built, checked, examined] = [['build', '--fresh'], ['check'], ['doctor', '--json']].map((args) =>
        run(folder, ...args),
      )
      const sentence = built!.stderr.trim().split('\n').at(-1)!
      assert.deepEqual([built!.status, checked!.status, examined!.status], [2, 2, 1])
      assert.equal(checked!.stderr.trim(), sentence)
      const [, , found] = JSON.parse(examined!.stdout) as { about: string; state: string; says: string }[]
      assert.deepEqual([found?.about, found?.state, found?.says], ['configuration', 'error', sentence])
      return sentence
    }
    assert.match(saysOf('export default {'), /^throughline\.config\.ts cannot be loaded: /)
    assert.equal(
      saysOf("export default { components: { SiteFoter: './x.astro' } }\n"),
      'throughline.config: the engine has no component SiteFoter. Did you mean "SiteFooter"?',
    )
    assert.match(saysOf("export default { components: { SiteFooter: './x.astro' } }\n"), /\.\/x\.astro.+is not there/)
    assert.equal(
      saysOf("export default { component: { SiteFooter: './x.astro' } }\n"),
      'throughline.config: there is no setting "component". Did you mean "components"?',
    )
    const field = (name: string): string =>
      `import { z } from 'throughline/config'\nexport default { fields: { ${name}: { label: 'L', schema: z.string() } } }\n`
    assert.match(saysOf(field('Tags')), /the engine has a field "topics", which may be written "Tags"\. Take another/)
  })
})
