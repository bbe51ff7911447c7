/** Reads the outlines of letters from the fonts that pages have. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { create, type Font, type Glyph } from 'fontkitten'
import type { Typeface } from '../corpus/share-picture/typeface.ts'

/**
 * The parts of the serif by the letters that they have. The package divides a font so that browsers load what they
 * need. These files have no weights but the regular one that is read here: fontkitten does not vary fonts in WOFF2.
 */
const PARTS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map((part) =>
  import.meta.resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${part}-standard-normal.woff2`),
)

/** Reads the typeface of pictures. */
export async function readTypeface(): Promise<Typeface> {
  const fonts = await Promise.all(PARTS.map(async (part) => create(await readFile(fileURLToPath(part))) as Font))
  const known = new Map<string, { readonly width: number; readonly glyph: Glyph; readonly scale: number } | undefined>()
  const letter = (sign: string) => {
    if (!known.has(sign)) known.set(sign, letterIn(fonts, sign))
    return known.get(sign)
  }
  /** Signs that no part has, such as pictures of faces, are left out. */
  const lettersOf = (text: string) => Array.from(text.normalize('NFC')).flatMap((sign) => letter(sign) ?? [])
  return {
    widthOf: (text) => lettersOf(text).reduce((sum, { width }) => sum + width, 0),
    outlineOf(text, size, x, y) {
      let at = x
      return lettersOf(text)
        .map(({ glyph, width, scale }) => {
          const outline = glyph.path.transform(size * scale, 0, 0, -size * scale, at, y).toSVG()
          at += width * size
          return outline
        })
        .join('')
    },
  }
}

function letterIn(fonts: readonly Font[], sign: string) {
  const codePoint = sign.codePointAt(0)!
  const font = fonts.find((each) => each.hasGlyphForCodePoint(codePoint))
  if (font === undefined) return undefined
  const [glyph, scale] = [font.glyphForCodePoint(codePoint), 1 / font.unitsPerEm]
  return { glyph, scale, width: glyph.advanceWidth * scale }
}
