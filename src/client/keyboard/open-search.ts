/** Opens the search: by the word in the header, and for `keys.ts`. What it takes is loaded when it is first needed. */
import { withStyles } from '../lazy.ts'

const control = document.querySelector<HTMLAnchorElement>('a.search-link')
/** Where the page has a field of its own to search with, that is the one. */
const field = document.querySelector<HTMLInputElement>('#search-page')

/** What is typed until the dialog is there; undefined while none is on its way. */
let typed: string | undefined

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
      // Without its script, the search is a page.
      () => typed !== undefined && control && location.assign(control.href),
    )
    .finally(() => (typed = undefined))
}

/** Before any shortcut: who asked for the search is already writing to it. */
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event
  if (typed === undefined || ctrlKey || metaKey || altKey) return
  // It closes what has not opened yet as well.
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
