/** This file reads paths of files: their extension, their folder, and their name. */
import type { FilePath } from '../vocabulary.ts'

/** Matches the extension of Markdown and of what is read as Markdown: MDX, Quarto and R Markdown. */
const MARKDOWN = /\.(md|markdown|mdx|qmd|rmd)$/i

/** Tells whether a file is Markdown, by its extension. */
export function isMarkdown(path: FilePath): boolean {
  return MARKDOWN.test(path)
}

/** Matches the extension of a canvas. */
export const CANVAS = /\.canvas$/i

/** Tells whether a file is a canvas, by its extension. */
export const isCanvas = (path: FilePath): boolean => CANVAS.test(path)

/**
 * Tells whether a file is an entry, by its extension.
 *
 * @param canvas Says whether canvases are entries. Otherwise they are attachments.
 */
export const isEntry = (path: FilePath, { canvas }: { readonly canvas: boolean }): boolean =>
  isMarkdown(path) || (canvas && isCanvas(path))

/**
 * Gives the last segment of a path, without a Markdown extension.
 *
 * @example
 * basename('notes/a/b.md') // 'b'
 */
export function basename(path: FilePath): string {
  return withoutExtension(path.slice(path.lastIndexOf('/') + 1))
}

/** Gives a path without its Markdown extension. */
export const withoutExtension = (path: FilePath): string => path.replace(MARKDOWN, '')

/** Gives the folder of a path, without a slash at its end. It is empty for a file in the content folder itself. */
export function folderOf(path: FilePath): FilePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
