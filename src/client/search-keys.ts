/** Opens the search: by Ctrl or Cmd and K, by /, and by the word in the header. What it takes is loaded when it is first needed. */
const control = document.querySelector<HTMLAnchorElement>('a.search-link')
/** Where the page has a field of its own to search with, that is the one. */
const field = document.querySelector<HTMLInputElement>('#search-page')
const FIELDS = 'input, textarea, select, [contenteditable]'

/** What is typed until the dialog is there; undefined while none is on its way. */
let typed: string | undefined

function open(): void {
  if (field !== null) {
    field.focus()
    field.select()
    return
  }
  typed = ''
  void import('./search/dialog.ts')
    .then(
      ({ openSearch }) => openSearch(typed),
      // Without its script, the search is a page.
      () => control && location.assign(control.href),
    )
    .finally(() => (typed = undefined))
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  const isAlone = !ctrlKey && !metaKey && !altKey
  const isCommand = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey
  const isSlash = key === '/' && isAlone && !(target as Element).matches(FIELDS)
  if (event.defaultPrevented) return
  if (typed !== undefined && key.length === 1 && isAlone) typed += key
  else if (!isCommand && !isSlash) return
  else if (typed === undefined) open()
  event.preventDefault()
})
control?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  open()
})
