#!/usr/bin/env bash
# fontkit 2.0.4 and its fork fontkitten 1.0.3: an instance of a variable font cannot be made from WOFF2, though the file is
# read and its axes are listed.
#
# The fonts of @fontsource-variable are WOFF2 only, and a program that draws text into pictures (a card for a shared link)
# wants the bold of it: font.getVariation({ wght: 700 }). From WOFF2 that gives a font whose directory is undefined, and the
# first glyph throws a TypeError about "tables", far from the cause. The same bytes decompressed to TrueType work. Without a
# variation WOFF2 works too, at the default of the font, which need not be the regular: Source Sans 3 begins at 200
# (ExtraLight), Source Serif 4 at 400.
#
# Seen with fontkit 2.0.4, fontkitten 1.0.3, @fontsource-variable/source-serif-4 5.3.1 and source-sans-3 5.3.0, wawoff2 2.0.1,
# the advance width of H:
#   fontkit and fontkitten, WOFF2:    814, then TypeError: Cannot read properties of undefined (reading 'tables')
#   fontkit and fontkitten, TrueType: 814, then 802.67
#   default weights: Source Serif 4 400, Source Sans 3 200
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fontkit@2.0.4 fontkitten@1.0.3 wawoff2@2.0.1 \
  @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/source-sans-3@5.3.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import * as fontkitten from 'fontkitten'
import wawoff2 from 'wawoff2'

const read = (name) =>
  readFileSync(`node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`)
const woff2 = read('source-serif-4')
const files = { WOFF2: woff2, TrueType: Buffer.from(await wawoff2.decompress(woff2)) }
const seen = {}
for (const [library, { create }] of Object.entries({ fontkit, fontkitten }))
  for (const [format, bytes] of Object.entries(files)) {
    const font = create(bytes)
    assert.deepEqual(Object.keys(font.variationAxes), ['wght'])
    const regular = font.glyphForCodePoint(72).advanceWidth
    let bold
    try {
      bold = font.getVariation({ wght: 700 }).glyphForCodePoint(72).advanceWidth.toFixed(2)
    } catch (error) {
      bold = `${error.name}: ${error.message}`
    }
    seen[`${library}, ${format}`] = [regular, bold]
  }
const weightOf = (name) => fontkitten.create(read(name)).variationAxes.wght.default
seen.defaults = [weightOf('source-serif-4'), weightOf('source-sans-3')]
console.log(seen)
const fails = "TypeError: Cannot read properties of undefined (reading 'tables')"
assert.deepEqual(seen, {
  'fontkit, WOFF2': [814, fails],
  'fontkit, TrueType': [814, '802.67'],
  'fontkitten, WOFF2': [814, fails],
  'fontkitten, TrueType': [814, '802.67'],
  defaults: [400, 200],
})
JS
node seen.mjs
