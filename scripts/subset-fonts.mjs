/**
 * `node scripts/subset-fonts.mjs` makes the two small files of the serif that a first visit waits for: the letters of
 * English, and the accents of the languages around it. They are made from the file of `@fontsource`, whose range of
 * weights is cut to those of the pages.
 *
 * Its tools are needed for this alone and are no dependencies, so they are installed by hand before.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const TOOLS = { 'subset-font': '2.9.0', fontverter: '2.0.0' }
const [{ default: subsetFont }, { convert }] = await Promise.all(Object.keys(TOOLS).map((name) => import(name))).catch(
  () => {
    const packages = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`)
    console.error(`This needs two tools. Install them with: npm install --no-save ${packages.join(' ')}`)
    process.exit(1)
  },
)

const source = new URL(
  '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  import.meta.url,
)

/**
 * @param {number} first
 * @param {number} last
 */
const range = (first, last) => String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, at) => first + at))

/** The letters of each file. `src/styles/fonts.css` states the same ranges. */
const FILES = {
  roman: `${range(0x20, 0x7e)}\u00a0\u00b7\u00d7${range(0x2010, 0x2014)}‘’“”…−`,
  accents: `${range(0xa1, 0xff)}Œœ\u2009†‡•\u202f′″‹›€™↑↓‚„`,
}

/** The features that pages use, and those by which letters and accents find their places. */
const FEATURES = ['kern', 'liga', 'onum', 'lnum', 'tnum', 'pnum', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'clig']

/** The licence lets nobody call a changed font by the name "Source". The other name is as long, so nothing moves. */
const NAMES = [
  ['Source Serif', 'Thread Serif'],
  ['SourceSerif', 'ThreadSerif'],
]

/** @param {Buffer} font A font in the format sfnt, whose names are changed in place. */
function rename(font) {
  for (const [from = '', to = ''] of NAMES)
    for (const write of [(/** @type {string} */ name) => Buffer.from(name, 'latin1'), utf16])
      for (let at = font.indexOf(write(from)); at !== -1; at = font.indexOf(write(from), at)) write(to).copy(font, at)
  return font
}

/** @param {string} name */
const utf16 = (name) => Buffer.from(name, 'utf16le').swap16()

const font = rename(Buffer.from(await convert(readFileSync(source), 'sfnt')))
for (const [name, letters] of Object.entries(FILES)) {
  const options = { keepFeatures: FEATURES, variationAxes: { wght: { min: 400, max: 600 } }, preserveNameIds: [13, 14] }
  const subset = await subsetFont(font, letters, { targetFormat: 'woff2', ...options })
  const file = fileURLToPath(new URL(`../src/styles/source-serif-4-${name}.woff2`, import.meta.url))
  writeFileSync(file, subset)
  console.log(`${file}: ${subset.length} bytes`)
}
