/**
 * This module holds all that links do beyond leading somewhere: previews, panes and the sheet. It is loaded when it
 * is first needed.
 */
import { isPlainClick } from './links.ts'
import { openPane } from './panes.ts'
import { dismissPreview, previewedLink } from './preview.ts'

export { openPane, restorePanes } from './panes.ts'
export { previewSoon } from './preview.ts'
export { openSheet, restoreSheet } from './sheet.ts'
export { dismissPreview }

document.addEventListener('click', (event) => {
  const link = previewedLink()
  if (link === undefined || !isPlainClick(event) || !(event.target as Element).matches('.preview .open-beside')) return
  event.preventDefault()
  dismissPreview()
  void openPane(link, link)
})
