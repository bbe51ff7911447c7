#!/usr/bin/env bash
# citeproc 2.4.63: a style that sets after-collapse-delimiter loses the delimiter between the years of one author.
#
# CSL 1.0.2 has two delimiters for citations whose years are joined (collapse="year"): cite-group-delimiter stands between
# the works of the same authors and is ", " by default, and after-collapse-delimiter stands after such a group. citeproc-js
# writes the second one in both places as soon as it is set, so that the one author's works fall apart. The same style
# without that attribute has the group right, with the delimiter of the layout after it.
#
# Seen with citeproc 2.4.63 and a style of a few lines, for two works of Roe and one of Doe:
#   without after-collapse-delimiter:           (Roe 2001a, 2001b; Doe 1999)
#   with it ("; "):                             (Roe 2001a; 2001b; Doe 1999)
#   with it, and cite-group-delimiter=", ":     (Roe 2001a; 2001b; Doe 1999)
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
const { locales } = plugins.config.get('@csl')
const style = (attributes) => `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation disambiguate-add-year-suffix="true" collapse="year" ${attributes}>
    <layout prefix="(" suffix=")" delimiter="; "><group delimiter=" ">
      <names variable="author"><name form="short"/></names>
      <date variable="issued"><date-part name="year"/></date>
    </group></layout>
  </citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`
const book = (id, family, year, title) => ({ id, type: 'book', title, author: [{ family }], issued: { 'date-parts': [[year]] } })
const works = { a: book('a', 'Roe', 2001, 'A'), b: book('b', 'Roe', 2001, 'B'), c: book('c', 'Doe', 1999, 'C') }
const cited = (attributes) => {
  const sys = { retrieveItem: (id) => works[id], retrieveLocale: () => locales.get('en-US') }
  const engine = new CSL.Engine(sys, style(attributes), 'en-US', true)
  engine.updateItems(Object.keys(works))
  return engine.makeCitationCluster([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
}
const seen = [cited(''), cited('after-collapse-delimiter="; "'), cited('after-collapse-delimiter="; " cite-group-delimiter=", "')]
seen.forEach((text) => console.log(text))
const wanted = ['(Roe 2001a, 2001b; Doe 1999)', '(Roe 2001a; 2001b; Doe 1999)', '(Roe 2001a; 2001b; Doe 1999)']
process.exit(seen.join() === wanted.join() ? 0 : 1)
JS
node try.cjs || { echo 'The delimiters are other ones now.'; exit 1; }
