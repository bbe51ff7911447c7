import { openDialog } from './dialog.ts'
import { element } from './element.ts'
import { isDrawing } from './is-drawing.ts'
import { words } from './words.ts'

/** Opens a dialog with a picture as large as there is room for, and with its caption. */
export function enlarge(picture: HTMLImageElement): void {
  const { src, alt, naturalWidth: width, naturalHeight: height } = picture
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent
  // A picture without a caption has its alternative text shown as one. The enlarged picture then has an empty `alt`,
  // so that nobody hears the same words twice.
  const large = element('img', {
    src,
    width: String(width),
    height: String(height),
    alt: caption === undefined ? '' : alt,
  })
  if (isDrawing(picture)) large.className = 'drawing'
  openDialog(
    words().picture,
    'picture',
    element('figure', { tabindex: '0' }, large, element('figcaption', {}, caption ?? alt)),
  )
}
