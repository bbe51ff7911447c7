import { posix } from 'node:path'
import { pageName } from './site/src/chapters.ts'

/**
 * Returns the path of a document in the content folder of the guide.
 *
 * @example
 * guidePath('docs/search.md') // 'pages/guide/search.md'
 */
export const guidePath = (document: string): string => `pages/guide/${pageName(document)}.md`

/** Matches what is code, which stays, and links of Markdown. */
const CODE_OR_LINK =
  /(^ *(`{3,})[^]*?^ *\2`*[ \t]*$|`[^`\n]+`)|(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\((?![a-z]+:)([^)#\s]*)(#[^)\s]*)?\)/gim

/** Matches a picture for both themes. A page of the guide has one that a reader sees in either. */
const PICTURE = /<picture>[^]*?<img src="([^"]+)" alt="([^"]*)">[^]*?<\/picture>/g

/** Matches a picture of the project in Markdown. Examples of Markdown show pictures that are not there. */
const PLAIN_PICTURE = /!\[([^\]]*)\]\(((?:docs\/)?screenshots\/[^)\s]+)\)/g

/**
 * Returns the text of a document as the guide has it. Links to other documents of the guide lead to their pages, and of
 * links to files of the project, which readers of the guide do not have, the words stay.
 *
 * @param document The path of the document from the folder of the project.
 * @param all The paths of all documents of the guide.
 */
export function guideText(document: string, text: string, all: ReadonlySet<string>): string {
  return text
    .replace(PICTURE, (_, src: string, alt: string) => `![${alt}](/${beside(document, src)})`)
    .replace(PLAIN_PICTURE, (_, alt: string, src: string) => `![${alt}](/${beside(document, src)})`)
    .replace(CODE_OR_LINK, (...found: (string | undefined)[]) => {
      const [whole = '', , , words = '', path = '', fragment = ''] = found
      if (path === '') return whole
      const target = beside(document, path)
      return all.has(target) ? `[${words}](${posix.basename(guidePath(target))}${fragment})` : words
    })
}

/** Returns the paths of the pictures that a document shows, from the folder of the project. */
export const picturesIn = (document: string, text: string): string[] => [
  ...[...text.matchAll(PICTURE)].map(([, src = '']) => beside(document, src)),
  ...[...text.matchAll(PLAIN_PICTURE)].map(([, , src = '']) => beside(document, src)),
]

const beside = (document: string, path: string): string => posix.join(posix.dirname(document), path)
