/** Pictures that are shown smaller than they are open over the page in full. */
import { element } from './element.ts'
import { withOverlays } from './lazy.ts'
import { isDrawing } from './is-drawing.ts'

export function addEnlargeButtons(): void {
  for (const picture of document.querySelectorAll<HTMLImageElement>('.prose img'))
    if (picture.complete) makeEnlargeable(picture)
    else picture.onload = () => makeEnlargeable(picture)
}

/** What is less than so many times as large shows nothing more. */
const MIN_ENLARGEMENT = 1.1

function makeEnlargeable(picture: HTMLImageElement): void {
  const { naturalWidth, clientWidth, alt } = picture
  // One in a link is a link.
  if (picture.closest('a, button') || (naturalWidth < clientWidth * MIN_ENLARGEMENT && !isDrawing(picture))) return
  const button = element('button', { type: 'button', class: 'enlarge', 'aria-label': `Enlarge the picture: ${alt}` })
  button.onclick = () => withOverlays(({ enlarge }) => enlarge(picture))
  picture.replaceWith(button)
  button.append(picture)
}
