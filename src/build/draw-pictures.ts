/** Draws the pictures of links that readers share. It is loaded only where there are some to draw. */
import { join } from 'node:path'
import sharp from 'sharp'
import { sharePicture } from '../corpus/share-picture/svg.ts'
import type { SharePicture } from '../site/share-pictures.ts'
import { outputPath } from '../site/output-path.ts'
import { readTypeface } from './typeface.ts'
import { writeAll } from './write-all.ts'

/**
 * With a palette a file is half as large. It has 256 colours; the next smaller one of 16 takes the colour from some marks.
 * Dithering would put specks on the paper.
 */
const PNG = { palette: true, dither: 0, effort: 1 } as const

/** Draws pictures into a folder. */
export async function drawPictures(pictures: readonly SharePicture[], folder: string): Promise<void> {
  const typeface = await readTypeface()
  await writeAll(pictures, async ({ address, facts }) => {
    const svg = Buffer.from(sharePicture(facts, typeface))
    return [join(folder, outputPath(address)), new Uint8Array(await sharp(svg).png(PNG).toBuffer())]
  })
}
