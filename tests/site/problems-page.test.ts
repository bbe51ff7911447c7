/**
 * The page of the problems says what the code says: every rule is on it, and every example gives the message it shows.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { EXAMPLES, type AnyRule } from '../../scripts/problems-docs/examples.ts'
import { problemsPage } from '../../scripts/problems-docs/page.ts'
import { EXPLANATIONS } from '../../src/corpus/audit/rules.ts'
import { PROBLEM_RULES } from '../../src/corpus/problem-rules.ts'
import { ROOT } from '../support/commands.ts'

const PAGE = readFileSync(join(ROOT, 'docs/problems.md'), 'utf8')

test('docs/problems.md is what `npm run docs:problems` writes', async () => assert.equal(PAGE, await problemsPage()))

test('every rule has its part of the page, and there is no other part', () => {
  const parts = [...PAGE.matchAll(/^### (.*)$/gm)].map(([, rule]) => rule)
  assert.deepEqual(parts, [...Object.keys(PROBLEM_RULES), ...Object.keys(EXPLANATIONS)])
})

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('problem-rules.ts'))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n')

test('a rule without an example is one that some code reports', () => {
  const unshown = Object.keys(PROBLEM_RULES).filter((rule) => 'withoutExample' in EXAMPLES[rule as AnyRule])
  for (const rule of unshown) assert.ok(SOURCES.includes(`'${rule}'`), rule)
})

test('every message of a plugin has a rule that is explained', () => {
  const named = [...SOURCES.matchAll(/ruleId: '([^']*)'/g)].map(([, rule = '']) => rule)
  assert.notDeepEqual(named, [])
  for (const rule of named) assert.ok(Object.hasOwn(PROBLEM_RULES, rule), rule)
})
