#!/usr/bin/env bash
# js-yaml 5.5.0: frontmatter that js-yaml 4 merged keeps a key "<<", and the schema that merges again renames the key "n"
# to "false".
#
# Since version 5 the default schema is the core schema of YAML 1.2 alone. A merge key is an ordinary key named "<<", and
# what it merged is one level deeper, without an error; a tag !!set or !!timestamp, which version 4 knew, is an error; and
# `%YAML 1.1` at the beginning of a file changes nothing. YAML11_SCHEMA merges again, but with all else of YAML 1.1: the
# keys `n` and `y`, which version 4 left alone under every schema, become "false" and "true", and 1e3 is a text, while it
# is a number under the default. So no one schema reads all that version 4 read, and a schema has to be put together by tags.
#
# Seen with js-yaml 5.5.0 and 4.1.0, for "base: &b {x: 1}", "<<: *b", "n: 1e3":
#   4.1.0              {"base":{"x":1},"x":1,"n":1000}
#   5.5.0              {"base":{"x":1},"<<":{"x":1},"n":1000}
#   5.5.0 YAML11       {"base":{"x":1},"x":1,"false":"1e3"}
#   5.5.0 core + merge {"base":{"x":1},"x":1,"n":1000}
#   5.5.0 !!set        unknown mapping tag
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.1.0

cat >try.mjs <<'JS'
import { createRequire } from 'node:module'
import { CORE_SCHEMA, YAML11_SCHEMA, load, mergeTag } from 'js-yaml'
const four = createRequire(import.meta.url)('js-yaml-4')
const text = 'base: &b {x: 1}\n<<: *b\nn: 1e3\n'
const fault = (run) => {
  try {
    return run()
  } catch (error) {
    return error.message.split('\n')[0]
  }
}
const merging = CORE_SCHEMA.withTags(mergeTag)
const expected = [
  ['4.1.0', () => four.load(text), { base: { x: 1 }, x: 1, n: 1000 }],
  ['5.5.0', () => load(text), { base: { x: 1 }, '<<': { x: 1 }, n: 1000 }],
  ['5.5.0 with %YAML 1.1', () => load(`%YAML 1.1\n---\n${text}`), { base: { x: 1 }, '<<': { x: 1 }, n: 1000 }],
  ['5.5.0 YAML11_SCHEMA', () => load(text, { schema: YAML11_SCHEMA }), { base: { x: 1 }, x: 1, false: '1e3' }],
  ['5.5.0 core + mergeTag', () => load(text, { schema: merging }), { base: { x: 1 }, x: 1, n: 1000 }],
  ['4.1.0 !!set', () => four.load('a: !!set {b}'), { a: { b: null } }],
  ['5.5.0 !!set', () => load('a: !!set {b}'), 'unknown mapping tag'],
]
const asSeen = expected.map(([what, run, seen]) => {
  const read = fault(run)
  console.log(what.padEnd(22), JSON.stringify(read))
  return typeof read === 'string' ? read.startsWith(seen) : JSON.stringify(read) === JSON.stringify(seen)
})
process.exit(asSeen.every(Boolean) ? 0 : 1)
JS
node try.mjs || { echo 'Schemas are otherwise now.'; exit 1; }
