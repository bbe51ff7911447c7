#!/usr/bin/env bash
# citeproc 2.4.63: in makeBibliography() the ids and the entries are two lists of unlike length when a style writes
# nothing of a work, and nothing says which work it was.
#
# APA lists no personal communications, so its style prints nothing of them in a bibliography. citeproc-js still puts the
# id of such a work into `entry_ids`, and no string into the list of entries. The two lists are returned side by side and
# most often have the same length, so they look as if they belonged together by index. They do then not: every work after
# the silent one is given the reference of its neighbour, and no error is raised. Whoever needs the reference of each work
# has to compare the two lengths, and format the works one by one where they differ.
#
# Seen with citeproc 2.4.63, and the style apa of @citation-js/plugin-csl 0.9.0:
#   entry_ids: 3 (one, letter, two)
#   entries:   2
#   the entry at the index of "letter" is the reference of "two"
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund citeproc@2.4.63 @citation-js/core@0.9.0 @citation-js/plugin-csl@0.9.0

cat >try.cjs <<'JS'
const CSL = require('citeproc')
const { plugins } = require('@citation-js/core')
require('@citation-js/plugin-csl')
const { styles, locales } = plugins.config.get('@csl')
const issued = { 'date-parts': [[2020]] }
const works = {
  one: { id: 'one', type: 'book', title: 'First tides', publisher: 'Press', author: [{ family: 'Dahl', given: 'Ida' }], issued },
  letter: { id: 'letter', type: 'personal_communication', title: 'A letter', author: [{ family: 'Lee', given: 'Ann' }], issued },
  two: { id: 'two', type: 'book', title: 'Second tides', publisher: 'Press', author: [{ family: 'Roe', given: 'Max' }], issued },
}
const sys = { retrieveItem: (id) => works[id], retrieveLocale: () => locales.get('en-US') }
const engine = new CSL.Engine(sys, styles.get('apa'), 'en-US', true)
engine.updateItems(Object.keys(works))
const [{ entry_ids: ids }, entries] = engine.makeBibliography()
const flat = ids.map(([id]) => id)
console.log(`entry_ids: ${flat.length} (${flat.join(', ')})`)
console.log(`entries:   ${entries.length}`)
const shifted = entries[flat.indexOf('letter')].includes('Second tides')
if (shifted) console.log('the entry at the index of "letter" is the reference of "two"')
process.exit(flat.length === 3 && entries.length === 2 && shifted ? 0 : 1)
JS
node try.cjs || { echo 'The ids and the entries belong together now.'; exit 1; }
