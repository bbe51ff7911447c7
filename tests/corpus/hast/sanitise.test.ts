/**
 * Nothing that a writer puts into a file can run, restyle the page, fetch from elsewhere, or pose as something of the
 * page's.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parse } from '../../../src/corpus/parse.ts'
import { corpusOf, type Built } from '../../support/corpus.ts'
import { assertHarmless, dangersIn } from '../../support/harmless.ts'
import { HOSTILE_BODIES as bodies, hostileFiles } from '../../support/hostile.ts'
import { runs, seed } from '../../support/runs.ts'

const gardenOf = (body: string): Built => corpusOf(hostileFiles(body))

test('harm is recognised, however it is written', () => {
  const html = `<p STYLE=x onClick="y"><a href=" java\nscript:x">a</a><svg><use xlink:href="data:x"/></svg><img src=//e.org srcset=x>`
  const found = [
    'p onClick',
    'p style',
    'a →  java\nscript:x',
    '<svg>',
    'use → data:x',
    'img srcSet',
    'picture from elsewhere',
  ]
  assert.deepEqual(dangersIn(html).sort(), found.sort())
  for (const body of bodies.slice(0, 6)) assert.notDeepEqual(dangersIn(body), [], body)
})

describe('a page is harmless whatever is written:', () => {
  for (const body of bodies) test(JSON.stringify(body.slice(0, 70)), () => assertHarmless(gardenOf(body)))

  test('all of it at once', () => assertHarmless(gardenOf(bodies.join('\n\n'))))
})

describe('what is hostile is still shown as text', () => {
  test('a title with HTML in it is the words of a link', () => {
    const html = gardenOf('').html('inquiries/q.md')
    assert.ok(html.includes('>“&gt;&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>'), html)
  })

  test('a name that leads nowhere is said in the title of its words', () => {
    const { html } = gardenOf('[[<b onclick=x>"]]').note('notes/evil.md')
    assert.equal(
      html,
      '<p><span class="missing" title="Nothing is called “&lt;b onclick=x&gt;&quot;”">&lt;b onclick=x&gt;&quot;</span></p>',
    )
  })

  test('an id that a writer chose has a prefix, and links of the same page still find it', () => {
    const { html } = gardenOf('<b id="main">b</b> [up](#main)').note('notes/evil.md')
    assert.equal(html, '<p><b id="user-content-main">b</b> <a href="#user-content-main">up</a></p>')
  })

  test('noncharacters become replacement characters', () => {
    const { html } = gardenOf('a\uFDD0o0\uFDD1 &#xFDD0;o0&#xFDD1;').note('notes/evil.md')
    assert.equal(html, '<p>a\uFFFDo0\uFFFD \uFFFDo0\uFFFD</p>')
  })
})

const pieces = fc.oneof(
  fc.constantFrom(...bodies.flatMap((body) => body.split(/(?<=[ >"(])/))),
  fc.constantFrom(
    '\n',
    '\n\n',
    '<',
    '>',
    '"',
    "'",
    '`',
    '```\n',
    '[',
    '](',
    ')',
    '![',
    '[[',
    ']]',
    '|',
    '$',
    '$$\n',
    '}',
    '{',
    '\\',
    '\0',
    '---\n',
    '> [!a]- ',
    '# ',
    '| ',
    '<a href=',
    '<b title="',
    '<svg>',
    '</svg>',
    '<math>',
    '<style>',
    '<title>',
    '<!--',
    '-->',
    'javascript:',
    '\uFDD0',
    'o0',
    '\uFDD1',
  ),
)

test('any mixture of the above is read without a throw, and is harmless', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 16 }), (parts) => {
      const text = parts.join('')
      assert.doesNotThrow(() => parse({ path: 'notes/any.md', text }))
      assertHarmless(gardenOf(text))
    }),
    { numRuns: runs(150), seed },
  )
})
