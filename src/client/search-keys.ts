/** Opens the search: by the word in the header, and for `keys.ts`. What it takes is loaded when it is first needed. */
const control = document.querySelector<HTMLAnchorElement>('a.search-link')
/** Where the page has a field of its own to search with, that is the one. */
const field = document.querySelector<HTMLInputElement>('#search-page')

export function openSearch(): void {
  if (field !== null) {
    field.focus()
    field.select()
  } else load()
}

/** Without its script, the search is a page. */
function load(): void {
  import('./search/dialog.ts').then(
    ({ openSearch }) => openSearch(),
    () => control && location.assign(control.href),
  )
}

control?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  openSearch()
})
