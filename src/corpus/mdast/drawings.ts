/** This file reads drawings as the Excalidraw plugin keeps them: a note with the data of the drawing in it. */
import { basename } from '../names/file-path.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Rewrite } from './rewrite.ts'

/** Matches the note to users of the plugin, which is not meant for readers. */
const WARNING = /^==⚠.*⚠==.*$/u
/** Matches the headings under which the plugin keeps its data. */
const SECTION = /^(?:%%\s*)?#{1,2} (Excalidraw Data|Text Elements|Element Links|Embedded Files|Drawing)\s*$/

/** Gives the name under which the plugin exports the picture of a drawing. */
export const pictureOfDrawing = (path: FilePath): string => `${nameOfDrawing(path)}.excalidraw.svg`

const nameOfDrawing = (path: FilePath): string => basename(path).replace(/\.excalidraw$/i, '')

/**
 * Makes the rewrites that leave of a drawing what readers can read: what its author wrote before the data, its picture,
 * and the words in it.
 */
export function drawingRewrites(source: string, path: FilePath): Rewrite[] {
  const rewrites: Rewrite[] = []
  let section = ''
  let offset = 0
  let picture: string | undefined = `![[${pictureOfDrawing(path)}|${nameOfDrawing(path)}]]`
  for (const line of source.split('\n')) {
    const heading = SECTION.exec(line.trimEnd())?.[1]
    if (section !== 'Drawing') section = heading ?? section
    const isWords = section === '' ? !WARNING.test(line) : section === 'Text Elements' && heading === undefined
    if (!isWords || (section !== '' && line.startsWith('%%'))) {
      const text = heading === undefined ? '' : (picture ?? '')
      if (text !== '') picture = undefined
      if (text !== line) rewrites.push({ start: offset, end: offset + line.length, text })
    }
    offset += line.length + 1
  }
  return rewrites
}
