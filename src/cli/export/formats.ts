/** The formats of papers. All but Markdown are made by Pandoc. */

/** The formats, by the names that users write. */
export const PAPER_FORMATS = ['md', 'docx', 'latex', 'jats'] as const

/** One of them. */
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** The extensions of their files. */
export const EXTENSIONS: Readonly<Record<PaperFormat, string>> = { md: 'md', docx: 'docx', latex: 'tex', jats: 'xml' }
