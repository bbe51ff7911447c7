#!/usr/bin/env bash
# Citation.js 0.9.0 (@citation-js/plugin-bibtex): four ways in which the type of an entry decides more than it should.
#
# 1. `@commentary`, a type of biblatex, is read as a comment, because its name begins like `@comment`: the entry is gone, without an error.
# 2. A text whose first entry has a type of more than thirteen letters (`@suppperiodical`, `@suppcollection`) is no BibTeX to the
#    library: "This format is not supported or recognized". The same entry is read where another one stands before it.
# 3. `@book` with a field `version` becomes CSL's `software`, and so do `@collection` and `@proceedings`. Without the field it is `book`.
# 4. `journaltitle`, biblatex's name of the field, is read in `@article` only. `@review` and `@online` lose it, while BibTeX's older
#    name `journal` is read in both.
#
# Seen with @citation-js/core 0.9.0 and @citation-js/plugin-bibtex 0.9.0:
#   @commentary first              0 entries
#   @suppperiodical first          not recognized
#   @suppperiodical second         2 entries
#   @book with version             software
#   @book without                  book
#   @review, journaltitle          undefined
#   @review, journal               Mosses
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0

cat >try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
const entry = (type, fields = '') => `@${type}{${type}, title = {Moss}, ${fields}}`
const read = (...entries) => {
  try {
    return new Cite(entries.join('\n')).data
  } catch (error) {
    return error.message
  }
}
const count = (result) => (typeof result === 'string' ? 'not recognized' : `${result.length} entries`)
const seen = {
  '@commentary first': count(read(entry('commentary'))),
  '@suppperiodical first': count(read(entry('suppperiodical'))),
  '@suppperiodical second': count(read(entry('article'), entry('suppperiodical'))),
  '@book with version': read(entry('book', 'version = {3}'))[0].type,
  '@book without': read(entry('book'))[0].type,
  '@review, journaltitle': read(entry('review', 'journaltitle = {Mosses}'))[0]['container-title'],
  '@review, journal': read(entry('review', 'journal = {Mosses}'))[0]['container-title'],
}
for (const [what, result] of Object.entries(seen)) console.log(what.padEnd(30), result)
const expected = ['0 entries', 'not recognized', '2 entries', 'software', 'book', undefined, 'Mosses']
process.exit(JSON.stringify(Object.values(seen)) === JSON.stringify(expected) ? 0 : 1)
JS
node try.cjs || { echo 'Types are read in another way now.'; exit 1; }
