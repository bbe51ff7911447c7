/** The pages of maps have a style sheet of their own, with the colours of all other pages. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

/** Returns the colours that a style sheet names, each with its first value. */
function coloursOf(path: string): Map<string, string> {
  const css = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
  const found = [...css.matchAll(/(--[\w-]+): (light-dark\(.+\));/g)]
  return new Map(found.reverse().map(([, name, value]) => [name!, value!]))
}

test('the colours of maps are those of the tokens', () => {
  const [own, tokens] = [coloursOf('public/map.css'), coloursOf('src/styles/tokens.css')]
  assert.ok(own.size >= 10)
  for (const [name, value] of own) assert.equal(value, tokens.get(name), name)
})
