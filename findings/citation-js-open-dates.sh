#!/usr/bin/env bash
# Citation.js 0.9.0 (@citation-js/plugin-bibtex): biblatex dates that are open, uncertain or a decade, and lists of pages,
# come out as CSL-JSON that is invalid or says something else.
#
# biblatex reads dates in level 1 of EDTF. Of an open range, `date = {2020/}`, the BibTeX plugin makes a list of date parts
# whose second member is null, which the CSL-JSON schema does not allow and for which citeproc-js throws. Of a decade, `date =
# {199X}`, it makes the year 1990, and of an approximate year, `date = {1723~}`, the year 1723 without `circa`; neither
# leaves a trace by which a reader of the data could tell. In a list of pages the first range has a hyphen and all later
# ones an en dash, so the same field is written in two ways.
#
# Seen with @citation-js/core 0.9.0 and @citation-js/plugin-bibtex 0.9.0:
#   2020/          {"date-parts":[[2020],null]}
#   199X           {"date-parts":[[1990]]}
#   1723~          {"date-parts":[[1723]]}
#   1--2, 5--7     1-2, 5–7
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0

cat >try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
const read = (fields) => new Cite(`@book{moss, title = {Moss}, ${fields}}`).data[0]
const dates = { '2020/': '[[2020],null]', '199X': '[[1990]]', '1723~': '[[1723]]' }
let same = true
for (const [date, parts] of Object.entries(dates)) {
  const { issued } = read(`date = {${date}}`)
  console.log(date.padEnd(14), JSON.stringify(issued))
  same &&= JSON.stringify(issued) === `{"date-parts":${parts}}`
}
const { page } = read('pages = {1--2, 5--7}')
console.log('1--2, 5--7'.padEnd(14), page)
process.exit(same && page === '1-2, 5\u20137' ? 0 : 1)
JS
node try.cjs || { echo 'Dates or pages are read in another way now.'; exit 1; }
