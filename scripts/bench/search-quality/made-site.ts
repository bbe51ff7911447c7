/** This file writes a made site of short notes in scripts that put no spaces between words. */

/** A `MadeNote` is a note with its language. */
export interface MadeNote {
  readonly name: string
  readonly title: string
  readonly text: string
  readonly language: string
}

/**
 * Gives the files of a site.
 *
 * @param language The language of the site, which may be another than that of its notes.
 * @param letter The title of the site, which no query has.
 */
export const madeSite = (language: string, letter: string, notes: readonly MadeNote[]): Record<string, string> => ({
  'site.yaml': `title: ${letter}\ndescription: ${letter}\nlanguage: ${language}\n`,
  ...Object.fromEntries(
    notes.map(({ name, title, text, language: lang }) => [
      `notes/${name}.md`,
      `---\ntitle: ${title}\nlang: ${lang}\n---\n${text}\n`,
    ]),
  ),
})
