/** Redirects as the hosts of sites read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostFile } from '../../../src/corpus/redirects/host-file.ts'
import { redirectsOf } from '../../../src/corpus/redirects/redirects.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import type { Host } from '../../../src/corpus/site-config.ts'
import { corpusOf } from '../../support/corpus.ts'

const { corpus: linked } = corpusOf({
  'notes/å.md': '---\ntitle: A\nredirect_from: [/2019/old (1).html, /Über uns/]\n---\n',
})
const fileFor = (host: Host) => {
  const corpus = { ...linked, settings: { ...DEFAULT_SETTINGS, base: '/g/', host } }
  const file = hostFile(corpus, () => redirectsOf(corpus, () => []).redirects)!
  return { address: file.address, content: file.content() }
}
const TO = '/g/notes/%C3%A5/'

test('Netlify is told to lead on before it shows the page at the old address', () => {
  assert.deepEqual(fileFor('netlify'), {
    address: '/_redirects',
    content: `/g/2019/old%20(1).html ${TO} 301!\n/g/%C3%9Cber%20uns/ ${TO} 301!\n`,
  })
})

test('Cloudflare is told of addresses with and without a slash, and of no more than it reads', () => {
  const { content } = fileFor('cloudflare')
  assert.equal(
    content,
    `/g/2019/old%20(1).html ${TO} 301\n/g/%C3%9Cber%20uns ${TO} 301\n/g/%C3%9Cber%20uns/ ${TO} 301\n`,
  )
  const many = Array.from({ length: 3000 }, (_, number) => ({ address: `/old-${number}/`, to: 'notes/å.md' }))
  const corpus = { ...linked, settings: { ...DEFAULT_SETTINGS, host: 'cloudflare' as const } }
  assert.equal(
    hostFile(corpus, () => many)!
      .content()
      .trim()
      .split('\n').length,
    2000,
  )
})

test('Vercel reads patterns, so signs of patterns are escaped', () => {
  const { address, content } = fileFor('vercel')
  assert.equal(address, '/vercel.json')
  assert.partialDeepStrictEqual(JSON.parse(content), {
    trailingSlash: true,
    redirects: [
      { source: String.raw`/g/2019/old%20\(1\).html`, destination: TO, permanent: true },
      { source: '/g/%C3%9Cber%20uns{/}?', destination: TO, permanent: true },
    ],
  })
})

test('Apache compares decoded paths with expressions, and has a page for what is not found', () => {
  assert.deepEqual(fileFor('apache'), {
    address: '/.htaccess',
    content: [
      'ErrorDocument 404 /g/404.html',
      String.raw`RedirectMatch 301 "^/g/2019/old \(1\)\.html$" "/g/notes/å/"`,
      'RedirectMatch 301 "^/g/Über uns/?$" "/g/notes/å/"',
      '',
    ].join('\n'),
  })
})

test('without a host there is no such file', () => {
  assert.equal(
    hostFile(linked, () => []),
    undefined,
  )
})
