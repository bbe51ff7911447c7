/** This file shows pictures. */
import { hrefOf } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import type { Words } from '../words/words.ts'
import { titleAttribute } from './open-link.ts'

/** Shows a picture. */
export function picture(corpus: Corpus, link: Link, resolution: LinkResolution, { text }: Words): string {
  const { alt = '', target, title, isFigure, width, height } = link
  if (resolution.type !== 'file') {
    const words = [alt || target, ...(title === undefined ? [] : [title])].join('. ')
    const missing = `<span class="missing">${escapeHtml(text.missingPicture(words))}</span>`
    return isFigure ? `<p>${missing}</p>` : missing
  }
  const file = corpus.attachments.get(resolution.path)
  const size = sizeOf({ width, height }, file ?? {})
  const attributes = isFigure ? size : titleAttribute(link) + size
  const image = `<img src="${escapeHtml(hrefOf(corpus, resolution.path))}" alt="${escapeHtml(alt)}"${attributes} loading="lazy" decoding="async">`
  return isFigure ? `<figure>${image}<figcaption>${escapeHtml(title ?? '')}</figcaption></figure>` : image
}

/** A `Size` is the size of a picture in pixels. */
interface Size {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/**
 * Writes the size of a picture. Where both sides are known, both are written, so that the page does not shift when the
 * picture loads. A width that the writer gave scales the height of the file.
 */
function sizeOf(given: Size, natural: Size): string {
  const width = given.width ?? natural.width
  const ratio = natural.width && natural.height ? natural.height / natural.width : undefined
  const height = given.height ?? (width !== undefined && ratio !== undefined ? Math.round(width * ratio) : undefined)
  return (width === undefined ? '' : ` width="${width}"`) + (height === undefined ? '' : ` height="${height}"`)
}
