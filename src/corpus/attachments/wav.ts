/** Removes from a WAV file what is not heard. */
import { beginsWith } from './bytes.ts'
import { chunk, riffChunks, riffFile } from './riff.ts'

/** The chunks that are kept: the form of the sound, the sound, and marks in it by their times. */
const KEPT = new Set(['fmt ', 'fact', 'data', 'cue ', 'smpl', 'inst'])

/**
 * Returns the file without titles, names, dates, places and the data of programs. It is undefined where the file does
 * not parse, or is one of the forms for more than 4 GB.
 */
export function withoutWavMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = beginsWith(bytes, 'RIFF') ? riffChunks(bytes) : undefined
  return (
    chunks &&
    riffFile(
      'WAVE',
      chunks.filter(({ type }) => KEPT.has(type)).map(({ type, data }) => chunk(type, data)),
    )
  )
}
