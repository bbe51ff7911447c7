/** The content folder on disk may hold anything. What is not read is said, with the reason, and costs nothing else. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { isMarkdown } from '../../src/corpus/names/file-path.ts'
import { decode } from '../../src/site/read/decode.ts'
import { readFile } from '../../src/site/read/content-folder.ts'
import { listFiles } from '../../src/site/read/list-files.ts'
import { report, summary } from '../../src/site/report.ts'
import { Site } from '../../src/site/site.ts'
import { said } from '../support/corpus.ts'
import { asNobody, contentFolder, write } from '../support/content-folder.ts'

const groups = ({ problems }: Pick<Site, 'problems'>): string[] =>
  problems.map((problem) => `${problem.file ?? ''}:${said(problem)}`)

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

async function siteOf(files: Readonly<Record<string, string | Buffer>>): Promise<Site> {
  const site = await Site.open(contentFolder(files))
  for (const kind of ['inquiry', 'note', 'page'] as const) for (const entry of site.collection(kind)) entry.open()
  return site
}

const titlesOf = (site: Site): string[] => site.collection('note').map((entry) => entry.open().title)
const htmlOf = (site: Site, slug: string): string =>
  site
    .collection('note')
    .find((entry) => entry.slug === slug)!
    .open().html

describe('bytes', () => {
  test('a mark at the beginning and any line ends make no difference', async () => {
    const text = '---\ntitle: Marked\ntopics: [a]\ninquiries: nothing\n---\nOne [[gone]].\n\n## Two\n'
    const forms = {
      bom: `\uFEFF${text}`,
      crlf: text.replaceAll('\n', '\r\n'),
      cr: text.replaceAll('\n', '\r'),
      mixed: `\uFEFF${text.replace(/\n/g, '\r\n').replace('\r\n', '\r')}`,
    }
    const site = await siteOf(Object.fromEntries(Object.entries(forms).map(([name, form]) => [`${name}.md`, form])))
    assert.deepEqual(titlesOf(site), ['Marked', 'Marked', 'Marked', 'Marked'])
    for (const name of Object.keys(forms)) {
      assert.deepEqual(
        groups(site)
          .filter((line) => line.startsWith(`${name}.md`))
          .map((line) => /:\d+:\d+ \w+ [\w-]+/.exec(line)![0]),
        [':4:12 warning inquiry-unknown', ':6:5 warning link-missing'],
      )
      assert.match(htmlOf(site, name), /<h2 id="two">Two<\/h2>/)
    }
  })

  test('a draft with lone carriage returns stays one', async () => {
    const site = await siteOf({
      'x.md': '---\rdraft: true\r---\rsecret',
      'y.md': '\uFEFF---\rdraft: true\r---\rsecret',
    })
    assert.deepEqual(site.fileCounts, { read: 2, entries: 0, drafts: 2, skipped: 0 })
  })

  test('what is no UTF-8 is replaced and reported at its position, in the frontmatter and in the body', async () => {
    const site = await siteOf({
      'front.md': Buffer.concat([Buffer.from('---\ntitle: né'), Buffer.from([0xe9]), Buffer.from('\n---\nText.')]),
      'body.md': Buffer.concat([
        Buffer.from('One.\r\nTwo '),
        Buffer.from([0xff, 0x20, 0xfe]),
        Buffer.from('\r\n'),
        Buffer.from([0xc3]),
        Buffer.from('\nFour.'),
      ]),
    })
    assert.deepEqual(groups(site), [
      'body.md:2:5 warning encoding Bytes here are no UTF-8; each is shown as "\uFFFD". Lines like it: 2. Save the file as UTF-8.',
      'front.md:2:10 warning encoding Bytes here are no UTF-8; each is shown as "\uFFFD". Save the file as UTF-8.',
    ])
    assert.deepEqual(titlesOf(site), ['body', 'né\uFFFD'])
    assert.equal(htmlOf(site, 'body'), '<p>One.\nTwo \uFFFD \uFFFD\n\uFFFD\nFour.</p>')
  })

  test('so is a NUL, and the frontmatter around it is read', async () => {
    const site = await siteOf({ 'nul.md': '---\ntitle: a\0b\nclaim: c\n---\nx\0\n' })
    assert.deepEqual(groups(site), [
      'nul.md:2:9 warning encoding Bytes here are NUL; each is shown as "\uFFFD". Lines like it: 2. Save the file as UTF-8.',
    ])
    const [note] = site.collection('note').map((entry) => entry.open())
    assert.deepEqual([note?.title, note?.claim, note?.html], ['a\uFFFDb', 'c', '<p>x\uFFFD</p>'])
  })

  test('UTF-16 is read, a draft in it stays one, and it is said', async () => {
    const text = '---\ntitle: Wide\n---\nWords.\n'
    const site = await siteOf({
      'le.md': utf16(text),
      'be.md': utf16(text, true),
      'bare.md': utf16(text).subarray(2),
      'draft.md': utf16('---\ndraft: true\n---\nsecret'),
    })
    assert.deepEqual(titlesOf(site), ['Wide', 'Wide', 'Wide'])
    assert.equal(site.fileCounts.drafts, 1)
    assert.equal(groups(site).length, 4)
    assert.match(groups(site)[1]!, /^be\.md:1:1 warning encoding This file is UTF-16BE\. /)
  })

  test('whatever the bytes, the position is one of the file', () => {
    for (const bytes of [
      [0xff],
      [0],
      [0xef, 0xbb, 0xbf, 0xff],
      [0xef, 0xbb],
      [0x0d, 0xff],
      [0x0a, 0],
      [0xf0, 0x9f, 0x98, 0x80, 0xff],
    ]) {
      const { text, problems } = decode('x.md', Buffer.from(bytes))
      const { line = 0, column = 0 } = problems[0]!
      assert.ok(column >= 1 && column <= (text.split('\n')[line - 1]?.length ?? 0), `${bytes.join()} ${line}:${column}`)
    }
    assert.equal(decode('x.md', Buffer.from([0xf0, 0x9f, 0x98, 0x80, 0xff])).problems[0]?.column, 3)
  })
})

describe('what is not read is reported with the reason:', () => {
  const outside = contentFolder({ 'secret.md': 'top secret', 'folder/secret.md': 'top secret' })

  test('links to files and folders, out of the content folder and within it, and links to nothing', async () => {
    const folder = contentFolder({ 'notes/a.md': 'See [[linked]] and [[inner]].', 'notes/b.md': 'B.' })
    symlinkSync(join(outside, 'secret.md'), join(folder, 'notes/linked.md'))
    symlinkSync(join(outside, 'folder'), join(folder, 'folder'))
    symlinkSync(join(folder, 'notes/b.md'), join(folder, 'notes/inner.md'))
    symlinkSync(join(folder, 'notes'), join(folder, 'again'))
    symlinkSync(folder, join(folder, 'notes/round'))
    symlinkSync('nothing', join(folder, 'nothing.png'))
    symlinkSync(join(outside, 'secret.md'), join(folder, 'site.yaml'))
    symlinkSync(join(outside, 'secret.md'), join(folder, 'references.bib'))
    const site = await Site.open(folder)
    assert.deepEqual(
      groups(site).map((line) => line.replace(/(followed)\..*/, '$1')),
      [
        'again',
        'folder',
        'notes/inner.md',
        'notes/linked.md',
        'notes/round',
        'nothing.png',
        'references.bib',
        'site.yaml',
      ].map(
        (path) =>
          `${path}:1:1 warning file-skipped This was skipped: it is a symbolic link, and links are not followed`,
      ),
    )
    assert.deepEqual(site.fileCounts, { read: 4, entries: 2, drafts: 0, skipped: 2 })
    assert.match(summary(site), /^4 files read: 2 entries, 0 drafts, 2 skipped; 0 errors, 8 warnings\.$/)
    assert.match(htmlOf(site, 'a'), /<span class="unlinked">/)
    await site.refresh(['folder/secret.md', 'notes/linked.md', 'again/b.md'])
    assert.ok(![...site.corpus.entries.values()].some(({ text }) => text.includes('secret')))
    assert.equal(site.corpus.entries.size, 2)
  })

  test('what is neither a file nor a folder', { skip: process.platform === 'win32' }, async () => {
    const folder = contentFolder({ 'a.md': 'A.' })
    execFileSync('mkfifo', [join(folder, 'pipe.md'), join(folder, 'site.yaml')])
    const site = await Site.open(folder)
    assert.match(
      groups(site).join('\n'),
      /^pipe\.md:1:1 warning file-skipped .* neither a file nor a folder.*\nsite\.yaml:1:1 warning file-skipped/,
    )
    assert.deepEqual(titlesOf(site), ['a'])
  })

  test('files and folders without the right to read them', async () => {
    const folder = contentFolder({ 'a.md': 'A.', 'closed.md': 'B.', 'shut/c.md': 'C.' })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed.md'), 0)
    chmodSync(join(folder, 'shut'), 0)
    const site = await asNobody(() => Site.open(folder))
    chmodSync(join(folder, 'shut'), 0o700)
    assert.match(
      groups(site).join('\n'),
      /^closed\.md:1:1 warning file-skipped .*may not be read.*\nshut:1:1 warning file-skipped .*may not be read/,
    )
    assert.deepEqual(titlesOf(site), ['a'])
  })

  test('files larger than any note', async () => {
    const site = await siteOf({ 'a.md': 'A.', 'huge.md': Buffer.alloc(20_000_001, 'a ') })
    assert.match(
      groups(site).join('\n'),
      /^huge\.md:1:1 warning file-skipped This was skipped: it is larger than 20 MB/,
    )
    assert.deepEqual(titlesOf(site), ['a'])
  })

  test('frontmatter in another language', async () => {
    const site = await siteOf({ 'a.md': 'A. [[b]]', 'b.md': '---js\nprocess.exit(1)\n---\n' })
    assert.deepEqual(site.fileCounts, { read: 2, entries: 1, drafts: 0, skipped: 1 })
  })

  test('a file that vanishes while the folder is read', () => {
    const folder = contentFolder({ 'a.md': 'A.', 'b.md': 'B.' })
    const { markdown } = listFiles(folder)
    rmSync(join(folder, 'b.md'))
    assert.deepEqual(
      markdown.map((path) => readFile(folder, path)),
      [{ document: { path: 'a.md', text: 'A.' }, problems: [] }, { problems: [] }],
    )
  })

  test('two names that are the same once composed', async () => {
    const site = await siteOf({ 'caf\u00e9.md': 'One.', 'cafe\u0301.md': 'Two.' })
    assert.equal(site.fileCounts.entries, 1)
    assert.match(groups(site).join('\n'), /^café\.md:1:1 warning file-skipped .*same name/)
  })
})

describe('names', () => {
  test('a folder may be called like a file', async () => {
    const folder = contentFolder({ 'x.md/a.md': 'A.', 'y.md': '[[a]]' })
    for (const name of ['site.yaml', 'references.bib', 'p.png']) mkdirSync(join(folder, name))
    const site = await Site.open(folder)
    const [first, second, ...others] = groups(site)
    // Where a file of the site is expected, a folder is said.
    assert.match(first ?? '', /^references\.bib:1:1 warning file-skipped .* it is a folder/)
    assert.match(second ?? '', /^site\.yaml:1:1 warning file-skipped .* it is a folder/)
    assert.deepEqual(others, [])
    assert.deepEqual(titlesOf(site), ['a', 'y'])
    await site.refresh(['x.md'])
    assert.deepEqual(site.fileCounts, { read: 2, entries: 2, drafts: 0, skipped: 0 })
  })

  test('a name may be HTML, hold line breaks and signs of every kind, and be composed either way', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      'two\nlines',
      'tab\there',
      '\u001b[31mred',
      '"quoted" & \'so\'',
      'a#b',
      'a?b',
      '100%',
      '%2e%2e',
      'back\\slash',
      'nai\u0308ve',
      '漢字',
      '🙂',
      '\u202Egnp',
      ' blank ',
      '...',
      '-',
      'con',
      'x'.repeat(200),
      '[[a]]',
      '__proto__',
      'constructor',
    ]
    const site = await siteOf({
      ...Object.fromEntries(names.map((name) => [`notes/${name}.md`, `Mine. [[gone ${name}]]`])),
      'index.md': names.map((name) => `[[${name}]]`).join('\n'),
    })
    assert.equal(site.fileCounts.entries, names.length)
    const hidden = names.indexOf('...')
    assert.equal(site.fileCounts.read, names.length + 1 - (hidden >= 0 ? 1 : 0))
    const slugs = site.collection('note').map(({ slug }) => slug)
    assert.equal(new Set(slugs).size, slugs.length)
    for (const slug of slugs) assert.ok(!/[<>"'&\s\\?#%\p{Cc}]/u.test(slug), slug)
    for (const line of report(site.problems, site.folder).split('\n'))
      assert.match(line, /^[^\p{Cc}]+:\d+:\d+ warning [^\p{Cc}]+ \([\w-]+\)$/u)
    for (const line of report(site.problems, site.folder, 'github').split('\n'))
      assert.match(line, /^::warning file=[^,:]+,line=\d+,col=\d+,title=[\w-]+::/)
  })

  test('nothing at all is a note', async () => {
    const site = await siteOf({ 'empty.md': '', 'blank.md': ' \n\t\n', 'only.md': '---\n---\n', 'bom.md': '\uFEFF' })
    assert.deepEqual(titlesOf(site), ['blank', 'bom', 'empty', 'only'])
    assert.deepEqual(groups(site), [])
  })
})

test('one file of each kind of trouble leaves the others as they are', async () => {
  const well = {
    'inquiries/q.md': '---\ntitle: Why?\n---\nSee [[n]].',
    'notes/n.md': '---\ntitle: N\ninquiries: q\n---\nText [[q]].',
  }
  const alone = await siteOf(well)
  const beside = await siteOf({
    ...well,
    'bad/bytes.md': Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7919) % 256)),
    'bad/yaml.md': '---\ntitle: [\n---\n',
    'bad/deep.md': '> '.repeat(10_000),
    'bad/maths.md': '$\\frac$ $$\\begin{x}$$',
    'bad/js.md': '---js\n---\n',
    'bad/round.md': '![[round]]\n\n![[bad/round]]',
    'references.bib': '@book{a, title={',
    'p.svg': '<svg',
  })
  for (const [path, { address }] of [...alone.corpus.entries].map(
    ([path]) => [path, { address: alone.corpus.addresses.get(path) }] as const,
  ))
    assert.equal(beside.corpus.addresses.get(path), address)
  assert.deepEqual(
    beside.collection('inquiry').map((entry) => entry.open()),
    alone.collection('inquiry').map((entry) => entry.open()),
  )
  assert.ok(groups(beside).every((line) => /^(bad\/\w+\.md|references\.bib):\d+:\d+ warning /.test(line)))
})

test('a file that is written, mended and removed while the site is open is taken up each time', async () => {
  const folder = contentFolder({ 'a.md': '[[b]]' })
  const site = await Site.open(folder)
  write(folder, 'b.md', Buffer.from([0xff, 0xfe, 0x00]))
  await site.refresh(['b.md'])
  assert.equal(site.fileCounts.entries, 2)
  writeFileSync(join(folder, 'b.md'), 'Good.')
  await site.refresh(['b.md'])
  assert.deepEqual(groups(site), [])
  rmSync(join(folder, 'b.md'))
  symlinkSync(join(tmpdir(), 'nothing.md'), join(folder, 'b.md'))
  await site.refresh(['b.md'])
  assert.match(groups(site).join('\n'), /^b\.md:1:1 warning file-skipped/)
  rmSync(join(folder, 'b.md'))
  await site.refresh(['b.md'])
  assert.match(groups(site).join('\n'), /^a\.md:1:1 warning link-missing/)
  assert.ok(!listFiles(folder).markdown.some((path) => !isMarkdown(path)))
})

test('what else depends on which files there are is taken up too while the site is open', async () => {
  const folder = contentFolder({ 'a.md': 'A [list](references.bib).', 'b.md': 'B.', 'pages/c.md': 'C.' })
  const site = await Site.open(folder)
  const kindOfC = (): string => site.corpus.entries.get('pages/c.md')!.kind
  const assertAsOpened = async (): Promise<void> => {
    const opened = await Site.open(folder)
    assert.deepEqual(groups(site), groups(opened))
    assert.deepEqual([...site.corpus.entries], [...opened.corpus.entries])
    assert.deepEqual(site.corpus.used, opened.corpus.used)
  }
  write(folder, 'references.bib', '@book{lee2020, title={Lines}}')
  await site.refresh(['references.bib'])
  await assertAsOpened()
  assert.deepEqual([...site.corpus.used], ['references.bib'])
  // A folder of this name says that the content has the layout of this project, where `pages` are pages.
  assert.equal(kindOfC(), 'note')
  mkdirSync(join(folder, 'inquiries'))
  renameSync(join(folder, 'b.md'), join(folder, 'inquiries/b.md'))
  await site.refresh(['b.md', 'inquiries/b.md'])
  await assertAsOpened()
  assert.equal(kindOfC(), 'page')
  renameSync(join(folder, 'inquiries/b.md'), join(folder, 'b.md'))
  await site.refresh(['b.md', 'inquiries/b.md'])
  await assertAsOpened()
  assert.equal(kindOfC(), 'note')
})
