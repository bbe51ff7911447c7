/** A site that several builds make, a share each, and that is joined from them. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { inShards } from '../../src/corpus/search/shards.ts'
import { hasPart, isInShare, parseShare, ShareError } from '../../src/site/share.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { nightly } from '../support/runs.ts'
import { run } from '../support/site.ts'
import { differences, treeOf, type Tree } from '../support/tree.ts'

const folder = mkdtempSync(join(ROOT, 'tests/.output/shares-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const GARDEN = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden/\nhistory: off\n',
  'references.bib': [1, 2, 3]
    .map((n) => `@book{lee${n}, title={Moss ${n}}, author={Lee, Ann}, year=202${n}}`)
    .join('\n'),
  'pages/about.md': '---\ntitle: About\n---\nThis garden, and ![a dot](../dot.png).\n',
  'dot.png': PICTURE,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((n) => [
      [
        `inquiries/shade-${n}.md`,
        `---\ntitle: Does shade of kind ${n} help?\ntopics: [shade]\n---\nIt [[moss-${n}|does]], says [@lee${(n % 3) + 1}].\n`,
      ],
      [
        `notes/moss-${n}.md`,
        `---\ntitle: Moss ${n} likes shade\nclaim: Moss grows.\nsource: lee${(n % 3) + 1}\n` +
          `inquiries: [shade-${n}]\ntopics: [moss, été ${n}]\n---\nIt does, as [[moss-${(n % 5) + 1}]] does.\n`,
      ],
    ]),
  ),
}
const content = contentFolder(GARDEN)

/** Builds a share, or all of the site, and returns the path of its folder. */
async function build(name: string, args: readonly string[] = [], of = content): Promise<string> {
  const { status, stdout, stderr } = await run('build', ['--outDir', at(name), ...args], of)
  assert.equal(status, 0, stdout + stderr)
  return at(name)
}

const joinInto = (name: string, ...folders: readonly string[]): ReturnType<typeof run> =>
  run('join', ['--outDir', at(name), ...folders], content)

const buildShares = async (of: number, args: readonly string[] = []): Promise<string[]> => {
  const folders: string[] = []
  for (let number = 1; number <= of; number++)
    folders.push(await build(`share-${number}-of-${of}${args.join('')}`, ['--shard', `${number}/${of}`, ...args]))
  return folders
}

describe('shares', () => {
  let whole: Tree
  let [two, three]: string[][] = []
  before(async () => {
    whole = treeOf(await build('whole'))
    two = await buildShares(2)
    three = await buildShares(3)
  })

  test('are joined to the site that one build makes, to the byte and in any order', async () => {
    for (const folders of [two!, three!.toReversed(), await buildShares(1)]) {
      if (folders.length === 1) {
        // The only share of one is all of the site.
        assert.deepEqual(differences(treeOf(folders[0]!), whole), [])
        continue
      }
      const { status, stdout, stderr } = await joinInto(`joined-${folders.length}`, ...folders)
      assert.equal(status, 0, stderr)
      assert.match(stdout, new RegExp(`^${folders.length} shares, \\d+ files\\. Joined`))
      assert.deepEqual(differences(treeOf(at(`joined-${folders.length}`)), whole), [])
    }
  })

  test('hold each page once', () => {
    const pages = three!.flatMap((each) => [...treeOf(each).keys()].filter((path) => /\.(html|md|csv|bib)$/.test(path)))
    assert.equal(new Set(pages).size, pages.length)
    assert.deepEqual(
      pages.sort(),
      [...whole.keys()].filter((path) => /\.(html|md|csv|bib)$/.test(path)),
    )
    for (const each of three!)
      assert.ok(
        [...treeOf(each).keys()].some((path) => /^notes\/.*\.html$/.test(path)),
        each,
      )
  })

  test('without search are joined to the site without search', nightly, async () => {
    const site = treeOf(await build('whole-quiet', ['--no-search']))
    const { status, stderr } = await joinInto('joined-quiet', ...(await buildShares(2, ['--no-search'])))
    assert.equal(status, 0, stderr)
    assert.deepEqual(differences(treeOf(at('joined-quiet')), site), [])
  })

  test('are refused where they do not make up one site, and the site stays as it was', async () => {
    const other = contentFolder({ ...GARDEN, 'notes/moss-1.md': '---\ntitle: Moss 1 likes stone\n---\n' })
    const foreign = await build('foreign', ['--shard', '2/2'], other)
    const quiet = await build('quiet', ['--shard', '2/2', '--no-search'])
    const site = at('joined-3')
    const before = treeOf(site)
    assert.ok(before.size > 0)
    const cases: [RegExp, string[]][] = [
      [/^Name the folders of the shares/, []],
      [/^Share 2\/2 is missing\./, [two![0]!]],
      [/^Share 1\/3 is missing\./, three!.slice(1)],
      [/share-1-of-2 is share 1\/2, and so is .*share-1-of-2\. /, [...two!, two![0]!]],
      [/is share 1\/2, and .* is share 2\/3\. /, [two![0]!, three![1]!]],
      [/were built from different content/, [two![0]!, foreign]],
      [/different content, or only one with a search index/, [two![0]!, quiet]],
      [/whole has no share of a site\./, [two![0]!, at('whole')]],
    ]
    for (const [message, folders] of cases) {
      const { status, stderr } = await joinInto('joined-3', ...folders)
      assert.match(stderr, message)
      assert.match(stderr, /Nothing was joined\.$/m)
      assert.equal(status, 1)
    }
    assert.deepEqual(differences(treeOf(site), before), [])
  })

  test('of other code, that lack a file, or that differ in a file of both are refused', async () => {
    const [first, second] = two!
    const record = join(second!, '.throughline-share.json')
    const written = readFileSync(record, 'utf8')
    writeFileSync(record, written.replace(/"code":"[^"]*"/, '"code":"other"'))
    assert.match((await joinInto('refused', first!, second!)).stderr, /built with different code, packages or Node/)
    writeFileSync(record, written)
    const icon = join(second!, 'favicon.svg')
    const drawn = readFileSync(icon, 'utf8')
    writeFileSync(icon, drawn.toUpperCase())
    assert.match((await joinInto('refused', first!, second!)).stderr, /favicon\.svg differ\. Build both shares again/)
    rmSync(icon)
    assert.match(
      (await joinInto('refused', first!, second!)).stderr,
      /favicon\.svg is missing\. Build share 2\/2 again/,
    )
    writeFileSync(icon, drawn)
    assert.equal(treeOf(at('refused')).size, 0)
  })

  test('follow changes of the content, as a whole site does', async () => {
    write(
      content,
      'notes/moss-2.md',
      '---\ntitle: Moss 2 likes rain\nsource: lee1\ninquiries: [shade-1]\n---\nIt does.\n',
    )
    const site = treeOf(await build('whole'))
    // With this option, Astro bundles and renders the pages itself.
    for (const folders of [await buildShares(2), await buildShares(2, ['--fresh'])]) {
      const { status, stderr } = await joinInto('joined-2', ...folders)
      assert.equal(status, 0, stderr)
      assert.deepEqual(differences(treeOf(at('joined-2')), site), [])
    }
  })

  test('may become a whole site in the same folder', async () => {
    assert.deepEqual(differences(treeOf(await build('share-1-of-2')), treeOf(at('whole'))), [])
  })
})

test('a share is a number of so many', async () => {
  assert.deepEqual(parseShare('2/4'), { number: 2, of: 4 })
  for (const wrong of ['', '2', '0/2', '3/2', '-1/2', '1/0', '1/2/3', 'a/b', '1/99999']) {
    assert.throws(() => parseShare(wrong), ShareError)
  }
  const { status, stderr } = await run('build', ['--shard', '5/4', '--outDir', at('never')], content)
  assert.match(stderr, /^--shard says which share of how many is built, as in 2\/4, and it is "5\/4"\./)
  assert.equal(status, 1)
})

test('an entry and its record in the search index are in the same share, where the parts can be divided evenly', () => {
  const records = Array.from({ length: 24_000 }, (_, index) => ({ url: `/notes/n${index}/` }))
  const share = { number: 3, of: 4 }
  for (const [part, shard] of inShards(records).entries())
    for (const { url } of shard) assert.equal(isInShare(share, { address: url }), hasPart(share, part))
})
