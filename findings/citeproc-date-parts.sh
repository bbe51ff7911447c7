#!/usr/bin/env bash
# citeproc 2.4.63: a range of a day and a month is an error, the same range with the day 0 is not, and the 13th month is
# spring.
#
# CSL-JSON allows a range whose ends are known to unlike precision, such as "from 1 May to June 2019". citeproc-js throws
# "element mismatch in date range input" for `[[2019,5,1],[2019,6]]`, and with it ends the whole bibliography, not the one
# entry. With a zero for what is not known, `[[2019,5,1],[2019,6,0]]`, it writes the range as meant, although no month has
# such a day. Months above 12 are no error: 13 is written as spring, as is 21, the number that EDTF has for it. So a month
# that was counted wrongly becomes a season without a word.
#
# Seen with citeproc 2.4.63, and the style apa of @citation-js/plugin-csl 0.9.0:
#   [[2019,5,1],[2019,6]]    CSL data error: element mismatch in date range input.
#   [[2019,5,1],[2019,6,0]]  Dahl, I. (2019, May 1–June). Moss. Daily.
#   [[2019,13]]              Dahl, I. (2019, Spring). Moss. Daily.
#   [[2019,21]]              Dahl, I. (2019, Spring). Moss. Daily.
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
function written(dateParts) {
  const moss = {
    id: 'moss', type: 'article-newspaper', title: 'Moss', 'container-title': 'Daily',
    author: [{ family: 'Dahl', given: 'Ida' }], issued: { 'date-parts': dateParts },
  }
  const sys = { retrieveItem: () => moss, retrieveLocale: () => locales.get('en-US') }
  try {
    const engine = new CSL.Engine(sys, styles.get('apa'), 'en-US', true)
    engine.updateItems(['moss'])
    return engine.makeBibliography()[1].join('').replace(/<[^>]*>/g, '').trim()
  } catch (error) {
    return String(error.message ?? error).replace(/^citeproc-js error: /, '')
  }
}
const expected = [
  [[[2019, 5, 1], [2019, 6]], /element mismatch in date range/],
  [[[2019, 5, 1], [2019, 6, 0]], /\(2019, May 1\u2013June\)/],
  [[[2019, 13]], /\(2019, Spring\)/],
  [[[2019, 21]], /\(2019, Spring\)/],
]
const asSeen = expected.map(([parts, pattern]) => {
  const text = written(parts)
  console.log(JSON.stringify(parts).padEnd(24), text)
  return pattern.test(text)
})
process.exit(asSeen.every(Boolean) ? 0 : 1)
JS
node try.cjs || { echo 'Dates are written in another way now.'; exit 1; }
