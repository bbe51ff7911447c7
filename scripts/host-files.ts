/**
 * Has the hosts' own programs read what `throughline init --host` and a build write for them: GitHub's parser of
 * workflows, Netlify's parsers of netlify.toml, `_redirects` and `_headers`, Vercel's reading of vercel.json, and the
 * schema that Cloudflare's wrangler brings. Each also has to refuse a file that is wrong. They are installed into a
 * folder of their own, because they are larger than this project. It exits with 1 where anything is refused. GitLab and
 * Woodpecker have no such program on npm; `tests/site/init-hosts.test.ts` reads their files as YAML.
 *
 *     node scripts/host-files.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostFiles } from '../src/cli/init/hosts.ts'
import type { Report } from './host-files/read.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const READER = fileURLToPath(new URL('host-files/read.mjs', import.meta.url))

/** The programs, in the versions that were last looked at. */
const PROGRAMS = [
  '@actions/workflow-parser@0.3.61',
  '@netlify/config@25.2.6',
  '@netlify/headers-parser@10.1.1',
  '@netlify/redirect-parser@16.1.1',
  '@vercel/routing-utils@6.6.0',
  'ajv@6.15.0',
  'jsonc-parser@3.3.1',
]
const WRANGLER = 'wrangler@4.164.0'

/** A file that each program has to refuse. */
const WRONG: Readonly<Record<string, string>> = {
  workflow: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n',
  netlify: '[build]\ncommand = ["not", "a", "text"]\n',
  redirects: '/old\n',
  headers: '/*\n  no colon here\n',
  vercel: '{ "redirects": [{ "source": "/(", "destination": "/x" }] }',
  wrangler: '{ "name": 5 }',
}

const work = mkdtempSync(join(tmpdir(), 'host-files-'))
const npm = (...args: string[]) => execFileSync('npm', args, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'] })
try {
  writeFileSync(join(work, 'package.json'), '{ "private": true, "type": "module" }')
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund', ...PROGRAMS)
  // All but its schema is the runtime of Cloudflare, which is not needed.
  npm('pack', '--silent', WRANGLER)
  const archive = `${WRANGLER.replace('@', '-')}.tgz`
  execFileSync('tar', ['xzf', archive, 'package/config-schema.json'], { cwd: work })
  for (const file of ['read.mjs', 'json-modules.mjs'])
    writeFileSync(join(work, file), readFileSync(join(READER, '..', file), 'utf8'))
  writeFileSync(join(work, 'files.json'), JSON.stringify({ written: written(), wrong: WRONG }))
  const reports = JSON.parse(
    execFileSync(process.execPath, ['--import', './json-modules.mjs', 'read.mjs'], { cwd: work, encoding: 'utf8' }),
  ) as Report[]
  for (const { name, refused, isWrong } of reports) {
    const isRight = isWrong === refused.length > 0
    console.log(
      `${isRight ? 'right' : 'WRONG'}: ${name} ${refused.length > 0 ? `is refused: ${refused[0]}` : 'is read'}`,
    )
    if (!isRight) process.exitCode = 1
  }
} finally {
  rmSync(work, { recursive: true })
}

/** What is written for each host, by the name of the program that reads it. */
function written(): Record<string, Record<string, string>> {
  const own = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
  const built = Object.fromEntries((['netlify', 'cloudflare', 'vercel'] as const).map((host) => [host, build(host)]))
  return {
    workflow: {
      ...hostFiles('github'),
      'ci.yml': own('.github/workflows/ci.yml'),
      'guide.yml': own('.github/workflows/guide.yml'),
      'shares.yml': own('.github/workflows/shares.yml'),
      'separate-content': own('examples/separate-content/.github/workflows/site.yml'),
    },
    netlify: hostFiles('netlify'),
    redirects: {
      '_redirects of Netlify': built['netlify']!['_redirects']!,
      '_redirects of Cloudflare': built['cloudflare']!['_redirects']!,
    },
    headers: { _headers: built['netlify']!['_headers']! },
    vercel: {
      'vercel.json of init': hostFiles('vercel')['vercel.json']!,
      'vercel.json of a build': built['vercel']!['vercel.json']!,
    },
    wrangler: { 'wrangler.jsonc': hostFiles('cloudflare')['wrangler.jsonc']! },
  }
}

/** Builds a small site with old addresses for a host, and returns the files that the host reads. */
function build(host: 'netlify' | 'cloudflare' | 'vercel'): Record<string, string | undefined> {
  const [content, dist] = [join(work, `content-${host}`), join(work, `dist-${host}`)]
  mkdirSync(join(content, 'notes'), { recursive: true })
  writeFileSync(join(content, 'site.yaml'), `title: T\nurl: https://example.org/garden\nhost: ${host}\n`)
  const old = 'permalink: /2019/old name/\nredirectFrom: [/älter/, /x.html, "/a+b(c)/"]\n'
  writeFileSync(join(content, 'notes/a.md'), `---\ntitle: A\n${old}---\nWords.\n`)
  const env = { ...process.env, CONTENT_DIR: content }
  execFileSync(process.execPath, ['src/cli/run.mjs', 'build', '--outDir', dist], { cwd: ROOT, env, stdio: 'pipe' })
  return Object.fromEntries(
    (host === 'vercel' ? ['vercel.json'] : ['_redirects', '_headers']).map((file) => [
      file,
      readFileSync(join(dist, file), 'utf8'),
    ]),
  )
}
