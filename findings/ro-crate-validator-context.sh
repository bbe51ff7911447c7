#!/usr/bin/env bash
# ro-crate 3.7.2: its validator finds five errors in a valid crate of RO-Crate 1.1 or 1.3, and takes any words after a year for a date.
#
# `validate()` asks what each required property of the root means by the context of the crate, and does not resolve the context first. The
# library has that of RO-Crate 1.2 built in; of any other version no term means anything then, so `name`, `description`, `datePublished`
# and `license` are "missing" where they stand, and the root is no Dataset. Whoever only reads the number of errors takes a good crate
# for a bad one. The date is compared with a pattern whose month and day may be left out and after which anything may follow, so
# "1234 apples" is "in compliant format" of ISO 8601.
#
# Seen with ro-crate 3.7.2, errors of the same minimal crate:
#   1.1, 2020-01-02     5
#   1.2, 2020-01-02     0
#   1.3, 2020-01-02     5
#   1.2, 1234 apples    0
#   1.2, 20             1
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ro-crate@3.7.2

cat >try.cjs <<'JS'
const { validate } = require('ro-crate')
const crate = (version, datePublished) => ({
  '@context': `https://w3id.org/ro/crate/${version}/context`,
  '@graph': [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': `https://w3id.org/ro/crate/${version}` },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: 'Mosses',
      description: 'Mosses of a garden',
      datePublished,
      license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    },
  ],
})
// Without a network the validator prints that the context was not fetched, which is a warning in its answer as well.
console.error = () => {}
async function main() {
  const cases = [['1.1', '2020-01-02'], ['1.2', '2020-01-02'], ['1.3', '2020-01-02'], ['1.2', '1234 apples'], ['1.2', '20']]
  const counts = []
  for (const [version, date] of cases) {
    const errors = (await validate(crate(version, date))).filter(({ status }) => status === 'error')
    counts.push(errors.length)
    console.log(`${version}, ${date}`.padEnd(20), errors.length)
    if (version === '1.3') for (const { message } of errors) console.log(`  ${message}`)
  }
  process.exit(String(counts) === '5,0,5,0,1' ? 0 : 1)
}
main()
JS
node try.cjs || { echo 'Other errors are found now.'; exit 1; }
