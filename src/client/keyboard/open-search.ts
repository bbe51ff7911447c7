/**
 * This file opens the search from the link in the header and for `keys.ts`. The dialog is loaded when it is first
 * needed.
 */
import { withStyles } from '../lazy.ts'

/** This is the link to the search in the header. */
const control = document.querySelector<HTMLAnchorElement>('a.search-link')
/** This is the search field of the search page, which is used in place of the dialog there. */
const field = document.querySelector<HTMLInputElement>('#search-page')

/** This is the text that is typed while the dialog loads. It is undefined while no dialog is loading. */
let typed: string | undefined

/**
 * Opens the search dialog, or focuses the field on the search page. Where the dialog cannot be loaded, the browser
 * goes to the search page.
 */
export function openSearch(): void {
  if (field !== null) {
    field.focus()
    field.select()
    return
  }
  if (typed !== undefined) return
  typed = ''
  void withStyles(import('../search/dialog.ts'))
    .then(
      ({ openSearch }) => {
        if (typed !== undefined) openSearch(typed)
      },
      // The search page works without the script of the dialog.
      () => typed !== undefined && control && location.assign(control.href),
    )
    .finally(() => (typed = undefined))
}

/** This listener comes before those of the shortcuts: a reader who asked for the search is already typing the query. */
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event
  if (typed === undefined || ctrlKey || metaKey || altKey) return
  // Escape cancels a dialog that has not opened yet.
  if (key === 'Escape') typed = undefined
  else if (key.length === 1) {
    typed += key
    event.preventDefault()
  }
})
control?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  openSearch()
})
