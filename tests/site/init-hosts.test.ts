/** What `throughline init --host` writes can be read by each host, and checks the site before it is published. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { parse as parseJsonc, type ParseError } from 'jsonc-parser'
import { describe, test } from 'node:test'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { settingsText } from '../../src/cli/init/settings.ts'
import { hostFiles, HOSTS } from '../../src/cli/init/hosts.ts'
import { readSettings } from '../../src/corpus/settings.ts'

const URL_OF_SITE = 'https://notes.example.org/garden'
const filesOf = (host: (typeof HOSTS)[number]): Record<string, string> => hostFiles(host, URL_OF_SITE, 'my-notes')
const published = HOSTS.filter((host) => host !== 'none')

function jsonOf(text: string): unknown {
  const errors: ParseError[] = []
  const value: unknown = parseJsonc(text, errors, { allowTrailingComma: true })
  assert.deepEqual(errors, [])
  return value
}

/** How the files of each format are read, by the end of their path. */
const READERS: readonly (readonly [RegExp, (text: string) => unknown])[] = [
  [/\.ya?ml$/, (text) => parseYaml(text, { strict: true, uniqueKeys: true }) as unknown],
  [/\.toml$/, parseToml],
  [/\.jsonc?$/, jsonOf],
  [/\.sh$/, (text) => execFileSync('sh', ['-n'], { input: text })],
]

describe('the files of', () => {
  for (const host of published)
    test(host, () => {
      const files = filesOf(host)
      const all = Object.values(files).join('\n')
      assert.doesNotMatch(all, /(?<!\$)\{\{|undefined/)
      for (const [path, text] of Object.entries(files)) READERS.find(([of]) => of.test(path))?.[1](text)
      const [check, build] = ['npx throughline check', 'npx throughline build'].map((command) => all.indexOf(command))
      assert.ok(check! >= 0 && check! < build!, 'nothing is built that was not checked')
    })
})

test('servers have the site at its address', () => {
  const files = filesOf('server')
  assert.match(files['deploy/nginx.conf']!, /server_name notes\.example\.org;\n.*root \/var\/www\/notes\.example\.org;/)
  assert.match(files['deploy/nginx.conf']!, /error_page 404 \/garden\/404\.html;/)
  assert.match(files['deploy/Caddyfile']!, /^notes\.example\.org \{$/m)
  assert.match(files['deploy/publish.sh']!, /:\/var\/www\/notes\.example\.org\/garden\/"/)
  assert.match(filesOf('docker')['Dockerfile']!, /\/site\/dist \/var\/www\/notes\.example\.org\/garden\/$/m)
  assert.match(hostFiles('server')['deploy/nginx.conf']!, /error_page 404 \/404\.html;/)
  const { status, stderr } = spawnSync('sh', ['-s'], { input: files['deploy/publish.sh'], encoding: 'utf8' })
  assert.notEqual(status, 0)
  assert.match(stderr, /Name the server/)
})

test('the settings name a host that reads redirects from a file', () => {
  const hostIn = (host: (typeof HOSTS)[number]): string | undefined => {
    const text = settingsText({ title: 'T', author: undefined, host, url: URL_OF_SITE }, URL_OF_SITE, false)
    const { settings, problems } = readSettings({ path: 'site.yaml', text })
    assert.deepEqual([problems, settings.url], [[], URL_OF_SITE])
    return settings.host
  }
  assert.deepEqual(
    published.flatMap((host) => hostIn(host) ?? []),
    ['netlify', 'cloudflare', 'vercel'],
  )
})
