/** The URLs and the language that `site.yaml` may give. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stringify } from 'yaml'
import { readSettings } from '../../src/corpus/settings.ts'
import type { Settings } from '../../src/corpus/site-config.ts'

/** The settings that `site.yaml` gives with these fields, and where it has which problems. */
function read(fields: Readonly<Record<string, unknown>>): { settings: Settings; problems: string[] } {
  const { settings, problems } = readSettings({ path: 'site.yaml', text: `title: Garden\n${stringify(fields)}` })
  return { settings, problems: problems.map((each) => `${each.line}:${each.column} ${each.ruleId} ${each.message}`) }
}

const BAD = [
  'javascript:x',
  'JavaScript://example.org/x',
  'data:text/html,x',
  'vbscript:x',
  'file:///x',
  'https:example.org',
  'https://',
  'https:///example.org',
  'https://example.org/%%20',
  'https://example.org/%',
  'https://example.org/%ff/',
  'https://example.org/a%5Cb',
  'https://example.org/a%00b',
  'https://example.org\\x',
  'https://example.org/two words',
  'https://exa mple.org',
  'https://example.org/\u0007',
  'https://example.org:99999/',
  '%%20',
]

describe('the address of the site', () => {
  for (const [url, base] of [
    ['https://example.org', '/'],
    ['http://example.org:8080/garden', '/garden/'],
    ['https://example.org/~ann/my-garden.v2', '/~ann/my-garden.v2/'],
    ['https://exämple.org', '/'],
  ] as const)
    test(url, () => {
      const { settings, problems } = read({ url })
      assert.deepEqual([settings.url, settings.base, problems], [url, base, []])
    })

  for (const url of [...BAD, '/garden', 'garden'])
    test(`is none: ${JSON.stringify(url)}`, () => {
      const { settings, problems } = read({ url })
      assert.deepEqual([settings.url, settings.base, problems.length], [undefined, '/', 1])
      assert.match(
        problems[0]!,
        /^2:6 field-value The field "url" must be a whole address such as https:\/\/example.org/,
      )
    })

  for (const rest of ['/garden', './/garden', 'two%20words', 'jardín', '[a]', '{a}', 'a?b', '#a', '%25'])
    test(`has no page under "${rest}"`, () => {
      const { settings, problems } = read({ url: `https://example.org/${rest}` })
      assert.deepEqual([settings.url, settings.base, problems.length], [undefined, '/', 1])
      assert.match(problems[0]!, /^2:6 field-value The field "url" must end with its path, in which letters/)
    })

  test('without its scheme: the message names the whole address', () => {
    for (const url of ['example.org/garden', '//example.org/garden'])
      assert.match(read({ url }).problems[0]!, /Did you mean "https:\/\/example\.org\/garden"\?$/)
  })
})

describe('the address of the repository', () => {
  for (const repository of ['https://example.org/ann/garden.git', 'http://localhost:3000/ann/garden'])
    test(repository, () => {
      const { settings, problems } = read({ repository })
      assert.deepEqual([settings.repository, problems], [repository, []])
    })

  for (const repository of [...BAD, 'mailto:ann@example.org', '/ann/garden'])
    test(`is none: ${JSON.stringify(repository)}`, () => {
      const { settings, problems } = read({ repository })
      assert.equal(settings.repository, undefined)
      assert.match(problems.join('\n'), /^2:13 field-value The field "repository" must be a whole address/)
    })

  test('as git writes it: the message names the address on the web', () => {
    for (const repository of ['git@example.org:ann/garden.git', 'ssh://git@example.org:22/ann/garden.git'])
      assert.match(read({ repository }).problems[0]!, /Did you mean "https:\/\/example\.org\/ann\/garden\.git"\?$/)
  })
})

describe('what a link of the navigation leads to', () => {
  for (const [to, href = to] of [
    ['/notes/'],
    ['/'],
    ['/notes/?a=b#c'],
    ['/jardín/'],
    ['https://example.org/a?b#c'],
    ['mailto:ann@example.org'],
    ['notes/moss/', '/notes/moss/'],
    ['./notes/', '/notes/'],
  ] as const)
    test(to, () => {
      const { settings, problems } = read({ navigation: [{ label: 'A', to }] })
      assert.deepEqual([settings.navigation, problems], [[{ label: 'A', to: href }], []])
    })

  for (const to of [...BAD, '//example.org/', '/.//example.org/', '/\\example.org/', '/%5cexample.org/', 'mailto:', ''])
    test(`is nothing: ${JSON.stringify(to)}`, () => {
      const other = { label: 'Notes', to: '/notes/' }
      const { settings, problems } = read({ navigation: [other, { label: 'A', to }] })
      assert.deepEqual([settings.navigation, problems.length], [[other], 1])
      assert.match(problems[0]!, /^6:9 field-value The field "navigation\[2\]\.to" must be a path of the site such as/)
    })

  test('without its scheme: the message names the whole address', () => {
    const { problems } = read({ navigation: { label: 'A', to: 'example.org/garden' } })
    assert.match(problems[0]!, /Did you mean "https:\/\/example\.org\/garden"\?$/)
  })
})

describe('who writes and who asks', () => {
  test('an ORCID is taken with its address or without it', () => {
    for (const orcid of ['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'])
      assert.deepEqual(
        [read({ orcid }).settings.orcid, read({ orcid }).problems],
        ['https://orcid.org/0000-0002-1825-0097', []],
      )
  })

  test('what is no ORCID, or has a wrong digit, is reported', () => {
    const { settings, problems } = read({ orcid: '0000-0002-1825-0096' })
    assert.equal(settings.orcid, undefined)
    assert.match(problems.join(), /^2:8 field-value The field "orcid" must be an ORCID such as 0000-0002-1825-0097/)
  })

  test('an e-mail address is one', () => {
    assert.equal(read({ mailto: 'ann@example.org' }).settings.mailto, 'ann@example.org')
    for (const mailto of ['ann', 'ann@example.org&x=1', 'a b@example.org', 'ann@example.org\r\nX: y'])
      assert.match(read({ mailto }).problems.join(), /^2:9 field-value The field "mailto" must be an e-mail address/)
  })
})

describe('the language', () => {
  test('is a tag, in its canonical form', () => {
    for (const [language, tag] of [
      ['en-GB', 'en-GB'],
      ['pt_br', 'pt-BR'],
      ['zh-hant', 'zh-Hant'],
    ])
      assert.deepEqual([read({ language }).settings.language, read({ language }).problems], [tag, []])
  })

  test('is English where it is no tag, and an error says so', () => {
    for (const language of ['no such tag', 'e', '%%20', '"><b>']) {
      const { settings, problems } = read({ language })
      assert.equal(settings.language, 'en')
      assert.match(problems.join('\n'), /^2:11 field-value The field "language" must be the tag of a language/)
    }
  })
})
