import type { Source } from './source.ts'

/** Writes works as references, all of them in the style of the site. */
export interface ReferenceFormatter {
  /** Returns the reference as sanitised HTML. */
  format(source: Source): string
}
