/** All that links do beyond leading somewhere; loaded when it is first needed. */
import { isPlain } from './links.ts'
import { openBeside } from './panes.ts'
import { dismiss, previewed } from './preview.ts'

export { restorePanes } from './panes.ts'
export { previewSoon } from './preview.ts'
export { openSheet, restoreSheet } from './sheet.ts'
export { dismiss, openBeside }

document.addEventListener('click', (event) => {
  const link = previewed()
  if (link === undefined || !isPlain(event) || !(event.target as Element).matches('.preview .open-beside')) return
  event.preventDefault()
  dismiss()
  void openBeside(link, link)
})
