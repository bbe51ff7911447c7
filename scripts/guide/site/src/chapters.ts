/** A chapter of the guide: its title, and the documents in it by their paths from the folder of the project. */
export interface Chapter {
  readonly title: string
  readonly documents: readonly string[]
}

/** The chapters of the guide, in the order in which one reads them. Every document is in one of them. */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Start',
    documents: [
      'README.md',
      'docs/writing.md',
      'docs/new.md',
      'docs/editors.md',
      'docs/publishing.md',
      'docs/lasting.md',
    ],
  },
  { title: 'Bring what you have', documents: ['docs/import.md', 'docs/bibliography.md', 'docs/rename.md'] },
  { title: 'Yours', documents: ['docs/customise.md', 'docs/papers.md', 'docs/corpus.md', 'docs/mcp.md'] },
  {
    title: 'Reference',
    documents: [
      'docs/fields.md',
      'docs/commands.md',
      'docs/evidence.md',
      'docs/problems.md',
      'docs/audit.md',
      'CHANGELOG.md',
    ],
  },
  {
    title: 'How it works',
    documents: [
      ...['docs/architecture.md', 'docs/design.md', 'docs/search.md', 'docs/maps.md', 'docs/performance.md'],
      ...['SECURITY.md', 'CONTRIBUTING.md', 'docs/licences.md'],
    ],
  },
]

/**
 * Returns the name of the page of a document, which is that of its file.
 *
 * @example
 * pageName('docs/search.md') // 'search'
 */
export const pageName = (document: string): string =>
  document
    .slice(document.lastIndexOf('/') + 1, -'.md'.length)
    .toLowerCase()
    .replace(/^readme$/, 'start')

/** Returns the address of the page of a document, without the base of the site. */
export const addressOf = (document: string): string => `/guide/${pageName(document)}/`
