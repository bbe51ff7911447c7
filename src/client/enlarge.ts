import { openDialog } from './dialog.ts'
import { element } from './element.ts'
import { isDrawing } from './is-drawing.ts'

/** Shows a picture over the page as large as there is room for. */
export function enlarge(picture: HTMLImageElement): void {
  const { src, alt, naturalWidth: width, naturalHeight: height } = picture
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent
  // What describes the picture to those who do not see it serves the others too; nobody hears it twice.
  const large = element('img', {
    src,
    width: String(width),
    height: String(height),
    alt: caption === undefined ? '' : alt,
  })
  if (isDrawing(picture)) large.className = 'drawing'
  openDialog(
    'Picture',
    'picture',
    element('figure', { tabindex: '0' }, large, element('figcaption', {}, caption ?? alt)),
  )
}
