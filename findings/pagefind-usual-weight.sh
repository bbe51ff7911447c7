#!/usr/bin/env bash
# Pagefind 1.6.0: text of the usual weight takes more of the index than text of a weight of 1.05.
#
# Weights are kept as whole 24ths. In the files of an index a word has its weight written beside its places only where it is not
# the weight that needs no note; that weight is 25, while text without any attribute has the weight 1, which is 24. So every
# word of an ordinary page carries a note of its weight. `data-pagefind-weight="1.05"`, which becomes 25, leaves the notes
# out, and the files of the index get smaller by some 5%. A weight of 1.04 (24.96, cut to 24) does not do it.
#
# Seen with pagefind 1.6.0 on 400 pages of 300 words each, bytes of all files in index/:
#   without a weight  300783
#   1.04              300783
#   1.05              286467
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pagefind@1.6.0
cat >pages.mjs <<'JS'
// Pages of made-up words, of which few are frequent, the same on every run.
import { mkdirSync, writeFileSync } from 'node:fs'
const [folder, attribute] = process.argv.slice(2)
let state = 7
const random = () => ((state = (state * 48271) % 2147483647) / 2147483647)
const word = () => 'w' + Math.floor(4000 * random() ** 3).toString(36).replace(/\d/g, (digit) => 'abcdefghij'[digit])
for (let page = 0; page < 400; page++) {
  mkdirSync(`${folder}/${page}`, { recursive: true })
  const words = Array.from({ length: 300 }, word).join(' ')
  writeFileSync(`${folder}/${page}/index.html`, `<html lang="en"><body><main data-pagefind-body ${attribute}>${words}</main></body></html>`)
}
JS
size() {
  node pages.mjs "$1" "$2"
  npx pagefind --site "$1" >/dev/null
  cat "$1"/pagefind/index/* | wc -c
}
none=$(size none '')
below=$(size below 'data-pagefind-weight="1.04"')
above=$(size above 'data-pagefind-weight="1.05"')
echo "without a weight  $none bytes"
echo "1.04              $below bytes"
echo "1.05              $above bytes"
[ "$below" -ge "$((none * 99 / 100))" ] && [ "$above" -le "$((none * 98 / 100))" ] ||
  { echo 'Weights cost something else now.'; exit 1; }
