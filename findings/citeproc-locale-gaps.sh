#!/usr/bin/env bash
# citeproc 2.4.63: a locale that lacks a term gets nothing from en-US. By the term, the words are left out, "undefined" is
# printed, pages become "p.p. 1-3" with a hyphen, or the bibliography is lost, even where the term is not written.
#
# Each case has the English locale of CSL without one of its terms:
#   open-quote  the word "undefined" stands where the opening mark would be: undefinedMoss,”
#   page        pp. 1–3 becomes p.p. 1-3: the label is made of other letters, and the dash of the range is a hyphen
#   no date     nothing is written, not even the brackets around it
#   and         apa, which writes a sign for it, is as before; harvard1 throws a TypeError
#   et-al       every style throws a TypeError, apa too, which for 25 authors writes an ellipsis and no such words
# The specification has other locales stand in for what one lacks. Here the application has to complete each locale itself.
#
# Seen with citeproc 2.4.63, and the styles of @citation-js/plugin-csl 0.9.0:
#   harvard1  whole       Dahl, I. and Moe, J. (no date) “Moss,” in A. Bo (ed.) Woods, pp. 1–3.
#   harvard1  open-quote  Dahl, I. and Moe, J. (no date) undefinedMoss,” in A. Bo (ed.) Woods, pp. 1–3.
#   harvard1  page        Dahl, I. and Moe, J. (no date) “Moss,” in A. Bo (ed.) Woods, p.p. 1-3.
#   harvard1  no date     Dahl, I. and Moe, J. “Moss,” in A. Bo (ed.) Woods, pp. 1–3.
#   harvard1  and         TypeError
#   apa       and         Dahl, I., & Moe, J. (n.d.). Moss. In A. Bo (Ed.), Woods (pp. 1–3).
#   apa       et-al       TypeError
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
const moss = {
  id: 'moss', type: 'chapter', title: 'Moss', 'container-title': 'Woods', page: '1-3',
  author: [{ family: 'Dahl', given: 'Ida' }, { family: 'Moe', given: 'Jan' }], editor: [{ family: 'Bo', given: 'Al' }],
}
function written(style, lacking) {
  const term = new RegExp(`<term name="${lacking}"[^>]*>[^]*?</term>`, 'g')
  const sys = { retrieveItem: () => moss, retrieveLocale: () => locales.get('en-US').replace(term, '') }
  try {
    const engine = new CSL.Engine(sys, styles.get(style), 'en-US', true)
    engine.updateItems(['moss'])
    return engine.makeBibliography()[1].join('').replace(/<[^>]*>/g, '').trim()
  } catch (error) {
    return error.constructor.name
  }
}
const expected = [
  ['harvard1', 'whole', /\u201cMoss,\u201d in A\. Bo \(ed\.\) Woods, pp\. 1\u20133\.$/],
  ['harvard1', 'open-quote', / undefinedMoss,\u201d in /],
  ['harvard1', 'page', / p\.p\. 1-3\.$/],
  ['harvard1', 'no date', /^Dahl, I\. and Moe, J\. \u201cMoss/],
  ['harvard1', 'and', /^TypeError$/],
  ['apa', 'and', /^Dahl, I\., &#38; Moe, J\. \(n\.d\.\)/],
  ['apa', 'et-al', /^TypeError$/],
]
const asSeen = expected.map(([style, term, pattern]) => {
  const text = written(style, term)
  console.log(style.padEnd(9), term.padEnd(11), text.replaceAll('&#38;', '&'))
  return pattern.test(text)
})
process.exit(asSeen.every(Boolean) ? 0 : 1)
JS
node try.cjs || { echo 'Missing terms are treated in another way now.'; exit 1; }
