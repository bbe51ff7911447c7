/** This file gives the words that the interface adds to a text, in the language of the text. */
import type { VFile } from 'vfile'
import { type Words, wordsFor } from '../words/words.ts'

/** Gives those words for a file. A file that does not say its language is in that of the site. */
export const textWords = ({ data }: VFile): Words['text'] =>
  wordsFor(data.language ?? data.dialect?.language ?? 'en').text
