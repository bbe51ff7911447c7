/** This file makes pictures that are shown smaller than they are open over the page at full size. */
import { element } from './element.ts'
import { withOverlays } from './lazy.ts'
import { isDrawing } from './is-drawing.ts'
import { withWords, words } from './words.ts'

/** Makes the pictures in the prose enlargeable, each as soon as its size is known. */
export function addEnlargeButtons(): void {
  for (const picture of document.querySelectorAll<HTMLImageElement>('.prose img'))
    if (picture.complete) makeEnlargeable(picture)
    else picture.onload = () => makeEnlargeable(picture)
}

/** This is the least ratio of a picture's own width to its width on the page at which enlarging it shows more. */
const MIN_ENLARGEMENT = 1.1

/** Puts a picture into a button that enlarges it, if enlarging shows more. */
function makeEnlargeable(picture: HTMLImageElement): void {
  const { naturalWidth, clientWidth, alt } = picture
  // A picture inside a link stays a link.
  if (picture.closest('a, button') || (naturalWidth < clientWidth * MIN_ENLARGEMENT && !isDrawing(picture))) return
  withWords(() => {
    const button = element('button', { type: 'button', class: 'enlarge', 'aria-label': words().enlarge(alt) })
    button.onclick = () => withOverlays(({ enlarge }) => enlarge(picture))
    picture.replaceWith(button)
    button.append(picture)
  })
}
